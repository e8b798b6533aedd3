import {
  HIDDEN_LABEL,
  HIDDEN_SHEET,
  NOTE_HEADER,
  ROW_ID_HEADER,
} from "../../../platform/spreadsheet/hidden-id.ts"
import type { WorkbookPatch } from "../../../platform/spreadsheet/patch/workbook.ts"
import type { RawCell, RawRow, RawSheet, Workbook } from "../../../platform/spreadsheet/workbook.ts"
import { returnedWorkbook } from "./returned-file.ts"

/** How a list reads that went out with this patch, before anybody touches it. */
export function sentOut(received: Workbook, patch: WorkbookPatch): Workbook {
  // A file that goes out again has the new marks in place of the old ones.
  const workbook = returnedWorkbook(received)?.workbook ?? received
  const sheets = workbook.sheets.map((sheet) => {
    const own = patch.sheets.find(({ name }) => name === sheet.name)
    if (own === undefined) return sheet
    const width = Math.max(...sheet.rows.flatMap((row) => row.cells.map((cell) => cell.column))) + 1
    const notes = new Map(own.notes.map((note) => [note.row, note]))
    return {
      ...sheet,
      rows: sheet.rows.map((row) => {
        const note = notes.get(row.number)
        const [text, id] =
          row.number === own.headerRow ? [NOTE_HEADER, ROW_ID_HEADER] : [note?.text, note?.id]
        return { ...row, cells: [...row.cells, ...texts([text, id], width)] }
      }),
      hiddenColumns: [width + 1],
    }
  })
  return { ...workbook, sheets: [...sheets, hiddenSheet(patch.hiddenId)] }
}

function texts(values: readonly (string | undefined)[], from: number): RawCell[] {
  return values.flatMap((text, index) =>
    text === undefined || text === "" ? [] : [textCell(text, from + index)],
  )
}

function textCell(text: string, column: number): RawCell {
  return { text, column, kind: "text", formula: false, struck: false }
}

function hiddenSheet(id: string): RawSheet {
  const rows = [{ number: 1, hidden: false, cells: texts([HIDDEN_LABEL, id], 0) }]
  const empty = { date1904: false, merges: [], hiddenColumns: [] }
  return { name: HIDDEN_SHEET, hidden: true, rows, ...empty }
}

/** The first sheet with its rows as somebody left them, numbered anew. */
export function withRows(
  workbook: Workbook,
  change: (rows: readonly RawRow[]) => readonly RawRow[],
): Workbook {
  const [first, ...rest] = workbook.sheets
  if (first === undefined) return workbook
  const rows = change(first.rows).map((row, index) => ({ ...row, number: index + 1 }))
  return { ...workbook, sheets: [{ ...first, rows }, ...rest] }
}

/** One cell typed over; a cell that was empty is filled. */
export function typed(row: RawRow, column: number, text: string): RawRow {
  const others = row.cells.filter((cell) => cell.column !== column)
  const cells = [...others, textCell(text, column)].sort((a, b) => a.column - b.column)
  return { ...row, cells }
}

export function withoutColumn(workbook: Workbook, header: string): Workbook {
  const sheets = workbook.sheets.map((sheet) => {
    const column = sheet.rows
      .flatMap((row) => row.cells)
      .find(({ text }) => text === header)?.column
    const strip = (row: RawRow): RawRow => ({
      ...row,
      cells: row.cells.filter((cell) => cell.column !== column),
    })
    return column === undefined ? sheet : { ...sheet, rows: sheet.rows.map(strip) }
  })
  return { ...workbook, sheets }
}

export function withoutSheet(workbook: Workbook, name: string): Workbook {
  return { ...workbook, sheets: workbook.sheets.filter((sheet) => sheet.name !== name) }
}
