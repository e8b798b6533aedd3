import type { Merge, RawCell, RawRow, RawSheet } from "../../platform/spreadsheet/workbook.ts"
import { fieldOfHeader, foldHeader, type Field } from "./field.ts"

/** Where a field stands: column by field, from one header. */
export type Columns = ReadonlyMap<Field, number>

/** The columns of a row whose cells stand one column further to the right, from the name on. */
export function movedFromName(columns: Columns): Columns {
  const from = columns.get("name") ?? Infinity
  return new Map(
    [...columns].map(([field, column]) => [field, column >= from ? column + 1 : column]),
  )
}

/** A sheet with its merges by the cell and by the row in which they begin. */
export interface HeaderSheet {
  readonly rows: readonly RawRow[]
  readonly mergeAt: ReadonlyMap<string, Merge>
  readonly mergedRows: ReadonlySet<number>
}

export function headerSheet(sheet: RawSheet): HeaderSheet {
  const byCell = sheet.merges.map((merge) => [`${merge.top}:${merge.left}`, merge] as const)
  return {
    rows: sheet.rows,
    mergeAt: new Map(byCell),
    mergedRows: new Set(sheet.merges.map((merge) => merge.top)),
  }
}

/** Per column the labels from top to bottom, a merged label standing over all its columns. */
export function labelsOf(sheet: HeaderSheet, rows: readonly RawRow[]): Map<number, string[]> {
  const labels = new Map<number, string[]>()
  for (const row of rows) {
    for (const cell of row.cells) {
      if (cell.text.trim() === "") continue
      for (const column of spanOf(sheet, row, cell)) {
        const current = labels.get(column) ?? []
        if (current.at(-1) !== cell.text) labels.set(column, [...current, cell.text])
      }
    }
  }
  return labels
}

/** Wider than any list, so that a merge over a whole sheet costs nothing. */
const SPAN_MAX = 64

function spanOf(sheet: HeaderSheet, row: RawRow, cell: RawCell): number[] {
  const right = sheet.mergeAt.get(`${row.number}:${cell.column}`)?.right ?? cell.column
  const length = Math.min(right - cell.column + 1, SPAN_MAX)
  return Array.from({ length }, (_, index) => cell.column + index)
}

/** The lowest label that has a meaning names the column; the upper ones help it. */
export function columnsOf(labels: ReadonlyMap<number, readonly string[]>): Map<Field, number> {
  const columns = new Map<Field, number>()
  for (const [column, texts] of [...labels].sort(([a], [b]) => a - b)) {
    const field = fieldOfLabels(texts)
    if (field !== null && !columns.has(field)) columns.set(field, column)
  }
  splitBirthDate(columns)
  nameAreaColumn(columns)
  return withoutLoneTick(columns)
}

/** "Wilayah" and "sub-district" mean the area where no column says so more clearly. */
function nameAreaColumn(columns: Map<Field, number>): void {
  const loose = columns.get("area_or_district")
  if (loose === undefined) return
  columns.delete("area_or_district")
  columns.set(columns.has("area") ? "district" : "area", loose)
}

/** "Tgl", "Bln" and "Thn" in three columns are one date; a month or year alone is none. */
function splitBirthDate(columns: Map<Field, number>): void {
  const day = columns.get("birth_date")
  if (day !== undefined && columns.has("birth_month") && columns.has("birth_year")) {
    columns.delete("birth_date")
    columns.set("birth_day", day)
    return
  }
  columns.delete("birth_month")
  columns.delete("birth_year")
}

/** "L" and "P" are two columns to tick; one of them alone means something else. */
function withoutLoneTick(columns: Map<Field, number>): Map<Field, number> {
  if (columns.has("sex_male") && columns.has("sex_female")) return columns
  columns.delete("sex_male")
  columns.delete("sex_female")
  return columns
}

/** "Tempat" below "Kelahiran" is the place of birth. */
function fieldOfLabels(texts: readonly string[]): Field | null {
  const lowest = texts.at(-1) ?? ""
  const above = texts.slice(0, -1).join(" ")
  if (/lahir/i.test(above)) {
    const folded = foldHeader(lowest)
    if (/^(tempat|tmpt?|tpt|kota)$/.test(folded)) return "birth_place"
    if (/^(tanggal|tgl|hari|tgl bln thn)$/.test(folded)) return "birth_date"
    if (/^(bulan|bln)$/.test(folded)) return "birth_month"
    if (/^(tahun|thn|th)$/.test(folded)) return "birth_year"
  }
  return fieldOfHeader(lowest) ?? (texts.length > 1 ? fieldOfHeader(`${above} ${lowest}`) : null)
}

/** One line per column, as a person would read the header aloud. */
export function flatLabels(labels: ReadonlyMap<number, readonly string[]>): Map<number, string> {
  return new Map(
    [...labels].map(([column, texts]) => [column, texts.join(" ").replace(/\s+/g, " ").trim()]),
  )
}
