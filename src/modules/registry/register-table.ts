import { hiddenIdOf } from "../../platform/spreadsheet/hidden-id.ts"
import type { RawRow, RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"
import { foldColumn, registerFieldOf, type RegisterField } from "./register-field.ts"
import { formatLabels } from "./register-format.ts"
import { REGISTER_FORMATS } from "./register-formats.ts"

/** A register as a table: its columns by meaning, and its records as texts. */
export interface RegisterTable {
  readonly file: string
  readonly columns: ReadonlyMap<RegisterField, number>
  readonly labels: readonly string[]
  /** Labels for which no meaning was found; a column of running numbers needs none. */
  readonly unread: readonly string[]
  /** What stands above the header, and the sheet's name. */
  readonly title: string
  /** The id of the file of questions that came back with answers; null for any other file. */
  readonly questionId: string | null
  readonly records: readonly RegisterRecord[]
  /** Lines that nobody asked about: counted, and let go by. */
  readonly passed: PassedLines
}

export interface PassedLines {
  readonly records: number
  /** Of them, those that identify nobody. */
  readonly unusable: number
}

export const NONE_PASSED: PassedLines = { records: 0, unusable: 0 }

export interface RegisterRecord {
  /** Row as a spreadsheet shows it. */
  readonly row: number
  readonly date1904: boolean
  readonly text: (field: RegisterField) => string
  readonly isDateCell: (field: RegisterField) => boolean
  readonly isNumberCell: (field: RegisterField) => boolean
}

/** Header rows lie in the first lines; a title or letterhead may stand above. */
export const HEADER_SEARCH_ROWS = 15
const COLUMNS_MIN = 2
/** A row with as many digits in one cell holds a NIK or card number, so it is no header. */
const RECORD_DIGITS_MIN = 12

/** The visible sheets of a register, each read as one table; a sheet without header is skipped. */
export function registerTables(workbook: Workbook, file: string): RegisterTable[] {
  const questionId = hiddenIdOf(workbook.sheets)
  return workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .flatMap((sheet) => tableOf(sheet, file, questionId) ?? [])
}

function tableOf(sheet: RawSheet, file: string, questionId: string | null): RegisterTable | null {
  const head = headOf(sheet, file, questionId)
  if (head === null) return null
  const { at, ...table } = head
  const records = sheet.rows
    .slice(at + 1)
    .filter(isSaid)
    .map((row) => recordOf(row, table.columns, sheet.date1904))
  return { ...table, records, passed: NONE_PASSED }
}

export type RegisterHead = Omit<RegisterTable, "records" | "passed">

/** Header and title as the first rows show them; `at` is the header's place among the rows. */
export function headOf(
  { rows, name }: Pick<RawSheet, "rows" | "name">,
  file: string,
  questionId: string | null,
): (RegisterHead & { readonly at: number }) | null {
  const at = headerIndex(rows)
  const header = at === null ? undefined : rows[at]
  if (at === null || header === undefined) return null
  const above = rows.slice(0, at).flatMap((row) => row.cells.map((cell) => cell.text))
  const labels = header.cells.map((cell) => cell.text)
  const title = [name, ...above].join(" ")
  return {
    at,
    file,
    columns: columnsOf(header),
    labels,
    unread: unreadOf(labels),
    title,
    questionId,
  }
}

function isSaid({ cells }: RawRow): boolean {
  return cells.some((cell) => cell.text.trim() !== "")
}

/** The row that names most columns; of a tie the uppermost. */
function headerIndex(rows: readonly RawRow[]): number | null {
  let [best, count] = [-1, COLUMNS_MIN - 1]
  for (const [index, row] of rows.slice(0, HEADER_SEARCH_ROWS).entries()) {
    if (row.cells.some((cell) => cell.text.replace(/\D/g, "").length >= RECORD_DIGITS_MIN)) break
    const known = Math.max(columnsOf(row).size, knownLabels(row))
    if (known > count) [best, count] = [index, known]
  }
  return best < 0 ? null : best
}

/** Labels of a known list: of a column that nothing is read from, too. */
function knownLabels({ cells }: RawRow): number {
  const labels = cells.map(({ text }) => text)
  const known = formatLabels(labels, REGISTER_FORMATS)
  return labels.filter((label) => known.has(foldColumn(label))).length
}

/** A known list says what its labels mean; the words of the others do. */
function columnsOf(row: RawRow): Map<RegisterField, number> {
  const columns = new Map<RegisterField, number>()
  const meaning = meaningOf(row.cells.map((cell) => cell.text))
  for (const cell of row.cells) {
    const field = meaning(cell.text)
    if (field !== null && !columns.has(field)) columns.set(field, cell.column)
  }
  return columns
}

function meaningOf(labels: readonly string[]): (label: string) => RegisterField | null {
  const known = formatLabels(labels, REGISTER_FORMATS)
  return (label) => {
    const own = known.get(foldColumn(label))
    return own === undefined ? registerFieldOf(label) : own
  }
}

/** A column of a known list of which nothing is read has a meaning all the same. */
function unreadOf(labels: readonly string[]): string[] {
  const isNumbering = (label: string): boolean => /^(no|nr|nomor|no urut|)$/.test(foldColumn(label))
  const known = formatLabels(labels, REGISTER_FORMATS)
  return labels.filter(
    (label) =>
      !isNumbering(label) && !known.has(foldColumn(label)) && registerFieldOf(label) === null,
  )
}

function recordOf(
  row: RawRow,
  columns: ReadonlyMap<RegisterField, number>,
  date1904: boolean,
): RegisterRecord {
  const cellOf = (field: RegisterField) =>
    row.cells.find((cell) => cell.column === columns.get(field))
  return {
    row: row.number,
    date1904,
    text: (field) => cellOf(field)?.text.trim() ?? "",
    isDateCell: (field) => cellOf(field)?.kind === "date",
    isNumberCell: (field) => cellOf(field)?.kind === "number",
  }
}
