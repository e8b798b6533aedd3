import type { RawCell, RawRow, RawSheet, Workbook } from "../../../platform/spreadsheet/workbook.ts"
import { returnedWorkbook } from "../sendings/returned-file.ts"
import { joinPages } from "./page-join.ts"
import { shownDate } from "../values/date.ts"
import { readNik } from "../values/nik.ts"

/** A number cell keeps fifteen digits: what follows was lost before the file was saved. */
const NUMBER_DIGITS = 15

/**
 * The sheets of a list whose cells will all be text, as people read them: a stored date as a date,
 * and a long number with a question mark where its digits were lost, never with the zero that
 * stands there instead. Our own marks of an earlier round are left out.
 */
export function shownSheets(workbook: Workbook): RawSheet[] {
  const { sheets } = joinPages(returnedWorkbook(workbook)?.workbook ?? workbook)
  return sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => shownRow(row, sheet.date1904)),
  }))
}

function shownRow(row: RawRow, date1904: boolean): RawRow {
  const isPlain = row.cells.every(({ kind }) => kind === "text")
  return isPlain ? row : { ...row, cells: row.cells.map((cell) => shownCell(cell, date1904)) }
}

function shownCell(cell: RawCell, date1904: boolean): RawCell {
  if (cell.kind === "date") return { ...cell, kind: "text", text: shownDate(cell.text, date1904) }
  if (cell.kind !== "number") return cell
  const digits = readNik(cell.text, "number").pattern.replace("?", "0")
  if (digits.length <= NUMBER_DIGITS) return cell
  const lost = "?".repeat(digits.length - NUMBER_DIGITS)
  return { ...cell, kind: "text", text: `${digits.slice(0, NUMBER_DIGITS)}${lost}` }
}
