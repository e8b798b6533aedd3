/**
 * Times the reading of a large csv: `udsv` splitting it into strings, our parser finding its fields, and
 * our whole intake (parsed, normalised, every row judged) in one thread and in two. Rounds are
 * interleaved, every reading has a process of its own, and times begin when the reading begins. Compiled
 * code is kept between processes, as `payung` keeps it, for each reading alike; a first round fills that
 * store and does not count.
 * Says first whether a sample read by columns equals the ordinary reading row by row. `udsv` whole keeps
 * its rows as ours does; streaming forgets each row once it is split.
 *
 *   node tools/bench/csv.ts [--rows 1000000] [--rounds 5] [--keep FOLDER]
 */
import { execFileSync } from "node:child_process"
import {
  closeSync,
  createReadStream,
  fstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs"
import { loadavg, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { parse } from "yaml"
import { inferSchema, initParser, type Parser } from "udsv"
import { localDate } from "../../src/kernel/local-date.ts"
import {
  compileAreas,
  compileOccupations,
  readBatch,
  readLargeCsv,
  readVocabulary,
  sortedCodes,
  type IntakeTables,
} from "../../src/modules/intake/index.ts"
import { CsvReader } from "../../src/platform/spreadsheet/csv/reader.ts"
import { readCsv } from "../../src/platform/spreadsheet/csv/read-csv.ts"
import { LIST_AREAS, writeList } from "./csv-list.ts"

const SEED = 7
const SAMPLE_ROWS = 20_000
const SOURCE = { name: "daftar.csv", sender: "Kelurahan Damai" }

type Way =
  | "udsv streaming"
  | "udsv whole"
  | "ours, fields only"
  | "ours, 1 thread"
  | "ours, 2 threads"
const WAYS: readonly Way[] = [
  ...(["udsv streaming", "udsv whole", "ours, fields only"] as const),
  ...(["ours, 1 thread", "ours, 2 threads"] as const),
]

interface Measured {
  readonly ms: number
  readonly rows: number
  readonly peakKb: number
  readonly beforeKb: number
}

function tables(): IntakeTables {
  const on = localDate(2025, 11, 15)
  if (on === null) throw new Error("no such day")
  const law = fileURLToPath(new URL("../../law/national", import.meta.url))
  const areas = LIST_AREAS.map((name, at) => ({ code: `64.71.01.${1001 + at}`, name, aliases: [] }))
  return {
    tenantId: 6471,
    on,
    areas: compileAreas(areas),
    offices: [],
    occupations: compileOccupations(vocabularyOf(law)),
  }
}

function vocabularyOf(folder: string) {
  const names = readdirSync(folder).filter((name) => /^occupations.*\.yaml$/.test(name))
  const documents = names.sort().map((name) => {
    const path = join(folder, name)
    return { path, content: parse(readFileSync(path, "utf8")) as unknown }
  })
  const read = readVocabulary(documents)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

/** udsv's documented way for files of any size: chunks, and rows that are not kept. */
async function splitStreaming(path: string): Promise<number> {
  let parser: Parser | null = null
  let rows = 0
  for await (const chunk of createReadStream(path, { encoding: "utf8" })) {
    const text = chunk as string
    parser ??= initParser(inferSchema(text))
    parser.chunk<string[]>(text, parser.stringArrs, () => {
      rows++
    })
  }
  parser?.end()
  return rows
}

function splitWhole(path: string): number {
  const text = readFileSync(path, "utf8")
  return initParser(inferSchema(text)).stringArrs(text).length
}

function findFields(path: string): number {
  const file = openSync(path, "r")
  const { size } = fstatSync(file)
  const read = (into: Uint8Array, at: number, length: number, position: number): number =>
    readSync(file, into, at, Math.min(length, size - position), position)
  const reader = new CsvReader({ size, read }, ",")
  let rows = -1
  while (reader.advance()) rows += reader.count
  closeSync(file)
  return rows
}

async function readWhole(path: string, known: IntakeTables, threads: 1 | 2): Promise<number> {
  const read = await readLargeCsv(path, SOURCE, known, { threads })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  read.value.close()
  return read.value.list.length
}

async function measure(way: Way, path: string): Promise<Measured> {
  const known = way.includes("thread") ? tables() : null
  const beforeKb = process.resourceUsage().maxRSS
  const started = performance.now()
  let rows = 0
  if (way === "udsv streaming") rows = await splitStreaming(path)
  else if (way === "udsv whole") rows = splitWhole(path)
  else if (way === "ours, fields only") rows = findFields(path)
  else if (known !== null) rows = await readWhole(path, known, way === "ours, 1 thread" ? 1 : 2)
  const ms = performance.now() - started
  return { ms, rows, beforeKb, peakKb: process.resourceUsage().maxRSS }
}

/** Whether outcome, values and findings of every row are those of the ordinary reading. */
async function compare(path: string): Promise<string> {
  const known = tables()
  const workbook = readCsv(readFileSync(path))
  const received = { name: SOURCE.name, sha256: "", workbook }
  const letter = { order: 1, file: SOURCE.name, sender: SOURCE.sender, claimed: null }
  const { rows } = readBatch([received], [letter], known)
  const read = await readLargeCsv(path, SOURCE, known, { threads: 2, twoFromBytes: 1 })
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  const { list, close } = read.value
  const view = list.view()
  let same = 0
  for (const [at, row] of rows.entries()) {
    const seen: Readonly<Record<string, unknown>> = { ...view.at(at).facts() }
    const said: Readonly<Record<string, unknown>> = { ...row }
    const isSame = Object.keys(seen).every((key) => seen[key] === said[key])
    if (isSame && list.codesAt(at).join() === sortedCodes(row.findings).join()) same++
  }
  close()
  const findings = rows.reduce((sum, row) => sum + row.findings.length, 0)
  return `${same} of ${rows.length} rows equal (${list.length} by columns, ${list.threads} threads, ${findings} findings)`
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function inOwnProcess(way: Way, path: string): Measured {
  const args = [fileURLToPath(import.meta.url), "--way", way, "--file", path]
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(path), "code") }
  return JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env })) as Measured
}

