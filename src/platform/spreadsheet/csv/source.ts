import type { RawRow } from "../workbook.ts"
import { decoderOf, type Decode, type TextEncoding } from "./decode.ts"
import { rawRowOf } from "./raw-row.ts"
import { CsvReader, type ByteSource } from "./reader.ts"

/** A csv file as it lies: its bytes, from where on, and how they are read. */
export interface CsvSource {
  readonly bytes: ByteSource
  /** Behind a byte order mark. */
  readonly from: number
  readonly delimiter: string
  readonly encoding: TextEncoding
  /** False where a byte may still show that the text is no UTF-8. */
  readonly isSure: boolean
}

/** A row with the place of its record in the file. */
export interface PlacedRow {
  readonly raw: RawRow
  readonly place: number
  /** Where the next record begins. */
  readonly next: number
}

const WINDOW_BYTES = 65_536

/** Reads rows from any place of a file, one place after the other. */
export class RowPeeker {
  private readonly reader: CsvReader
  private readonly decode: Decode

  constructor(source: CsvSource, blockBytes = WINDOW_BYTES) {
    const range = { from: source.from, to: source.bytes.size, blockBytes }
    this.reader = new CsvReader(source.bytes, source.delimiter, range)
    this.decode = decoderOf(source.encoding)
  }

  /** The rows from the record at a place on, empty records left out as in a sheet. */
  *rowsFrom(place: number, firstNumber = 1): Generator<PlacedRow> {
    const { reader, decode } = this
    let record = this.find(place)
    let number = firstNumber
    for (;;) {
      const { scanner, base, count } = reader
      for (; record < count; record++) {
        const raw = rawRowOf(scanner, record, decode, number++)
        const [at, next] = [scanner.places[record] ?? 0, scanner.places[record + 1] ?? 0]
        if (raw.cells.length > 0) yield { raw, place: base + at, next: base + next }
      }
      if (!reader.advance()) return
      record = 0
    }
  }

  /** The row of the record at a place. */
  rowAt(place: number, number: number): RawRow {
    return rawRowOf(this.reader.scanner, this.find(place), this.decode, number)
  }

  /** The record of the window that begins at a place, the window moved there where it must be. */
  private find(place: number): number {
    const { reader } = this
    const record = reader.recordAt(place)
    if (record >= 0) return record
    reader.seek(place)
    reader.advance()
    return 0
  }
}

/** The file again where its bytes turned out to be no UTF-8: Excel in Indonesia writes this. */
export function inWestern(source: CsvSource): CsvSource {
  return { ...source, encoding: "windows-1252" }
}
