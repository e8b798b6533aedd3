import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { sha256Hex } from "../../kernel/id.ts"
import { sealedCache } from "./sealed-cache.ts"

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-cache-"))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const KEY = Buffer.alloc(32, 7)
const [ONE, TWO] = [sha256Hex("1"), sha256Hex("2")]
const BOUNDS = { bytes: 1000, days: 30 }
const cache = (bounds = BOUNDS, key = KEY) => sealedCache(folder, () => key, bounds)
const PERSON = "SITI 6471010508809001"

test("gives back what it was given, and nobody else can read it", () => {
  cache().keep(ONE, Buffer.from(PERSON))
  expect(cache().read(ONE)?.toString()).toBe(PERSON)
  expect(readFileSync(join(folder, ONE)).includes("SITI")).toBe(false)
  expect(statSync(join(folder, ONE)).mode & 0o077).toBe(0)
})

test("holds nothing under another name, under another key, or when it was damaged", () => {
  cache().keep(ONE, Buffer.from(PERSON))
  expect(cache().read(TWO)).toBeNull()
  expect(cache(BOUNDS, Buffer.alloc(32, 8)).read(ONE)).toBeNull()
  writeFileSync(join(folder, TWO), readFileSync(join(folder, ONE)))
  expect(cache().read(TWO)).toBeNull()
  const bytes = readFileSync(join(folder, ONE))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(join(folder, ONE), bytes)
  expect(cache().read(ONE)).toBeNull()
  writeFileSync(join(folder, ONE), "")
  expect(cache().read(ONE)).toBeNull()
})

const used = (name: string, day: number): void =>
  utimesSync(join(folder, name), day * 86_400, day * 86_400)

test.each<[string, { bytes: number; days: number }, string[]]>([
  ["both", BOUNDS, [ONE, TWO]],
  ["not what was not used for long", { bytes: 1000, days: 9 }, [TWO]],
  ["the last used within the bound", { bytes: 60, days: 30 }, [TWO]],
])("keeps %s", (_, bounds, left) => {
  for (const [name, day] of [
    [ONE, 100],
    [TWO, 110],
  ] as const) {
    cache().keep(name, Buffer.from(PERSON))
    used(name, day)
  }
  writeFileSync(join(folder, "catatan.txt"), "milik orang")
  cache(bounds).prune()
  expect(readdirSync(folder).sort()).toEqual([...left, "catatan.txt"].sort())
})

test("a folder that cannot be written costs nothing but time", () => {
  const nowhere = sealedCache(join(folder, "berkas", "x"), () => KEY, BOUNDS)
  writeFileSync(join(folder, "berkas"), "")
  nowhere.keep(ONE, Buffer.from(PERSON))
  nowhere.prune()
  expect(nowhere.read(ONE)).toBeNull()
  expect(existsSync(join(folder, "berkas", "x"))).toBe(false)
})
