// One person in a block of lines ("Nama : …"), or in a column of a list that lies on its side.
import type { RawCell, RawRow, RawSheet } from "../../platform/spreadsheet/workbook.ts"
import { readLabel, type Field } from "./field.ts"

/** A label with the values that stand to its right, nearest first. */
interface Line {
  readonly row: RawRow
  readonly field: Field
  readonly label: string
  readonly values: readonly RawCell[]
}

const FIELDS_MIN = 3
const PEOPLE_MIN = 2
const LABEL_MAX = 60
/** More lines are a list, whose header was not found. */
const LINES_MAX = 20_000
/** Of the lines of a sheet of forms most are a label with its value. */
const LINES_SHARE_MIN = 0.6

/**
 * A sheet of forms as the list that it is, with a header of its labels; null where it is none. A
 * person's row is the line on which her form begins, or her column where the list lies on its side.
 */
export function formTable(sheet: RawSheet): RawSheet | null {
  if (sheet.rows.length > LINES_MAX) return null
  const lines = sheet.rows.flatMap(lineOf)
  const from = lines[0]?.row.number ?? 0
  const below = sheet.rows.filter((row) => row.number >= from && row.cells.some(isSaid)).length
  if (lines.length < LINES_SHARE_MIN * below) return null
  const fields = new Set(lines.map((line) => line.field).filter((field) => field !== "other"))
  if (fields.size < FIELDS_MIN || !(fields.has("name") || fields.has("nik"))) return null
  const isUnique = lines.length === new Set(lines.map((line) => line.field)).size
  const wide = lines.filter((line) => line.values.length >= PEOPLE_MIN).length
  const records = isUnique && wide >= FIELDS_MIN ? besides(lines) : blocks(lines)
  return records.length === 0 ? null : tableOf(sheet, lines, records)
}

function isSaid(cell: RawCell): boolean {
  return cell.text.trim() !== ""
}

/** A person's values by label. */
interface FormRecord {
  readonly row: number
  readonly hidden: boolean
  readonly values: ReadonlyMap<string, RawCell>
}

/** "Nama | : | BUDI", "Nama : | BUDI", "Nama : BUDI" and "Nama | BUDI | SITI". */
function lineOf(row: RawRow): Line[] {
  const cells = row.cells.filter((cell) => /[^\s:.=_-]/.test(cell.text))
  const [first, ...rest] = cells
  if (first === undefined || first.text.length > 200) return []
  const marked = /^\s*(?:\d{1,2}\s*[.)]\s*|[a-z][.)]\s+)?([^:=]{2,}?)\s*[:=]\s*(\S.*)?$/is.exec(
    first.text,
  )
  const numbered = /^\s*(\d{1,2}[.)]?|[a-z][.)])\s*$/i.test(first.text) && rest.length > 1
  const [labelCell, ...values] = numbered ? rest : cells
  const label = (marked?.[1] ?? labelCell?.text ?? "").replace(/\s*[:=]\s*$/, "").trim()
  if (label === "" || label.length > LABEL_MAX) return []
  const field = readLabel(label)?.field
  if (field === undefined) return []
  const inside = marked?.[2] === undefined ? [] : [{ ...first, text: marked[2].trim() }]
  return [{ row, field, label, values: [...inside, ...values].map(withoutColon) }]
}

function withoutColon(cell: RawCell): RawCell {
  return cell.kind === "text" ? { ...cell, text: cell.text.replace(/^\s*[:=]\s*/, "") } : cell
}

/** A form ends where a label comes again that it has already. */
function blocks(lines: readonly Line[]): FormRecord[] {
  const records: FormRecord[] = []
  let open: { row: number; hidden: boolean; values: Map<string, RawCell> } | null = null
  const starts = lines.find((line) => line.field === "name" || line.field === "nik")
  for (const line of lines) {
    const value = line.values[0]
    if (value === undefined) continue
    if (
      open === null ||
      open.values.has(line.label) ||
      (line.field === starts?.field && open.values.size >= FIELDS_MIN)
    ) {
      open = { row: line.row.number, hidden: line.row.hidden, values: new Map() }
      records.push(open)
    }
    open.values.set(line.label, value)
  }
  return records.filter((record) => record.values.size >= FIELDS_MIN)
}

/** Every column right of the labels is a person. */
function besides(lines: readonly Line[]): FormRecord[] {
  const columns = new Set(lines.flatMap((line) => line.values.map((cell) => cell.column)))
  return [...columns]
    .sort((a, b) => a - b)
    .map((column) => {
      const said = lines.flatMap(({ label, values }) => {
        const cell = values.find((candidate) => candidate.column === column)
        return cell === undefined ? [] : [[label, cell] as const]
      })
      return { row: column + 1, hidden: false, values: new Map(said) }
    })
    .filter((record) => record.values.size >= FIELDS_MIN)
}

function tableOf(
  sheet: RawSheet,
  lines: readonly Line[],
  records: readonly FormRecord[],
): RawSheet {
  const labels = [...new Set(lines.map((line) => line.label))]
  const at = lines[0]?.row
  const above = sheet.rows.filter((row) => row.number < (at?.number ?? 0))
  const plain = { kind: "text" as const, formula: false, struck: false }
  const header = labels.map((text, column) => ({ ...plain, column, text }))
  const rows = records.map(({ row, hidden, values }) => ({
    number: row,
    hidden,
    cells: labels.flatMap((label, column) => {
      const cell = values.get(label)
      return cell === undefined ? [] : [{ ...cell, column }]
    }),
  }))
  return {
    ...sheet,
    rows: [...above, { number: at?.number ?? 1, hidden: false, cells: header }, ...rows],
    merges: [],
    hiddenColumns: [],
  }
}
