// A list that we sent back with its faults explained, and that returns corrected.
import {
  HIDDEN_SHEET,
  hiddenIdOf,
  NOTE_HEADER,
  ROW_ID_HEADER,
} from "../../../platform/spreadsheet/hidden-id.ts"
import type { RawRow, RawSheet, Workbook } from "../../../platform/spreadsheet/workbook.ts"

const KIND = "perbaikan"

/** The hidden id of a list that goes back: it names the bytes that were marked. */
export function repairId(sha256: string): string {
  return `${KIND}.${sha256}`
}

/** What a returned list still carries of the marks with which it went out. */
export interface ReturnedMarks {
  /** SHA-256 of the file that was marked; empty where the hidden sheet was lost. */
  readonly base: string
  /** Id of a row by sheet and row number; empty where the hidden column was lost. */
  readonly idOf: (sheet: string, row: number) => string
}

export interface ReturnedWorkbook {
  readonly marks: ReturnedMarks
  /** The list without our columns and sheet: they are no part of what the sender says. */
  readonly workbook: Workbook
}

/** Null: this file is no list that we sent back, as far as anything in it shows. */
export function returnedWorkbook(workbook: Workbook): ReturnedWorkbook | null {
  const base = baseOf(workbook.sheets)
  const columns = new Map(workbook.sheets.map((sheet) => [sheet, markedColumns(sheet)]))
  const isMarked = [...columns.values()].some(({ note, id }) => note !== null || id !== null)
  if (base === "" && !isMarked) return null
  const ids = new Map<string, string>()
  for (const [sheet, { id }] of columns)
    for (const [row, text] of textsBelow(sheet, id)) ids.set(`${sheet.name}\n${row}`, text)
  const sheets = workbook.sheets
    .filter((sheet) => sheet.name !== HIDDEN_SHEET)
    .map((sheet) => withoutColumns(sheet, columns.get(sheet)))
  const idOf = (sheet: string, row: number): string => ids.get(`${sheet}\n${row}`) ?? ""
  return { marks: { base, idOf }, workbook: { ...workbook, sheets } }
}

function baseOf(sheets: readonly RawSheet[]): string {
  const [kind, sha256] = (hiddenIdOf(sheets) ?? "").split(".")
  return kind === KIND && /^[0-9a-f]{64}$/.test(sha256 ?? "") ? (sha256 ?? "") : ""
}

interface MarkedColumns {
  readonly note: number | null
  readonly id: number | null
  /** Row of the headings. */
  readonly at: number
}

/** Our headings; either alone shows where the file has been, for people delete what looks odd. */
function markedColumns(sheet: RawSheet): MarkedColumns {
  for (const { number, cells } of sheet.rows) {
    const column = (header: string): number | null =>
      cells.find(({ text }) => text.replace(/\s+/g, " ").trim() === header)?.column ?? null
    const [note, id] = [column(NOTE_HEADER), column(ROW_ID_HEADER)]
    if (note !== null || id !== null) return { note, id, at: number }
  }
  return { note: null, id: null, at: 0 }
}

function textsBelow(sheet: RawSheet, column: number | null): [number, string][] {
  if (column === null) return []
  return sheet.rows.flatMap(({ number, cells }): [number, string][] => {
    const text = cells.find((cell) => cell.column === column)?.text.trim() ?? ""
    return text === "" || text === ROW_ID_HEADER ? [] : [[number, text]]
  })
}

function withoutColumns(sheet: RawSheet, columns: MarkedColumns | undefined): RawSheet {
  if (columns === undefined || (columns.note === null && columns.id === null)) return sheet
  const isOurs = (column: number): boolean => column === columns.note || column === columns.id
  const strip = (row: RawRow): RawRow => ({
    ...row,
    cells: row.cells.filter((cell) => !isOurs(cell.column)),
  })
  return {
    ...sheet,
    rows: sheet.rows.map(strip).filter((row) => row.cells.length > 0),
    hiddenColumns: sheet.hiddenColumns.filter((column) => !isOurs(column)),
  }
}
