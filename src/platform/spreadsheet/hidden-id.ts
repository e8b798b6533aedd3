import type { RawSheet } from "./workbook.ts"

/** The hidden sheet that carries the id of a file we sent out. */
export const HIDDEN_SHEET = "_payung"
/** The hidden sheet that carries the values which cells offer. */
export const CHOICE_SHEET = "_pilihan"
export const HIDDEN_LABEL = "payung-id"

/** Heading of the column that explains, in a list that goes back to its sender. */
export const NOTE_HEADER = "Kesalahan dan cara memperbaikinya"
/** Heading of the hidden column by which rows of a returned list are recognised. */
export const ROW_ID_HEADER = "payung-baris"

/** The id that `writeWorkbook` put into a file that came back; `null` when it carries none. */
export function hiddenIdOf(sheets: readonly RawSheet[]): string | null {
  const cells = sheets.find(({ name }) => name === HIDDEN_SHEET)?.rows[0]?.cells
  return cells?.[0]?.text === HIDDEN_LABEL ? (cells[1]?.text ?? null) : null
}

/** A hidden sheet that we put into a file ourselves; it holds nothing of its sender. */
export function isOwnSheet({ name, hidden }: Pick<RawSheet, "name" | "hidden">): boolean {
  return hidden && (name === HIDDEN_SHEET || name === CHOICE_SHEET)
}

/** The two columns that `patchWorkbook` added to a sheet, 0-based; `null` where there are none. */
export function patchedColumnsOf(sheet: RawSheet): { note: number; id: number } | null {
  for (const { cells } of sheet.rows) {
    const note = cells.find(({ text }) => text === NOTE_HEADER)
    const id = cells.find(({ text }) => text === ROW_ID_HEADER)
    if (note && id) return { note: note.column, id: id.column }
  }
  return null
}

/** Row ids of a returned sheet by row number, wherever the sender moved the rows. */
export function rowIdsOf(sheet: RawSheet): ReadonlyMap<number, string> {
  const column = patchedColumnsOf(sheet)?.id
  const ids = new Map<number, string>()
  if (column === undefined) return ids
  for (const { number, cells } of sheet.rows) {
    const text = cells.find((cell) => cell.column === column)?.text
    if (text !== undefined && text !== ROW_ID_HEADER) ids.set(number, text)
  }
  return ids
}
