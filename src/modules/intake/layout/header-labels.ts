import type { Merge, RawCell, RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import {
  foldHeader,
  isWhollyLabel,
  readLabel,
  withoutAside,
  type Field,
  type LabelReading,
} from "./field.ts"

/** Where a field stands: column by field, from one header. */
export type Columns = ReadonlyMap<Field, number>

/** The columns of a row whose cells stand one column further to the right, from the name on. */
export function movedFromName(columns: Columns): Columns {
  const from = columns.get("name") ?? Infinity
  return new Map(
    [...columns].map(([field, column]) => [field, column >= from ? column + 1 : column]),
  )
}

/** A sheet with its merges by the cell and by the row in which they begin. */
export interface HeaderSheet {
  readonly rows: readonly RawRow[]
  readonly mergeAt: ReadonlyMap<string, Merge>
  readonly mergedRows: ReadonlySet<number>
}

export function headerSheet(sheet: RawSheet): HeaderSheet {
  const byCell = sheet.merges.map((merge) => [`${merge.top}:${merge.left}`, merge] as const)
  return {
    rows: sheet.rows,
    mergeAt: new Map(byCell),
    mergedRows: new Set(sheet.merges.map((merge) => merge.top)),
  }
}

/** The labels of one column from top to bottom. */
export interface StackedLabel {
  readonly texts: readonly string[]
  /** Its upper label stands over other columns too, so that it names a group. */
  readonly grouped: boolean
}

export type Labels = ReadonlyMap<number, StackedLabel>

/** Per column the labels from top to bottom, a merged label standing over all its columns. */
export function labelsOf(sheet: HeaderSheet, rows: readonly RawRow[]): Labels {
  const labels = new Map<number, { texts: string[]; grouped: boolean }>()
  for (const [index, row] of rows.entries()) {
    const below = rows[index + 1]
    for (const cell of row.cells) {
      if (cell.text.trim() === "") continue
      const merged = spanOf(sheet, row, cell)
      const span = merged.length > 1 ? merged : overEmpty(row, below, cell.column)
      for (const column of span) {
        const label = labels.get(column) ?? { texts: [], grouped: false }
        if (label.texts.at(-1) !== cell.text) label.texts.push(cell.text)
        label.grouped ||= span.length > 1
        labels.set(column, label)
      }
    }
  }
  return labels
}

/** A label that nobody merged still stands over the empty cells to its right with labels below. */
function overEmpty(row: RawRow, below: RawRow | undefined, column: number): number[] {
  const filled = (of: RawRow | undefined): Set<number> =>
    new Set((of?.cells ?? []).filter(({ text }) => text.trim() !== "").map((cell) => cell.column))
  const [own, under] = [filled(row), filled(below)]
  const span = [column]
  if (!under.has(column)) return span
  while (
    !own.has(column + span.length) &&
    under.has(column + span.length) &&
    span.length < SPAN_MAX
  )
    span.push(column + span.length)
  return span
}

/** Wider than any list, so that a merge over a whole sheet costs nothing. */
const SPAN_MAX = 64

function spanOf(sheet: HeaderSheet, row: RawRow, cell: RawCell): number[] {
  const right = sheet.mergeAt.get(`${row.number}:${cell.column}`)?.right ?? cell.column
  const length = Math.min(right - cell.column + 1, SPAN_MAX)
  return Array.from({ length }, (_, index) => cell.column + index)
}

/** Columns by their labels alone; of two that say the same the first. */
export function columnsOf(labels: Labels): Map<Field, number> {
  const columns = new Map<Field, number>()
  for (const [column, label] of [...labels].sort(([a], [b]) => a - b)) {
    const field = readStacked(label)?.field
    if (field !== undefined && !columns.has(field)) columns.set(field, column)
  }
  return composeColumns(columns)
}

/** Columns that say two things, and several that say one. */
export function withNikCells(columns: Map<Field, number>): Map<Field, number> {
  const [shared, boxes] = [columns.get("name_nik"), columns.get("nik_boxes")]
  if (shared !== undefined && !columns.has("name")) columns.set("name", shared)
  const nik = shared ?? boxes
  if (nik !== undefined && !columns.has("nik")) columns.set("nik", nik)
  return columns
}

/** Columns that have a meaning only beside others. */
export function composeColumns(columns: Map<Field, number>): Map<Field, number> {
  splitBirthDate(columns)
  nameAreaColumn(columns)
  withNikCells(columns)
  splitName(columns)
  nameOfHead(columns)
  // The highest income alone is what the sender knows of it.
  const highest = columns.get("income_high")
  if (highest !== undefined && !columns.has("income")) {
    columns.delete("income_high")
    columns.set("income", highest)
  }
  return withoutLoneTick(columns)
}

/** First and last name beside each other are one name; one of them alone is all there is. */
function splitName(columns: Map<Field, number>): void {
  const [first, last] = [columns.get("name_first"), columns.get("name_last")]
  if (!columns.has("name") && first !== undefined) {
    if (last !== undefined) return
    columns.set("name", first)
  } else if (first === undefined && last !== undefined && columns.has("name")) return
  columns.delete("name_first")
  columns.delete("name_last")
}

/** The head of the family is the candidate only where the list names nobody else. */
function nameOfHead(columns: Map<Field, number>): void {
  const head = columns.get("name_of_head")
  columns.delete("name_of_head")
  if (head !== undefined && !columns.has("name") && !columns.has("name_first"))
    columns.set("name", head)
}

/** "Wilayah" and "sub-district" mean the area where no column says so more clearly. */
function nameAreaColumn(columns: Map<Field, number>): void {
  const loose = columns.get("area_or_district")
  if (loose === undefined) return
  columns.delete("area_or_district")
  columns.set(columns.has("area") ? "district" : "area", loose)
}

/** "Tgl", "Bln" and "Thn" in three columns are one date; a day, month or year alone is none. */
function splitBirthDate(columns: Map<Field, number>): void {
  const day = columns.get("birth_day") ?? columns.get("birth_date")
  if (day !== undefined && columns.has("birth_month") && columns.has("birth_year")) {
    if (day === columns.get("birth_date")) columns.delete("birth_date")
    columns.set("birth_day", day)
    return
  }
  columns.delete("birth_day")
  columns.delete("birth_month")
  columns.delete("birth_year")
}

/** "L" and "P" are two columns to tick; one of them alone means something else. */
function withoutLoneTick(columns: Map<Field, number>): Map<Field, number> {
  if (columns.has("sex_male") && columns.has("sex_female")) return columns
  columns.delete("sex_male")
  columns.delete("sex_female")
  return columns
}

/** The label of a column in rows: what the lowest says in a group, what all say together else. */
export function readStacked({ texts, grouped }: StackedLabel): LabelReading | null {
  const lowest = texts.at(-1) ?? ""
  if (texts.length === 1) return readLabel(lowest)
  const above = texts.slice(0, -1).join(" ")
  const part = birthPart(above, lowest)
  if (part !== null) return { field: part, weight: 1 }
  const [alone, joined] = [readLabel(lowest), readLabel(`${above} ${lowest}`)]
  return grouped || isPartOf(above, lowest) ? (alone ?? joined) : (joined ?? alone)
}

const HOME: readonly Field[] = [
  ...(["address", "rt", "rw", "rt_rw", "area", "area_or_district", "district"] as const),
]
const BORN: readonly Field[] = ["birth_place", "birth_date", "birth_place_date"]
/** What may stand alone below a heading that reads as a column itself: "Nomor" over "NIK". */
const PARTS: Partial<Record<Field, readonly Field[]>> = {
  number: ["nik", "kk", "phone"],
  nik: ["nik", "kk"],
  address: HOME,
  birth_date: BORN,
  birth_place_date: BORN,
  income: ["income", "income_high"],
  sex: ["sex_male", "sex_female"],
}

/** A label below another one that says more closely what it is; no value reads as such a label. */
export function isPartOf(above: string, lowest: string): boolean {
  const [group, part] = [readLabel(above)?.field, readLabel(lowest)?.field]
  if (group === undefined || part === undefined || PARTS[group]?.includes(part) !== true)
    return false
  return part === "nik" || part === "kk" || isOnlyLabel(lowest)
}

/** No value reads so: "Kel." is a label, "Kel. Damai" is a kelurahan. */
export function isOnlyLabel(text: string): boolean {
  return isWhollyLabel(foldHeader(text).replace(/\bkel\b/g, "kelurahan"))
}

/** "Tempat" below "Kelahiran" is the place of birth. */
function birthPart(above: string, lowest: string): Field | null {
  const folded = withoutAside(foldHeader(lowest))
  if (!/lahir|\bttl\b/.test(foldHeader(above))) return null
  if (/^(tempat|tmpt?|tpt|kota|kab kota)$/.test(folded)) return "birth_place"
  if (/^(tanggal|tgl|tgl bln thn|tanggal bulan tahun)$/.test(folded)) return "birth_date"
  if (folded === "hari") return "birth_day"
  if (/^(bulan|bln)$/.test(folded)) return "birth_month"
  return /^(tahun|thn|th)$/.test(folded) ? "birth_year" : null
}

/** One line per column, as a person would read the header aloud. */
export function flatLabels(labels: Labels): Map<number, string> {
  return new Map(
    [...labels].map(([column, { texts }]) => [column, texts.join(" ").replace(/\s+/g, " ").trim()]),
  )
}
