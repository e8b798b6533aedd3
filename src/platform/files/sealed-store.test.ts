import { mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
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
