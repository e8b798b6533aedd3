import { isNik } from "../../../kernel/nik.ts"
import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"
import type { Field } from "../layout/field.ts"
import { movedFromName, type Columns } from "../layout/header-labels.ts"
import { readSex } from "../values/sex.ts"

const digits = (text: string): string => text.replace(/[\s\u00a0.'-]/g, "")
const isDate = (text: string): boolean =>
  /\d{1,2}[-/. ](\d{1,2}|[a-z]{3,9})[-/. ]\d{2,4}/i.test(text) || /^\d{4}-\d{2}-\d{2}/.test(text)

/** Fields whose cells betray their type, so that a shift of the row can be seen. */
const TYPED: readonly (readonly [Field, (cell: RawCell) => boolean])[] = [
  ["name", (cell) => /^[\p{L}\s.,'’()-]{3,}$/u.test(cell.text)],
  ["nik", (cell) => isNik(digits(cell.text)) || (cell.kind === "number" && cell.text.length >= 15)],
  ["kk", (cell) => /^\d{16}$/.test(digits(cell.text))],
  ["birth_date", (cell) => cell.kind === "date" || isDate(cell.text)],
  ["birth_place_date", (cell) => isDate(cell.text)],
  ["sex", (cell) => readSex(cell.text) !== null],
  ["address", (cell) => /\b(jl|jalan|gg|gang|perum|komp|blok|rt|no)\b/i.test(cell.text)],
  ["rt", (cell) => /^(rt\.?\s*)?\d{1,3}$/i.test(cell.text.trim())],
  ["phone", (cell) => /^(\+?62|0)8\d{7,11}$/.test(digits(cell.text))],
  ["income", (cell) => /\d/.test(cell.text) && digits(cell.text).length < 12 && !isDate(cell.text)],
]
const GAIN_MIN = 3

/**
 * Cells that moved one column to the right from the name on: the first moved column stands empty
 * and the row's typed cells fit only one column further. Returns the columns to read by, or null.
 */
export function shiftedColumns(
  cellAt: (column: number) => RawCell | undefined,
  columns: Columns,
): Columns | null {
  const from = columns.get("name")
  if (from === undefined || (cellAt(from)?.text.trim() ?? "") !== "") return null
  const moved = movedFromName(columns)
  const gain = fitness(cellAt, moved) - fitness(cellAt, columns)
  return gain >= GAIN_MIN ? moved : null
}

function fitness(cellAt: (column: number) => RawCell | undefined, columns: Columns): number {
  return TYPED.filter(([field, fits]) => {
    const column = columns.get(field)
    const cell = column === undefined ? undefined : cellAt(column)
    return cell !== undefined && cell.text.trim() !== "" && fits(cell)
  }).length
}
