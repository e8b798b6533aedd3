import type { RawRow, RawSheet } from "../../platform/spreadsheet/workbook.ts"
import { columnsByContent } from "./column-content.ts"
import { fieldOfHeader } from "./field.ts"
import {
  columnsOf,
  flatLabels,
  headerSheet,
  labelsOf,
  type Columns,
  type HeaderSheet,
} from "./header-labels.ts"

export interface Header {
  /** Index into the sheet's rows of the first header row. */
  readonly at: number
  readonly depth: number
  readonly columns: Columns
  readonly labels: ReadonlyMap<number, string>
}

/** A list of people names them and says at least two things more. */
const FIELDS_MIN = 3
const HEADER_DEPTH_MAX = 3
/** Labels that have a meaning only below another one. */
const BIRTH_PART = /^(tempat|tmpt?|tanggal|tgl|bulan|bln|tahun|thn)\b/i
/** Rows below a header that are looked at to recognise columns without a label. */
const CONTENT_ROWS = 60

/** Every header of a sheet in order: a list may be repeated below, with other columns even. */
export function findHeaders(sheet: RawSheet): Header[] {
  const indexed = headerSheet(sheet)
  const headers: Header[] = []
  let index = 0
  while (index < sheet.rows.length) {
    const header = headerAt(indexed, index)
    if (header === null) index++
    else {
      headers.push(header)
      index = header.at + header.depth
    }
  }
  return headers.map((header) => withContentColumns(sheet, header))
}

/** The best header that begins at a row: one to three rows deep, or none. */
function headerAt(sheet: HeaderSheet, at: number): Header | null {
  let best: Header | null = null
  for (let depth = 1; depth <= HEADER_DEPTH_MAX; depth++) {
    const rows = sheet.rows.slice(at, at + depth)
    if (rows[0] === undefined || textsOf(rows[0]).length < FIELDS_MIN) break
    if (rows.length < depth || !rows.every(isLabelRow)) break
    if (depth > 1 && !isContinuation(sheet, rows)) break
    const labels = labelsOf(sheet, rows)
    const columns = columnsOf(labels)
    if (isListHeader(columns) && columns.size > (best?.columns.size ?? 0))
      best = { at, depth, columns, labels: flatLabels(labels) }
  }
  return best
}

function textsOf(row: RawRow): string[] {
  return row.cells.map((cell) => cell.text.trim()).filter((text) => text !== "")
}

function isListHeader(columns: Columns): boolean {
  const known = [...columns.keys()].filter(
    (field) => field !== "other" && field !== "number" && field !== "remarks",
  )
  return known.length >= FIELDS_MIN && (columns.has("name") || columns.has("nik"))
}

/** Labels are words: a row with a long number or many digits is a person. */
function isLabelRow(row: RawRow): boolean {
  const texts = textsOf(row)
  if (texts.length === 0 || texts.some((text) => text.replace(/\D/g, "").length >= 8)) return false
  return (
    texts.some((text) => /[a-z]{2}/i.test(text)) ||
    texts.every((text) => fieldOfHeader(text) !== null)
  )
}

/** A deeper header row stands under merged or empty cells of the first, and is no numbering row. */
function isContinuation(sheet: HeaderSheet, rows: readonly RawRow[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || isNumbering(last)) return false
  const filled = last.cells.filter((cell) => cell.text.trim() !== "")
  const labelled = filled.filter(
    (cell) => fieldOfHeader(cell.text) !== null || BIRTH_PART.test(cell.text),
  )
  if (labelled.length * 2 < filled.length) return false
  if (rows.slice(0, -1).some((row) => sheet.mergedRows.has(row.number))) return true
  const columns = new Set(
    first.cells.filter((cell) => cell.text.trim() !== "").map((cell) => cell.column),
  )
  return filled.some((cell) => !columns.has(cell.column))
}

/** "(1) (2) (3)": the numbering row that official forms print under the header. */
export function isNumbering(row: RawRow): boolean {
  const texts = textsOf(row)
  const numbers = texts.map((text) => /^\(?\s*(\d{1,2})\s*\)?(?:\.0)?$/.exec(text)?.[1])
  if (texts.length < 3 || numbers.some((value) => value === undefined)) return false
  return numbers.every(
    (value, index) => index === 0 || Number(value) === Number(numbers[index - 1]) + 1,
  )
}

/** Columns that no label names are recognised by what stands in them. */
function withContentColumns(sheet: RawSheet, header: Header): Header {
  const below = header.at + header.depth
  const taken = new Set(header.columns.values())
  const columns = new Map(header.columns)
  for (const [field, column] of columnsByContent(sheet.rows.slice(below, below + CONTENT_ROWS))) {
    if (columns.has(field) || taken.has(column)) continue
    columns.set(field, column)
    taken.add(column)
  }
  return { ...header, columns }
}
