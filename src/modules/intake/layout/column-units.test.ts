import { describe, expect, test } from "vitest"
import { personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"

type Row = readonly CellText[]

/** Six people with a column of their own in place of the eighth. */
function people(
  label: readonly string[],
  cells: readonly Row[],
  sex: readonly [string, ...string[]] = ["L/P"],
) {
  const [sexLabel, ...sexes] = sex
  const header = ["No", "Nama", "NIK", "Tgl Lahir", sexLabel, "Kelurahan", "Pekerjaan", ...label]
  const rows = cells.map((own, serial): Row => {
    const row = personRow(serial).slice(0, 7)
    return [...row.with(4, sexes[serial] ?? "L"), ...own]
  })
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  return readFile(workbookOf(sheetOf([header, ...rows])), source, TABLES).rows
}

const income = (label: readonly string[], ...cells: readonly Row[]) =>
  people(label, cells).map((row) => [Number(row.incomeLow), Number(row.incomeHigh)])

describe("incomes by what their header says", () => {
  test.each([
    ["Penghasilan (juta rupiah)", "2,5", 2_500_000],
    ["Pendapatan/bln (ribu)", "1500", 1_500_000],
    ["Penghasilan (juta)", "1.500.000", 1_500_000],
  ])("%s: %s", (label, text, amount) => {
    expect(income([label], [text])).toEqual([[amount, amount]])
  })
  test("lowest and highest in two columns are a range", () => {
    const found = income(
      ["Penghasilan terendah", "Penghasilan tertinggi"],
      ["1.000.000", "2.000.000"],
      ["1.500.000", ""],
    )
    expect(found).toEqual([
      [1_000_000, 2_000_000],
      [1_500_000, 1_500_000],
    ])
  })
})

describe("P in a column of the sex", () => {
  const sexes = (label: string, ...texts: readonly string[]) =>
    people(
      [],
      texts.map(() => []),
      [label, ...texts],
    ).map((row) => row.sex)
  // The NIKs of these people are men's.
  test.each([
    ["Gender", ["P", "W", "P"], ["L", "P", "L"]],
    ["Pria/Wanita", ["P", "P", "P", "P"], ["L", "L", "L", "L"]],
    ["P/W", ["P", "P"], ["L", "L"]],
    ["W/P", ["P"], ["L"]],
    ["Pria / Wanita", ["P", "", ""], ["L", "L", "L"]],
    ["Pria/Perempuan", ["P", "P"], ["P", "P"]],
    ["P/W", ["L", "P"], ["L", "P"]],
    ["L/P", ["L", "P", "P", "P"], ["L", "P", "P", "P"]],
    ["Jenis Kelamin", ["P", "P", "P", "P"], ["P", "P", "P", "P"]],
  ] as const)("%s over %j means %j", (label, texts, read) =>
    expect(sexes(label, ...texts)).toEqual(read),
  )
  test("below Pria/Wanita the P of a woman by her NIK is perempuan, alone too", () => {
    const header = ["Nama", "NIK", "Tgl Lahir", "Pria/Wanita", "Pekerjaan"]
    const woman = ["PEKERJA AK", "6471015708809001", "17-08-1980", "P", "nelayan"]
    const { rows } = readFile(
      workbookOf(sheetOf([header, woman])),
      { name: "x.xlsx", sender: "Kelurahan Damai" },
      TABLES,
    )
    expect([rows[0]?.sex, rows[0]?.findings.map(({ code }) => code)]).toEqual([
      "P",
      ["INCOME_MISSING"],
    ])
  })
})
