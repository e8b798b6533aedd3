import { RowPeeker, type CsvSource } from "../../../platform/spreadsheet/csv/source.ts"
import type { RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { findHeaderRows, type HeaderRows } from "../layout/header-rows.ts"

export function sheetOfRows(rows: readonly RawRow[]): RawSheet {
  return { name: "", hidden: false, date1904: false, rows, merges: [], hiddenColumns: [] }
}

/** So many rows are enough to see that a header begins. */
const HEADER_ROWS = 8

/** Answers the rows from a place on, as many as are asked for. */
export type RowsAt = (place: number, length: number) => RawRow[]

export function rowsReader(source: CsvSource, blockBytes?: number): RowsAt {
  const peeker = new RowPeeker(source, blockBytes)
  return (place, length) => {
    const rows: RawRow[] = []
    for (const { raw } of peeker.rowsFrom(place)) if (rows.push(raw) >= length) break
    return rows
  }
}

/** The header that begins with the record at a place, as it would be found in the sheet. */
export function headerAt(rowsAt: RowsAt, place: number): HeaderRows | null {
  const [header] = findHeaderRows(sheetOfRows(rowsAt(place, HEADER_ROWS)))
  return header?.at === 0 ? header : null
}
