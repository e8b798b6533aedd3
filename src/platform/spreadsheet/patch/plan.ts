import { MAX_COLUMNS, MAX_ROWS } from "../cell-reference.ts"
import { patchedColumnsOf } from "../hidden-id.ts"
import { PatchFault } from "./xml.ts"
import type { SheetPatch } from "./spec.ts"
import { lineCount } from "../sheet-heights.ts"
import type { RawSheet } from "../workbook.ts"

/** In characters: most explanations take two lines, and a printed list keeps its size. */
export const NOTE_WIDTH = 48
/** Letters are narrower than the digits by which a column is measured. */
const NOTE_LETTERS = 52
const LINE_POINTS = 15
const MAX_POINTS = 400
const HEADER_ROWS_MAX = 4
/** A merge that is wider than the list is a letterhead, not a column in use. */
const MERGE_MARGIN = 8

export type MarkKind = "error" | "warning"

/** What is done to one sheet, by row number and 0-based column. */
export interface SheetPlan {
  readonly marks: ReadonlyMap<number, ReadonlyMap<number, MarkKind>>
  readonly notes: ReadonlyMap<number, { readonly text: string; readonly id?: string }>
  readonly headerRow: number | null
  /** The first row of the headings: it differs where they are merged over several. */
  readonly headerTop: number | null
  readonly noteColumn: number
  readonly idColumn: number
  /** The sheet has the two columns from an earlier time: their old texts go. */
  readonly reused: boolean
  /** All rows that are written to, ascending. */
  readonly rows: readonly number[]
}

/** Where marks and the two new columns go in a sheet as it was read. */
export function planSheet(sheet: RawSheet, patch: SheetPatch): SheetPlan {
  const marks = new Map<number, Map<number, MarkKind>>()
  for (const { row, column, kind } of patch.marks) {
    checkPlace(row, column)
    const own = marks.get(row) ?? new Map<number, MarkKind>()
    if (own.get(column) !== "error") own.set(column, kind)
    marks.set(row, own)
  }
  const notes = new Map(patch.notes.map((note) => [note.row, note]))
  for (const row of notes.keys()) checkPlace(row, 0)
  if (patch.headerRow !== null) checkPlace(patch.headerRow, 0)
  const known = patchedColumnsOf(sheet)
  const noteColumn = known?.note ?? lastColumn(sheet, marks) + 1
  const idColumn = known?.id ?? noteColumn + 1
  checkPlace(1, Math.max(noteColumn, idColumn))
  const headerRow = patch.headerRow
  const wanted = new Set([
    ...marks.keys(),
    ...notes.keys(),
    ...(headerRow === null ? [] : [headerRow]),
  ])
  const rows = [...wanted].sort((a, b) => a - b)
  const headerTop = headerRow === null ? null : topOfHeader(sheet, headerRow)
  return { marks, notes, headerRow, headerTop, noteColumn, idColumn, reused: known !== null, rows }
}

/** Height in points that an explanation needs; 0 where one line does. */
export function noteHeight(text: string): number {
  const lines = lineCount(text, NOTE_LETTERS)
  return lines === 1 ? 0 : Math.min(MAX_POINTS, lines * LINE_POINTS + 2)
}

function topOfHeader({ merges }: RawSheet, headerRow: number): number {
  const across = merges.filter(({ top, bottom }) => top <= headerRow && headerRow <= bottom)
  return Math.max(headerRow - HEADER_ROWS_MAX + 1, Math.min(headerRow, ...across.map((m) => m.top)))
}

function lastColumn(sheet: RawSheet, marks: SheetPlan["marks"]): number {
  let last = -1
  for (const { cells } of sheet.rows) last = Math.max(last, cells.at(-1)?.column ?? -1)
  for (const columns of marks.values()) last = Math.max(last, ...columns.keys())
  const used = last
  for (const { right } of sheet.merges)
    if (right <= used + MERGE_MARGIN) last = Math.max(last, right)
  return last
}

function checkPlace(row: number, column: number): void {
  const isRow = Number.isInteger(row) && row >= 1 && row <= MAX_ROWS
  const isColumn = Number.isInteger(column) && column >= 0 && column < MAX_COLUMNS
  if (!isRow || !isColumn)
    throw new PatchFault("no room for the new columns, or a mark outside the sheet")
}
