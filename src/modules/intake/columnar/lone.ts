// Columns whose cells are told by nothing else in their row: names, phones, plain texts, and texts
// whose meaning is asked in the end. They take half of the time of a list, so that they are read beside the others,
// in another thread where there is one.
import { isUtf8 } from "node:buffer"
import { roomFor } from "../../../columns/growing.ts"
import { beginTable, InternTable } from "../../../columns/intern-table.ts"
import { cleanPhone, isOddStart } from "./clean.ts"
import { codeNumber } from "./codes.ts"
import {
  HANDED_OVER,
  LATE_FIELDS,
  type LoneBlock,
  type LoneEnd,
  type LoneParts,
  type LoneRows,
  type LoneSetup,
  type TextColumn,
  type TextTrouble,
} from "./lone-parts.ts"
import { LoosePhone } from "./loose.ts"
import { csvCell } from "../../../platform/spreadsheet/csv/raw-row.ts"
import { marksOf } from "./marks.ts"
import { DITTO_FIELDS, isDitto, mayBeginDitto } from "../layout/ditto.ts"
import { NameWords } from "./words.ts"
import type { FindingCode } from "../findings/finding.ts"
import { phoneOfCell } from "../rows/phone.ts"

/** Few lists have longer names. */
const WORDS_A_NAME = 3

export class LoneColumns {
  trouble: TextTrouble | null = null
  private readonly setup: LoneSetup
  private readonly words: NameWords
  private nameStarts: Uint32Array
  private nameEnds: Uint32Array
  private phones: Float64Array
  private readonly values = LATE_FIELDS.map(() => ({
    table: beginTable(),
    numbers: new Uint32Array(),
  }))
  private readonly loosePhone = new LoosePhone()
  private notedRows = new Uint32Array(1024)
  private notedCodes = new Uint8Array(1024)
  private noted = 0
  private length = 0

  constructor(setup: LoneSetup) {
    this.setup = setup
    this.words = new NameWords(new InternTable(), setup.rows * WORDS_A_NAME)
    this.nameStarts = new Uint32Array(setup.rows)
    this.nameEnds = new Uint32Array(setup.rows)
    this.phones = new Float64Array(setup.rows)
  }

