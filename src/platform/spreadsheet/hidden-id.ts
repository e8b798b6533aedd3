import type { RawSheet } from "./workbook.ts"

/** The hidden sheet that carries the id of a file we sent out. */
export const HIDDEN_SHEET = "_payung"
export const HIDDEN_LABEL = "payung-id"

/** The id that `writeWorkbook` put into a file that came back; `null` when it carries none. */
export function hiddenIdOf(sheets: readonly RawSheet[]): string | null {
  const cells = sheets.find(({ name }) => name === HIDDEN_SHEET)?.rows[0]?.cells
  return cells?.[0]?.text === HIDDEN_LABEL ? (cells[1]?.text ?? null) : null
}
