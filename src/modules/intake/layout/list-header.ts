import type { RawSheet, Workbook } from "../../../platform/spreadsheet/workbook.ts"
import type { ReadFile } from "../read-file.ts"

/** Sheet → the row of its column headings, the lower one of two: what stands above its first row. */
export function headerRowsOf(workbook: Workbook, read: ReadFile): Map<string, number> {
  const first = new Map<string, number>()
  for (const row of read.rows) {
    const before = first.get(row.sheet)
    if (before === undefined || row.row < before) first.set(row.sheet, row.row)
  }
  const rows = new Map<string, number>()
  for (const sheet of workbook.sheets) {
    const below = first.get(sheet.name)
    const header = below === undefined ? undefined : lastFilledAbove(sheet, below)
    if (header !== undefined && !rows.has(sheet.name)) rows.set(sheet.name, header)
  }
  return rows
}

function lastFilledAbove(sheet: RawSheet, below: number): number | undefined {
  return sheet.rows.findLast(
    (row) => row.number < below && row.cells.some((cell) => cell.text.trim() !== ""),
  )?.number
}