  /** Looks whether the bytes of a block are text. */
  check(bytes: Uint8Array): void {
    if (this.trouble !== null) return
    // `includes` of a shared array goes byte by byte.
    if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(0)) this.trouble = "nul"
    else if (!this.setup.isSure && !isUtf8(bytes)) this.trouble = "not utf-8"
  }

  take(block: LoneBlock, rows: LoneRows): void {
    if (this.trouble !== null) return
    this.reserve(rows.firstRow + rows.asked.length)
    const { phone, texts, values } = rows.plan
    this.readNames(block, rows)
    if (phone >= 0) this.readPhones(block, rows)
    for (const [at, column] of values.entries()) {
      const value = this.values[at]
      if (value === undefined || column < 0) continue
      value.numbers = roomFor(value.numbers, this.nameStarts.length)
      numberTexts(block, rows, { column, ...value })
    }
    for (const text of texts) this.markTexts(block, rows, text)
  }

  private reserve(length: number): void {
    this.length = length
    if (length <= this.nameStarts.length) return
    this.nameStarts = roomFor(this.nameStarts, length)
    const room = this.nameStarts.length
    this.nameEnds = roomFor(this.nameEnds, room)
    this.phones = roomFor(this.phones, room)
  }

  finish(): LoneParts {
    const { words, length, noted } = this
    return {
      names: words.texts.toParts(),
      nameWords: words.list.subarray(0, words.used),
      nameStarts: this.nameStarts.subarray(0, length),
      nameEnds: this.nameEnds.subarray(0, length),
      phones: this.phones.subarray(0, length),
      values: this.values.map(({ table, numbers }) => ({
        texts: table.toParts(),
        numbers: numbers.subarray(0, length),
      })),
      notedRows: this.notedRows.subarray(0, noted),
      notedCodes: this.notedCodes.subarray(0, noted),
    }
  }

  private readNames(block: LoneBlock, { firstRow, asked, plan }: LoneRows): void {
    const { words, nameStarts, nameEnds } = this
    const { starts, ends, bytes, view } = block
    for (let at = 0; at < asked.length; at++) {
      const [row, record] = [firstRow + at, asked[at] ?? -1]
      nameStarts[row] = words.used
      if (record >= 0) {
        const field = fieldAt(block, record, plan.name)
        const start = field < 0 ? 0 : (starts[field] ?? 0)
        const end = field < 0 ? 0 : (ends[field] ?? 0)
        const codes = words.takeWords(bytes, view, start, end)
        if (codes === null) {
          const text = this.setup.decode(bytes, start, end)
          this.note(row, words.takeWritten(text))
          if (field >= 0) this.note(row, marksOf("name", text))
        } else if (codes.length > 0) this.note(row, codes)
      }
      nameEnds[row] = words.used
    }
  }

  private readPhones(block: LoneBlock, { firstRow, asked, plan }: LoneRows): void {
    const { phones, loosePhone } = this
    const { starts, ends, view } = block
    for (let at = 0; at < asked.length; at++) {
      const record = asked[at] ?? -1
      const field = record < 0 ? -1 : fieldAt(block, record, plan.phone)
      if (field < 0) continue
      const [start, end] = [starts[field] ?? 0, ends[field] ?? 0]
      if (start === end) continue
      const row = firstRow + at
      phones[row] = cleanPhone(view, start, end)
      if (phones[row] > 0) continue
      const codes = loosePhone.read(view, start, end)
      if (codes === null) this.readPhone(row, this.setup.decode(block.bytes, start, end))
      else {
        phones[row] = loosePhone.phone
        this.note(row, codes)
      }
    }
  }

  private readPhone(row: number, text: string): void {
    const { phone, codes } = phoneOfCell(csvCell(0, text))
    this.phones[row] = phoneNumber(phone)
    this.note(row, codes)
    this.note(row, marksOf("phone", text))
  }

  private markTexts(block: LoneBlock, { firstRow, asked }: LoneRows, text: TextColumn): void {
    const { starts, ends, bytes, broken } = block
    const isDittoField = DITTO_FIELDS.includes(text.field)
    for (let at = 0; at < asked.length; at++) {
      const record = asked[at] ?? -1
      const field = record < 0 ? -1 : fieldAt(block, record, text.column)
      if (field < 0) continue
      const [start, end] = [starts[field] ?? 0, ends[field] ?? 0]
      const isLikeDitto = isDittoField && mayBeginDitto(bytes, start)
      if (start === end) continue
      if (broken[record] !== 1 && !isLikeDitto && !isOddStart(bytes[start] ?? 0)) continue
      const written = this.setup.decode(bytes, start, end)
      if (isLikeDitto && isDitto(written)) this.noteNumber(firstRow + at, HANDED_OVER)
      else this.note(firstRow + at, marksOf(text.field, written))
    }
  }

  /** A failed formula changes how the whole row is read. */
  private note(row: number, codes: readonly FindingCode[]): void {
    for (const code of codes)
      this.noteNumber(row, code === "FORMULA_ERROR" ? HANDED_OVER : codeNumber(code))
  }

  private noteNumber(row: number, code: number): void {
    if (this.noted === this.notedRows.length) {
      this.notedRows = roomFor(this.notedRows, this.noted * 2)
      this.notedCodes = roomFor(this.notedCodes, this.noted * 2)
    }
    this.notedRows[this.noted] = row
    this.notedCodes[this.noted++] = code
  }
}

export function loneEnd(columns: LoneColumns): LoneEnd {
  const { trouble } = columns
  return trouble === null ? { parts: columns.finish(), trouble } : { parts: null, trouble }
}

interface NumberedColumn {
  readonly column: number
  readonly table: InternTable
  readonly numbers: Uint32Array
}

/** The first text of a table is the empty one, and columns begin with zeros. */
function numberTexts(
  block: LoneBlock,
  { firstRow, asked }: LoneRows,
  { column, table, numbers }: NumberedColumn,
): void {
  const { starts, ends, view } = block
  for (let at = 0; at < asked.length; at++) {
    const record = asked[at] ?? -1
    const field = record < 0 ? -1 : fieldAt(block, record, column)
    if (field < 0) continue
    numbers[firstRow + at] = table.intern(view, starts[field] ?? 0, ends[field] ?? 0)
  }
}

/** Where a field of a record stands; -1 where the record is too short or the list has no such column. */
function fieldAt({ firsts }: LoneBlock, record: number, column: number): number {
  const field = (firsts[record] ?? 0) + column
  return column >= 0 && field < (firsts[record + 1] ?? 0) ? field : -1
}

export function phoneNumber(phone: string): number {
  return phone === "" ? 0 : Number(`1${phone}`)
}
