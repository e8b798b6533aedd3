import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { openOutput, type OutputFolder } from "./output-folder.job.ts"

let dir: string
let made: string[]

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "payung-output-"))
  made = []
})

afterEach(() => rmSync(dir, { recursive: true, force: true }))

function open(): OutputFolder {
  const folder = openOutput(dir)
  if (!folder.ok) throw new Error(folder.refusal.kind)
  return folder.value
}

async function keep(folder: OutputFolder, path: string, key: string): Promise<void> {
  await folder.keep(path, key, () => {
    made.push(path)
    return Promise.resolve(Buffer.from(`${path} of ${key}`))
  })
}

/** One run that writes a file of its own and these keyed ones. */
async function run(...files: readonly (readonly [string, string])[]): Promise<void> {
  const folder = open()
  folder.write("ringkasan.json", "{}")
  for (const [path, key] of files) await keep(folder, path, key)
  folder.close()
}

const read = (path: string): string => readFileSync(join(dir, path), "utf8")

test("a file is made again only when what it hangs on changed", async () => {
  await run(["a.pdf", "1"], ["b.pdf", "1"])
  await run(["a.pdf", "1"], ["b.pdf", "2"])
  expect(made).toEqual(["a.pdf", "b.pdf", "b.pdf"])
  expect([read("a.pdf"), read("b.pdf")]).toEqual(["a.pdf of 1", "b.pdf of 2"])
})

test("says what it holds, and how many files it made and kept", async () => {
  await run(["a.pdf", "1"], ["b.pdf", "1"])
  const folder = open()
  const held = [folder.holds("a.pdf", "1"), folder.holds("a.pdf", "2"), folder.holds("c.pdf", "1")]
  expect(held).toEqual([true, false, false])
  await keep(folder, "a.pdf", "1")
  await keep(folder, "b.pdf", "2")
  expect(folder.tally()).toEqual({ made: 1, kept: 1 })
  folder.close()
})

test("a file that somebody changed is made again, and so is one that was taken away", async () => {
  await run(["a.pdf", "1"], ["b.pdf", "1"])
  writeFileSync(join(dir, "a.pdf"), "diubah")
  rmSync(join(dir, "b.pdf"))
  await run(["a.pdf", "1"], ["b.pdf", "1"])
  expect(made).toEqual(["a.pdf", "b.pdf", "a.pdf", "b.pdf"])
  expect(read("a.pdf")).toBe("a.pdf of 1")
})

test("what a run no longer writes goes, with a key and without", async () => {
  const first = open()
  first.write("lama.csv", "1")
  await keep(first, "lama.pdf", "1")
  first.close()
  await run()
  expect([existsSync(join(dir, "lama.csv")), existsSync(join(dir, "lama.pdf"))]).toEqual([
    false,
    false,
  ])
})

test("a run that is killed half way leaves nothing that the next one does not know", async () => {
  await run(["a.pdf", "1"], ["b.pdf", "1"])
  const killed = open()
  killed.write("ringkasan.json", "{}")
  rmSync(join(dir, ".payung-lock"))
  await run(["a.pdf", "1"])
  expect([existsSync(join(dir, "a.pdf")), existsSync(join(dir, "b.pdf"))]).toEqual([true, false])
  expect(made).toEqual(["a.pdf", "b.pdf"])
})

test("files of people who keep their own things there stay", async () => {
  await run(["a.pdf", "1"])
  writeFileSync(join(dir, "catatan.txt"), "milik orang")
  await run()
  expect(read("catatan.txt")).toBe("milik orang")
})

test("a name that leaves the folder is never removed", async () => {
  const outside = `${dir}-luar.txt`
  writeFileSync(outside, "x")
  writeFileSync(join(dir, ".payung-output"), `../${outside.split("/").at(-1) ?? ""}\n`)
  await run()
  expect(existsSync(outside)).toBe(true)
  rmSync(outside)
})

test("a folder with things that no run wrote is refused, and nothing in it changes", () => {
  writeFileSync(join(dir, "laporan.html"), "milik orang")
  const refused = openOutput(dir)
  expect(refused).toEqual({
    ok: false,
    refusal: { kind: "output_exists", path: join(dir, "laporan.html") },
  })
  expect(read("laporan.html")).toBe("milik orang")
  expect(existsSync(join(dir, ".payung-lock"))).toBe(false)
})
