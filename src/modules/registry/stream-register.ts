// A register of any size: its lines pass by, and those about the numbers in question are kept.
import { isUtf8 } from "node:buffer"
import type { DigitIndex } from "../../columns/digit-index.ts"
import { NO_DIGITS } from "../../columns/digits.ts"
import type { FieldBlock } from "../../columns/field-block.ts"
import { decoderOf, type Decode } from "../../platform/spreadsheet/csv/decode.ts"
import { NumberColumn } from "../../platform/spreadsheet/csv/number-column.ts"
import { inWestern, RowPeeker, type CsvSource } from "../../platform/spreadsheet/csv/source.ts"
import type { RawRow } from "../../platform/spreadsheet/workbook.ts"
import type { RegisterField } from "./register-field.ts"
import { registerKindOf, type RegisterKind } from "./register-kind.ts"
import {
  HEADER_SEARCH_ROWS,
  headOf,
  NONE_PASSED,
  type RegisterHead,
  type RegisterRecord,
  type RegisterTable,
} from "./register-table.ts"
import { nikOf } from "./register-value.ts"

export interface RegisterStream {
  readonly name: string
  readonly source: CsvSource
}

/** Kinds of which every line counts, whomever it is about. */
const HELD_WHOLE: ReadonlySet<RegisterKind> = new Set(["answers", "field_check"])

export function isHeldWhole({ name, source }: RegisterStream): boolean {
  const head = readHead(source, name)
  return head !== null && isWhole(head)
}

/** The register as a table of the lines about `wanted`, the others counted; null without a header. */
export function streamTable(
  { name, source }: RegisterStream,
  wanted: DigitIndex,
): RegisterTable | null {
  for (const encoded of [source, inWestern(source)]) {
    const head = readHead(encoded, name)
    if (head === null) return null
    const pass = new RegisterPass(encoded, head, isWhole(head) ? null : wanted)
    if (pass.run()) return pass.table()
  }
  return null
}

interface StreamHead extends RegisterHead {
  /** Where the first record below the header begins, and its number. */
  readonly place: number
  readonly row: number
}

function readHead(source: CsvSource, file: string): StreamHead | null {
  const rows: RawRow[] = []
  const ends: number[] = []
  for (const { raw, next } of new RowPeeker(source).rowsFrom(source.from)) {
    ends.push(next)
    if (rows.push(raw) >= HEADER_SEARCH_ROWS) break
  }
  const found = headOf({ rows, name: "" }, file, null)
  if (found === null) return null
  const { at, ...head } = found
  return { ...head, place: ends[at] ?? 0, row: (rows[at]?.number ?? 0) + 1 }
}

function isWhole(head: RegisterHead): boolean {
  const kind = registerKindOf({ ...head, records: [], passed: NONE_PASSED })
  return kind !== null && HELD_WHOLE.has(kind)
}

class RegisterPass {
  private readonly records: RegisterRecord[] = []
  private passed = 0
  private unusable = 0
  private readonly decode: Decode
  private readonly form: LineForm
  private readonly source: CsvSource
  private readonly head: StreamHead
  private readonly wanted: DigitIndex | null

  /** Without `wanted` every line is kept. */
  constructor(source: CsvSource, head: StreamHead, wanted: DigitIndex | null) {
    this.source = source
    this.head = head
    this.wanted = wanted
    this.decode = decoderOf(source.encoding)
    this.form = { delimiter: source.delimiter, columns: head.columns }
  }

  /** False where the text is not encoded as was supposed. */
  run(): boolean {
    const { source, head, wanted } = this
    const numbers = new NumberColumn(source, head.columns.get("nik") ?? -1, head.place)
    const isSure = source.isSure || source.encoding !== "utf-8"
    let row = head.row
    while (numbers.advance()) {
      if (!isSure && !isUtf8(numbers.bytes)) return false
      const { highs, lows, count } = numbers
      for (let line = 0; line < count; line++, row++) {
        const high = highs[line] ?? NO_DIGITS
        const low = lows[line] ?? NO_DIGITS
        if (wanted === null || isDoubtful(high, low)) this.look(this.recordAt(numbers, line, row))
        else if (wanted.find(high, low) < 0) this.passed++
        else this.records.push(this.recordAt(numbers, line, row))
      }
    }
    return true
  }

  private recordAt(numbers: NumberColumn, line: number, row: number): StreamedRecord {
    const { decode, form } = this
    const plain = numbers.plainAt(line)
    if (plain !== null)
      return new StreamedRecord(row, decode(numbers.bytes, plain[0], plain[1]), form)
    const { scanner, record } = numbers.lineAt(line)
    return new StreamedRecord(row, fieldsOf(scanner, record, decode), form)
  }

  private look(record: StreamedRecord): void {
    if (record.isBlank) return
    const nik = nikOf(record)
    const isKept = this.wanted === null || (nik !== null && this.wanted.hasText(nik))
    if (isKept) this.records.push(record)
    else {
      this.passed++
      if (nik === null) this.unusable++
    }
  }

  table(): RegisterTable {
    const { place: _place, row: _row, ...head } = this.head
    const passed = { records: this.passed, unusable: this.unusable }
    return { ...head, records: this.records, passed }
  }
}

interface LineForm {
  readonly delimiter: string
  readonly columns: RegisterTable["columns"]
}

/** A line that is taken apart when it is asked: a million of them may be kept. */
class StreamedRecord implements RegisterRecord {
  readonly row: number
  readonly date1904 = false
  private line: string | readonly string[]
  private readonly form: LineForm

  constructor(row: number, line: string | readonly string[], form: LineForm) {
    this.row = row
    this.line = line
    this.form = form
  }

  private get fields(): readonly string[] {
    if (typeof this.line === "string") this.line = this.line.split(this.form.delimiter)
    return this.line
  }

  get isBlank(): boolean {
    return this.fields.every((field) => field.trim() === "")
  }

  text(field: RegisterField): string {
    return this.fields[this.form.columns.get(field) ?? -1]?.trim() ?? ""
  }

  /** Delimited text knows no kinds of cells. */
  isDateCell(): boolean {
    return false
  }

  isNumberCell(): boolean {
    return false
  }
}

function fieldsOf(
  { firsts, starts, ends, bytes }: FieldBlock,
  record: number,
  decode: Decode,
): string[] {
  const fields: string[] = []
  for (let field = firsts[record] ?? 0; field < (firsts[record + 1] ?? 0); field++)
    fields.push(decode(bytes, starts[field] ?? 0, ends[field] ?? 0))
  return fields
}

/** No number by its bytes alone, or one that may be a placeholder: its text is read. */
function isDoubtful(high: number, low: number): boolean {
  if (high === NO_DIGITS || low % 10_000 === 0) return true
  return high === low || high === 12_345_678
}
