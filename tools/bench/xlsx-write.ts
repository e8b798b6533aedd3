/**
 * Times writing an .xlsx of 100,000 rows and 10 columns to disk: ours, exceljs' streaming writer and
 * hucre's, each round in a process of its own, interleaved. Ours writes its usual table (borders,
 * formats, filter, frozen header), the others plain cells. Then exceljs reads every value back.
 *
 *   node tools/bench/xlsx-write.ts [--rows 100000] [--rounds 5] [--skip-check]
 */
import { execFileSync } from "node:child_process"
import { createWriteStream, mkdtempSync, openSync, rmSync, statSync, writeSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Writable } from "node:stream"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import ExcelJS from "exceljs"
import { writeXlsxStream } from "hucre"
import type { SheetColumn } from "../../src/platform/spreadsheet/sheet-spec.ts"
import { streamWorkbook } from "../../src/platform/spreadsheet/write/workbook.ts"

const { values } = parseArgs({
  options: {
    rows: { type: "string", default: "100000" },
    rounds: { type: "string", default: "5" },
    engine: { type: "string" },
    out: { type: "string" },
    "skip-check": { type: "boolean", default: false },
  },
})
const rowCount = Number(values.rows)

type Row = readonly (string | number)[]

const COLUMNS: readonly SheetColumn[] = [
  { header: "No.", width: 8, kind: "number" },
  { header: "NIK", width: 19, kind: "text" },
  { header: "Nama", width: 30, kind: "text" },
  { header: "Tempat lahir", width: 20, kind: "text" },
  { header: "Tanggal lahir", width: 14, kind: "text" },
  { header: "L/P", width: 5, kind: "text" },
  { header: "Alamat", width: 40, kind: "text" },
  { header: "Kelurahan", width: 24, kind: "text" },
  { header: "Pekerjaan", width: 24, kind: "text" },
  { header: "Penghasilan", width: 14, kind: "number" },
]
const WORK = ["nelayan", "petani", "buruh harian", "=ojek", "pedagang <kecil> & kopi", "tukang"]

/** Rows that are made beforehand: what is timed is writing. */
const POOL = 5000

/** People of no town, with running numbers. */
function* people(): Generator<Row> {
  for (let index = 0; index < rowCount; index++) yield [index + 1, ...(pool[index % POOL] ?? [])]
}

const pool: readonly Row[] = Array.from({ length: POOL }, (_, index) => {
  const mixed = (index * 2_654_435_761) % 4_294_967_296
  const day = String(1 + (mixed % 28)).padStart(2, "0")
  return [
    `6471${String(mixed % 100_000_000).padStart(8, "0")}${9000 + (index % 1000)}`,
    `NAMA CONTOH ${mixed.toString(36).toUpperCase()}`,
    `KOTA ${mixed % 97}`,
    `${day}-0${1 + (mixed % 9)}-${1950 + (mixed % 55)}`,
    mixed % 2 === 0 ? "L" : "P",
    `JL. MELATI NO. ${mixed % 400} RT ${mixed % 60}`,
    `Kelurahan ${mixed % 34}`,
    WORK[mixed % WORK.length] ?? "",
    500_000 + (mixed % 40) * 50_000,
  ]
})

const ENGINES: Readonly<Record<string, (file: string) => Promise<void>>> = {
  async payung(file) {
    const out = openSync(file, "w")
    const spec = { sheets: [{ name: "Daftar", columns: COLUMNS, rows: people() }] }
    await streamWorkbook({ ...spec, meta: { title: "Daftar" } }, (bytes) => {
      for (let at = 0; at < bytes.length;) at += writeSync(out, bytes, at)
    })
  },
  async exceljs(file) {
    const options = { filename: file, useStyles: false, useSharedStrings: false }
    const book = new ExcelJS.stream.xlsx.WorkbookWriter(options)
    const sheet = book.addWorksheet("Daftar")
    sheet.addRow(COLUMNS.map(({ header }) => header)).commit()
    for (const row of people()) sheet.addRow(row).commit()
    sheet.commit()
    await book.commit()
  },
  async hucre(file) {
    const columns = COLUMNS.map(({ header, width }) => ({ header, width }))
    const rows = people() as Iterable<(string | number)[]>
    const bytes = writeXlsxStream(rows, { name: "Daftar", columns })
    await bytes.pipeTo(Writable.toWeb(createWriteStream(file)))
  },
}

