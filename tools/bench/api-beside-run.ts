/**
 * How quickly the API answers while a run works on the same database, against an idle machine: searches by name and pages
 * of pairs at a fixed modest rate, `payung serve` and `payung run` as the processes that they are.
 *
 *   node tools/bench/api-beside-run.ts FOLDER [--rate 20] [--seconds 20]
 */
import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as wait } from "node:timers/promises"
import { parseArgs } from "node:util"

const { values, positionals } = parseArgs({
  options: {
    rate: { type: "string", default: "20" },
    seconds: { type: "string", default: "20" },
  },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) throw new Error("which folder? node tools/bench/api-beside-run.ts FOLDER")
const checkout = join(import.meta.dirname, "../..")
const payung = join(checkout, "payung")
const work = mkdtempSync(join(tmpdir(), "payung-bench-api-"))
const env = { ...process.env, PAYUNG_HOME: join(work, "home") }
const NAMES = ["siti", "budi santoso", "ahmad", "dewi lestari", "slamet riyadi", "nurul"]

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve))
  const address = probe.address()
  probe.close()
  return typeof address === "object" && address !== null ? address.port : 0
}

async function answered(url: string): Promise<number> {
  const started = performance.now()
  const response = await fetch(url)
  await response.arrayBuffer()
  if (!response.ok) throw new Error(`${response.status} of ${url}`)
  return performance.now() - started
}

/** Milliseconds of every answer; requests begin at their time, whatever became of those before. */
async function measure(base: string, isOver: () => boolean): Promise<number[]> {
  const answers: Promise<number>[] = []
  const started = performance.now()
  for (let at = 0; !isOver(); at++) {
    const name = encodeURIComponent(NAMES[at % NAMES.length] ?? "")
    const path = at % 2 === 0 ? `persons?q=${name}` : "pairs?limit=20"
    answers.push(answered(`${base}/api/v1/${path}`))
    await wait(Math.max(0, started + ((at + 1) * 1000) / Number(values.rate) - performance.now()))
  }
  return await Promise.all(answers)
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

function told(name: string, times: readonly number[]): number {
  const p95 = quantile(times, 0.95)
  const rest = `p50 ${quantile(times, 0.5).toFixed(1)} ms, p99 ${quantile(times, 0.99).toFixed(1)} ms`
  console.log(`${name}: p95 ${p95.toFixed(1)} ms, ${rest}, ${times.length} answers`)
  return p95
}

async function isUp(base: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      await answered(`${base}/api/v1/pairs?limit=1`)
      return
    } catch {
      await wait(200)
    }
  }
  throw new Error("the server did not come up")
}

let server: ChildProcess | null = null
try {
  const out = join(work, "out")
  if (spawnSync(payung, ["run", folder, "--out", out], { env }).status !== 0)
    throw new Error("the first run failed")
  const port = await freePort()
  server = spawn(payung, ["serve", "--port", String(port)], { env, stdio: "ignore" })
  const base = `http://127.0.0.1:${port}`
  await isUp(base)
  await measure(base, after(3))
  const idle = told("idle", await measure(base, after(Number(values.seconds))))
  // Another seed makes another run, which is computed and stored anew.
  const again = ["run", folder, "--out", join(work, "again"), "--seed", "another"]
  const run = spawn(payung, again, { env, stdio: "ignore" })
  let code: number | null = null
  run.once("exit", (exit) => (code = exit ?? -1))
  const beside = told("beside a run", await measure(base, () => code !== null))
  if (code !== 0) throw new Error(`the run ended with ${code}`)
  console.log(`p95 beside a run is ${(beside / idle).toFixed(2)} times that of an idle machine`)
} finally {
  server?.kill("SIGTERM")
  await wait(1000)
  rmSync(work, { recursive: true, force: true })
}

function after(seconds: number): () => boolean {
  const end = performance.now() + seconds * 1000
  return () => performance.now() >= end
}
