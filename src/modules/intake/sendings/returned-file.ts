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
  const headed = workbook.sheets.map((sheet) => [sheet, headedColumns(sheet)] as const)
  if (base === "" && headed.every(([, found]) => found === null)) return null
  const columns = new Map(headed.map(([sheet, found]) => [sheet, found ?? columnsByContent(sheet)]))
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
}

/** Our headings; either alone shows where the file has been, for people delete what looks odd. */
function headedColumns(sheet: RawSheet): MarkedColumns | null {
  for (const { cells } of sheet.rows) {
    const column = (header: string): number | null =>
      cells.find(({ text }) => text.replace(/\s+/g, " ").trim() === header)?.column ?? null
    const [note, id] = [column(NOTE_HEADER), column(ROW_ID_HEADER)]
    if (note !== null || id !== null) return { note, id }
  }
  return null
}

/** A row's id (RFC 9562, version 8), and a note that names the cell or the row that it is about. */
const ROW_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const NOTE = /\((?:sel|baris|cell|row) [A-Z]*\d+\)/

/** A sheet without headings got our columns without them: their cells tell which they are. */
function columnsByContent({ rows }: RawSheet): MarkedColumns {
  const cells = rows.flatMap((row) => row.cells).filter(({ text }) => text.trim() !== "")
  const id = cells.find(({ text }) => ROW_ID.test(text.trim()))?.column ?? null
  const before = cells.filter(({ column }) => id !== null && column === id - 1)
  const isNote = before.length > 0 && before.every(({ text }) => NOTE.test(text))
  return { note: isNote && id !== null ? id - 1 : null, id }
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