/** The first value that exceljs reads otherwise than it was written. */
async function firstDifference(file: string): Promise<string | null> {
  const expected = [COLUMNS.map(({ header }) => header) as Row][Symbol.iterator]()
  const rest = people()
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(file, { styles: "cache" })
  let rows = 0
  for await (const sheet of reader)
    for await (const row of sheet) {
      rows++
      const header = expected.next()
      const wanted: Row = header.done
        ? ((rest.next().value as Row | undefined) ?? [])
        : header.value
      for (const [column, value] of wanted.entries()) {
        const read = row.getCell(column + 1).value
        if (read !== value) return `${row.number}:${column} ${JSON.stringify(read)} is not ${value}`
      }
    }
  return rows === rowCount + 1 ? null : `${rows} rows are not ${rowCount + 1}`
}

interface Measure {
  readonly ms: number
  /** Processor time of all threads: what a busy machine does not distort. */
  readonly cpuMs: number
  readonly rssMb: number
}

async function measure(engine: string, file: string): Promise<void> {
  const [started, used] = [performance.now(), process.cpuUsage()]
  await ENGINES[engine]?.(file)
  const ms = performance.now() - started
  const { user, system } = process.cpuUsage(used)
  const cpuMs = (user + system) / 1000
  console.log(JSON.stringify({ ms, cpuMs, rssMb: process.resourceUsage().maxRSS / 1024 }))
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "payung-bench-xlsx-"))
  const self = fileURLToPath(import.meta.url)
  const measures = new Map<string, Measure[]>(Object.keys(ENGINES).map((name) => [name, []]))
  const fileOf = (engine: string) => join(folder, `${engine}.xlsx`)
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [engine, own] of measures) {
      const args = [self, "--engine", engine, "--out", fileOf(engine), "--rows", String(rowCount)]
      const told = execFileSync(process.execPath, args, { encoding: "utf8" })
      own.push(JSON.parse(told) as Measure)
    }
  const medians = new Map<string, number>()
  const cpu = new Map<string, number>()
  for (const [engine, own] of measures) {
    medians.set(engine, median(own.map(({ ms }) => ms)))
    cpu.set(engine, median(own.map(({ cpuMs }) => cpuMs)))
    const rss = median(own.map(({ rssMb }) => rssMb))
    const size = statSync(fileOf(engine)).size / 1024 ** 2
    console.log(
      `${engine.padEnd(8)} median ${medians.get(engine)?.toFixed(0)} ms  processor ${cpu.get(engine)?.toFixed(0)} ms  peak RSS ${rss.toFixed(0)} MB  file ${size.toFixed(1)} MB  (${own.map(({ ms }) => ms.toFixed(0)).join(", ")})`,
    )
  }
  const ratio = (of: ReadonlyMap<string, number>, rival: string) =>
    ((of.get(rival) ?? 0) / (of.get("payung") ?? 1)).toFixed(2)
  for (const rival of ["exceljs", "hucre"])
    console.log(`${rival} / payung: ${ratio(medians, rival)}, processor ${ratio(cpu, rival)}`)
  if (!values["skip-check"]) {
    const difference = await firstDifference(fileOf("payung"))
    console.log(`read back by exceljs: ${difference ?? "every value as written"}`)
    if (difference !== null) process.exitCode = 1
  }
  rmSync(folder, { recursive: true, force: true })
}

if (values.engine === undefined) await compare()
else await measure(values.engine, values.out ?? "")
