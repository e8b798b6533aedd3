import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { sha256Hex } from "../../kernel/id.ts"
import { sealedStore } from "./sealed-store.ts"

const folder = (): string => mkdtempSync(join(tmpdir(), "payung-store-"))
const key = Buffer.alloc(32, 7)
const content = Buffer.from("NIK 6471010101809001")

function onlyFile(root: string): string {
  const [name] = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    /[0-9a-f]{64}$/.test(path),
  )
  return join(root, name ?? "")
}

test("a kept file comes back byte for byte and is not readable on disk", () => {
  const root = folder()
  const store = sealedStore(root, key)
  const sha256 = store.keep(content)
  expect(store.read(sha256)).toEqual(content)
  expect(readFileSync(onlyFile(root)).includes("6471010101809001")).toBe(false)
  expect(statSync(onlyFile(root)).mode & 0o777).toBe(0o600)
})

test("the same content is kept once", () => {
  const root = folder()
  const store = sealedStore(root, key)
  store.keep(content)
  const before = readFileSync(onlyFile(root))
  store.keep(content)
  expect(readFileSync(onlyFile(root))).toEqual(before)
})

test("an unknown hash is null; an altered file and another key are refused", () => {
  const root = folder()
  const store = sealedStore(root, key)
  const sha256 = store.keep(content)
  expect(store.read("0".repeat(64))).toBeNull()
  expect(() => sealedStore(root, Buffer.alloc(32, 8)).read(sha256)).toThrow()
  const sealed = readFileSync(onlyFile(root))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  writeFileSync(onlyFile(root), sealed)
  expect(() => store.read(sha256)).toThrow()
})

const PIECE = 1024 * 1024

test.each([0, 1, PIECE, PIECE + 1, 3 * PIECE - 7])(
  "a file of %i bytes is kept and given back piece by piece",
  (size) => {
    const root = folder()
    const store = sealedStore(join(root, "files"), key)
    const bytes = Buffer.alloc(size, "NIK 6471010101809001 ")
    const [from, to] = [join(root, "from.csv"), join(root, "to.csv")]
    writeFileSync(from, bytes)
    const sha256 = sha256Hex(bytes)
    expect(store.keepFile(from, sha256)).toBe(true)
    expect(store.keepFile(from, sha256)).toBe(true)
    expect(store.read(sha256)).toEqual(bytes)
    expect(store.copyTo(sha256, to)).toBe(true)
    expect(readFileSync(to)).toEqual(bytes)
    expect(statSync(to).mode & 0o777).toBe(0o600)
    expect(readdirSync(root).sort()).toEqual(["files", "from.csv", "to.csv"])
  },
)

test("a file of another hash is not kept, an altered one is not given back", () => {
  const root = folder()
  const store = sealedStore(join(root, "files"), key)
  const [from, to] = [join(root, "from.csv"), join(root, "to.csv")]
  writeFileSync(from, content)
  expect(store.keepFile(from, "0".repeat(64))).toBe(false)
  expect(readdirSync(join(root, "files", "00"))).toEqual([])
  expect(store.copyTo("0".repeat(64), to)).toBe(false)
  const sha256 = sha256Hex(content)
  store.keepFile(from, sha256)
  const sealed = readFileSync(onlyFile(root))
  sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
  writeFileSync(onlyFile(root), sealed)
  expect(() => store.copyTo(sha256, to)).toThrow()
  expect(readdirSync(root).sort()).toEqual(["files", "from.csv"])
})
