// One person in a block of lines ("Nama : …"), or in a column of a list that lies on its side.
import type { RawCell, RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { formBlocks, type Block } from "./form-blocks.ts"
import { formLines, inSections, type FormLine } from "./form-lines.ts"

const FIELDS_MIN = 3
const PEOPLE_MIN = 2
/** More lines are a list, whose header was not found. */
const LINES_MAX = 20_000
/** Of the rows of a sheet of forms most are a label with its value, half of them a known one. */
const LINES_SHARE_MIN = 0.6
const KNOWN_SHARE_MIN = 0.5
/** Forms as a list, and which of its rows is the header of their labels. */
export interface FormTable {
  readonly sheet: RawSheet
  readonly header: number
  /** Rows among the forms that are no line of one, such as for the signature: counted, not read. */
  readonly aside: readonly RawRow[]
  /** How many things its labels say. */
  readonly fields: number
}

type Laid = Omit<FormTable, "fields">

/** "unclear" where there are forms, but not where one of them ends. */
export type FormReading = FormTable | "unclear" | null

/**
 * A sheet of forms as the list that it is, with a header of its labels; null where it is none. A
 * person's row is the line on which her form begins, or her column where the list lies on its side.
 */
export function formTable(sheet: RawSheet): FormReading {
  if (sheet.rows.length > LINES_MAX) return null
  const lines = formLines(sheet.rows)
  const known = lines.filter(({ field }) => field !== null)
  const from = known[0]?.row.number ?? 0
  const below = sheet.rows.filter((row) => row.number >= from && row.cells.some(isSaid)).length
  if (lines.length < LINES_SHARE_MIN * below || known.length < KNOWN_SHARE_MIN * lines.length)
    return null
  const told = known.filter(({ field, values }) => field !== "other" && values.length > 0)
  const fields = new Set(told.map(({ field }) => field))
  if (
    fields.size < FIELDS_MIN ||
    !["name", "nik", "name_first"].some((one) => fields.has(one as "nik"))
  )
    return null
  const isSideways = wideShare(lines) >= LINES_SHARE_MIN
  if (isSideways) return { ...besides(sheet, lines), fields: fields.size }
  const blocks = formBlocks(lines)
  return blocks === null ? "unclear" : { ...tableOf(sheet, blocks, lines), fields: fields.size }
}

function isSaid(cell: RawCell): boolean {
  return cell.text.trim() !== ""
}

/** Lines that say something of two people at least. */
function wideShare(lines: readonly FormLine[]): number {
  const wide = lines.filter(({ values }) => values.length >= PEOPLE_MIN).length
  return wide < FIELDS_MIN ? 0 : wide / lines.length
}

/** A person's values by the column that her line becomes. */
interface FormRecord {
  readonly row: number
  readonly hidden: boolean
  readonly values: ReadonlyMap<number, RawCell>
}

/** Every column right of the labels is a person. */
function besides(sheet: RawSheet, all: readonly FormLine[]): Laid {
  const lines = all.slice(all.findIndex(({ values }) => values.length >= PEOPLE_MIN))
  const columns = new Set(lines.flatMap(({ values }) => values.map((cell) => cell.column)))
  const records = [...columns]
    .sort((a, b) => a - b)
    .map((column): FormRecord => {
      const said = lines.flatMap(({ values }, at) => {
        const cell = values.find((candidate) => candidate.column === column)
        return cell === undefined ? [] : [[at, cell] as const]
      })
      return { row: column + 1, hidden: false, values: new Map(said) }
    })
  const labels = lines.map(({ label }) => label)
  return sheetOf(sheet, lines, { labels, records })
}

type Placed = readonly [column: number, value: RawCell]

function tableOf(sheet: RawSheet, blocks: readonly Block[], all: readonly FormLine[]): Laid {
  // Printed forms are alike: a line's place is its column. Others have one column for each label.
  const alike = blocks.every((block) => block.every(({ key }, at) => key === blocks[0]?.[at]?.key))
  const spoken = alike
    ? placed(blocks)
    : [...new Map(blocks.flat().map((line) => [line.key, line.label]))]
  const places = new Map(spoken.map(([key], at) => [key, at]))
  const more = new MoreColumns(spoken.map(([, label]) => label))
  const used = new Set(blocks.flat().map(({ row }) => row))
  const others = all.filter(({ row, values }) => !used.has(row) && values.length > 0)
  const starts = blocks.map(([first]) => first?.row.number ?? 1)
  const records = blocks.map((block, form): FormRecord => {
    const values = block.flatMap((line, at) => {
      const place = alike ? at : (places.get(line.key) ?? at)
      return line.values.map((value, nth): Placed => {
        return [nth === 0 ? place : more.at(`${place} ${nth}`), value]
      })
    })
    const [from = 1, to = Infinity] = [starts[form], starts[form + 1]]
    const own = others.filter(({ row }) => row.number > from && row.number < to)
    const unknown = own.flatMap((line, at) => {
      const before = own.slice(0, at).filter(({ key }) => key === line.key).length
      return line.values.map((value, nth): Placed => {
        const label = nth === 0 ? line.label : ""
        return [more.at(`${line.key} ${before} ${nth}`, label), value]
      })
    })
    const hidden = block[0]?.row.hidden ?? false
    return { row: from, hidden, values: new Map([...values, ...unknown]) }
  })
  const [from = 1] = starts
  const lines = [...blocks.flat(), ...others.filter(({ row }) => row.number > from)]
  return sheetOf(sheet, lines, { labels: more.labels, records })
}

/** Columns for what no known line says: an unknown label, and what stands further right on a line. */
class MoreColumns {
  readonly labels: string[]
  readonly #columns = new Map<string, number>()

  constructor(labels: readonly string[]) {
    this.labels = [...labels]
  }

  at(place: string, label = ""): number {
    const column = this.#columns.get(place) ?? this.labels.push(label) - 1
    this.#columns.set(place, column)
    return column
  }
}

/** Labels by place; below "Ahli Waris" a name is not the person's. */
function placed(blocks: readonly Block[]): (readonly [key: string, label: string])[] {
  const [first = []] = blocks
  const silent = first.map((_, at) => blocks.every((block) => block[at]?.values.length === 0))
  const lines = first.map((line, at) => (silent[at] ? line : { ...line, isMarked: true }))
  return inSections(lines).map(({ key, label }) => [key, label] as const)
}

function sheetOf(
  sheet: RawSheet,
  lines: readonly FormLine[],
  {
    labels,
    records,
  }: { readonly labels: readonly string[]; readonly records: readonly FormRecord[] },
): Laid {
  const at = lines[0]?.row.number ?? 1
  const read = new Set(lines.map(({ row }) => row.number))
  const aside = sheet.rows.filter(({ number, cells }) => {
    return number > at && !read.has(number) && cells.some(isSaid)
  })
  const above = sheet.rows.filter((row) => row.number < at)
  const plain = { kind: "text" as const, formula: false, struck: false }
  const header = labels.flatMap((text, column) => (text === "" ? [] : [{ ...plain, column, text }]))
  const rows = records.map(({ row, hidden, values }): RawRow => {
    const cells = [...values].map(([column, cell]) => ({ ...cell, column }))
    return { number: row, hidden, cells: cells.sort((a, b) => a.column - b.column) }
  })
  const all = [...above, { number: at, hidden: false, cells: header }, ...rows]
  const table = { ...sheet, rows: all, merges: [], hiddenColumns: [] }
  return { sheet: table, header: above.length, aside }
}
