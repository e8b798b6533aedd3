// One column of sixteen-digit numbers out of a delimited text: most lines of a large register are told apart by
// their number alone, so that nothing else in them is looked at.
import { eightDigits, NO_DIGITS } from "../../../columns/digits.ts"
import { CsvReader } from "./reader.ts"
import { CsvScanner } from "./scan.ts"
import type { CsvSource } from "./source.ts"

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22]
const HIGH_BITS = 0x80808080 | 0
const ONES = 0x01010101
const LINE_FEEDS = 0x0a0a0a0a
const RETURNS = 0x0d0d0d0d
const DIGITS = 16
const BLOCK_BYTES = 1024 * 1024
/** Words may be read behind the text; a line feed there ends every search. */
const BEHIND = 32
/** The shortest line is its end alone. */
const LINE_BYTES_MIN = 1

/** Lines of a block by where they begin, with the number that each holds in the column. */
export interface NumberBlock {
  readonly count: number
  /** Halves of the number; NO_DIGITS where the cell is not sixteen digits and nothing else. */
  readonly highs: Uint32Array
  readonly lows: Uint32Array
  /** The bytes of the block up to the end of its last line. */
  readonly bytes: Uint8Array
  /** Where the fields of a line stand; good until the next one is asked for. */
  readonly lineAt: (line: number) => { readonly scanner: CsvScanner; readonly record: number }
  /** Where a line begins and ends in `bytes`, where no quote hides a delimiter; else null. */
  readonly plainAt: (line: number) => readonly [start: number, end: number] | null
}

/**
 * Reads blocks of whole records from a place on. A block without a quote is split at its line ends; any other one by
 * the scanner that knows quotes, so that both see the same records.
 */
export class NumberColumn implements NumberBlock {
  count = 0
  highs = new Uint32Array(BLOCK_BYTES / LINE_BYTES_MIN)
  lows = new Uint32Array(BLOCK_BYTES / LINE_BYTES_MIN)
  bytes: Uint8Array = new Uint8Array(0)
  private readonly places = new Int32Array(BLOCK_BYTES / LINE_BYTES_MIN + 1)
  private readonly room = new Uint8Array(BLOCK_BYTES + BEHIND)
  private readonly view = new DataView(this.room.buffer)
  private readonly source: CsvSource
  private readonly column: number
  private readonly delimiter: number
  private readonly quoted: CsvReader
  private single: CsvScanner
  /** Where the next block begins in the source. */
  private next: number
  private isQuoted = false

  constructor(source: CsvSource, column: number, from: number) {
    this.source = source
    this.column = column
    this.delimiter = source.delimiter.charCodeAt(0)
    this.next = from
    this.quoted = new CsvReader(source.bytes, source.delimiter, { from, to: source.bytes.size })
    this.single = new CsvScanner(source.delimiter, 4096)
  }

  /** The next block; false at the end of the text. */
  advance(): boolean {
    const { source, room } = this
    const { size } = source.bytes
    if (this.next >= size) return false
    const filled = source.bytes.read(room, 0, BLOCK_BYTES, this.next)
    const isLast = this.next + filled >= size
    const end = isLast ? filled : room.lastIndexOf(LF, filled - 1) + 1
    const text = Buffer.from(room.buffer, 0, end)
    this.isQuoted = end === 0 || text.includes(QUOTE)
    if (this.isQuoted || !this.splitLines(end)) return this.advanceQuoted()
    this.bytes = room.subarray(0, end)
    this.next += end
    return true
  }

  lineAt = (line: number): { readonly scanner: CsvScanner; readonly record: number } => {
    if (this.isQuoted) return { scanner: this.quoted.scanner, record: line }
    const [start, end] = [this.places[line] ?? 0, this.places[line + 1] ?? 0]
    while (this.single.capacity < end - start) this.single.grow()
    this.single.bytes.set(this.room.subarray(start, end))
    this.single.scan(end - start, true)
    return { scanner: this.single, record: 0 }
  }

  plainAt = (line: number): readonly [start: number, end: number] | null => {
    if (this.isQuoted) return null
    const { room, places } = this
    const start = places[line] ?? 0
    let end = places[line + 1] ?? 0
    while (end > start && (room[end - 1] === LF || room[end - 1] === CR)) end--
    return [start, end]
  }

  /** False where a return stands alone: that is a line end too, and rare. */
  private splitLines(end: number): boolean {
    const { room, view, column, delimiter, places, highs, lows } = this
    room.fill(LF, end, end + BEHIND)
    let at = 0
    let count = 0
    while (at < end) {
      places[count] = at
      highs[count] = NO_DIGITS
      let field = at
      let skipped = 0
      for (; skipped < column; skipped++) {
        field = this.endOfField(field)
        if (room[field] !== delimiter) break
        field++
      }
      if (skipped === column) {
        const behind = room[field + DIGITS]
        const high = eightDigits(view, field)
        const low = eightDigits(view, field + 8)
        const isEnded = behind === delimiter || behind === LF || behind === CR
        if (isEnded && high !== NO_DIGITS && low !== NO_DIGITS) {
          highs[count] = high
          lows[count] = low
          field += DIGITS
        }
      }
      at = this.endOfLine(field)
      if (room[at] === CR) {
        if (at + 1 < end && room[at + 1] !== LF) return false
        at++
      }
      at++
      count++
    }
    places[count] = Math.min(at, end)
    this.count = count
    return true
  }

  /** Where the next delimiter or line end stands. */
  private endOfField(from: number): number {
    const { room, delimiter } = this
    let at = from
    for (;;) {
      const byte = room[at]
      if (byte === delimiter || byte === LF || byte === CR) return at
      at++
    }
  }

  /** Where the next LF or CR stands: four bytes at a step, the first hit by its bit. */
  private endOfLine(from: number): number {
    const { view } = this
    let at = from
    for (;;) {
      const word = view.getInt32(at, true)
      const l = word ^ LINE_FEEDS
      const c = word ^ RETURNS
      const hit = (((l - ONES) & ~l) | ((c - ONES) & ~c)) & HIGH_BITS
      if (hit !== 0) return at + ((31 - Math.clz32(hit & -hit)) >> 3)
      at += 4
    }
  }

  private advanceQuoted(): boolean {
    const { quoted, column } = this
    this.isQuoted = true
    quoted.seek(this.next)
    if (!quoted.advance()) return false
    const { scanner, count } = quoted
    const { view, starts, ends, firsts } = scanner
    for (let record = 0; record < count; record++) {
      const field = (firsts[record] ?? 0) + column
      const isThere = column >= 0 && field < (firsts[record + 1] ?? 0)
      const start = starts[field] ?? 0
      const isLong = isThere && (ends[field] ?? 0) - start === DIGITS
      const low = isLong ? eightDigits(view, start + 8) : NO_DIGITS
      this.highs[record] = low === NO_DIGITS ? NO_DIGITS : eightDigits(view, start)
      this.lows[record] = low
    }
    this.count = count
    this.bytes = scanner.bytes.subarray(0, scanner.places[count])
    this.next = quoted.next
    return true
  }
}
