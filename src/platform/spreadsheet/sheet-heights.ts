import { type CellInput, headerRowNumber, type SheetSpec } from "./sheet-spec.ts"

const LINE_POINTS = 13.5
/** The tallest row that Excel allows is 409 points. */
const MAX_LINES = 30

/**
 * Heights in points by 0-based row, only of rows of several lines: LibreOffice does not grow them.
 */
export function rowHeights(spec: SheetSpec): Map<number, { height: number }> {
  const heights = new Map<number, { height: number }>()
  const header = headerRowNumber(spec) - 1
  const measure = (row: number, values: readonly CellInput[], scale: number) => {
    const lines = values.map((value, column) =>
      lineCount(value, (spec.columns[column]?.width ?? 10) / scale),
    )
    const most = Math.min(MAX_LINES, Math.max(1, ...lines))
    if (most > 1) heights.set(row, { height: most * LINE_POINTS + 2 })
  }
  // Bold letters and the filter button take room.
  measure(
    header,
    spec.columns.map((column) => column.header),
    1.25,
  )
  for (const [index, values] of spec.rows.entries()) measure(header + 1 + index, values, 1)
  return heights
}

/** Lines that a text fills when it is broken between words. */
function lineCount(value: CellInput, width: number): number {
  if (typeof value !== "string") return 1
  let lines = 0
  for (const paragraph of value.split("\n")) {
    lines++
    let used = 0
    for (const word of paragraph.split(" ")) {
      const end = used === 0 ? word.length : used + 1 + word.length
      if (end > width && used > 0) lines++
      used = end > width ? word.length : end
      lines += Math.max(0, Math.ceil(used / width) - 1)
    }
  }
  return lines
}
