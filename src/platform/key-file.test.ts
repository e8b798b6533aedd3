import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { deriveKey, loadRootKey } from "./key-file.ts"

const dir = mkdtempSync(join(tmpdir(), "payung-key-"))
afterAll(() => rmSync(dir, { recursive: true }))

test("the key is made once, for its owner only", () => {
  const file = join(dir, "made", "key")
  const key = loadRootKey(file)
  expect(key).toHaveLength(32)
  expect(loadRootKey(file)).toEqual(key)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test("a key that others may read is refused", () => {
  const file = join(dir, "open")
  loadRootKey(file)
  chmodSync(file, 0o640)
  expect(() => loadRootKey(file)).toThrow("chmod 600")
})

test.each(["", "abc", "z".repeat(64)])("a file that holds no key is refused (%#)", (text) => {
  const file = join(dir, "torn")
  writeFileSync(file, text, { mode: 0o600 })
  expect(() => loadRootKey(file)).toThrow("64 hexadecimal digits")
})

test("each purpose has its own key", () => {
  const root = Buffer.alloc(32, 1)
  expect(deriveKey(root, "claim")).toEqual(deriveKey(root, "claim"))
  expect(deriveKey(root, "claim")).not.toEqual(deriveKey(root, "files"))
  expect(deriveKey(root, "claim")).not.toEqual(deriveKey(Buffer.alloc(32, 2), "claim"))
})
