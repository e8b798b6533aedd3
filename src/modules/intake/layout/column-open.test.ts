import { describe, expect, test } from "vitest"
import { findingSentence } from "../findings/finding-text.ts"
import { personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { isQuestion } from "../repairs/question.ts"

type Column = readonly [label: string, from: number | ((serial: number) => string)]

const NAME: Column = ["Nama", 1]
const NIK: Column = ["NIK", 2]
const AREA: Column = ["Kelurahan", 5]
const WORK: Column = ["Pekerjaan", 6]
const WAGE: Column = ["Penghasilan", 7]
const CARD: Column = [
  "No KK",
  (serial) => `647101${String(10 + serial)}0417${String(9001 + serial)}`,
]

function codesOf(columns: readonly Column[]) {
  const people = Array.from({ length: 12 }, (_, serial) =>
    columns.map(([, from]): CellText => {
      return typeof from === "number" ? (personRow(serial)[from] ?? "") : from(serial)
    }),
  )
  const sheet = sheetOf([columns.map(([label]) => label), ...people])
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  const read = readFile(workbookOf(sheet), source, TABLES)
  const rows = read.rows.filter(({ kind }) => kind === "person")
  const codes = rows.map(({ findings }) => findings.map(({ code, field }) => `${code} ${field}`))
  return {
    ...{ people: rows.length, file: read.findings.map(({ code }) => code) },
    codes: [...new Set(codes.flat())],
    outcomes: [...new Set(rows.map(({ outcome }) => outcome))],
    niks: rows.filter(({ nik }) => nik !== null).length,
  }
}

describe("no row is taken without what decides about its person", () => {
  test("all is there: the control", () => {
    const read = codesOf([NAME, NIK, AREA, WORK, WAGE])
    expect([read.outcomes, read.niks]).toEqual([["accepted"], 12])
  })
  test("a list without a column of NIKs asks each row for it", () => {
    const read = codesOf([NAME, ["Alamat", () => "Jl. Contoh"], AREA, WORK, WAGE])
    expect([read.outcomes, read.codes]).toEqual([["set_aside"], ["NIK_EMPTY row"]])
  })
  test("rows wait where NIK and family card may have changed places, and are asked once", () => {
    const read = codesOf([NAME, [CARD[0], NIK[1]], [NIK[0], CARD[1]], WORK, WAGE])
    expect(read.file).toEqual(["COLUMN_UNSURE", "COLUMN_UNSURE"])
    expect([read.outcomes, read.codes]).toEqual([["set_aside"], ["COLUMN_OPEN nik"]])
    expect(isQuestion("COLUMN_OPEN")).toBe(false)
  })
  test.each<[string, Column[], string]>([
    [
      "two names",
      [NAME, NIK, ["Nama Lengkap", (serial) => `ORANG ${"ABCDEFGHIJKL"[serial]}`]],
      "name",
    ],
    ["what nobody earns a day", [NAME, NIK, ["Upah per hari", () => "1500000"]], "income"],
    ["two areas", [NAME, NIK, AREA, ["Kelurahan", () => "Sepinggan"]], "area"],
  ])(
    "%s: the rows wait for the answer, and are not asked about their own cell",
    (_, columns, field) => {
      const read = codesOf([...columns, WORK, ...(field === "income" ? [] : [WAGE])])
      expect([read.outcomes, read.codes]).toEqual([["set_aside"], [`COLUMN_OPEN ${field}`]])
      expect(read.file).toContain("COLUMN_UNSURE")
    },
  )
})

test("a wage by the day is none by the month: each row is asked, and the file says why", () => {
  const read = codesOf([NAME, NIK, AREA, WORK, ["Upah per hari", () => "75000"]])
  expect(read.file).toContain("INCOME_NOT_MONTHLY")
  expect([read.outcomes, read.codes]).toEqual([["set_aside"], ["INCOME_MISSING row"]])
  const both = codesOf([NAME, NIK, AREA, WORK, ["Upah per hari", () => "75000"], WAGE])
  expect([both.file, both.outcomes]).toEqual([[], ["accepted"]])
})

test("a row that waits says that nothing is to be done in it", () => {
  const finding = { code: "COLUMN_OPEN", field: "nik", before: "", after: "" } as const
  const said = findingSentence(finding, { cell: "baris 4", file: "x.xlsx" }, "id")
  expect(said).toMatch(/menunggu .* baris 4\. .*sekali untuk seluruh berkas/)
})
