import { CsvScanner } from "./scan.ts"

/** Bytes that can be read from any place: a file, or a text in memory. */
export interface ByteSource {
  readonly size: number
  /** Copies up to `length` bytes from `position` to `into[at]`; answers how many. */
  readonly read: (into: Uint8Array, at: number, length: number, position: number) => number
}

export function sourceOfBytes(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: (into, at, length, position) => {
      const part = bytes.subarray(position, position + length)
      into.set(part, at)
      return part.length
    },
  }
}

/** A csv from this size on, some 8,000 rows, is better read by columns. */
export const LARGE_CSV_BYTES = 1_000_000

/** Fits the second cache of a processor together with the places of its fields. */
export const BLOCK_BYTES = 262_144
/** No list has a record like this; the places of its fields take eighteen times its memory. */
const RECORD_BYTES_MAX = 4 * 1024 * 1024

/** Where to read: from the start of a record up to the first record that starts at `to` or behind it. */
export interface ByteRange {
  readonly from: number
  readonly to: number
  /** Bytes read at once. */
  readonly blockBytes?: number
}

/** Reads a delimited text block by block; memory does not grow with the text. */
export class CsvReader {
  /** The block that was read last. */
  scanner: CsvScanner
  /** Where the first byte of the block stands in the source. */
  base: number
  /** Records of the block that begin before the end of the range. */
  count = 0
  /** A record longer than any list has; the rest of the text is not read. */
  tooLong = false
  private readonly source: ByteSource
  private readonly to: number
  private filled = 0
  private taken = 0

  constructor(source: ByteSource, delimiter: string, range?: ByteRange) {
    this.source = source
    this.base = range?.from ?? 0
    this.to = Math.min(range?.to ?? source.size, source.size)
    this.scanner = new CsvScanner(
      delimiter,
      Math.min(range?.blockBytes ?? BLOCK_BYTES, source.size + 1),
    )
  }

  /** Where the next record begins, at the end the first one behind the range. */
  get next(): number {
    return this.base + this.taken
  }

  /** Goes on with the record that begins at a place. */
  seek(place: number): void {
    this.base = place
    this.filled = 0
    this.taken = 0
    this.count = 0
  }

  /** The record of the block that begins at a place; -1 where none does. */
  recordAt(place: number): number {
    const { places } = this.scanner
    let [low, high] = [0, this.count - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.base + (places[middle] ?? 0)
      if (found === place) return middle
      if (found < place) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /**
   * Finds the records of the next block; false at the end of the range. Where others still read the last
   * block, the next one goes into another scanner of the same delimiter.
   */
  advance(scanner = this.scanner): boolean {
    const { scanner: last, source } = this
    if (this.next >= this.to || this.tooLong) return false
    this.filled -= this.taken
    while (scanner.capacity < this.filled) scanner.grow()
    scanner.bytes.set(last.bytes.subarray(this.taken, this.taken + this.filled))
    this.scanner = scanner
    this.base += this.taken
    this.taken = 0
    for (;;) {
      const room = scanner.capacity - this.filled
      this.filled += source.read(scanner.bytes, this.filled, room, this.base + this.filled)
      this.taken = scanner.scan(this.filled, this.base + this.filled >= source.size)
      if (this.taken > 0) break
      if (scanner.capacity >= RECORD_BYTES_MAX) {
        this.tooLong = true
        return false
      }
      scanner.grow()
    }
    this.stopAtRange()
    return true
  }

  private stopAtRange(): void {
    const { scanner, base, to } = this
    this.count = scanner.count
    while (this.count > 0 && base + (scanner.places[this.count - 1] ?? 0) >= to) this.count--
    this.taken = scanner.places[this.count] ?? 0
  }
}
