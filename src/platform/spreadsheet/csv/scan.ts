import type { FieldBlock } from "../../../columns/field-block.ts"

/**
 * A quoted field longer than this is a stray quote, not a field (Python's csv has the same bound).
 */
const MAX_QUOTED = 131_072

const [LF, CR, QUOTE] = [0x0a, 0x0d, 0x22]
/** Bytes behind the text: a line feed and a quote that end every search, and room to read words. */
const BEHIND = 16
const HIGH_BITS = 0x80808080 | 0
const ONES = 0x01010101
const QUOTES = 0x22222222
const LINE_FEEDS = 0x0a0a0a0a
const RETURNS = 0x0d0d0d0d
/** A line break, or another control character, stands in a word. */
const BELOW_SHIFT_OUT = 0x0e0e0e0e
const PLACE_BYTES = Int32Array.BYTES_PER_ELEMENT
/** What a scan step answers where the text ends before the record does. */
const UNFINISHED = -1

/** Where the arrays of a scanner lie: in memory of one thread, or of several. */
export type Memory = (bytes: number) => ArrayBufferLike

/** Up to where places begin that stand on whole words. */
const aligned = (bytes: number): number => Math.ceil(bytes / 8) * 8

const ownMemory: Memory = (bytes) => new ArrayBuffer(bytes)

/**
 * Splits bytes into records of fields as Python's `csv.reader` does over text read with
 * `newline=""`: an empty line is a record with one empty field, CR, LF and CRLF end a record, a quote
 * counts only at the start of a field, text behind a closing quote is kept. Unlike there, an
 * opening quote that is never closed, or that would swallow lines up to the quote of another field,
 * is text. Works on any encoding that keeps ASCII as single bytes. A record never depends on what
 * stands before it, so a text may be cut at the start of any record.
 */
export class CsvScanner implements FieldBlock {
  bytes: Uint8Array
  view: DataView
  starts: Int32Array
  ends: Int32Array
  firsts: Int32Array
  places: Int32Array
  broken: Uint8Array
  count = 0
  /** Bytes of text that `bytes` has room for; what quotes hide is rewritten behind them. */
  capacity: number
  private readonly delimiter: number
  private readonly memory: Memory
  /** 1 for every byte that ends an unquoted field. */
  private readonly ending = new Uint8Array(256)
  /** The delimiter in each byte of a word. */
  private readonly delimiters: number
  private filled = 0
  private isLast = false
  private spilled = 0
  private sawBreak = 0
  private sawControl = 0

  constructor(delimiter: string, capacity: number, memory: Memory = ownMemory) {
    this.delimiter = delimiter.charCodeAt(0)
    for (const byte of [LF, CR, this.delimiter]) this.ending[byte] = 1
    this.delimiters = Math.imul(this.delimiter, ONES)
    this.capacity = capacity
    this.memory = memory
    const text = aligned(2 * capacity + 2 * BEHIND)
    const places = capacity + 2
    // One piece for all: each piece asked of the system costs time, the more so while two threads ask.
    const all = memory(text + 4 * places * PLACE_BYTES + places)
    const placesAt = (part: number): Int32Array =>
      new Int32Array(all, text + part * places * PLACE_BYTES, places)
    this.bytes = new Uint8Array(all, 0, text)
    this.view = new DataView(all, 0, text)
    this.starts = placesAt(0)
    this.ends = placesAt(1)
    this.firsts = placesAt(2)
    this.places = placesAt(3)
    this.broken = new Uint8Array(all, text + 4 * places * PLACE_BYTES, places)
  }

  /** Room for a record longer than the block; what lies in `bytes` stays. */
  grow(): void {
    const delimiter = String.fromCharCode(this.delimiter)
    const wider = new CsvScanner(delimiter, this.capacity * 2, this.memory)
    wider.bytes.set(this.bytes.subarray(0, this.capacity))
    const { bytes, view, starts, ends, firsts, places, broken, capacity } = wider
    Object.assign(this, { bytes, view, starts, ends, firsts, places, broken, capacity })
  }

