import { expect, test } from "vitest"
import { readBatch } from "../batch.ts"
import { findingParts } from "../findings/finding-text.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"

type Rows = readonly (readonly CellText[])[]

/** The questions about the whole file, by code, place and what they name; its name tells the sender. */
function askedOf(...sheets: readonly Rows[]): readonly (readonly string[])[] {
  const named = sheets.map((rows, at) => sheetOf(rows, { name: `L${at + 1}` }))
  const workbook = { ok: true, value: workbookOf(...named) } as const
  const received = { name: "kelurahan damai.xlsx", sha256: "1", workbook }
  const [file] = readBatch([received], [], TABLES).files
  return (file?.findings ?? []).map(({ code, field, before, after }) => [
    code,
    field,
    before,
    after,
  ])
}

/** Of a page that holds what no person has: the last columns of a list that was printed wide. */
const numbered = (count: number): Rows =>
  Array.from({ length: count }, (_, at) => [String(at + 1), "", "", "", "", "", "usulan"])
const people = (count: number, change: Partial<Record<number, CellText>> = {}): Rows =>
  Array.from({ length: count }, (_, serial) => personRow(serial, change))
/** Two cells without a number: of whom, nobody can say. */
const ENTRY = ["", "AMINAH", "", "", "", "", "nelayan"]
const lost = (sheet: string, rows: number) => ["LIST_WITHOUT_PEOPLE", sheet, String(rows), ""]

test.each<[string, Rows[], (readonly string[])[]]>([
  ["no row is a person", [[HEADER, ...numbered(3)]], [lost("L1", 3)]],
  ["a title is no entry, but nobody is", [[HEADER, ["RT 01"], ["NIHIL"]]], [lost("L1", 2)]],
  [
    "one sheet of two holds nobody",
    [
      [HEADER, ...people(3)],
      [HEADER, ENTRY, ENTRY.slice(0, 2)],
    ],
    [lost("L2", 1)],
  ],
  [
    "the second list of a sheet holds nobody",
    [[HEADER, ...people(3), HEADER, ENTRY]],
    [lost("L1", 1)],
  ],
  [
    "a sheet without entries beside one of people",
    [
      [HEADER, ...people(3)],
      [HEADER, ["RT 2"]],
    ],
    [],
  ],
  ["a page that ends below its header", [[HEADER, ...people(3), HEADER, ["Halaman 2"]]], []],
  ["signatures and totals below people", [[HEADER, ...people(3), ["", "Jumlah", "3"]]], []],
])("%s", (_, sheets, wanted) => {
  expect(askedOf(...sheets)).toEqual(wanted)
})

const aside = (count: number, fields: string) => ["LIST_ALL_ASIDE", "file", String(count), fields]
const WITHOUT_WORK = HEADER.slice(0, 6)
const withoutWork = (count: number): Rows => people(count).map((row) => row.slice(0, 6))

test.each<[string, Rows, (readonly string[])[]]>([
  [
    "columns that nobody filled in",
    [WITHOUT_WORK, ...withoutWork(3)],
    [aside(3, "occupation | income")],
  ],
  ["every NIK is missing, its column is not", [HEADER, ...people(3, { 2: "" })], []],
  ["one row is asked about itself", [HEADER, ...people(1, { 2: "" })], []],
  ["one person of three can be taken", [HEADER, ...people(2, { 2: "" }), personRow(4)], []],
])("everybody waits: %s", (_, rows, wanted) => {
  expect(askedOf(rows)).toEqual(wanted)
})

test("what everybody waits for is said in the reader's words", () => {
  const finding = {
    code: "LIST_ALL_ASIDE",
    field: "file",
    before: "9",
    after: "area | income",
  } as const
  const place = { cell: "file", file: "x.csv" }
  expect(findingParts(finding, place, "id").how).toContain("(kelurahan, penghasilan per bulan)")
  expect(findingParts(finding, place, "en").how).toContain("(kelurahan, monthly income)")
})

const tooMuch = (sheet: string, what: string) => ["FILE_TOO_MUCH", sheet, what, ""]
const remarks = (count: number): Rows => Array.from({ length: count }, () => ["", "x"])

test.each<[string, Rows, (readonly string[])[]]>([
  [
    "hardly a person among remarks",
    [HEADER, ...people(9), ...remarks(50_001)],
    [tooMuch("L1", "others")],
  ],
  ["as many remarks, and people among them", [HEADER, ...people(2600), ...remarks(50_001)], []],
  [
    "a header above every person",
    people(20_001).flatMap((row) => [HEADER, row]),
    [tooMuch("L1", "headers")],
  ],
])("what no list can be is not read to its end: %s", (_, rows, wanted) => {
  expect(askedOf(rows)).toEqual(wanted)
})
