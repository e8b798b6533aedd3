// The cells of a block, column by column, but for those of `lone`. Clean cells are told by their
// bytes, cells of few values are numbered, and all others go to the readers of single cells.
import { eightDigits, NO_DIGITS } from "../../../columns/digits.ts"
import type { FieldBlock } from "../../../columns/field-block.ts"
import { isNik } from "../../../kernel/nik.ts"
import { beginTable, InternTable } from "../../../columns/intern-table.ts"
import { contextOf, readAlone, type CellReading } from "./cell.ts"
import { CLEAN_DATES, CleanDates } from "./clean-date.ts"
import { codeNumber } from "./codes.ts"
import { LooseNik } from "./loose.ts"
import { marksOf } from "./marks.ts"
import type { ColumnPlan } from "./plan.ts"
import { HANDED, HEADER, type RowStore } from "./rows.ts"
import type { ScanSetup } from "./setup.ts"
import { isDitto } from "../layout/ditto.ts"
import type { Field } from "../layout/field.ts"
import type { FindingCode } from "../findings/finding.ts"
import { digitsOf, readIdentity } from "../rows/identity.ts"
import { areaInAddress } from "../rows/livelihood.ts"
import { readNik } from "../values/nik.ts"

/** Rows of a block: `chosen[i]` is the record of row `firstRow + i`. */
export interface RowsOfBlock {
  readonly block: FieldBlock
  readonly chosen: Int32Array
  readonly firstRow: number
  readonly plan: ColumnPlan
}

export class CellColumns {
  readonly dateTexts: InternTable
  readonly sexTexts: InternTable
  /** The numbers of texts of one letter. */
  private readonly sexLetters = new Uint32Array(256)
  private readonly store: RowStore
  private readonly setup: ScanSetup
  private readonly cleanDates = new CleanDates()
  private readonly loose = new LooseNik()

  constructor(store: RowStore, setup: ScanSetup) {
    this.store = store
    this.setup = setup
    const decode = (bytes: Uint8Array): string => setup.decode(bytes, 0, bytes.length)
    this.dateTexts = new InternTable(decode)
    this.sexTexts = beginTable(decode)
  }

  /** Reads the cells of the rows from `firstRow` on. */
  read(rows: RowsOfBlock): void {
    const { plan } = rows
    if (plan.nik >= 0) this.readNiks(rows)
    if (plan.kk >= 0) this.readCards(rows)
    this.readDates(rows)
    if (plan.sex >= 0) this.readSexes(rows)
    const address = tellingAddress(this.setup, plan)
    if (address >= 0) this.readAddresses(rows, address)
  }

  /** Those that are not clean: what is, was found with the row. */
  private readNiks(rows: RowsOfBlock): void {
    const { store, loose } = this
    const { starts, ends, view } = rows.block
    const { nikHigh, flags, length } = store
    for (let row = rows.firstRow; row < length; row++) {
      if (nikHigh[row] !== NO_DIGITS || flags[row] !== 0) continue
      const field = fieldOf(rows, row, rows.plan.nik)
      const start = field < 0 ? 0 : (starts[field] ?? 0)
      const code = loose.read(view, start, field < 0 ? 0 : (ends[field] ?? 0))
      if (code === null) {
        this.readNik(row, this.textAt(rows, row, rows.plan.nik))
        continue
      }
      store.nikHigh[row] = loose.high
      store.nikLow[row] = loose.low
      store.note(row, codeNumber(code))
    }
  }

  private readNik(row: number, text: string): void {
    const { store } = this
    const { nik, code } = readNik(text, "text")
    if (nik !== null) {
      store.nikHigh[row] = Number(nik.slice(0, 8))
      store.nikLow[row] = Number(nik.slice(8))
    }
    if (code !== null) this.note(row, [code])
    this.mark(row, "nik", text)
  }

  private readCards(rows: RowsOfBlock): void {
    const { store } = this
    const { starts, ends, view } = rows.block
    const context = contextOf(this.setup.context, "kk")
    for (let row = rows.firstRow; row < store.length; row++) {
      const field = fieldOf(rows, row, rows.plan.kk)
      if (field < 0 || store.flags[row] !== 0) continue
      const start = starts[field] ?? 0
      const length = (ends[field] ?? 0) - start
      const high = length === 16 ? eightDigits(view, start) : NO_DIGITS
      const low = length === 16 ? eightDigits(view, start + 8) : NO_DIGITS
      // What begins with zeros is no card, and says so when its text is read.
      if (high !== NO_DIGITS && low !== NO_DIGITS && high > 0) {
        store.kkHigh[row] = high
        store.kkLow[row] = low
      } else if (length > 0) {
        const text = this.textAt(rows, row, rows.plan.kk)
        this.takeCard(
          row,
          text,
          readAlone(context, "kk", text, (alone) => readIdentity(alone).kk),
        )
        this.mark(row, "kk", text)
      }
    }
  }

