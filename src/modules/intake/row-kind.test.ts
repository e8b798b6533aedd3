import { expect, test } from "vitest"
import { HEADER, personRow, sheetOf, type CellText } from "./intake.testing.ts"
import { findHeaders } from "./layout.ts"
import { rowKind, type RowKind } from "./row-kind.ts"

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
