/**
 * What a folder costs that grew: a first run, then the same folder with one list changed, then with
 * four lists and a register added. Whole processes, on one database that stays up, rounds one after
 * the other; each grown folder's output is compared with a fresh run's, byte for byte.
 *
 *   node tools/bench/grow.ts FOLDER [--rounds 3] [--fresh]
 */
import { spawn, spawnSync } from "node:child_process"
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { startServer } from "../../src/platform/embedded-postgres.ts"
import { inMb, measureTree, processorSeconds } from "./tree-memory.ts"

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string" }, fresh: { type: "boolean" } },
  allowPositionals: true,
})
const [source] = positionals
if (source === undefined) throw new Error("which folder? node tools/bench/grow.ts FOLDER")
const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
const SAMPLE_MS = 25
const NIK = /(?<!\d)(\d{12})\d{4}(?!\d)/

interface Ran {
  readonly seconds: number
  readonly processorSeconds: number
  readonly stages: string
  readonly said: string
  readonly peakKb: number
}

async function run(folder: string, home: string, out: string): Promise<Ran> {
  const started = performance.now()
  const env = { ...process.env, PAYUNG_HOME: home }
  const child = spawn(join(checkout, "payung"), ["run", folder, "--out", out], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
  })
  let [said, peakKb, processor] = ["", 0, 0]
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
  const sampler = setInterval(() => {
    peakKb = Math.max(peakKb, measureTree(child.pid ?? 0).own)
    processor = Math.max(processor, processorSeconds(child.pid ?? 0))
  }, SAMPLE_MS)
  const code = await new Promise((resolve) => child.once("close", resolve))
  clearInterval(sampler)
  if (code !== 0) throw new Error(said)
  const seconds = (performance.now() - started) / 1000
  const timings = JSON.parse(readFileSync(join(out, "timings.json"), "utf8")) as object
  const stages = Object.entries(timings)
    .map(([name, ms]) => `${name} ${(Number(ms) / 1000).toFixed(2)}`)
    .join(" · ")
  const work = /^Files opened .*$/m.exec(said)?.[0] ?? ""
  return { seconds, processorSeconds: processor, stages, said: work, peakKb }
}

/** A csv gets a person more, beside one in its middle: no other format is changed so easily. */
function changeOne(folder: string): void {
  const lists = join(folder, "usulan")
  const name = readdirSync(lists).find((file) => file.endsWith(".csv"))
  if (name === undefined) throw new Error("no csv among the lists")
  const path = join(lists, name)
  const lines = readFileSync(path, "latin1").split("\n")
  const people = lines.filter((line) => NIK.test(line))
  const one = people[Math.floor(people.length / 2)]
  if (one === undefined) throw new Error(`no NIK in ${name}`)
  // Another serial in her NIK and another name: somebody whom nobody has sent before.
  const other = one.replace(NIK, "$19987").replace(/[a-z]{3,}/i, "Sulastri")
  lines.splice(lines.indexOf(one) + 1, 0, other)
  writeFileSync(path, lines.join("\n"), "latin1")
}

/** The folder without its last lists and its last register, which are laid aside. */
function takeAway(folder: string, aside: string): number {
  const taken = [
    ...readdirSync(join(folder, "usulan"))
      .filter((name) => /\.(xlsx|csv)$/.test(name))
      .slice(-4)
      .map((name) => `usulan/${name}`),
    ...readdirSync(join(folder, "register"))
      .slice(-1)
      .map((name) => `register/${name}`),
  ]
  for (const path of taken) {
    mkdirSync(dirname(join(aside, path)), { recursive: true })
    renameSync(join(folder, path), join(aside, path))
  }
  return taken.length
}

function tell(what: string, ran: Ran, files = 0): void {
  const { seconds, stages, said, peakKb } = ran
  const each = files === 0 ? "" : `, ${(seconds / files).toFixed(2)} s a changed file`
  const processor = `processor ${ran.processorSeconds.toFixed(2)} s`
  const memory = `peak PSS of own processes ${inMb(peakKb)}`
  console.log(`${what}: ${seconds.toFixed(2)} s${each}; ${processor}; ${memory}`)
  console.log(`  ${stages}\n  ${said}`)
}

/** Files that differ between two output folders, but for times and our own list of files. */
function compare(one: string, other: string): string {
  const ran = spawnSync(
    "diff",
    ["-rq", "-x", "timings.json", "-x", ".payung-output", "-x", "laporan.html", one, other],
    { encoding: "utf8" },
  )
  return ran.stdout === "" ? "the same bytes" : ran.stdout
}

async function round(work: string): Promise<void> {
  const [folder, aside] = [join(work, "cycle"), join(work, "aside")]
  const [home, out] = [join(work, "home"), join(work, "out")]
  cpSync(source ?? "", folder, { recursive: true })
  const added = takeAway(folder, aside)
  const server = await startServer({ home })
  try {
    tell("first run", await run(folder, home, out))
    tell("nothing changed", await run(folder, home, out))
    changeOne(folder)
    tell("one list changed", await run(folder, home, out), 1)
    cpSync(aside, folder, { recursive: true })
    tell(`${added} files added`, await run(folder, home, out), added)
  } finally {
    await server.stop()
  }
  if (values.fresh !== true) return
  const [freshHome, freshOut] = [join(work, "fresh-home"), join(work, "fresh-out")]
  tell("the grown folder from nothing", await run(folder, freshHome, freshOut))
  console.log(`  output but for the report, grown against fresh: ${compare(out, freshOut)}`)
}

for (let count = 0; count < Number(values.rounds ?? 3); count++) {
  const work = mkdtempSync(join(tmpdir(), "payung-bench-grow-"))
  await round(work)
  rmSync(work, { recursive: true, force: true })
}
