// The pass over the bytes of a list: which records are rows, and what their cells hold.
import { eightDigits, NO_DIGITS } from "../../../columns/digits.ts"
import type { FieldBlock } from "../../../columns/field-block.ts"
import { isGivenNik } from "./clean.ts"
import { emptyColumns, SegmentJudge } from "./judge.ts"
import { CellColumns, tellingAddress } from "./cells.ts"
import type { LoneSide, RecordBlock } from "./lone-side.ts"
import { lonePlan, planColumns, type ColumnPlan } from "./plan.ts"
import { isLetter, mayBeExample, mayBeTotal, mostDigits } from "./record.ts"
import { HANDED, HEADER, RowStore, type ScannedColumns, type Segment } from "./rows.ts"
import { columnUnits, SEX_ROWS, type ColumnUnits } from "../layout/column-units.ts"
import { SheetRows } from "./blanks.ts"
import { headerAt, sheetOfRows } from "./source.ts"
import { flatLabels } from "../layout/header-labels.ts"
import { textsOf, type HeaderRows } from "../layout/header-rows.ts"
import { findHeaders, shapeOf } from "../layout/layout.ts"
import type { ScanSetup } from "./setup.ts"
import { tallyOf } from "./tally.ts"
import { isCountRow, rowKind } from "../rows/kind.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import { rawRowOf } from "../../../platform/spreadsheet/csv/raw-row.ts"

/** Longer records, and those with less than this to show for a person, are looked at one by one. */
const RECORD_MAX = 1000
const PERSONAL_MIN = 3
/** A row with so many digits in one cell is no total; with the second number it is no header. */
const IDENTITY_DIGITS = 12
const LABEL_DIGITS_MAX = 8
/** By so many rows the columns under another header are supposed. */
const GUESS_ROWS = 72

export class ColumnarScan {
  readonly store: RowStore
  private readonly setup: ScanSetup
  private readonly cells: CellColumns
  private readonly segments: Segment[]
  private readonly lone: LoneSide
  private plan: ColumnPlan
  private records: number
  private headerRows = 0
  /** Rows that are no person's. */
  others = 0
  /** Records of the block that are rows, in order. */
  private chosen = new Int32Array(0)

  constructor(setup: ScanSetup, lone: LoneSide) {
    this.setup = setup
    this.lone = lone
    this.records = setup.recordsBefore
    this.plan = setup.plan
    this.store = new RowStore(setup.rows)
    this.cells = new CellColumns(this.store, setup)
    const { units } = setup.context
    this.segments = [{ firstRow: 0, plan: setup.plan, units, header: null }]
  }

  /** Headers so far, the first one too. */
  get headers(): number {
    return this.segments.length
  }

  /** Takes in the records of a block. */
  take(block: RecordBlock): void {
    const { count, scanner } = block
    if (this.chosen.length < count) this.chosen = new Int32Array(count)
    const asked = this.lone.begin(block)
    this.store.reserve(count)
    let [record, rowsBefore] = [0, 0]
    while (record < count) {
      const firstRow = this.store.length
      const plan = this.plan
      record = this.openRows(block, record, asked.subarray(rowsBefore))
      const length = this.store.length - firstRow
      this.lone.take({ length, firstRow, plan: lonePlan(plan, tellingAddress(this.setup, plan)) })
      this.cells.read({ block: scanner, chosen: this.chosen, firstRow, plan })
      rowsBefore += length
    }
    this.lone.end()
    this.records += count
  }

  /** Opens the rows from a record on, up to the end of the block or to another header. */
  private openRows(block: RecordBlock, from: number, asked: Int32Array): number {
    const { store, chosen, plan } = this
    const { scanner, base } = block
    let opened = 0
    for (let record = from; record < block.count; record++) {
      const place = base + (scanner.places[record] ?? 0)
      let flags = 0
      const isNik = this.takeNik(scanner, record, store.length)
      if (this.headerRows > 0 || !this.isPersonForSure(scanner, record, isNik)) {
        flags = this.flagsOf(scanner, record, place)
        if (flags < 0) continue
        if (this.plan !== plan) return record
      }
      store.open(place, this.records + record + 1, flags)
      asked[opened] = flags === 0 ? record : -1
      chosen[opened++] = record
    }
    return block.count
  }

  /** Writes a clean NIK into the row to come; false where there is none. */
  private takeNik(scanner: FieldBlock, record: number, row: number): boolean {
    const { store, plan } = this
    const { starts, ends, firsts, view } = scanner
    const field = (firsts[record] ?? 0) + plan.nik
    let high = NO_DIGITS
    let low = NO_DIGITS
    if (plan.nik >= 0 && field < (firsts[record + 1] ?? 0)) {
      const start = starts[field] ?? 0
      if ((ends[field] ?? 0) - start === 16) {
        high = eightDigits(view, start)
        low = eightDigits(view, start + 8)
      }
    }
    const isGiven = isGivenNik(high, low)
    store.nikHigh[row] = isGiven ? high : NO_DIGITS
    store.nikLow[row] = isGiven ? low : NO_DIGITS
    return isGiven
  }

