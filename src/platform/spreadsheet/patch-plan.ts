import { MAX_COLUMNS, MAX_ROWS } from "./cell-reference.ts"
import { patchedColumnsOf } from "./hidden-id.ts"
import { PatchFault } from "./patch-xml.ts"
import type { SheetPatch } from "./patch-spec.ts"
import { lineCount } from "./sheet-heights.ts"
import type { RawSheet } from "./workbook.ts"

/** In characters: wide enough that most explanations take two lines or three. */
export const NOTE_WIDTH = 60
const LINE_POINTS = 15
const MAX_POINTS = 400
/** A merge that is wider than the list is a letterhead, not a column in use. */
const MERGE_MARGIN = 8

export type MarkKind = "error" | "warning"

/** What is done to one sheet, by row number and 0-based column. */
export interface SheetPlan {
  readonly marks: ReadonlyMap<number, ReadonlyMap<number, MarkKind>>
  readonly notes: ReadonlyMap<number, { readonly text: string; readonly id?: string }>
  readonly headerRow: number | null
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
  return { marks, notes, headerRow, noteColumn, idColumn, reused: known !== null, rows }
}

/** Height in points that an explanation needs; 0 where one line does. */
export function noteHeight(text: string): number {
  const lines = lineCount(text, NOTE_WIDTH)
  return lines === 1 ? 0 : Math.min(MAX_POINTS, lines * LINE_POINTS + 2)
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
