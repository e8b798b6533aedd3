import type { Cell } from "hucre"
import { assert } from "../../kernel/assert.ts"
import { cellStyle, type CellRole, type CellTint } from "./sheet-style.ts"
import { type CellInput, type ColumnKind, headerRowNumber, type SheetSpec } from "./sheet-spec.ts"

/** Characters of one cell, the limit of Excel. */
const MAX_TEXT = 32_767
const CUT = " […]"

const ERROR_WORDS = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|GETTING_DATA|SPILL!|CALC!)$/i

export type CellMap = Map<string, Partial<Cell>>

/** All cells of one sheet, keyed "row,column" from 0, in reading order. */
export function sheetCells(spec: SheetSpec): CellMap {
  const cells: CellMap = new Map()
  const place = (row: number, column: number, cell: Partial<Cell>) =>
    cells.set(`${row},${column}`, cell)
  for (const [row, line] of (spec.titleLines ?? []).entries())
    place(row, 0, textCell(line, cellStyle(row === 0 ? "title" : "subtitle", "text")))
  const header = headerRowNumber(spec) - 1
  for (const [column, { header: text }] of spec.columns.entries())
    place(header, column, textCell(text, cellStyle("header", "text")))
  const line = (row: number, values: readonly CellInput[], role: CellRole) => {
    assert(values.length <= spec.columns.length, "a row is wider than its header")
    for (const [column, { kind, width }] of spec.columns.entries()) {
      const tint = role === "body" ? spec.cellFill?.(row - header - 1, column) : undefined
      place(row, column, bodyCell(values[column] ?? null, { role, kind, width, tint }))
    }
  }
  for (const [index, values] of spec.rows.entries()) line(header + 1 + index, values, "body")
  if (spec.totalsRow) line(header + 1 + spec.rows.length, spec.totalsRow, "total")
  return cells
}

interface Setting {
  readonly role: CellRole
  readonly kind: ColumnKind
  readonly width: number
  readonly tint: CellTint
}

function bodyCell(value: CellInput, { role, kind, width, tint }: Setting): Partial<Cell> {
  if (value === null || value === "") return { value: null, style: cellStyle(role, kind, { tint }) }
  const number = kind === "text" ? null : numberOf(value, kind)
  if (number !== null)
    return { value: number, type: "number", style: cellStyle(role, kind, { tint }) }
  const text = String(value)
  const wrap = text.length > width || text.includes("\n")
  return textCell(text, cellStyle(role, "text", { tint, wrap }))
}

function numberOf(value: string | number | bigint, kind: ColumnKind): number | null {
  if (typeof value === "string") return kind === "date" ? dateSerial(value) : null
  const number = Number(value)
  assert(Number.isFinite(number), "a cell is not a finite number")
  assert(typeof value === "number" || Number.isSafeInteger(number), "an amount is beyond 2^53")
  return number
}

/**
 * Days since 1899-12-30; `null` for other text and before March 1900, where Excel counts wrongly.
 */
function dateSerial(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const days = Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569
  return Number.isInteger(days) && days > 60 ? days : null
}

/**
 * A cell of type string is never evaluated, whatever its first character. The words of error values
 * would become errors and `_x0041_` a letter, so the first go as rich text, the second is escaped.
 */
export function textCell(value: string, style: NonNullable<Cell["style"]>): Partial<Cell> {
  const text = writableText(value)
  if (!ERROR_WORDS.test(text)) return { value: text, type: "string", style }
  return { value: text, type: "richText", richText: [{ text }], style }
}

function writableText(value: string): string {
  const clean = value.toWellFormed().replace(/[\ufffe\uffff]/g, "\ufffd")
  const text = clean.length > MAX_TEXT ? clean.slice(0, MAX_TEXT - CUT.length) + CUT : clean
  return text.toWellFormed().replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
}
