// One pass over a range of a file. Ranges may be read apart, since a record does not depend on what stands
// before it; whether a range began at a record is known when the range before it is read.
import { isUtf8 } from "node:buffer"
import type { LocalDate } from "../../kernel/local-date.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import { MAX_COLUMNS } from "../../platform/spreadsheet/cell-reference.ts"
import { CsvReader, type ByteRange } from "../../platform/spreadsheet/csv-reader.ts"
import type { ColumnUnits } from "./column-units.ts"
import { csvContext } from "./columnar-head.ts"
import type { Layouts } from "./columnar-layout.ts"
import { planColumns } from "./columnar-plan.ts"
import type { ScannedRange } from "./columnar-rows.ts"
import { ColumnarScan } from "./columnar-scan.ts"
import { decoderOf, rowsReader, type CsvSource } from "./columnar-source.ts"
import type { DateOrder } from "./date-order.ts"
import type { Columns } from "./header-labels.ts"
import { compileOccupations } from "./occupation.ts"
import { compileAreas } from "./value-area.ts"

export interface RangeTask extends ByteRange {
  readonly columns: Columns
  readonly units: ColumnUnits
  readonly layouts: Layouts
  readonly on: LocalDate
  readonly minimumWage: Rupiah | null
  /** Addresses may name the area, since neither a column nor the sender does. */
  readonly addressTells: boolean
  /** The order of dates as it is supposed until all dates are seen. */
  readonly order: DateOrder
  /** Rows to make room for. */
  readonly rows: number
}

/** Why a range cannot be read as it was begun. */
export type RangeTrouble = "not utf-8" | "nul" | "too many fields" | "too long" | "unsettled"

/** Cells that are read in this pass hang on no table. */
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
    saysNothing: [],
    otherWords: [],
    employer: {
      ...{ staff: [], staffCounted: [], have: [], employ: [] },
      ...{ titles: [], people: [], not: [], numbers: [] },
    },
  }),
}
const NOBODY = { kind: "unknown", id: "", name: "", areaCode: null, sector: null } as const

export class RangeReader {
  readonly scan: ColumnarScan
  readonly reader: CsvReader
  trouble: RangeTrouble | null = null
  private readonly source: CsvSource

  constructor(source: CsvSource, task: RangeTask) {
    this.source = source
    this.reader = new CsvReader(source.bytes, source.delimiter, task)
    const { columns, units, order, on, minimumWage, layouts, addressTells } = task
    const said = { sender: NOBODY, columns, units, order }
    this.scan = new ColumnarScan({
      context: csvContext("", said, { on, minimumWage, ...NO_TABLES }),
      plan: planColumns(columns),
      rows: task.rows,
      decode: decoderOf(source.encoding),
      rowsAt: rowsReader(source),
      layouts,
      addressTells,
    })
  }

  /** Reads the next block; false at the end, or where there is trouble. */
  advance(): boolean {
    const { reader, scan } = this
    if (!reader.advance()) {
      if (reader.tooLong) this.trouble = "too long"
      return false
    }
    this.trouble = this.troubleOf()
    if (this.trouble !== null) return false
    scan.take(reader)
    return true
  }

  /** The range ended with a record that ends at a place, under the header it began with. */
  endsAt(place: number): boolean {
    return this.reader.next === place && this.scan.isUnderFirstHeader
  }

  finish(): ScannedRange {
    return this.scan.finish()
  }

  private troubleOf(): RangeTrouble | null {
    const { scanner, count } = this.reader
    const bytes = scanner.bytes.subarray(0, scanner.places[count])
    if (bytes.includes(0)) return "nul"
    if (this.source.encoding === "utf-8" && !this.source.isSure && !isUtf8(bytes))
      return "not utf-8"
    // No record is wider than the block has fields.
    if ((scanner.firsts[count] ?? 0) - count > MAX_COLUMNS) {
      for (let record = 0; record < count; record++) {
        const width = (scanner.firsts[record + 1] ?? 0) - (scanner.firsts[record] ?? 0)
        if (width > MAX_COLUMNS) return "too many fields"
      }
    }
    return null
  }
}
