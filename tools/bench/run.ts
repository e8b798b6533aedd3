/**
 * Times `payung run` on a folder as a whole process and prints its stages and the peak memory of its own
 * processes (the database's are not ours; they are shown beside).
 *
 *   node tools/bench/run.ts FOLDER [--rounds 3]
 */
import { spawn } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string" } },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) throw new Error("which folder? node tools/bench/run.ts FOLDER")
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const SAMPLE_MS = 25

interface Process {
  readonly parent: number
  readonly name: string
  readonly rssKb: number
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>()
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const status = readFileSync(`/proc/${entry}/status`, "utf8")
      const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? ""
      found.set(Number(entry), {
        parent: Number(field("PPid")),
        name: field("Name"),
        rssKb: Number.parseInt(field("VmRSS") || "0", 10),
      })
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  return found
}

/** Resident kB of a process and all it started, its own and the database's apart. */
function treeRss(root: number): { own: number; database: number } {
  const all = processes()
  const sum = { own: 0, database: 0 }
  const belongs = (pid: number): boolean =>
    pid === root || (all.has(pid) && belongs(all.get(pid)?.parent ?? 0))
  for (const [pid, { name, rssKb }] of all) {
    if (pid <= 1 || !belongs(pid)) continue
    if (name.startsWith("postgres")) sum.database += rssKb
    else sum.own += rssKb
  }
  return sum
}

async function runOnce(cycleFolder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), "payung-bench-run-"))
  const env = { ...process.env, PAYUNG_HOME: join(work, "home") }
  const started = performance.now()
  const child = spawn(
    join(checkout, "payung"),
    ["run", cycleFolder, "--out", join(work, "out"), "--json"],
    { env, stdio: "ignore" },
  )
  const peak = { own: 0, database: 0 }
  const sampler = setInterval(() => {
    const now = treeRss(child.pid ?? 0)
    peak.own = Math.max(peak.own, now.own)
    peak.database = Math.max(peak.database, now.database)
  }, SAMPLE_MS)
  const code = await new Promise<number>((resolve) =>
    child.once("exit", (exit) => resolve(exit ?? -1)),
  )
  clearInterval(sampler)
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
    `  peak memory: own processes ${(peak.own / 1024).toFixed(0)} MB, database ${(peak.database / 1024).toFixed(0)} MB (shared pages counted more than once)`,
  )
  rmSync(work, { recursive: true, force: true })
}

for (let round = 0; round < Number(values.rounds ?? 3); round++) await runOnce(folder)
