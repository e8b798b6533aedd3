import { expect, test } from "vitest"
import { personRow, sheetOf, TABLES, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"

type Rows = readonly (readonly CellText[])[]

const HEADER = ["No", "Nama", "NIK", "Tgl Lahir", "L/P", "Kelurahan", "Pekerjaan", "Hasil/bln"]
const people = (from: number, to: number): Rows =>
  Array.from({ length: to - from }, (_, at) => personRow(from + at))
const RT1: Rows = [HEADER, ...people(0, 8)]

/** What a workbook of these sheets says: who is read on the second, and whose header that sheet has. */
function read(...sheets: readonly Rows[]) {
  const file = readFile(
    { format: "xlsx", sheets: sheets.map((rows, at) => sheetOf(rows, { name: `RT ${at + 1}` })) },
    { name: "x.xlsx", sender: "Kelurahan Damai" },
    TABLES,
  )
  return {
    named: file.rows.filter(({ kind, name }) => kind === "person" && name !== "").length,
    joined: file.findings
      .filter(({ code }) => code === "SHEET_JOINED")
      .map(({ field, before }) => [field, before]),
    ignored: file.findings.filter(({ code }) => code === "SHEET_IGNORED").length,
  }
}

const damaged: Rows = people(8, 18).map((row, at) => (at === 0 ? row.with(2, "64710105") : row))

test.each<[string, readonly Rows[], ReturnType<typeof read>]>([
  ["many people", [RT1, people(8, 18)], { named: 18, joined: [["RT 2", "RT 1"]], ignored: 0 }],
  ["one person", [RT1, people(8, 9)], { named: 9, joined: [["RT 2", "RT 1"]], ignored: 0 }],
  [
    "a title above them",
    [RT1, [["RT 2"], ...people(8, 10)]],
    { named: 10, joined: [["RT 2", "RT 1"]], ignored: 0 },
  ],
  [
    "the header on a later sheet",
    [people(8, 10), RT1],
    { named: 10, joined: [["RT 1", "RT 2"]], ignored: 0 },
  ],
  [
    "the nearest header before",
    [RT1, [HEADER, ...people(20, 24)], people(8, 10), RT1],
    { named: 22, joined: [["RT 3", "RT 2"]], ignored: 0 },
  ],
  ["a damaged NIK", [RT1, damaged], { named: 18, joined: [["RT 2", "RT 1"]], ignored: 0 }],
])("people without a header on a sheet beside one with: %s", (_, sheets, expected) =>
  expect(read(...sheets)).toEqual(expected),
)

test.each<[string, Rows]>([
  ["a column more in front", people(8, 18).map((row) => ["x", ...row])],
  ["a column more behind", people(8, 18).map((row) => [...row, "x"])],
  [
    "columns in another order",
    people(8, 18).map((row) => row.with(1, row[2] ?? "").with(2, row[1] ?? "")),
  ],
])("a sheet whose people stand otherwise is not read with that header: %s", (_, rows) =>
  expect(read(RT1, rows).joined).toEqual([]),
)
