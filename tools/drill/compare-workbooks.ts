import type { RawCell, RawSheet } from "../../src/platform/spreadsheet/workbook.ts"

/** What became of a file in a foreign program. */
export interface Comparison {
  readonly cells: number
  readonly nikTexts: number
  /** Cells that are a formula, or became one. */
  readonly evaluated: string[]
  /** Texts of 16 digits that are no longer that. */
  readonly lostNiks: string[]
  readonly changed: string[]
}

const NIK = /^\d{16}$/

/** Compares cell by cell; places are told as "sheet!row:column", never contents. */
export function compareWorkbooks(
  before: readonly RawSheet[],
  after: readonly RawSheet[],
): Comparison {
  const seen = { cells: 0, nikTexts: 0 }
  const found = { evaluated: [] as string[], lostNiks: [] as string[], changed: [] as string[] }
  for (const sheet of before) {
    const now = cellsOf(after.find(({ name }) => name === sheet.name))
    const old = cellsOf(sheet)
    for (const [place, cell] of now) {
      const was = old.get(place)
      if (cell.formula || was?.formula === true) found.evaluated.push(`${sheet.name}!${place}`)
      if (was === undefined) found.changed.push(`${sheet.name}!${place}`)
    }
    for (const [place, cell] of old) {
      const at = `${sheet.name}!${place}`
      const same = now.get(place)
      seen.cells++
      if (!isSame(cell, same)) found.changed.push(at)
      if (cell.kind !== "text" || !NIK.test(cell.text)) continue
      seen.nikTexts++
      if (same?.kind !== "text" || same.text !== cell.text) found.lostNiks.push(at)
    }
  }
  if (before.length !== after.length) found.changed.push(`${before.length} sheets: ${after.length}`)
  return { ...seen, ...found }
}

function cellsOf(sheet: RawSheet | undefined): Map<string, RawCell> {
  const cells = new Map<string, RawCell>()
  for (const row of sheet?.rows ?? [])
    for (const cell of row.cells)
      if (cell.text !== "" || cell.formula) cells.set(`${row.number}:${cell.column}`, cell)
  return cells
}

/** A number may be written in another form. */
function isSame(before: RawCell, after: RawCell | undefined): boolean {
  if (after?.kind !== before.kind) return false
  if (before.text === after.text) return true
  return before.kind === "number" && Number(before.text) === Number(after.text)
}
