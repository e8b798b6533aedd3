import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { readCsv } from "../../../platform/spreadsheet/csv/read-csv.ts"
import { readBatch } from "../batch.ts"
import type { ColumnarList } from "./batch.ts"
import { readLargeCsv, type LargeCsvOptions } from "./read.job.ts"
import { messyCsv } from "./columnar.testing.ts"
import { sortedCodes } from "../findings/finding.ts"
import { TABLES } from "../intake.testing.ts"
import type { StoredRow } from "./stored.ts"
import type { IntakeRow } from "../rows/row.ts"

const folder = mkdtempSync(join(tmpdir(), "payung-columnar-"))
afterAll(() => rmSync(folder, { recursive: true }))

async function byColumns<T>(
  content: Uint8Array | string,
  take: (list: ColumnarList) => T,
  options: LargeCsvOptions = { threads: 1 },
): Promise<T> {
  const path = join(folder, "list.csv")
  writeFileSync(path, content)
  const read = await readLargeCsv(path, { name: "list.csv", sender: "" }, TABLES, options)
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  try {
    return take(read.value.list)
  } finally {
    read.value.close()
  }
}

function byRows(content: Uint8Array | string) {
  const bytes = typeof content === "string" ? Buffer.from(content) : content
  const received = { name: "list.csv", sha256: "", workbook: readCsv(bytes) }
  return readBatch([received], [], TABLES)
}

/** What the columns hold of a row, and what the ordinary reading says. */
const factsOf = (row: IntakeRow) => ({
  ...{ row: row.row, kind: row.kind, nik: row.nik, kk: row.kk, name: row.name },
  ...{ birthDate: row.birthDate, sex: row.sex, areaCode: row.areaCode, sector: row.sector },
  ...{ informal: row.informal, employer: row.employer, phone: row.phone },
  ...{ incomeLow: row.incomeLow, incomeHigh: row.incomeHigh, outcome: row.outcome },
})

/** One by one: the row that is told is the same object each time. */
const storedOf = (row: StoredRow) => ({
  ...{ rowId: row.rowId, sheet: row.sheet, row: row.row, kind: row.kind, outcome: row.outcome },
  ...{ nik: row.nik, name: row.name, birthDate: row.birthDate, sex: row.sex, phone: row.phone },
  ...{ areaCode: row.areaCode, occupation: row.occupation, sector: row.sector },
  ...{ cells: [...row.cells], findings: row.findings },
})

function holdToRows(content: Uint8Array | string, list: ColumnarList): void {
  const batch = byRows(content)
  const view = list.view()
  expect(list.length).toBe(batch.rows.length)
  for (const [at, row] of batch.rows.entries()) {
    const seen = { ...view.at(at).facts(), codes: list.codesAt(at) }
    expect(seen, JSON.stringify(row.cells)).toEqual({
      ...factsOf(row),
      codes: sortedCodes(row.findings),
    })
  }
  const [file] = batch.files
  expect({ ...list.counts }).toEqual({ ...file?.counts })
  expect(list.people).toBe(file?.people)
  expect(list.sender).toEqual(file?.sender)
  expect(list.findings).toEqual(file?.findings)
  expect(list.sheets).toEqual(file?.sheets)
  const codes = batch.rows.flatMap((row) => sortedCodes(row.findings))
  for (const [code, count] of list.findingCounts)
    expect([code, count]).toEqual([code, codes.filter((other) => other === code).length])
  expect(Array.from(list.stored(), storedOf)).toEqual(batch.rows.map(storedOf))
}

const SEEDS = Array.from({ length: 40 }, (_, seed) => seed)

test.each(SEEDS)("a messy list reads by columns as it does by rows (seed %i)", async (seed) => {
  const content = messyCsv(seed, 300)
  await byColumns(content, (list) => holdToRows(content, list))
})

test("single rows, ids included, are those of the batch", async () => {
  for (const seed of [1, 2, 3, 4]) {
    const content = messyCsv(seed, 200)
    await byColumns(content, (list) => expect([...list.rows()]).toEqual(byRows(content).rows))
  }
})

test.each(SEEDS)("what is kept of each row is what its reader gives (seed %i)", async (seed) => {
  const content = messyCsv(seed, 300, seed % 2 === 0)
  await byColumns(content, (list) => {
    const kept = Array.from(list.stored(), storedOf)
    expect(kept).toEqual(byRows(content).rows.map(storedOf))
  })
})