  /** What `rowKind` calls a person whatever the cells say: three personal cells, and no word for a sum. */
  private isPersonForSure(scanner: FieldBlock, record: number, isNik: boolean): boolean {
    const { plan } = this
    const { places, firsts, starts, ends, bytes } = scanner
    if (plan.isSpread || (places[record + 1] ?? 0) - (places[record] ?? 0) > RECORD_MAX)
      return false
    const [first, end] = [firsts[record] ?? 0, firsts[record + 1] ?? 0]
    if (plan.name >= 0) {
      const name = first + plan.name
      if (name >= end || starts[name] === ends[name]) return false
      if (!isLetter(bytes[starts[name] ?? 0] ?? 0)) return false
    }
    if (mayBeExample(scanner, first, end)) return false
    let filled = 0
    for (let at = 0; at < plan.personal.length && filled < PERSONAL_MIN; at++) {
      const field = first + (plan.personal[at] ?? 0)
      if (field >= end || starts[field] === ends[field]) continue
      const byte = bytes[starts[field] ?? 0] ?? 0
      if (byte > 0x20 && byte < 0x80) filled++
    }
    if (filled < PERSONAL_MIN) return false
    if (isNik) return true
    const digits = mostDigits(scanner, record)
    if (digits >= IDENTITY_DIGITS) return true
    // A name with a date beside it is neither a header nor a row of numbers.
    return digits >= LABEL_DIGITS_MAX && plan.name >= 0 && !mayBeTotal(scanner, first, end)
  }

  /** The flags of a record that is looked at as a whole; -1 where it is no row. */
  private flagsOf(scanner: FieldBlock, record: number, place: number): number {
    const raw = rawRowOf(scanner, record, this.setup.decode)
    if (!raw.cells.some((cell) => cell.text.trim() !== "")) {
      if (raw.cells.length > 0) this.store.skip(place)
      return -1
    }
    if (this.headerRows > 0) {
      this.headerRows--
      return HANDED | HEADER
    }
    // A text alone is no header, and a file may hold a million such rows.
    if (mostDigits(scanner, record) < LABEL_DIGITS_MAX && textsOf(raw).length > 1) {
      const header = headerAt(this.setup.rowsAt, place)
      if (header !== null) {
        this.beginHeader(header, place)
        return 0
      }
    }
    const { plan } = this
    const isShort = raw.cells.every((cell) => cell.text.length <= RECORD_MAX)
    if (isCountRow(raw)) return HANDED
    if (!isShort) return HANDED
    if (rowKind(raw, plan.columns) !== "person") {
      this.others++
      return HANDED
    }
    if (plan.isSpread) return HANDED
    const name = raw.cells.find((cell) => cell.column === plan.name)?.text ?? ""
    return plan.name >= 0 && name.trim() === "" ? HANDED : 0
  }

  /** The rows from here on stand under another header, whose own rows are rows below the first. */
  private beginHeader(header: HeaderRows, place: number): void {
    const { store, setup } = this
    const { at, depth, labels } = header
    this.headerRows = depth
    const known = setup.layouts.get(shapeOf(header))
    const columns = known ?? findHeaders(sheetOfRows(setup.rowsAt(place, GUESS_ROWS)))[0]?.columns
    this.plan = planColumns(columns ?? new Map())
    const { plan } = this
    // What the sexes say is known when the rows are read.
    const { units } = setup.context
    this.segments.push({ firstRow: store.length, plan, units, header: { at, depth, labels } })
  }

  /** What a header within the list says for the values below it. */
  private unitsAt(at: number, sheet: SheetRows): ColumnUnits {
    const { store, segments, setup } = this
    const [segment, next] = [segments[at], segments[at + 1]]
    if (segment === undefined || segment.header === null) return setup.context.units
    const { header, firstRow, plan } = segment
    const first = firstRow + header.depth
    const end = next?.firstRow ?? store.length
    const last = sheet.indexOf(firstRow) + header.depth + SEX_ROWS
    const sexes = new Set<number>()
    for (let row = first; row < end && sheet.indexOf(row) < last; row++)
      sexes.add(store.sexes[row] ?? 0)
    const isOpen = plan.columns.has("sex") && this.mayMeanMan(sexes)
    // The row above the first one is known to stand there; blanks may follow it.
    const place = store.places[first - 1] ?? 0
    const length = sheet.indexOf(end) - sheet.indexOf(firstRow) - header.depth
    const below = isOpen ? setup.rowsAt(place, Math.min(SEX_ROWS, length) + 1).slice(1) : []
    return columnUnits({ columns: plan.columns, labels: flatLabels(header.labels) }, below)
  }

  /** A column of the sex with P and without L. */
  private mayMeanMan(sexes: ReadonlySet<number>): boolean {
    const texts = new Set([...sexes].map((sex) => foldText(this.cells.sexTexts.textOf(sex))))
    const has = (word: string) => texts.has(word) || texts.has(`${word}.`)
    return has("p") && !has("l")
  }

  /** Judges the rows when all are read. */
  finish(): ScannedColumns {
    const { store, cells, segments } = this
    const columns = emptyColumns(store)
    const { dateTexts, sexTexts } = cells
    const dates = tallyOf(store, dateTexts)
    const tables = { shapeNames: [""], dateTexts, sexTexts }
    const judges = new Map<string, SegmentJudge>()
    const sheet = new SheetRows({ ...store.blankColumns(), length: store.length })
    for (const [at, segment] of segments.entries()) {
      const { firstRow, plan } = segment
      const units = this.unitsAt(at, sheet)
      segments[at] = { ...segment, units }
      const key = JSON.stringify([...plan.columns, units])
      const context = { ...this.setup.context, columns: plan.columns, units }
      const judge =
        judges.get(key) ?? new SegmentJudge({ rows: store, columns, tables }, { plan, context })
      judges.set(key, judge)
      judge.judge(firstRow, segments[at + 1]?.firstRow ?? store.length)
    }
    return {
      rows: {
        ...store.columns(),
        ...columns,
        length: store.length,
        segments,
      },
      shapeNames: tables.shapeNames,
      dates,
    }
  }
}
