import type { RawSheet } from "../../platform/spreadsheet/workbook.ts"

/** Many lists of people find room beside each other in so many columns. */
const FILLED_COLUMNS_MAX = 512

/** More columns hold something than any list has: looking for headers in them would take minutes. */
export function isTooWide({ rows }: Pick<RawSheet, "rows">): boolean {
  const filled = new Set<number>()
  for (const { cells } of rows)
    for (const { column, text } of cells) {
      if (text.trim() !== "") filled.add(column)
      if (filled.size > FILLED_COLUMNS_MAX) return true
    }
  return false
}
