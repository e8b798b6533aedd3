import { describe, expect, test } from "vitest"
import { isDitto, mayBeginDitto } from "./ditto.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { isInjection } from "../rows/marks.ts"

const MARKS = [
  ...['"', "''", "”", "„", "〃", '-"-', '- " -', '~"~', "//", "-//-", ",,", "’’"],
  ...["sda", "SDA", "s.d.a.", "s d a", "idem", "Idem.", "-idem-", "ditto"],
  ...["sama atas", "sama dengan di atas", "seperti diatas", "sama dgn atas"],
]
const NO_MARKS = [
  "",
  "-",
  "--",
  "'",
  ".",
  "sama",
  "idem dito",
  "sdm",
  "atas",
  "di atas",
  "12",
  '"A"',
]

test.each(MARKS)("%j stands for the cell above", (text) => {
  expect([isDitto(text), mayBeginDitto(Buffer.from(text), 0)]).toEqual([true, true])
})
test.each(NO_MARKS)("%j stands for itself", (text) => expect(isDitto(text)).toBe(false))

test.each(['-"-', "-//-", "-idem-"])("%j is no formula", (text) => {
  expect(isInjection({ text, column: 0, kind: "text", formula: false, struck: false })).toBe(false)
})

type Row = readonly CellText[]

function read(rows: readonly Row[], extras: Parameters<typeof sheetOf>[1] = {}) {
  const sheet = sheetOf([HEADER, ...rows], extras)
  const file = readFile(workbookOf(sheet), { name: "x.xlsx", sender: "" }, TABLES)
  return file.rows.filter(({ kind }) => kind === "person")
}

const [NAME, NIK, BIRTH, SEX, AREA, WORK, WAGE] = [1, 2, 3, 4, 5, 6, 7] as const
const marked = (serial: number, ...columns: readonly number[]): Row =>
  personRow(serial).map((cell, column) => (columns.includes(column) ? '"' : cell))
const carried = (rows: ReturnType<typeof read>) =>
  rows.map(({ findings }) =>
    findings.filter(({ code }) => code === "DITTO_FILLED").map(({ field }) => field),
  )

describe("a mark is read as what it stands for", () => {
  test("from row to row, and told with its before and after", () => {
    const rows = read([personRow(1), marked(2, AREA, WORK, WAGE), marked(3, WORK, SEX)])
    expect(carried(rows)).toEqual([[], ["area", "occupation", "income"], ["sex", "occupation"]])
    for (const row of rows)
      expect(row).toMatchObject({ sector: "tukang_bangunan", incomeLow: 1_500_000n, sex: "L" })
    expect(rows[2]?.findings.find(({ field }) => field === "occupation")).toMatchObject({
      ...{ before: '"', after: "tukang bangunan" },
    })
    expect(rows.map(({ outcome }) => outcome)).toEqual(["accepted", "repaired", "repaired"])
    // What is sent back is the sender's own text.
    expect(rows[1]?.cells[WORK]).toBe('"')
  })
  test("below a merged cell", () => {
    const rows = [personRow(1), personRow(2, { [WORK]: "" }), marked(3, WORK)]
    const merges = [{ top: 2, bottom: 3, left: WORK, right: WORK }]
    expect(read(rows, { merges })[2]).toMatchObject({ sector: "tukang_bangunan" })
  })
})

describe("nothing is carried", () => {
  test("of who somebody is", () => {
    const [, row] = read([personRow(1), marked(2, NAME, NIK, BIRTH)])
    expect(row).toMatchObject({ nik: null, birthDate: null, outcome: "set_aside" })
    expect(row?.name).not.toContain("PEKERJA")
  })
  test.each<[string, Row[]]>([
    ["at the head of a list", [marked(2, WORK)]],
    ["below an empty cell", [personRow(1, { [WORK]: "" }), marked(2, WORK)]],
    ["below a caption", [personRow(1), ["RT 05"], marked(2, WORK)]],
    ["below a total", [personRow(1), ["", "Jumlah"], marked(2, WORK)]],
    ["below a header that is repeated", [personRow(1), HEADER, marked(2, WORK)]],
    ["below a row that moved", [["1", "", ...personRow(1).slice(1)], marked(2, WORK)]],
  ])("%s", (_, rows) => {
    const last = read(rows).at(-1)
    expect([last?.sector, last?.outcome]).toEqual([null, "set_aside"])
    expect(last?.findings.map(({ code }) => code)).toContain("JOB_UNKNOWN")
  })
  test("below a row that is hidden", () => {
    const rows = read([personRow(1), personRow(2), marked(3, WORK)], { hiddenRows: [3] })
    expect(rows[2]).toMatchObject({ sector: null, outcome: "set_aside" })
  })
  test("below a mark in a row that is hidden", () => {
    const rows = read([personRow(1), marked(2, WORK), marked(3, WORK)], { hiddenRows: [3] })
    expect(rows[2]).toMatchObject({ sector: null, outcome: "set_aside" })
  })
})
