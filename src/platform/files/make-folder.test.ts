import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { makeFolder } from "./make-folder.ts"

const work = mkdtempSync(join(tmpdir(), "payung-folder-"))
writeFileSync(join(work, "berkas"), "")
afterAll(() => rmSync(work, { recursive: true, force: true }))

test.each(["a", "a/b/c", "a/b/c", "."])("%s is there afterwards", (path) => {
  makeFolder(join(work, path))
  expect(statSync(join(work, path)).isDirectory()).toBe(true)
})

test.each([
  [join(work, "berkas"), "ENOTDIR"],
  [join(work, "berkas/a"), "ENOTDIR"],
  ["/proc/payung/a", "ENOENT"],
])("%s is refused with its path, and at once", (path, code) => {
  expect(() => makeFolder(path)).toThrow(expect.objectContaining({ code }))
})
