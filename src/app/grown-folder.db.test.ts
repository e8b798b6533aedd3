import { spawnSync } from "node:child_process"
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startServer, type Server } from "../platform/embedded-postgres.ts"

// The whole command: what a grown folder's run keeps has to be what a run from nothing writes.
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const example = join(checkout, "example/balikpapan-2026")
const work = mkdtempSync(join(tmpdir(), "payung-grown-test-"))
const home = join(work, "home")
let server: Server

beforeAll(async () => {
  server = await startServer({ home, profile: "testing" })
})

afterAll(async () => {
  await server.stop()
  rmSync(server.serverDir, { recursive: true, force: true })
  rmSync(work, { recursive: true, force: true })
})

function run(folder: string, out: string): string {
  const args = ["run", folder, "--out", join(work, out), "--ceiling", "60000000", "--lang", "en"]
  const env = { ...process.env, PAYUNG_HOME: home }
  const ran = spawnSync(join(checkout, "payung"), args, { env, encoding: "utf8" })
  expect(ran.stderr).toContain("result_hash")
  return /Files: .*\nDocuments: .*/.exec(ran.stderr)?.[0].replace("\n", " ") ?? ""
}

/** All that was written, but for times, our list of files, and the report, which tells what is new. */
function written(out: string): Record<string, string> {
  const told = new Set(["timings.json", ".payung-output", "laporan.html"])
  const entries = readdirSync(join(work, out), { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    entries
      .filter((entry) => entry.isFile() && !told.has(entry.name))
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(join(work, out).length), readFileSync(path, "latin1")]),
  )
}

test("a folder that grew gives the bytes of a run from nothing, and only what is new is done", () => {
  const folder = join(work, "cycle")
  cpSync(example, folder, { recursive: true })
  const later = readdirSync(join(folder, "usulan")).slice(0, 2)
  for (const name of later) rmSync(join(folder, "usulan", name))
  const small = run(folder, "out")
  expect(small).toMatch(/^Files: \d+ opened, 0 unchanged .* Documents: \d+ made, 0 unchanged\.$/)
  const files = Number(/(\d+) opened/.exec(small)?.[1])
  cpSync(example, folder, { recursive: true })
  const grown = run(folder, "out")
  expect(grown).toContain(`2 opened, ${files} unchanged`)
  expect(Number(/made, (\d+)/.exec(grown)?.[1])).toBeGreaterThan(0)
  rmSync(join(home, "cache"), { recursive: true })
  expect(run(folder, "fresh")).toContain(`${files + 2} opened, 0 unchanged`)
  expect(written("out")).toEqual(written("fresh"))
  expect(run(folder, "out")).toMatch(/0 opened, .* 0 made,/)
  expect(written("out")).toEqual(written("fresh"))
})
