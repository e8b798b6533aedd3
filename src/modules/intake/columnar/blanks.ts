import type { ScannedRows } from "./rows.ts"

/** The rows of a sheet below its first header, those of blanks between the others counted. */
export class SheetRows {
  readonly length: number
  private readonly rows: Pick<ScannedRows, "places" | "blankRows" | "blankPlaces">

  constructor(rows: Pick<ScannedRows, "length" | "places" | "blankRows" | "blankPlaces">) {
    this.rows = rows
    this.length = rows.length + rows.blankRows.length
  }

  /** Where a row stands in the sheet. */
  indexOf(row: number): number {
    return row + blanksUpTo(this.rows.blankRows, row)
  }

  /** Where the record of an index begins in the file. */
  placeOf(index: number): number {
    const { places, blankRows, blankPlaces } = this.rows
    // The blank number n has n blanks and `blankRows[n]` rows before it.
    let [low, high] = [0, blankRows.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((blankRows[middle] ?? 0) + middle < index) low = middle + 1
      else high = middle
    }
    const isBlank = low < blankRows.length && (blankRows[low] ?? 0) + low === index
    return (isBlank ? blankPlaces[low] : places[index - low]) ?? 0
  }
}

/** How many blanks stand before a row; each knows the row that follows it. */
function blanksUpTo(blankRows: Uint32Array, row: number): number {
  let [low, high] = [0, blankRows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((blankRows[middle] ?? 0) <= row) low = middle + 1
    else high = middle
  }
  return low
}
