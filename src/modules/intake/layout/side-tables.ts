// Lists that stand beside each other on one sheet, each read as a sheet of its own.
import type { RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { columnLetters } from "./column-letters.ts"
import { foldHeader } from "./field.ts"
import { columnsOf, type Labels, type StackedLabel } from "./header-labels.ts"
import { findHeaderRows, isListHeader, type HeaderRows } from "./header-rows.ts"

/** Columns of a sheet, inclusive. */
interface Band {
  readonly left: number
  readonly right: number
}

/**
 * A sheet as one list or several: parts that are each a list are read by themselves. Marks that no
 * sheet's name may hold tell them apart: "Data [H:N]".
 */
export function sideTables(sheet: RawSheet): RawSheet[] {
  const headers = findHeaderRows(sheet)
  const first = headers[0]
  if (first === undefined) return [sheet]
  const starts = repeatStarts(first.labels).map((start) => withUnlabelled(sheet, first, start))
  const repeated = bandsOf(starts, first.labels)
  const bands = repeated.length > 1 ? repeated : gapBands(sheet, headers)
  if (bands.length < 2) return [sheet]
  return bands.map((band, index) => bandView(sheet, band, { from: first.at, named: index > 0 }))
}

/** The name of the sheet itself, of which a list beside another is a part. */
export function sheetOfTable(name: string): string {
  return name.replace(/ \[[A-Z]+:[A-Z]+\]$/, "")
}

/** Columns at which a header begins anew: its first label again, a whole list on both sides. */
function repeatStarts(labels: Labels): number[] {
  const sorted = [...labels].sort(([a], [b]) => a - b)
  const spoken = (label: StackedLabel | undefined): string =>
    foldHeader(label?.texts.join(" ") ?? "")
  const begin = spoken(sorted[0]?.[1])
  const starts = sorted.filter(([, label]) => spoken(label) === begin).map(([column]) => column)
  return begin === "" ? [] : starts
}

/** Columns without a label, behind an empty one, belong to the list on their right. */
function withUnlabelled(sheet: RawSheet, { at, labels }: HeaderRows, start: number): number {
  const filled = filledColumns(sheet.rows.slice(at))
  let left = start
  while (filled.has(left - 1) && !labels.has(left - 1)) left--
  return filled.has(left - 1) ? start : left
}

function bandsOf(starts: readonly number[], labels: Labels): Band[] {
  const bands: Band[] = []
  for (const [index, left] of starts.entries()) {
    const right = (starts[index + 1] ?? Infinity) - 1
    const own = new Map([...labels].filter(([column]) => column >= left && column <= right))
    if (!isListHeader(columnsOf(own))) return []
    bands.push({ left: index === 0 ? 0 : left, right })
  }
  return bands
}

/** Parts of a sheet between columns that stand empty, if two of them at least are lists. */
function gapBands(sheet: RawSheet, headers: readonly HeaderRows[]): Band[] {
  const from = headers[0]?.at ?? 0
  const columns = [...filledColumns(sheet.rows.slice(from))].sort((a, b) => a - b)
  const starts = columns.filter((column, index) => index === 0 || columns[index - 1] !== column - 1)
  if (starts.length < 2) return []
  const lists: number[] = []
  for (const [index, left] of starts.entries()) {
    const band = { left, right: (starts[index + 1] ?? Infinity) - 1 }
    const found = findHeaderRows(bandView(sheet, band, { from, named: false }))
    if (found.some(({ labels }) => isListHeader(columnsOf(labels)))) lists.push(left)
  }
  if (lists.length < 2) return []
  return lists.map((left, index) => ({
    left: index === 0 ? 0 : left,
    right: (lists[index + 1] ?? Infinity) - 1,
  }))
}

function filledColumns(rows: readonly RawRow[]): Set<number> {
  const filled = new Set<number>()
  for (const row of rows)
    for (const cell of row.cells) if (cell.text.trim() !== "") filled.add(cell.column)
  return filled
}

/** What stands above the lists is the letterhead of each. */
function bandView(
  sheet: RawSheet,
  { left, right }: Band,
  part: { readonly from: number; readonly named: boolean },
): RawSheet {
  const inside = (column: number): boolean => column >= left && column <= right
  const rows = sheet.rows.flatMap((row, index): RawRow[] => {
    if (index < part.from) return [row]
    const cells = row.cells.filter((cell) => inside(cell.column))
    return cells.length === 0 ? [] : [{ ...row, cells }]
  })
  const last = Math.max(left, ...rows.slice(part.from).map((row) => row.cells.at(-1)?.column ?? 0))
  const name = part.named
    ? `${sheet.name} [${columnLetters(left)}:${columnLetters(last)}]`
    : sheet.name
  return { ...sheet, name, rows, merges: sheet.merges.filter((merge) => inside(merge.left)) }
}
