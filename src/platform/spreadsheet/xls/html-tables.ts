/** Tags that tell where a cell, a row or a table begins and ends. */
const TAG = /<(\/?)(td|th|tr|table)\b[^<>]*>/gi

/**
 * The text of a web page with every cell and row closed, since HTML lets their end tags be left out
 * (HTML Living Standard, 13.1.2.4) and a reader that waits for them joins cells; with what stands above
 * a table as its first rows, as Excel shows it. Null where a table stands in a cell of another: such a
 * page is a layout, no list.
 */
export function closeCells(page: string): string | null {
  let [cell, isInRow, isNested] = ["", false, false]
  let outside: number | null = 0
  const endCell = (): string => {
    const end = cell === "" ? "" : `</${cell}>`
    cell = ""
    return end
  }
  const endRow = (): string => {
    const end = endCell() + (isInRow ? "</tr>" : "")
    isInRow = false
    return end
  }
  const closed = page.replace(TAG, (tag: string, slash: string, written: string, at: number) => {
    const name = written.toLowerCase()
    if (name === "table") {
      if (slash === "" && cell !== "") isNested = true
      if (slash !== "") outside = at + tag.length
      return endRow() + tag
    }
    const above = outside === null || slash !== "" ? "" : captionRows(page, outside, at)
    outside = null
    if (name === "tr") {
      const end = endRow()
      if (slash !== "") return end
      isInRow = true
      return end + above + tag
    }
    const end = endCell()
    if (slash !== "") return end
    cell = name
    return end + above + tag
  })
  return isNested ? null : closed
}

/** So much before a table is looked at, and so many lines of it are kept. */
const CAPTION_LENGTH = 8_192
const CAPTION_LINES = 12
const UNSEEN_END = /<\/(?:style|head|script|title)\s*>|-->/gi
const BREAK = /<\/?(?:p|br|div|h[1-6]|li|center|caption|table)\b[^<>]*>/gi

/** The lines between a table and what stood before it, each as a row of one cell. */
function captionRows(page: string, from: number, to: number): string {
  const near = page.slice(Math.max(from, to - CAPTION_LENGTH), to)
  const seen = near.split(UNSEEN_END).at(-1) ?? ""
  const lines = seen.split(BREAK).map((line) =>
    line
      .replace(/<[^<>]*>/g, " ")
      .replace(/\s+/g, " ")
      .trim(),
  )
  return lines
    .filter((line) => !/^(?:&nbsp;|\s)*$|[<>]/.test(line))
    .slice(-CAPTION_LINES)
    .map((line) => `<tr><td>${line}</td></tr>`)
    .join("")
}
