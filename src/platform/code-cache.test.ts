import { spawnSync } from "node:child_process"
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"

let folder = ""
const code = () => join(folder, "code")

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "payung-code-"))
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** A program that keeps its code and says what a module of it holds. */
function say(home: string): string {
  const module = JSON.stringify(fileURLToPath(new URL("./code-cache.ts", import.meta.url)))
  const program = `
    const { keepCode } = await import(${module})
    keepCode(${JSON.stringify(home)})
    console.log((await import(${JSON.stringify(join(folder, "word.ts"))})).word)`
  const args = ["--input-type=module", "--eval", program]
  return spawnSync(process.execPath, args, { encoding: "utf8" }).stdout.trim()
}

/** What `keptCode` tells a child of a program whose home this is. */
function toldChildren(home: string): string {
  const module = JSON.stringify(fileURLToPath(new URL("./code-cache.ts", import.meta.url)))
  const program = `
    const { keepCode, keptCode } = await import(${module})
    keepCode(${JSON.stringify(home)})
    console.log(JSON.stringify(keptCode()))`
  const args = ["--input-type=module", "--eval", program]
  return spawnSync(process.execPath, args, { encoding: "utf8", env: {} }).stdout.trim()
}

function keptFiles(): string[] {
  return readdirSync(code(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test("keeps code where only we may write, and never runs what the source does not say", () => {
  writeFileSync(join(folder, "word.ts"), `export const word: string = "lama"\n`)
  expect(say(folder)).toBe("lama")
  expect(keptFiles().length).toBeGreaterThan(0)
  // Changed code of the same length, as an update may bring it.
  writeFileSync(join(folder, "word.ts"), `export const word: string = "baru"\n`)
  expect(say(folder)).toBe("baru")
  for (const file of keptFiles()) writeFileSync(file, "rusak")
  expect(say(folder)).toBe("baru")
})

test("keeps nothing in a home that others may change, or that is not there", () => {
  const open = mkdtempSync(join(folder, "open-"))
  chmodSync(open, 0o770)
  say(open)
  say(join(folder, "missing"))
  expect([existsSync(join(open, "code")), existsSync(join(folder, "missing"))]).toEqual([
    false,
    false,
  ])
})

test("tells children where code is kept, and nothing where it is not", () => {
  expect(JSON.parse(toldChildren(folder))).toEqual({ NODE_COMPILE_CACHE: code() })
  expect(JSON.parse(toldChildren(join(folder, "missing")))).toEqual({})
})
