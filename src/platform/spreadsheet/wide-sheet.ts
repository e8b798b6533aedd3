import type { RawRow, RawSheet } from "./workbook.ts"

/** Many lists of people find room beside each other in so many columns. */
const FILLED_COLUMNS_MAX = 512

/** The columns that hold something, row after row. */
export class FilledColumns {
  readonly #filled = new Set<number>()

  take({ cells }: Pick<RawRow, "cells">): void {
    for (const { column, text } of cells) {
      if (this.isTooMany) return
      if (text.trim() !== "") this.#filled.add(column)
    }
  }

  get isTooMany(): boolean {
    return this.#filled.size > FILLED_COLUMNS_MAX
  }
}

/** More columns hold something than any list has: to look for its header in them would take minutes. */
export function isTooWide({ rows }: Pick<RawSheet, "rows">): boolean {
  const width = new FilledColumns()
  return rows.some((row) => {
    width.take(row)
    return width.isTooMany
  })
}
