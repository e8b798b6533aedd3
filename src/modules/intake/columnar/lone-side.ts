import { CsvScanner } from "../../../platform/spreadsheet/csv/scan.ts"
import { BLOCK_BYTES } from "../../../platform/spreadsheet/csv/reader.ts"
import type { FieldBlock } from "../../../columns/field-block.ts"
import { LoneColumns, loneEnd } from "./lone.ts"
import type { LoneEnd, LonePlan, LoneSetup, TextTrouble } from "./lone-parts.ts"

/** A block of records as the reader of files gives it. */
export interface RecordBlock {
  readonly scanner: FieldBlock
  /** Where the block begins in the file. */
  readonly base: number
  /** How many of its records belong to the list. */
  readonly count: number
}

/** Rows of a block, the next ones of those that are asked. */
export interface LoneStretch {
  readonly firstRow: number
  readonly length: number
  readonly plan: LonePlan
}

/** Who reads the columns that hang on no other: this thread, or another one. */
export interface LoneSide {
  /** Where the next block may be read into. */
  scanner(): CsvScanner | Promise<CsvScanner>
  /** Begins a block; answers the room for the records that are asked. */
  begin(block: RecordBlock): Int32Array
  /** Rows whose records stand in that room, behind those of the stretch before. */
  take(stretch: LoneStretch): void
  /** Nothing more is asked of the block. */
  end(): void
  /** Known trouble, so that nobody need go on. */
  readonly trouble: TextTrouble | null
  finish(): LoneEnd | Promise<LoneEnd>
}

/** The bytes of a block that are its records. */
export function bytesOf({ scanner, count }: RecordBlock): Uint8Array {
  return scanner.bytes.subarray(0, scanner.places[count])
}

/** All in one thread. */
export class LoneHere implements LoneSide {
  private readonly columns: LoneColumns
  private readonly only: CsvScanner
  private asked = new Int32Array(0)
  private block: FieldBlock
  private taken = 0

  constructor(delimiter: string, setup: LoneSetup) {
    this.columns = new LoneColumns(setup)
    this.only = new CsvScanner(delimiter, BLOCK_BYTES)
    this.block = this.only
  }

  get trouble(): TextTrouble | null {
    return this.columns.trouble
  }

  scanner(): CsvScanner {
    return this.only
  }

  begin(block: RecordBlock): Int32Array {
    this.columns.check(bytesOf(block))
    if (this.asked.length < block.count) this.asked = new Int32Array(block.count)
    this.block = block.scanner
    this.taken = 0
    return this.asked
  }

  take({ length, ...rows }: LoneStretch): void {
    const from = this.taken
    this.taken += length
    this.columns.take(this.block, { ...rows, asked: this.asked.subarray(from, from + length) })
  }

  end(): void {
    // Everything is read already.
  }

  finish(): LoneEnd {
    return loneEnd(this.columns)
  }
}
