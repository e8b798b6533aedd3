/**
 * Times `payung run` on a folder as a whole process and prints its stages and the peak memory of its own
 * processes (the database's are not ours; they are shown beside). Memory is PSS, not RSS: RSS counts
 * the pages that a fork shares with its parent twice.
 *
 *   node tools/bench/run.ts FOLDER [--rounds 3]
 */
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { inMb, measureTree, type Memory } from "./tree-memory.ts"

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string" } },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) throw new Error("which folder? node tools/bench/run.ts FOLDER")
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const SAMPLE_MS = 25

async function runOnce(cycleFolder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "payung-bench-run-"))
  const env = { ...process.env, PAYUNG_HOME: join(work, "home") }
  const started = performance.now()
  const child = spawn(
    join(checkout, "payung"),
    ["run", cycleFolder, "--out", join(work, "out"), "--json"],
    { env, stdio: "ignore" },
  )
  let samples = 0
  let peak: Memory = { own: 0, largest: 0, largestName: "", database: 0 }
  const sampler = setInterval(() => {
    const now = measureTree(child.pid ?? 0)
    const { largest, largestName } = now.largest > peak.largest ? now : peak
    samples += 1
    peak = {
      own: Math.max(peak.own, now.own),
      largest,
      largestName,
      database: Math.max(peak.database, now.database),
    }
  }, SAMPLE_MS)
  const code = await new Promise<number>((resolve) =>
    child.once("exit", (exit) => resolve(exit ?? -1)),
  )
  clearInterval(sampler)
  if (peak.own === 0) throw new Error("saw no memory at all: /proc/PID/smaps_rollup is unreadable")
  const seconds = (performance.now() - started) / 1000
  const timings = JSON.parse(readFileSync(join(work, "out/timings.json"), "utf8")) as Record<
    string,
    number
  >
  const stages = Object.entries(timings).map(([name, ms]) => `${name} ${(ms / 1000).toFixed(2)}`)
  const toDatabase =
    Object.entries(timings)
      .filter(([name]) => name !== "documents")
      .reduce((sum, [, ms]) => sum + ms, 0) / 1000
  console.log(
    `exit ${code}  whole ${seconds.toFixed(2)} s  folder to data/ and database ${toDatabase.toFixed(2)} s  documents ${((timings["documents"] ?? 0) / 1000).toFixed(2)} s`,
  )
  console.log(`  stages: ${stages.join(" · ")}`)
  console.log(
    `  peak memory (PSS): own processes ${inMb(peak.own)}, largest single process ${inMb(peak.largest)} (${peak.largestName}), database ${inMb(peak.database)}; ${samples} samples`,
  )
  rmSync(work, { recursive: true, force: true })
}

for (let round = 0; round < Number(values.rounds ?? 3); round++) await runOnce(folder)
