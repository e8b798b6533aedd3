import { CodeSets } from "../../../columns/code-sets.ts"
import { roomFor } from "../../../columns/growing.ts"
import type { ColumnPlan } from "./plan.ts"
import type { ColumnUnits } from "../layout/column-units.ts"
import type { DateTally } from "../values/date-order.ts"
import type { HeaderRows } from "../layout/header-rows.ts"

/** The row is read by the reader of single rows. */
export const HANDED = 1
/** A header that is repeated within the list. */
export const HEADER = 2

/** Rows from one header to the next. */
export interface Segment {
  readonly firstRow: number
  readonly plan: ColumnPlan
  readonly units: ColumnUnits
  /** The header itself where it stands within the list; the first one is in the head. */
  readonly header: HeaderRows | null
}

/** What one pass over the bytes of a list leaves: numbers, and the distinct texts they stand for. */
export interface ScannedRows {
  readonly length: number
  readonly segments: readonly Segment[]
  readonly places: Float64Array
  readonly numbers: Uint32Array
  readonly flags: Uint8Array
  readonly nikHigh: Uint32Array
  readonly nikLow: Uint32Array
  /** No card begins with eight zeros: 0 for none. */
  readonly kkHigh: Uint32Array
  readonly kkLow: Uint32Array
  /** A one and then the digits of the phone, so that zeros stay; 0 for none. */
  readonly phones: Float64Array
  readonly nameStarts: Uint32Array
  readonly nameEnds: Uint32Array
  readonly nameWords: Uint32Array
  /** "19800817" as a number, 0 for none. */
  readonly birthDays: Uint32Array
  readonly shapes: Uint8Array
  readonly sexes: Uint8Array
  readonly incomeLow: Uint32Array
  readonly incomeHigh: Uint32Array
  /** Sets of finding codes by number. */
  readonly codes: Uint32Array
  readonly codeSets: CodeSets
  /** Rows of nothing but blanks: the row that follows each, and where it begins. */
  readonly blankRows: Uint32Array
  readonly blankPlaces: Float64Array
}

/** What the columns that are told with others say, and the texts that their numbers stand for. */
export interface ScannedColumns {
  readonly rows: Omit<ScannedRows, keyof LoneColumn>
  readonly shapeNames: string[]
  readonly dates: DateTally
}

/** The columns that are read beside the others. */
type LoneColumn = Pick<
  ScannedRows,
  "phones" | "nameStarts" | "nameEnds" | "nameWords" | "incomeLow" | "incomeHigh"
>

/** The columns of rows while they are read; they grow with the list. */
export class RowStore {
  length = 0
  places: Float64Array
  numbers: Uint32Array
  flags: Uint8Array
  nikHigh: Uint32Array
  nikLow: Uint32Array
  kkHigh: Uint32Array
  kkLow: Uint32Array
  dates: Uint32Array
  codes: Uint32Array
  readonly codeSets = new CodeSets()
  blanks = 0
  private blankRows = new Uint32Array(16)
  private blankPlaces = new Float64Array(16)
  /** Texts of the column of the sex by number. */
  sexes: Uint32Array

  constructor(rows: number) {
    this.places = new Float64Array(rows)
    this.numbers = new Uint32Array(rows)
    this.flags = new Uint8Array(rows)
    this.nikHigh = new Uint32Array(rows)
    this.nikLow = new Uint32Array(rows)
    this.kkHigh = new Uint32Array(rows)
    this.kkLow = new Uint32Array(rows)
    this.dates = new Uint32Array(rows)
    this.codes = new Uint32Array(rows)
    this.sexes = new Uint32Array(rows)
  }

  /** Room for so many rows more. */
  reserve(more: number): void {
    const rows = this.length + more
    if (rows <= this.numbers.length) return
    this.places = roomFor(this.places, rows)
    this.numbers = roomFor(this.numbers, rows)
    const wider = this.numbers.length
    this.flags = roomFor(this.flags, wider)
    this.nikHigh = roomFor(this.nikHigh, wider)
    this.nikLow = roomFor(this.nikLow, wider)
    this.kkHigh = roomFor(this.kkHigh, wider)
    this.kkLow = roomFor(this.kkLow, wider)
    this.dates = roomFor(this.dates, wider)
    this.codes = roomFor(this.codes, wider)
    this.sexes = roomFor(this.sexes, wider)
  }

  /** Opens a row that says nothing yet; the room for it is there. */
  open(place: number, number: number, flags: number): number {
    const row = this.length++
    this.places[row] = place
    this.numbers[row] = number
    this.flags[row] = flags
    this.codes[row] = 0
    return row
  }

  /** Notes a code of a row. */
  note(row: number, code: number): void {
    this.codes[row] = this.codeSets.with(this.codes[row] ?? 0, code)
  }

  /** Notes a row of nothing but blanks, which no list counts. */
  skip(place: number): void {
    this.blankRows = roomFor(this.blankRows, this.blanks + 1)
    this.blankPlaces = roomFor(this.blankPlaces, this.blanks + 1)
    this.blankRows[this.blanks] = this.length
    this.blankPlaces[this.blanks++] = place
  }

  /** What tells where a row stands in its sheet. */
  blankColumns() {
    const { places, blanks, blankRows, blankPlaces } = this
    return {
      places,
      blankRows: blankRows.slice(0, blanks),
      blankPlaces: blankPlaces.slice(0, blanks),
    }
  }

  /** The columns that outlive the reading. */
  columns() {
    return {
      ...this.blankColumns(),
      numbers: this.numbers,
      flags: this.flags,
      nikHigh: this.nikHigh,
      nikLow: this.nikLow,
      kkHigh: this.kkHigh,
      kkLow: this.kkLow,
      codes: this.codes,
      codeSets: this.codeSets,
    }
  }
}