test("clean rows, rows repaired in one cell, and equal rows too", async () => {
  const lines = Array.from({ length: 200 }, (_, at) => [
    "x",
    `647101050880${9000 + (at % 150)}`,
    at % 5 === 1 ? `siti ke ${at}` : "SITI AMINAH",
    "05-08-1980",
    "Damai",
    at % 11 === 3 ? "tk. batu" : "tukang bangunan",
    at % 3 === 0 ? "Rp 1.500.000" : "1500000",
    at % 7 === 2 ? "0899 0000-1234" : "089900001234",
  ])
  const header = ["No", "NIK", "Nama", "Tgl Lahir", "Kelurahan", "Pekerjaan", "Penghasilan", "HP"]
  const content = [header, ...lines].map((cells) => cells.join(",")).join("\n")
  const { rows } = byRows(content)
  expect(rows.filter(({ findings }) => findings.length === 0).length).toBeGreaterThan(20)
  expect(rows.filter(({ findings }) => findings.length > 0).length).toBeGreaterThan(20)
  await byColumns(content, (list) =>
    expect(Array.from(list.stored(), storedOf)).toEqual(rows.map(storedOf)),
  )
})

const EXAMPLE = new URL("../../../../example/balikpapan-2026/usulan/", import.meta.url)
const LISTS = readdirSync(EXAMPLE).filter((name) => name.endsWith(".csv"))

test("the example holds csv lists", () => {
  expect(LISTS.length).toBeGreaterThan(3)
})

test.each(LISTS)("the example's list %s", async (name) => {
  const content = readFileSync(new URL(encodeURIComponent(name), EXAMPLE))
  await byColumns(content, (list) => {
    holdToRows(content, list)
    expect([...list.rows()]).toEqual(byRows(content).rows)
  })
})

const WESTERN = "Nama,NIK,Tgl Lahir,Kelurahan\nRen\u00e9e Ali,6471010101809001,01-01-1980,Damai\n"

const TWO_THREADS = { threads: 2, twoFromBytes: 1 } as const

test.each<[string, Uint8Array]>([
  ["utf-8", Buffer.from(messyCsv(5, 50))],
  ["utf-8 with its mark", Buffer.from(`\ufeff${messyCsv(6, 50)}`)],
  ["utf-16", Buffer.from(`\ufeff${messyCsv(7, 50)}`, "utf16le")],
  ["windows-1252", Buffer.from(WESTERN, "latin1")],
  [
    "windows-1252 late",
    Buffer.from(messyCsv(8, 50).replaceAll(/[\u0100-\uffff]/g, "\u00e9"), "latin1"),
  ],
])("text in %s, in one thread and in two", async (_, content) => {
  await byColumns(content, (list) => holdToRows(content, list))
  await byColumns(content, (list) => holdToRows(content, list), TWO_THREADS)
})

test("records longer than a block are read in two threads as by rows", async () => {
  const long = `"${"x".repeat(300_000)}"`
  const lines = messyCsv(0, 300, false).split("\n")
  const content = [...lines.slice(0, 100), `${long},${long}`, ...lines.slice(100)].join("\n")
  await byColumns(content, (list) => holdToRows(content, list), TWO_THREADS)
})

test("many blocks and few rows wait for each other", async () => {
  // Each block holds one line, so that blocks are told faster than they are read.
  const line = `1,${"y".repeat(200_000)},Damai`
  const head = "No,Nama,NIK,Tgl Lahir,Kelurahan\n1,UMAR ALI,6471010101809001,01-01-1980,Damai"
  const content = [head, ...Array.from({ length: 150 }, () => line)].join("\n")
  await byColumns(content, (list) => holdToRows(content, list), TWO_THREADS)
})

const SERIALS = Array.from({ length: 40 }, (_, at) => at)
const CSV_NIK = (at: number): string => `647101${10 + (at % 18)}0180${9001 + at}`
const CSV_CARD = (at: number): string => `647101${10 + (at % 18)}0417${9101 + at}`

test.each<[string, string, (at: number) => string, string]>([
  [
    "a NIK beside its name",
    "Nama dan NIK,Alamat,Pekerjaan",
    (at) => `ALI ${CSV_NIK(at)},Jl. A,ojek`,
    "NIK_REGROUPED",
  ],
  ["no column of NIKs", "Nama,Alamat,Kelurahan", () => "ALI,Jl. Contoh,Damai", "NIK_EMPTY"],
  [
    "columns that are asked",
    "Nama,NIK,No KK",
    (at) => `ALI,${CSV_CARD(at)},${CSV_NIK(at)}`,
    "COLUMN_OPEN",
  ],
])("%s", async (_, header, line, code) => {
  const content = [header, ...SERIALS.map(line)].join("\n")
  await byColumns(content, (list) => {
    holdToRows(content, list)
    expect([...list.rows()]).toEqual(byRows(content).rows)
    expect(list.findingCounts.get(code as "NIK_EMPTY")).toBe(SERIALS.length)
  })
})

test("ticks below occupations", async () => {
  const lines = SERIALS.map((at) => {
    const ticks = [0, 1, 2].map((work) => (work === at % 4 || at === 7 ? "v" : "")).join(",")
    return `ALI,${CSV_NIK(at)},${ticks},Damai`
  })
  const head = "Nama,NIK,Pekerjaan Nelayan,Pekerjaan Petani,Pekerjaan Ojek,Kelurahan"
  const content = [head, ...lines].join("\n")
  await byColumns(content, (list) => {
    holdToRows(content, list)
    const sectors = byRows(content).rows.map(({ sector }) => sector)
    expect(sectors.slice(0, 4)).toEqual(["nelayan", "petani", "ojek_pangkalan", null])
    expect(sectors[7]).toBe(null)
  })
})

