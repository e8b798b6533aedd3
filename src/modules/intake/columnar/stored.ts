// All rows of a large list in order, as a table takes them: one pass over the file, and no object for
// a row of which the columns say all.
import type { FieldBlock } from "../../../columns/field-block.ts"
import { CsvReader } from "../../../platform/spreadsheet/csv/reader.ts"
import { RowView, type ListColumns } from "./list.ts"
import { ToldFindings } from "./told.ts"
import { decoderOf, type Decode } from "../../../platform/spreadsheet/csv/decode.ts"
import type { ContextOf } from "./result.ts"
import type { CsvSource } from "../../../platform/spreadsheet/csv/source.ts"
import type { Finding } from "../findings/finding.ts"
import { READ_MAX } from "../rows/read-row.ts"
import type { IntakeRow } from "../rows/row.ts"

/** What is kept of a row; good until the next one is asked for. */
export type StoredRow = Pick<
  IntakeRow,
  | "rowId"
  | "sheet"
  | "row"
  | "kind"
  | "outcome"
  | "nik"
  | "name"
  | "birthDate"
  | "sex"
  | "areaCode"
  | "occupation"
  | "sector"
  | "phone"
  | "cells"
  | "findings"
>

export interface StoredList {
  readonly columns: ListColumns
  readonly source: CsvSource
  readonly contextOf: ContextOf
  /** The id of a row that says this and that no row before it says. */
  readonly idOf: (cells: readonly string[]) => string
  /** Whether an earlier row may say the same. */
  readonly hasTwin: (row: number) => boolean
  /** The row as the reader of single rows gives it. */
  readonly rowAt: (row: number) => IntakeRow
}

export function* storedRows(list: StoredList): Generator<StoredRow> {
  const { columns, source } = list
  const { places } = columns.rows
  const plain = new PlainRow(list, decoderOf(source.encoding))
  const from = places[0] ?? source.from
  const reader = new CsvReader(source.bytes, source.delimiter, { from, to: source.bytes.size })
  for (let row = 0; row < columns.length && reader.advance();) {
    const { scanner, base, count } = reader
    for (let record = 0; record < count && row < columns.length; record++) {
      if (base + (scanner.places[record] ?? 0) !== places[row]) continue
      const isKnown = saysAll(columns, row) && !list.hasTwin(row) && isShort(scanner, record)
      yield (isKnown ? plain.at(row, scanner, record) : null) ?? list.rowAt(row)
      row++
    }
  }
}

const PERSON = 0

/** A person's row that no reader of single rows took over: the columns hold its values. */
function saysAll({ rows, kinds }: ListColumns, row: number): boolean {
  return kinds[row] === PERSON && rows.flags[row] === 0
}

function isShort({ firsts, starts, ends }: FieldBlock, record: number): boolean {
  for (let field = firsts[record] ?? 0; field < (firsts[record + 1] ?? 0); field++)
    if ((ends[field] ?? 0) - (starts[field] ?? 0) > READ_MAX) return false
  return true
}

/** One row after the other in the same place. */
class PlainRow implements StoredRow {
  rowId = ""
  readonly sheet = ""
  readonly kind = "person"
  findings: Finding[] = []
  occupation = ""
  readonly cells: string[] = []
  private readonly view: RowView
  private readonly told: ToldFindings
  private readonly list: StoredList
  private readonly decode: Decode

  constructor(list: StoredList, decode: Decode) {
    this.list = list
    this.decode = decode
    this.view = new RowView(list.columns)
    this.told = new ToldFindings(list.columns.rows.codeSets)
  }

  /** Null where what is to be said of the row is told by reading all of it. */
  at(row: number, block: FieldBlock, record: number): this | null {
    const { list, cells } = this
    this.view.at(row)
    this.takeCells(block, record)
    const context = list.contextOf(row)
    const findings = this.told.of(list.columns.rows.codes[row] ?? 0, { context, cells })
    if (findings === null) return null
    this.findings = findings
    const column = context.columns.get("occupation")
    this.occupation = column === undefined ? "" : (cells[column] ?? "").trim()
    this.rowId = list.idOf(cells)
    return this
  }

  /** As the row itself has them: nothing behind the last cell that says something. */
  private takeCells({ firsts, starts, ends, bytes }: FieldBlock, record: number): void {
    const { cells, decode } = this
    const first = firsts[record] ?? 0
    let last = (firsts[record + 1] ?? 0) - 1
    while (last >= first && starts[last] === ends[last]) last--
    cells.length = last - first + 1
    for (let field = first; field <= last; field++)
      cells[field - first] = decode(bytes, starts[field] ?? 0, ends[field] ?? 0)
  }

  get row() {
    return this.view.number
  }

  get outcome() {
    return this.view.outcome
  }

  get nik() {
    return this.view.nik
  }

  get name() {
    return this.view.name
  }

  get birthDate() {
    return this.view.birthDate
  }

  get sex() {
    return this.view.sex
  }

  get areaCode() {
    return this.view.areaCode
  }

  get sector() {
    return this.view.sector
  }

  get phone() {
    return this.view.phone
  }
}
