import type { CellInput, SheetColumn } from "./sheet-spec.ts"

const LINE_POINTS = 13.5
/** The tallest row that Excel allows is 409 points. */
const MAX_LINES = 30

/**
 * Height in points of a row whose cells need several lines, which LibreOffice does not grow by
 * itself; 0 for a row of one line. `scale` is the room of a letter: bold ones need more.
 */
export function rowHeight(
  values: readonly CellInput[],
  columns: readonly SheetColumn[],
  scale: number,
): number {
  let most = 1
  for (let column = 0; column < values.length; column++) {
    const value = values[column]
    if (typeof value !== "string") continue
    const lines = lineCount(value, (columns[column]?.width ?? 10) / scale)
    if (lines > most) most = lines
  }
  return most === 1 ? 0 : Math.min(MAX_LINES, most) * LINE_POINTS + 2
}

/** Lines that a text fills when it is broken between words. */
export function lineCount(value: string, width: number): number {
  if (value.length <= width && !value.includes("\n")) return 1
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