test("marks for what stands above, in rows read again in any order", async () => {
  const lines = SERIALS.map((at) => {
    const isMarked = at % 10 > 2
    const told = isMarked ? `sda,idem,"-""-",//` : `Jl. ${at} RT 0${at % 7},Damai,ojek,P`
    const line = `ALI,${CSV_NIK(at)},${told}`
    return at % 15 === 14 ? `RT 0${at % 9}\n${line}` : line
  })
  const content = ["Nama,NIK,Alamat,Kelurahan,Pekerjaan,L/P", ...lines].join("\n")
  await byColumns(content, (list) => {
    holdToRows(content, list)
    const expected = byRows(content).rows
    expect([...list.rows()]).toEqual(expected)
    for (const row of [38, 12, 25, 13, 3]) expect({ ...list.rowAt(row) }).toEqual(expected[row])
    expect(list.findingCounts.get("DITTO_FILLED")).toBeGreaterThan(15)
  })
})

test("captions above and between lists, and groups of occupations", async () => {
  const header = "Nama,NIK,Alamat"
  const people = (from: number) =>
    SERIALS.slice(from, from + 9).map((at) => `ALI,${CSV_NIK(at)},Jl. A`)
  const parts = [
    ...["RT 01", header, ...people(0), "A. NELAYAN", ...people(9)],
    ...["TOTAL,,", "NO,PEKERJAAN,JUMLAH", "Nelayan,3,", "Petani,0,"],
    ...["B. ANGGOTA BARU", "RT 02", ...people(18), "RT 03", header, ...people(27)],
  ]
  const content = parts.join("\n")
  await byColumns(content, (list) => {
    holdToRows(content, list)
    const rows = [...list.rows()]
    expect(rows).toEqual(byRows(content).rows)
    const groups = rows.filter(({ kind }) => kind === "person").map(({ rt, sector }) => rt + sector)
    expect([...new Set(groups)]).toEqual(["1null", "1nelayan", "2null", "3null"])
  })
})

test.each([0, 1, 2, 3, 4])("a list reads alike in one thread and in two (%i)", async (seed) => {
  // Lists of one header, and of several.
  const large = seed < 3 ? messyCsv(seed, 1500, false) : messyCsv(seed, 800)
  const once = await byColumns(large, (list) => [...list.rows()])
  const twice = await byColumns(
    large,
    (list) => ({ rows: [...list.rows()], of: list.threads }),
    TWO_THREADS,
  )
  expect(twice.rows).toEqual(once)
  expect(twice.of).toBe(2)
})

test("months before days are seen at the end, and the list is read so", async () => {
  const days = Array.from({ length: 40 }, (_, at) => `${1 + (at % 12)}`.padStart(2, "0"))
  const lines = days.map(
    (month, at) => `UMAR ALI,647101${10 + at}01809001,${month}/${10 + (at % 18)}/1980,Damai`,
  )
  const content = ["Nama,NIK,Tgl Lahir,Kelurahan", ...lines].join("\n")
  await byColumns(content, (list) => {
    holdToRows(content, list)
    expect(list.findingCounts.get("DOB_MMDD")).toBeGreaterThan(30)
  })
})

const FEW = Array.from({ length: 9 }, (_, at) => `${at},UMAR ALI,64710101018090${at + 10}`)

test.each<[string, string, object]>([
  [
    "no header",
    "a,b,c\n1,2,3\n".repeat(20),
    { kind: "no_list", finding: { code: "FILE_HEADER_UNKNOWN" } },
  ],
  ["a header that people show", ["No,Sebutan,NIK", ...FEW].join("\n"), { kind: "unreadable" }],
  [
    "NUL in the text",
    `${messyCsv(1, 200)}\n${"\0".repeat(3)}`,
    { kind: "unreadable", detail: "nul" },
  ],
])("refuses %s", async (_, content, refusal) => {
  const path = join(folder, "refused.csv")
  writeFileSync(path, content)
  for (const options of [{ threads: 1 }, TWO_THREADS] as const) {
    const read = await readLargeCsv(path, { name: "list.csv", sender: "" }, TABLES, options)
    expect(read).toMatchObject({ refusal })
  }
})

test("breaking off leaves nothing open and says why", async () => {
  const path = join(folder, "large.csv")
  writeFileSync(path, messyCsv(4, 20_000))
  const abort = new AbortController()
  const reading = readLargeCsv(path, { name: "list.csv", sender: "" }, TABLES, {
    threads: 2,
    twoFromBytes: 1000,
    signal: abort.signal,
    onProgress: () => abort.abort(new Error("stopped by hand")),
  })
  await expect(reading).rejects.toThrow("stopped by hand")
})
