import { expect, test } from "vitest"
import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { personRow, sheetOf, TABLES, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"

type Rows = readonly (readonly CellText[])[]

const LABELS = ["No", "Nama", "NIK", "Tgl Lahir", "L/P", "Kelurahan", "Pekerjaan", "Hasil/bln"]
const COUNT = 6
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

/** A page with some of the columns of a list of six, of all its people or of some. */
const page = (columns: readonly number[], people = range(0, COUNT), head = true): Rows => [
  ...(head ? [columns.map((column) => LABELS[column] ?? "")] : []),
  ...people.map((serial) =>
    columns.map((column) => personRow(serial, { 6: `nelayan ${serial}` })[column] ?? ""),
  ),
]

const WHO = [0, 1, 2, 3, 4]
const WHAT = [5, 6, 7]

/** What a pdf of these pages says: its people with their work, and what is said of its pages. */
function read(...pages: readonly Rows[]) {
  const sheets: RawSheet[] = pages.map((rows, at) => sheetOf(rows, { name: `Halaman ${at + 1}` }))
  const file = readFile(
    { format: "pdf", sheets },
    { name: "x.pdf", sender: "Kelurahan Damai" },
    TABLES,
  )
  const people = file.rows.filter(({ kind }) => kind === "person")
  return {
    work: people.map(({ nik, name, occupation }) => [nik, name, occupation]),
    said: file.findings
      .filter(({ code }) => code.startsWith("PAGES"))
      .map(({ code, field, before }) => [code, field, before]),
    rows: file.rows.map(({ kind }) => kind),
  }
}

const whole = range(0, COUNT).map((serial) => {
  const [, name, nik] = personRow(serial)
  return [nik, name, `nelayan ${serial}`]
})
const onTwo = [["PAGES_JOINED", "Halaman 2", "Halaman 1"]]

test.each<[string, readonly Rows[], string[][]]>([
  ["two pages", [page(WHO), page(WHAT)], onTwo],
  ["the running number on both", [page(WHO), page([0, ...WHAT])], onTwo],
  [
    "three pages",
    [page([0, 1, 2]), page([3, 4, 5]), page([6, 7])],
    [...onTwo, ["PAGES_JOINED", "Halaman 3", "Halaman 1"]],
  ],
  [
    "the name on one page, the NIK on the next",
    [page([0, 1]), page([2, 3, 4, ...WHAT])],
    [["PAGES_JOINED", "Halaman 1", "Halaman 2"]],
  ],
  [
    "one width, so that all pages are one table",
    [[...page(WHO), ...page(WHAT)]],
    [["PAGES_JOINED", "Halaman 1", "Halaman 1"]],
  ],
  [
    "pages in turns, each with its header",
    [
      [
        ...[
          page(WHO, [0, 1, 2]),
          page(WHAT, [0, 1, 2]),
          page(WHO, [3, 4, 5]),
          page(WHAT, [3, 4, 5]),
        ],
      ].flat(),
    ],
    [["PAGES_JOINED", "Halaman 1", "Halaman 1"]],
  ],
  [
    "a title and a signature on each page",
    [
      [["DAFTAR PEKERJA"], ...page(WHO), ["Lurah Damai"]],
      [["LANJUTAN"], ...page(WHAT), [], ["Lurah Damai", "Sekretaris"]],
    ],
    onTwo,
  ],
])("is one list: %s", (_, pages, said) => {
  expect(read(...pages)).toMatchObject({ work: whole, said })
})

test("nothing around the second page is lost", () => {
  const below = [["Jumlah", "", "9.000.000"], ["Mengetahui,"]]
  const { rows } = read(page(WHO), [...page(WHAT), ...below])
  expect(rows.slice(COUNT)).toEqual(["total", "signature"])
})

const apart = (on: number) => [["PAGES_APART", `Halaman ${on}`, ""]]

test.each<[string, readonly Rows[], number]>([
  ["one row fewer", [page(WHO), page(WHAT, range(0, 5))], 2],
  ["as many rows, but other running numbers", [page(WHO), page([0, ...WHAT], range(1, 7))], 2],
  ["two lists that it fits", [page(WHO), page(WHO, range(10, 16)), page(WHAT)], 3],
  ["one width and a row fewer", [[...page(WHO), ...page(WHAT, range(0, 5))]], 1],
  ["a line that may be the rest of a cell", [page(WHO), [...page(WHAT), ["dan nelayan"]]], 2],
  ["no header above", [page(WHO), page(WHAT, range(0, COUNT), false)], 2],
])("is asked, and nobody gets another's work: %s", (_, pages, on) => {
  const { work, said } = read(...pages)
  expect(said).toEqual(apart(on))
  expect(work.every(([nik, , occupation]) => nik !== null && occupation === "")).toBe(true)
})

test.each<[string, readonly Rows[]]>([
  ["a list of its own", [page(WHO), page([0, 1, 2, ...WHAT], range(10, 16))]],
  [
    "a recapitulation",
    [
      page(WHO),
      [
        ["No", "Pekerjaan", "Jumlah"],
        ["1", "Nelayan", "3"],
        ["2", "Petani", "3"],
      ],
    ],
  ],
  [
    "a letter",
    [
      [
        ["Nomor", ": 400/1"],
        ["Perihal", ": Usulan"],
      ],
      page([...WHO, ...WHAT]),
    ],
  ],
])("stays as it is: %s", (_, pages) => {
  expect(read(...pages).said).toEqual([])
})

test("sheets of a workbook are joined by nobody", () => {
  const sheets = [page(WHO), page(WHAT)].map((rows, at) => sheetOf(rows, { name: String(at) }))
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  const { findings } = readFile({ format: "xlsx", sheets }, source, TABLES)
  expect(findings.filter(({ code }) => code.startsWith("PAGES"))).toEqual([])
})