/** The middle of a reading's ratios to another one, each within its round. */
function ratioTo(runs: readonly Measured[], others: readonly Measured[]): string {
  return median(runs.map(({ ms }, round) => ms / (others[round]?.ms ?? Number.NaN))).toFixed(2)
}

function report(path: string, rounds: number): void {
  const measured = new Map<Way, Measured[]>(WAYS.map((way) => [way, []]))
  for (const way of WAYS) inOwnProcess(way, path)
  for (let round = 0; round < rounds; round++)
    for (const way of WAYS) measured.get(way)?.push(inOwnProcess(way, path))
  const bytes = statSync(path).size
  const of = (way: Way): readonly Measured[] => measured.get(way) ?? []
  for (const [way, runs] of measured) {
    const ms = median(runs.map((run) => run.ms))
    const peak = median(runs.map((run) => run.peakKb)) / 1024
    const rows = runs[0]?.rows ?? 0
    const perRow = median(runs.map((run) => ((run.peakKb - run.beforeKb) * 1024) / run.rows))
    const all = runs.map((run) => (run.ms / 1000).toFixed(2)).join(" ")
    console.log(
      `${way.padEnd(18)} ${(ms / 1000).toFixed(2)} s  ${(bytes / 1e6 / (ms / 1000)).toFixed(0).padStart(4)} MB/s  ` +
        `to whole ${ratioTo(runs, of("udsv whole"))}, to streaming ${ratioTo(runs, of("udsv streaming"))}  ` +
        `peak ${peak.toFixed(0)} MB (${perRow.toFixed(0)} B a row)  ${rows} rows  [${all}]`,
    )
  }
}

const { values } = parseArgs({
  options: {
    rows: { type: "string" },
    rounds: { type: "string" },
    keep: { type: "string" },
    way: { type: "string" },
    file: { type: "string" },
  },
})
const way = WAYS.find((known) => known === values.way)
if (way !== undefined && values.file !== undefined) {
  console.log(JSON.stringify(await measure(way, values.file)))
} else {
  const folder = values.keep ?? mkdtempSync(join(tmpdir(), "payung-bench-csv-"))
  mkdirSync(folder, { recursive: true })
  const [list, sample] = [join(folder, "list.csv"), join(folder, "sample.csv")]
  writeList(sample, SAMPLE_ROWS, SEED + 1)
  console.log(`sample: ${await compare(sample)}`)
  writeList(list, Number(values.rows ?? 1_000_000), SEED)
  console.log(
    `list: ${(statSync(list).size / 1e6).toFixed(0)} MB, load ${loadavg()[0]?.toFixed(1)}`,
  )
  report(list, Number(values.rounds ?? 5))
  if (values.keep === undefined) rmSync(folder, { recursive: true })
}
