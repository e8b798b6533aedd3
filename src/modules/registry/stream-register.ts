// A register of any size: its lines pass by, and those about the numbers in question are kept.
import { isUtf8 } from "node:buffer"
import type { DigitIndex } from "../../columns/digit-index.ts"
import { eightDigits, NO_DIGITS } from "../../columns/digits.ts"
import { decoderOf } from "../../platform/spreadsheet/csv/decode.ts"
import { rawRowOf } from "../../platform/spreadsheet/csv/raw-row.ts"
import { CsvReader } from "../../platform/spreadsheet/csv/reader.ts"
import { inWestern, RowPeeker, type CsvSource } from "../../platform/spreadsheet/csv/source.ts"
import type { RawRow } from "../../platform/spreadsheet/workbook.ts"
import { registerKindOf, type RegisterKind } from "./register-kind.ts"
import {
  HEADER_SEARCH_ROWS,
  headOf,
  isSaid,
  NONE_PASSED,
  recordOf,
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
  private readonly column: number
  private readonly decode: ReturnType<typeof decoderOf>
  private readonly source: CsvSource
  private readonly head: StreamHead
  private readonly wanted: DigitIndex | null

  /** Without `wanted` every line is kept. */
  constructor(source: CsvSource, head: StreamHead, wanted: DigitIndex | null) {
    this.source = source
    this.head = head
    this.wanted = wanted
    this.column = head.columns.get("nik") ?? -1
    this.decode = decoderOf(source.encoding)
  }

  /** False where the text is not encoded as was supposed. */
  run(): boolean {
    const { source, head } = this
    const range = { from: head.place, to: source.bytes.size }
    const reader = new CsvReader(source.bytes, source.delimiter, range)
    const isSure = source.isSure || source.encoding !== "utf-8"
    let number = head.row
    while (reader.advance()) {
      const { scanner, count } = reader
      if (!isSure && !isUtf8(scanner.bytes.subarray(0, scanner.places[count]))) return false
      for (let record = 0; record < count; record++, number++) {
        if (!this.passes(scanner, record)) this.look(rawRowOf(scanner, record, this.decode, number))
      }
    }
    return true
  }

  /** Whether a line holds a clean number that nobody asks about: that is told by its bytes alone. */
  private passes({ view, starts, ends, firsts }: CsvReader["scanner"], record: number): boolean {
    const { wanted, column } = this
    const field = (firsts[record] ?? 0) + column
    if (wanted === null || column < 0 || field >= (firsts[record + 1] ?? 0)) return false
    const start = starts[field] ?? 0
    if ((ends[field] ?? 0) - start !== 16) return false
    const high = eightDigits(view, start)
    const low = eightDigits(view, start + 8)
    if (high === NO_DIGITS || low === NO_DIGITS) return false
    // What may be a placeholder, which identifies nobody, is read as a text.
    if (low % 10_000 === 0 || high === low || high === 12_345_678) return false
    if (wanted.find(high, low) >= 0) return false
    this.passed++
    return true
  }

  private look(row: RawRow): void {
    if (!isSaid(row)) return
    const record = recordOf(row, this.head.columns, false)
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
