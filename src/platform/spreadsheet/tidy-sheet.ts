import type { RawCell, RawRow, RawSheet } from "./workbook.ts"

/** Cells and merges of one workbook that are kept in memory: 100,000 rows of 20 columns. */
export const MAX_CELLS = 2_000_000
/** Cells that a file of any size may hold: as objects they take some 20 MB. */
const FREE_CELLS = 200_000

/** Sheets of one workbook. */
export const MAX_SHEETS = 1000

/**
 * Cells that a file may ask us to keep. Beyond the free ones each has to be paid with a byte of the
 * file as it came: a real list takes two to ten bytes a cell, packed, a bomb a fifth of one.
 */
export function cellAllowance(fileBytes: number): number {
  return Math.min(MAX_CELLS, FREE_CELLS + fileBytes)
}

/** Cells and rows that a text may ask us to keep: those of a real list take ten bytes each, and more. */
export function textAllowance(fileBytes: number): number {
  return FREE_CELLS + Math.floor(fileBytes / 5)
}

/** Characters of different texts; a real list has one or two for each of its bytes, packed. */
export function characterAllowance(fileBytes: number): number {
  return Math.min(128 * 1024 ** 2, 16 * 1024 ** 2 + 8 * fileBytes)
}

export function countCells(sheet: RawSheet): number {
  return sheet.rows.reduce((sum, row) => sum + row.cells.length, sheet.merges.length)
}

/**
 * Puts rows and cells in ascending order, once each (the later of two cells at one place counts, as
 * in Excel), and drops hidden columns beyond the last cell.
 */
export function tidySheet(sheet: RawSheet): RawSheet {
  const rows = isAscending(sheet.rows, (row) => row.number) ? sheet.rows : mergeRows(sheet.rows)
  const ordered = rows.map((row) =>
    isAscending(row.cells, (cell) => cell.column) ? row : { ...row, cells: sortCells(row.cells) },
  )
  let width = 0
  for (const row of ordered) width = Math.max(width, (row.cells.at(-1)?.column ?? -1) + 1)
  const hiddenColumns = [...new Set(sheet.hiddenColumns)]
    .filter((column) => column < width)
    .sort((a, b) => a - b)
  return { ...sheet, rows: ordered, hiddenColumns }
}

function isAscending<T>(items: readonly T[], key: (item: T) => number): boolean {
  let last = -1
  for (const item of items) {
    if (key(item) <= last) return false
    last = key(item)
  }
  return true
}

function mergeRows(rows: readonly RawRow[]): RawRow[] {
  const byNumber = new Map<number, RawRow>()
  for (const row of rows) {
    const earlier = byNumber.get(row.number)
    const both = earlier && {
      number: row.number,
      hidden: earlier.hidden || row.hidden,
      cells: [...earlier.cells, ...row.cells],
    }
    byNumber.set(row.number, both ?? row)
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}

function sortCells(cells: readonly RawCell[]): RawCell[] {
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]))
  return [...byColumn.values()].sort((a, b) => a.column - b.column)
}
