// What the tables on the pages of a list say: their columns, and the rows that are people's.
import type { RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { isCountRow, rowKind } from "../rows/kind.ts"
import { fieldOfHeader, foldHeader, isWhollyLabel, type Field } from "./field.ts"
import { columnsOf, flatLabels, headerSheet, labelsOf, type Columns } from "./header-labels.ts"
import { findHeaderRows, isNumbering, type HeaderRows } from "./header-rows.ts"

/** A header with what stands below it, down to the next one of other words. */
export interface PagePart {
  readonly sheet: RawSheet
  /** All rows of the sheet that are its own. */
  readonly own: readonly RawRow[]
  /** First and last row of the header, and of each of its repetitions. */
  readonly headers: readonly { readonly top: number; readonly bottom: number }[]
  readonly labels: ReadonlyMap<number, string>
  readonly columns: Columns
  /** What its columns say of people. */
  readonly fields: ReadonlySet<Field>
  readonly rows: readonly RawRow[]
  readonly numberColumn: number | undefined
  /** The running numbers of the rows; null where it has none. */
  readonly numbers: readonly string[] | null
  /** No line stands among its rows that may belong to one of them: all of it was read. */
  readonly isWhole: boolean
  /** Most of its rows are a word with counts: a recapitulation. */
  readonly isCounts: boolean
}

const ROWS_MIN = 2
const CELLS_MIN = 2
const NUMBER = /^(\d{1,5})[.)]?$/
/** Columns that several pages may have, or that say nothing of a person. */
const SHARED: ReadonlySet<Field> = new Set<Field>(["number", "other", "remarks"])

/** The parts of a sheet in order of their headers; none where no header stands on it. */
export function pageParts(sheet: RawSheet): PagePart[] {
  const stretches = headersOf(sheet).map((header, index, all): Stretch => {
    return { header, rows: sheet.rows.slice(header.at, all[index + 1]?.at) }
  })
  const alike = Map.groupBy(stretches, ({ header, rows }) =>
    foldedRows(rows.slice(0, header.depth)),
  )
  return [...alike.values()].flatMap((own) => partOf(sheet, own) ?? [])
}

/** A header with the rows down to the next one. */
interface Stretch {
  readonly header: HeaderRows
  readonly rows: readonly RawRow[]
}

/** Stretches below the same header, page after page. */
function partOf(sheet: RawSheet, stretches: readonly Stretch[]): PagePart | null {
  const labels = stretches[0]?.header.labels ?? new Map()
  const columns = columnsOf(labels)
  const own = stretches.flatMap(({ rows }) => rows)
  const blocks = stretches.map(({ header, rows }) => rows.slice(0, header.depth))
  const headings = new Set(blocks.flat())
  const numberColumn = columns.get("number")
  const below = own.filter((row) => !headings.has(row))
  const numberOf = new Map(below.map((row) => [row, numberIn(row, numberColumn)]))
  const isNumbered = below.some((row) => numberOf.get(row) !== null)
  const rows = below.filter((row) => {
    return isNumbered ? numberOf.get(row) !== null && !isNumbering(row) : isFilled(row, columns)
  })
  if (rows.length < ROWS_MIN) return null
  return {
    ...{ sheet, own, columns, rows, labels: flatLabels(labels) },
    headers: blocks.map((block) => {
      return { top: block[0]?.number ?? 0, bottom: block.at(-1)?.number ?? 0 }
    }),
    fields: new Set([...columns.keys()].filter((field) => !SHARED.has(field))),
    numberColumn: isNumbered ? numberColumn : undefined,
    numbers: isNumbered ? rows.map((row) => numberOf.get(row) ?? "") : null,
    isWhole: isNumbered || isWhole(below, rows, columns),
    isCounts: rows.filter(isCountRow).length * 2 > rows.length,
  }
}

/** By their words or by the people below; else the first row of a page, and rows of nothing but labels. */
function headersOf(sheet: RawSheet): HeaderRows[] {
  const spoken = findHeaderRows(sheet)
  const known = spoken.length > 0 ? spoken : findHeaderRows(sheet, "people")
  const indexed = headerSheet(sheet)
  const isKnown = (row: number): boolean =>
    known.some(({ at, depth }) => at <= row && row < at + depth)
  const first = sheet.rows.findIndex((row) => textsOf(row).length >= CELLS_MIN)
  const plain = sheet.rows.flatMap((row, at) => {
    if (isKnown(at) || !isLabels(row, at === first)) return []
    return [{ at, depth: 1, labels: labelsOf(indexed, [row]) }]
  })
  const all = [...known, ...plain].sort((a, b) => a.at - b.at)
  return all.map((header) => repeatedOf(sheet, header, all[0]))
}

/** Where the first header stands again, a row of short words above it is no part of it. */
function repeatedOf(
  sheet: RawSheet,
  header: HeaderRows,
  first: HeaderRows | undefined,
): HeaderRows {
  if (first === undefined || header.depth <= first.depth) return header
  const rowsOf = (at: number): string => foldedRows(sheet.rows.slice(at, at + first.depth))
  const at = header.at + header.depth - first.depth
  return rowsOf(at) === rowsOf(first.at) ? { ...first, at } : header
}

/** Half of them say nothing but what a column holds, and below a list all can be read as labels. */
function isLabels(row: RawRow, isFirst: boolean): boolean {
  const texts = textsOf(row)
  if (texts.length < CELLS_MIN || texts.some((text) => /\d{3}/.test(text))) return false
  const isRead = isFirst || texts.every((text) => fieldOfHeader(text) !== null)
  return isRead && texts.filter(isWhollyLabel).length * 2 >= texts.length
}

function textsOf({ cells }: RawRow): string[] {
  return cells.map(({ text }) => text.trim()).filter((text) => text !== "")
}

function isFilled(row: RawRow, columns: Columns): boolean {
  if (textsOf(row).length < CELLS_MIN || isNumbering(row)) return false
  const kind = rowKind(row, columns)
  return kind !== "total" && kind !== "signature"
}

function numberIn({ cells }: RawRow, column: number | undefined): string | null {
  const text = cells.find((cell) => cell.column === column)?.text.trim() ?? ""
  return NUMBER.exec(text)?.[1] ?? null
}

/** Without numbers a line of one cell may be the rest of a cell that was wrapped. */
function isWhole(below: readonly RawRow[], rows: readonly RawRow[], columns: Columns): boolean {
  const body = new Set(rows)
  const first = below.findIndex((row) => body.has(row))
  const last = below.findLastIndex((row) => body.has(row))
  const isRest = (row: RawRow, at: number): boolean => {
    if (body.has(row) || textsOf(row).length === 0) return false
    return at >= first - 1 && at <= last + 1 && rowKind(row, columns) === "heading"
  }
  return !below.some(isRest)
}

function foldedRows(rows: readonly RawRow[]): string {
  const texts = rows.flatMap(({ cells }) =>
    cells.map(({ column, text }) => `${column} ${foldHeader(text)}`),
  )
  return texts.join("\n")
}