  /**
   * Finds the records in the first `filled` bytes and answers how many bytes they took. Where more
   * text follows, a record that may reach beyond the block waits for the next one.
   */
  scan(filled: number, isLast: boolean): number {
    const { bytes, starts, ends, firsts, places, broken, delimiter } = this
    this.filled = filled
    this.isLast = isLast
    this.spilled = this.capacity + BEHIND
    bytes[filled] = LF
    bytes[filled + 1] = QUOTE
    let [at, field, count] = [0, 0, 0]
    firsts[0] = 0
    places[0] = 0
    while (at < filled) {
      this.sawBreak = 0
      this.sawControl = 0
      for (;;) {
        if (bytes[at] === QUOTE) {
          at = this.quoted(at, field)
          if (at === UNFINISHED) break
        } else {
          starts[field] = at
          at = this.endOfField(at)
          ends[field] = at
        }
        field++
        if (bytes[at] !== delimiter || at >= filled) break
        at++
      }
      const next = at === UNFINISHED ? UNFINISHED : this.endOfRecord(at)
      if (next === UNFINISHED) break
      at = next
      broken[count] = this.sawBreak
      firsts[++count] = field
      places[count] = at
    }
    this.count = count
    return places[count] ?? 0
  }

  /** Where the next delimiter, CR or LF stands: four bytes at a step, the first hit by its bit. */
  private endOfField(from: number): number {
    const { view, delimiters } = this
    let at = from
    for (;;) {
      const word = view.getInt32(at, true)
      const d = word ^ delimiters
      const l = word ^ LINE_FEEDS
      const c = word ^ RETURNS
      const hit = (((d - ONES) & ~d) | ((l - ONES) & ~l) | ((c - ONES) & ~c)) & HIGH_BITS
      if (hit !== 0) return at + ((31 - Math.clz32(hit & -hit)) >> 3)
      at += 4
    }
  }

  private endOfRecord(at: number): number {
    if (at >= this.filled) return this.isLast ? this.filled : UNFINISHED
    if (this.bytes[at] !== CR) return at + 1
    // Whether a line feed belongs to this end is known only once it is seen.
    if (at + 1 >= this.filled) return this.isLast ? this.filled : UNFINISHED
    return this.bytes[at + 1] === LF ? at + 2 : at + 1
  }

  /** A field that begins with a quote; answers where its end stands. */
  private quoted(open: number, field: number): number {
    const { bytes, filled, ending } = this
    let at = open + 1
    let doubled = 0
    for (;;) {
      at = this.nextQuote(at)
      if (at - open > MAX_QUOTED) return this.plain(open, field)
      if (at >= filled) return this.isLast ? this.plain(open, field) : UNFINISHED
      if (at + 1 >= filled && !this.isLast) return UNFINISHED
      if (at + 1 >= filled || bytes[at + 1] !== QUOTE) break
      doubled++
      at += 2
    }
    const isClean = at + 1 >= filled || ending[bytes[at + 1] ?? 0] === 1
    const hasBreak = this.sawControl !== 0 && this.hasBreak(open, at)
    if (!isClean && hasBreak) return this.plain(open, field)
    if (hasBreak) this.sawBreak = 1
    if (isClean && doubled === 0) {
      this.starts[field] = open + 1
      this.ends[field] = at
      return at + 1
    }
    return this.rewritten(open, at, field)
  }

  private nextQuote(from: number): number {
    const { view } = this
    let at = from
    for (;;) {
      const word = view.getInt32(at, true)
      const quote = word ^ QUOTES
      const hit = (quote - ONES) & ~quote & HIGH_BITS
      this.sawControl |= (word - BELOW_SHIFT_OUT) & ~word & HIGH_BITS
      if (hit !== 0) return at + ((31 - Math.clz32(hit & -hit)) >> 3)
      at += 4
    }
  }

  private hasBreak(from: number, to: number): boolean {
    for (let at = from; at < to; at++) {
      const byte = this.bytes[at]
      if (byte === LF || byte === CR) return true
    }
    return false
  }

  /** The quote at the start is text. */
  private plain(open: number, field: number): number {
    const { bytes, ending } = this
    let at = open + 1
    while (ending[bytes[at] ?? 0] === 0) at++
    this.starts[field] = open
    this.ends[field] = at
    return at
  }

  /** Content with doubled quotes, or with text behind its closing quote, written once more. */
  private rewritten(open: number, close: number, field: number): number {
    const { bytes, ending } = this
    const start = this.spilled
    let to = start
    for (let at = open + 1; at < close; at++) {
      const byte = bytes[at] ?? 0
      bytes[to++] = byte
      if (byte === QUOTE) at++
    }
    let at = close + 1
    for (; ending[bytes[at] ?? 0] === 0; at++) bytes[to++] = bytes[at] ?? 0
    this.starts[field] = start
    this.ends[field] = to
    this.spilled = to
    return at
  }
}
