import { shownText, type Cell } from "./grid.ts"

/** What a spreadsheet shows and copies: a long number as a power of ten. */
export function copiedText(cell: Cell | undefined): string {
  const text = shownText(cell)
  const isLong =
    cell !== null && cell !== undefined && typeof cell !== "string" && cell.kind === "number"
  return isLong && text.length > 11 ? `${text[0]},${text.slice(1, 6)}E+${text.length - 1}` : text
}
