/**
 * Times `payung run` on a folder as a whole process and prints its stages and the peak memory of its own
 * processes (the database's are not ours; they are shown beside). Memory is PSS, not RSS: RSS counts
 * the pages that a fork shares with its parent twice.
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
}

interface Memory {
  readonly own: number
  readonly largest: number
  readonly largestName: string
  readonly database: number
}

function processes(): Map<number, Process> {
  const found = new Map<number, Process>()
  for (const entry of readdirSync("/proc")) {
    if (!/^\d+$/.test(entry)) continue
    try {
      const status = readFileSync(`/proc/${entry}/status`, "utf8")
      found.set(Number(entry), {
        parent: Number(fieldOf(status, "PPid")),
        name: fieldOf(status, "Name"),
      })
    } catch {
      // The process ended between the listing and the reading.
    }
  }
  return found
}

function fieldOf(text: string, name: string): string {
  return new RegExp(`^${name}:\\s*(.*)$`, "m").exec(text)?.[1] ?? ""
}

/**
 * A process's share of memory in kB: a page that n processes map counts 1/n in each, so a sum over
 * processes counts every page once, also while a fork still shares all of its parent. Zero when
 * the process has ended, or belongs to another user whom we may not look into.
 */
function readPssKb(pid: number): number {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8")
    return Number.parseInt(fieldOf(rollup, "Pss") || "0", 10)
  } catch {
    return 0
  }
}

/** PSS in kB of a process and all it started, its own and the database's apart. */
function measureTree(root: number): Memory {
  const all = processes()
  const belongs = (pid: number): boolean =>
    pid === root || (all.has(pid) && belongs(all.get(pid)?.parent ?? 0))
  const sum = { own: 0, largest: 0, largestName: "", database: 0 }
  for (const [pid, { name }] of all) {
    if (pid <= 1 || !belongs(pid)) continue
    const pssKb = readPssKb(pid)
    if (name.startsWith("postgres")) {
      sum.database += pssKb
      continue
    }
    sum.own += pssKb
    if (pssKb > sum.largest) Object.assign(sum, { largest: pssKb, largestName: name })
  }
  return sum
}

function inMb(kb: number): string {
  return `${(kb / 1024).toFixed(0)} MB`
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
