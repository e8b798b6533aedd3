import { expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { findHeaders } from "../layout/layout.ts"
import { readFile } from "../read-file.ts"
import { rowKind, type RowKind } from "./kind.ts"

const CASES: readonly (readonly [RowKind, readonly CellText[]])[] = [
  ["person", personRow(1)],
  ["person", personRow(1, { 2: "", 3: "" })],
  ["person", ["2", "PEKERJA AK", "", "", "", "", "tukang"]],
  ["person", ["", "PEKERJA AK", "6471010108809001"]],
  ["person", ["12", "TOTAL PRASETYO", "6471010108809001", "", "L", "Damai"]],
  ["total", ["", "Jumlah", "", "", "", "", "", "45"]],
  ["total", ["TOTAL", "", "", "", "", "", "", "45"]],
  ["total", ["", "Jumlah orang", "", "", "", "", "", "11"]],
  ["total", ["", "Sub total RT 3", "12"]],
  ["heading", ["Lingkungan RT 1"]],
  ["heading", ["", "KELOMPOK NELAYAN"]],
  ["numbering", ["1", "2", "3", "4", "5", "6", "7", "8"]],
  ["numbering", ["(1)", "(2)", "(3)", "(4)"]],
  ["signature", ["", "", "", "", "", "Balikpapan,   Oktober 2025"]],
  ["signature", ["", "", "", "", "", "LURAH DAMAI"]],
  ["signature", ["", "", "", "", "", "NIP. 19770101 200501 9 901"]],
  ["signature", ["Mengetahui,"]],
  ["signature", ["Catatan: data per Oktober"]],
  ["heading", ["", "", "", "", "", "", "", "45"]],
]

test.each(CASES)("%s: %j", (kind, cells) => {
  const sheet = sheetOf([HEADER, cells])
  const [header] = findHeaders(sheet)
  const row = sheet.rows[1]
  expect(row && rowKind(row, header?.columns ?? new Map())).toBe(kind)
})

const RECAP: readonly (readonly [RowKind, readonly CellText[]])[] = [
  ["total", ["1", "Nelayan", "3"]],
  ["total", ["2", "Petani", "0"]],
  ["total", ["", "RT 05", "", "", "12 orang"]],
  ["total", ["3", "Ojek", "L", "4", "P", "3", "", "7"].filter((text) => !/^[LP]$/.test(text))],
  // Whatever says more of somebody is a person.
  ["person", ["3", "PEKERJA AK", "6471010108809001"]],
  ["person", ["3", "PEKERJA AK", "12", "01-08-1980"]],
  ["person", ["3", "PEKERJA AK", "", "", "L", "", "tukang"]],
]

test.each(RECAP)("below a total: %s: %j", (kind, cells) => {
  const sheet = sheetOf([HEADER, cells])
  const columns = findHeaders(sheet)[0]?.columns ?? new Map()
  const row = sheet.rows[1]
  expect(row && rowKind(row, columns, { isRecap: true })).toBe(kind)
})

test("a word with a number is a person where no total stands above", () => {
  const file = (above: readonly CellText[]) => {
    const sheet = sheetOf([HEADER, personRow(1), above, ["1", "Nelayan", "3"], personRow(2)])
    const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
    return readFile(workbookOf(sheet), source, TABLES).rows.map(({ kind }) => kind)
  }
  expect(file(["", "TOTAL"])).toEqual(["person", "total", "total", "person"])
  expect(file(["REKAP PER PEKERJAAN"])).toEqual(["person", "total", "total", "person"])
  expect(file(["", "Jumlah", "", "", "", "", "", "2"])[2]).toBe("person")
  expect(file(["RT 05"])[2]).toBe("person")
})
