/** Tags that tell where a cell, a row or a table begins and ends. */
const TAG = /<(\/?)(td|th|tr|table)\b[^<>]*>/gi

/**
 * The text of a web page with every cell and row closed, since HTML lets their end tags be left out
 * (HTML Living Standard, 13.1.2.4) and a reader that waits for them joins cells. Null where a table
 * stands in a cell of another: such a page is a layout, no list.
 */
export function closeCells(page: string): string | null {
  let [cell, isInRow, isNested] = ["", false, false]
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
  const closed = page.replace(TAG, (tag: string, slash: string, written: string) => {
    const name = written.toLowerCase()
    if (name === "table") {
      if (slash === "" && cell !== "") isNested = true
      return endRow() + tag
    }
    if (name === "tr") {
      const end = endRow()
      if (slash !== "") return end
      isInRow = true
      return end + tag
    }
    const end = endCell()
    if (slash !== "") return end
    cell = name
    return end + tag
  })
  return isNested ? null : closed
}
