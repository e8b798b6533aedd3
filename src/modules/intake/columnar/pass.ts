// One pass over the rows of a list, as they are supposed to be read.
import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Rupiah } from "../../../kernel/rupiah.ts"
import { MAX_COLUMNS } from "../../../platform/spreadsheet/cell-reference.ts"
import { CsvReader } from "../../../platform/spreadsheet/csv/reader.ts"
import type { CsvScanner } from "../../../platform/spreadsheet/csv/scan.ts"
import type { ColumnUnits } from "../layout/column-units.ts"
import { decoderOf } from "../../../platform/spreadsheet/csv/decode.ts"
import { NOTHING_OPEN } from "../layout/column-open.ts"
import { csvContext, type ListHead } from "./head.ts"
import type { Layouts } from "./layout.ts"
import type { LoneSide } from "./lone-side.ts"
import type { TextTrouble } from "./lone-parts.ts"
import { planColumns } from "./plan.ts"
import type { ScannedColumns } from "./rows.ts"
import { ColumnarScan } from "./scan.ts"
import { HEADERS_MAX } from "../layout/header-rows.ts"
import { isHardlyAnybody, type ListExcess } from "../rows/nobody.ts"
import { type CsvSource } from "../../../platform/spreadsheet/csv/source.ts"
import { rowsReader } from "./source.ts"
import type { DateOrder } from "../values/date-order.ts"
import type { Columns } from "../layout/header-labels.ts"
import { compileOccupations } from "../occupations/occupation.ts"
import { compileAreas } from "../values/area.ts"

/** What is supposed of a list until all of it is seen. */
export interface Supposed {
  readonly order: DateOrder
  readonly columns: Columns
  readonly units: ColumnUnits
  readonly layouts: Layouts
}

/** Rows that are looked at more closely are few at a time. */
const PEEK_BYTES = 8192

export interface PassPlace {
  readonly source: CsvSource
  readonly head: ListHead
  readonly on: LocalDate
  readonly minimumWage: Rupiah | null
}

/** Why a list cannot be read as it was begun. */
export type PassTrouble = TextTrouble | ListExcess | "too many fields" | "too long" | "unsettled"

/** Cells that are read in this pass hang on no table and no sender. */
const NO_TABLES = {
  areas: compileAreas([]),
  occupations: compileOccupations({
    classes: new Map(),
    heads: [],
    food: [],
    besideFood: [],
    foodClass: "",
    abbreviations: new Map(),
    spellings: new Map(),
    fillers: [],
    joiners: [],
    negators: [],
    addresses: [],
    saysNothing: [],
    otherWords: [],
    employer: {
      ...{ staff: [], staffCounted: [], have: [], employ: [] },
      ...{ titles: [], people: [], not: [], numbers: [] },
    },
  }),
}
const NOBODY = { kind: "unknown", id: "", name: "", areaCode: null, sector: null } as const

export class ListPass {
  readonly reader: CsvReader
  trouble: PassTrouble | null = null
  private readonly scan: ColumnarScan
  private readonly lone: LoneSide

  constructor({ source, head, on, minimumWage }: PassPlace, supposed: Supposed, lone: LoneSide) {
    const { columns, units, order, layouts } = supposed
    const range = { from: head.place, to: source.bytes.size }
    this.reader = new CsvReader(source.bytes, source.delimiter, range)
    this.lone = lone
    const said = { sender: NOBODY, columns, open: NOTHING_OPEN, units, order }
    const setup = {
      context: csvContext("", said, { on, minimumWage, ...NO_TABLES }),
      plan: planColumns(columns),
      rows: rowsFrom(head, source),
      recordsBefore: head.number,
      decode: decoderOf(source.encoding),
      rowsAt: rowsReader(source, PEEK_BYTES),
      layouts,
      // Addresses may name the area, since neither a column nor the sender does.
      addressTells: head.sender.areaCode === null,
    }
    this.scan = new ColumnarScan(setup, lone)
  }

  get rows(): number {
    return this.scan.store.length
  }

  /** Reads the next block into a scanner; false at the end, or where there is trouble. */
  advance(scanner: CsvScanner): boolean {
    const { reader, scan, lone } = this
    if (!reader.advance(scanner)) {
      if (reader.tooLong) this.trouble = "too long"
      return false
    }
    const width = this.widthTrouble()
    if (width === null) scan.take(reader)
    else {
      // What is no text is told as such.
      lone.begin(reader)
      lone.end()
    }
    this.trouble = lone.trouble ?? width ?? this.excess()
    return this.trouble === null
  }

  finish(): ScannedColumns {
    return this.scan.finish()
  }

  private excess(): ListExcess | null {
    const { headers, others, store } = this.scan
    if (headers > HEADERS_MAX) return "headers"
    return isHardlyAnybody(store.length - others, others) ? "others" : null
  }

  /** No record is wider than the block has fields. */
  private widthTrouble(): PassTrouble | null {
    const { scanner, count } = this.reader
    if ((scanner.firsts[count] ?? 0) - count <= MAX_COLUMNS) return null
    for (let record = 0; record < count; record++) {
      const width = (scanner.firsts[record + 1] ?? 0) - (scanner.firsts[record] ?? 0)
      if (width > MAX_COLUMNS) return "too many fields"
    }
    return null
  }
}

/** Rows to make room for. */
export function rowsFrom(head: ListHead, { bytes }: CsvSource): number {
  return Math.ceil((bytes.size - head.place) * head.rowsPerByte * 1.02) + 64
}
