/**
 * Every comparison with a rival, one after the other: matching (Splink), registers (DuckDB), reading a csv (the best
 * parsers of npm), storing a run (COPY), searching (pg_trgm), and the API beside a run. Each prints its ratios
 * and, beside them, its quality. Rivals from PyPI are used where `--python` has them; without them ours stand alone.
 * The whole takes some half an hour of a machine that does nothing else; `--quick` a tenth of the rows, for trying.
 *
 *   npm run bench -- [--python PYTHON] [--quick] [--only matching,registers,csv,store,search,api]
 */
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"

const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    quick: { type: "boolean", default: false },
    only: { type: "string" },
  },
})
const work = mkdtempSync(join(tmpdir(), "payung-bench-all-"))
const cycle = join(work, "cycle")
const size = (rows: number): string => String(values.quick ? rows / 10 : rows)
const python = ["--python", values.python]

/** By name: the command and its arguments. */
const BENCHES: Readonly<Record<string, readonly string[]>> = {
  matching: ["matching.ts", "--rows", size(1_000_000), ...python],
  registers: [
    ...["registers.ts", "--candidates", size(1_000_000), "--register", size(5_000_000)],
    ...python,
  ],
  csv: ["csv.ts", "--rows", size(1_000_000)],
  store: ["store.ts", cycle],
  search: ["search.ts", "--people", size(1_000_000)],
  api: ["api-beside-run.ts", cycle],
}

const asked = values.only?.split(",") ?? Object.keys(BENCHES)
const unknown = asked.filter((name) => !Object.hasOwn(BENCHES, name))
if (unknown.length > 0) {
  console.error(`unknown: ${unknown.join(", ")}; known: ${Object.keys(BENCHES).join(", ")}`)
  process.exit(2)
}

function run(args: readonly string[]): boolean {
  const [tool = "", ...rest] = args
  const path = join(import.meta.dirname, tool)
  return spawnSync(process.execPath, [path, ...rest], { stdio: "inherit" }).status === 0
}

/** A list of one office, for whatever runs a whole cycle. */
function writeCycle(): void {
  mkdirSync(join(cycle, "usulan"), { recursive: true })
  const list = ["--out", join(cycle, "usulan", "kota.csv"), "--truth", join(work, "truth.csv")]
  if (!run(["people/make.ts", "coast", "--rows", size(100_000), "--seed", "3", ...list]))
    throw new Error("the list could not be made")
}

const failed: string[] = []
try {
  if (asked.includes("store") || asked.includes("api")) writeCycle()
  for (const name of asked) {
    console.log(`\n# ${name}`)
    if (!run(BENCHES[name] ?? [])) failed.push(name)
  }
} finally {
  rmSync(work, { recursive: true, force: true })
}
if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`)
process.exitCode = failed.length === 0 ? 0 : 1