  /** A card that is not clean: whether it changed places with the NIK is judged by its digits. */
  private takeCard(row: number, text: string, { value, codes }: CellReading<string | null>): void {
    const { store } = this
    const digits = digitsOf(text.trim())
    if (value !== null && value === digits) {
      store.kkHigh[row] = Number(value.slice(0, 8))
      store.kkLow[row] = Number(value.slice(8))
    } else if (value === null && !isNik(digits)) this.note(row, codes)
    else store.flags[row] = HANDED
  }

  /** Dates wait until the order of their parts is known for the whole file. */
  private readDates(rows: RowsOfBlock): void {
    const { store, dateTexts, cleanDates } = this
    const { starts, ends, view } = rows.block
    const { dates, flags } = store
    for (let row = rows.firstRow; row < store.length; row++) {
      const found = fieldOf(rows, row, rows.plan.birth)
      const isThere = found >= 0 && ((flags[row] ?? 0) & HEADER) === 0
      const start = isThere ? (starts[found] ?? 0) : 0
      const end = isThere ? (ends[found] ?? 0) : 0
      const clean = cleanDates.numberOf(view, start, end)
      dates[row] = clean >= 0 ? clean : CLEAN_DATES + dateTexts.intern(view, start, end)
    }
  }

  /** Nearly all are one letter: such a text is looked up once. */
  private readSexes(rows: RowsOfBlock): void {
    const { sexes } = this.store
    const { starts, ends, view } = rows.block
    const { sexTexts, sexLetters } = this
    for (let row = rows.firstRow; row < this.store.length; row++) {
      const field = fieldOf(rows, row, rows.plan.sex)
      const start = field < 0 ? 0 : (starts[field] ?? 0)
      const end = field < 0 ? 0 : (ends[field] ?? 0)
      const letter = end - start === 1 ? view.getUint8(start) : 0
      const known = sexLetters[letter] ?? 0
      sexes[row] = known > 0 ? known : sexTexts.intern(view, start, end)
      if (letter > 0) sexLetters[letter] = sexes[row] ?? 0
    }
  }

  private readAddresses(rows: RowsOfBlock, column: number): void {
    const { store } = this
    for (let row = rows.firstRow; row < store.length; row++) {
      if (store.flags[row] !== 0) continue
      const text = this.textAt(rows, row, column)
      if (areaInAddress(text) !== "" || isDitto(text)) store.flags[row] = HANDED
      else this.mark(row, "address", text)
    }
  }

  private textAt(rows: RowsOfBlock, row: number, column: number): string {
    const field = fieldOf(rows, row, column)
    if (field < 0) return ""
    const { bytes, starts, ends } = rows.block
    return this.setup.decode(bytes, starts[field] ?? 0, ends[field] ?? 0)
  }

  private note(row: number, codes: readonly FindingCode[]): void {
    for (const code of codes) this.store.note(row, codeNumber(code))
  }

  /** Marks of a cell; a failed formula changes how the whole row is read. */
  private mark(row: number, field: Field, text: string): void {
    const codes = marksOf(field, text)
    if (codes.includes("FORMULA_ERROR")) this.store.flags[row] = HANDED
    this.note(row, codes)
  }
}

/** The column of the address where it may name the area, since nothing else does; else -1. */
export function tellingAddress({ addressTells }: ScanSetup, { columns }: ColumnPlan): number {
  return addressTells && !columns.has("area") ? (columns.get("address") ?? -1) : -1
}

/** Where the field of a row stands; -1 where the record is too short or the list has no such column. */
function fieldOf({ block, chosen, firstRow }: RowsOfBlock, row: number, column: number): number {
  if (column < 0) return -1
  const record = chosen[row - firstRow] ?? 0
  const field = (block.firsts[record] ?? 0) + column
  return field < (block.firsts[record + 1] ?? 0) ? field : -1
}
