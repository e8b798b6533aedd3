import { roomFor } from "./growing.ts"

/** Words of a text's entry: its hash, its length in bytes, where it begins in the arena. */
const ENTRY = 3
/** Words of a slot; a power of two, so that none lies across two lines of the cache. */
const SLOT = 8
const FIRST_TEXTS = 1024
/** Texts up to this length are compared as four words. */
const SHORT_BYTES = 16
const SHORT_WORDS = 4
const ROOM_BYTES = 256
const MASKS = masksOf()

/**
 * Numbers every distinct byte string in order of first sight, so that a column of few values is a column
 * of small numbers and each value is read once. Equality is of all bytes, never of hashes alone.
 */
export class InternTable {
  size = 0
  private readonly decode: (bytes: Uint8Array) => string
  /** Number, length, four words and hash of a text: what a look-up needs lies together. */
  private slots = new Int32Array(FIRST_TEXTS * 2 * SLOT)
  private last = FIRST_TEXTS * 2 - 1
  private entries: Int32Array = new Int32Array(FIRST_TEXTS * ENTRY)
  /** Texts one behind the other, each of whole words, at least four, filled up with zeros. */
  private arena: Int32Array = new Int32Array(FIRST_TEXTS * 4)
  private used = 0

  /** Where a text is written before it is looked for. */
  private readonly room = new Uint8Array(ROOM_BYTES)
  private readonly roomView = new DataView(this.room.buffer)

  constructor(decode: (bytes: Uint8Array) => string = utf8) {
    this.decode = decode
  }

  /** The number of the bytes from `start` to `end`; up to fifteen bytes behind them are read. */
  intern(view: DataView, start: number, end: number): number {
    if (this.last === 0) this.widenFor(this.size)
    const length = end - start
    return length > SHORT_BYTES
      ? this.internLong(view, start, end)
      : this.internShort(view, start, length)
  }

  /** Four words whatever the length, without a step that depends on it. */
  private internShort(view: DataView, start: number, length: number): number {
    const mask = length * SHORT_WORDS
    const a = view.getInt32(start, true) & (MASKS[mask] ?? 0)
    const b = view.getInt32(start + 4, true) & (MASKS[mask + 1] ?? 0)
    const c = view.getInt32(start + 8, true) & (MASKS[mask + 2] ?? 0)
    const d = view.getInt32(start + 12, true) & (MASKS[mask + 3] ?? 0)
    const left = Math.imul(a ^ (length << 24), 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)
    const right = Math.imul(c, 0xc2b2ae35) ^ Math.imul(d, 0x27d4eb2f)
    let hash = Math.imul(left ^ (left >>> 15) ^ right, 0x2c1b3c6d)
    hash ^= hash >>> 15
    const { slots, last } = this
    let slot = hash & last
    for (;;) {
      const at = slot * SLOT
      const number = slots[at] ?? 0
      if (number === 0) return this.add(view, { start, length, hash, slot })
      const differing =
        ((slots[at + 1] ?? 0) ^ length) |
        ((slots[at + 2] ?? 0) ^ a) |
        ((slots[at + 3] ?? 0) ^ b) |
        ((slots[at + 4] ?? 0) ^ c) |
        ((slots[at + 5] ?? 0) ^ d)
      if (differing === 0) return number - 1
      slot = (slot + 1) & last
    }
  }

  private internLong(view: DataView, start: number, end: number): number {
    const length = end - start
    const whole = length & ~3
    let hash = length
    for (let at = 0; at < whole; at += 4) hash = mixed(hash, view.getInt32(start + at, true))
    if (whole < length) hash = mixed(hash, tailWord(view, start + whole, length - whole))
    const { slots, last } = this
    let slot = hash & last
    for (;;) {
      const at = slot * SLOT
      const number = slots[at] ?? 0
      if (number === 0) return this.add(view, { start, length, hash, slot })
      if (slots[at + 1] === length && slots[at + 6] === hash)
        if (this.holds(number - 1, view, start)) return number - 1
      slot = (slot + 1) & last
    }
  }

  /** The number of a text, in UTF-8. */
  numberOfText(text: string): number {
    const bytes = Buffer.from(text)
    if (bytes.length > ROOM_BYTES - SHORT_BYTES) {
      const padded = Buffer.concat([bytes], bytes.length + SHORT_BYTES)
      const view = new DataView(padded.buffer, padded.byteOffset, padded.byteLength)
      return this.intern(view, 0, bytes.length)
    }
    this.room.set(bytes)
    return this.intern(this.roomView, 0, bytes.length)
  }

  private holds(id: number, view: DataView, start: number): boolean {
    const { entries, arena } = this
    const length = entries[id * ENTRY + 1] ?? 0
    let word = entries[id * ENTRY + 2] ?? 0
    let at = start
    for (const end = start + (length & ~3); at < end; at += 4)
      if (arena[word++] !== view.getInt32(at, true)) return false
    return (length & 3) === 0 || arena[word] === tailWord(view, at, length & 3)
  }

  private add(
    view: DataView,
    text: { start: number; length: number; hash: number; slot: number },
  ): number {
    const { start, length, hash, slot } = text
    const id = this.size++
    const words = Math.max(SHORT_WORDS, (length + 3) >> 2)
    if (this.used + words > this.arena.length)
      this.arena = roomFor(this.arena, Math.max(this.used + words, this.arena.length * 2))
    this.entries = roomFor(this.entries, (id + 1) * ENTRY)
    const entry = id * ENTRY
    this.entries[entry] = hash
    this.entries[entry + 1] = length
    this.entries[entry + 2] = this.used
    const whole = length >> 2
    for (let at = 0; at < whole; at++)
      this.arena[this.used + at] = view.getInt32(start + at * 4, true)
    if ((length & 3) !== 0)
      this.arena[this.used + whole] = tailWord(view, start + whole * 4, length & 3)
    this.used += words
    this.fill(slot, id)
    if (this.size * 2 > this.last) this.widenFor(this.size)
    return id
  }

  /** Writes an entry into a free slot, with the first words of its text beside it. */
  private fill(slot: number, id: number): void {
    const { slots, entries, arena } = this
    const [entry, at] = [id * ENTRY, slot * SLOT]
    const word = entries[entry + 2] ?? 0
    slots[at] = id + 1
    slots[at + 1] = entries[entry + 1] ?? 0
    for (let from = 0; from < SHORT_WORDS; from++) slots[at + 2 + from] = arena[word + from] ?? 0
    slots[at + 6] = entries[entry] ?? 0
  }

  private widenFor(texts: number): void {
    let slots = FIRST_TEXTS * 2
    while (texts * 2 >= slots) slots *= 2
    this.slots = new Int32Array(slots * SLOT)
    this.last = slots - 1
    for (let id = 0; id < this.size; id++) {
      let slot = (this.entries[id * ENTRY] ?? 0) & this.last
      while (this.slots[slot * SLOT] !== 0) slot = (slot + 1) & this.last
      this.fill(slot, id)
    }
  }

  /** The bytes of a text; they stand in the table's own memory and must not be changed. */
  bytesOf(id: number): Uint8Array {
    const from = (this.entries[id * ENTRY + 2] ?? 0) * 4
    return new Uint8Array(this.arena.buffer, from, this.entries[id * ENTRY + 1])
  }

  /** The text of a number; texts are UTF-8 where nothing else is said. */
  textOf(id: number): string {
    return this.decode(this.bytesOf(id))
  }

  /** What another thread needs to know the same texts. */
  toParts(): InternParts {
    return {
      size: this.size,
      entries: this.entries.slice(0, this.size * ENTRY),
      arena: this.arena.slice(0, this.used + SHORT_WORDS),
    }
  }

  /** A table with the texts and numbers of another one; look-ups are prepared when the first is asked. */
  static of(
    { size, entries, arena }: InternParts,
    decode?: (bytes: Uint8Array) => string,
  ): InternTable {
    const table = new InternTable(decode)
    table.size = size
    table.entries = entries
    table.arena = arena
    table.used = arena.length
    table.last = 0
    return table
  }
}

export interface InternParts {
  readonly size: number
  readonly entries: Int32Array
  readonly arena: Int32Array
}

/** A table whose first text is the empty one. */
export function beginTable(decode?: (bytes: Uint8Array) => string): InternTable {
  const table = new InternTable(decode)
  table.numberOfText("")
  return table
}

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8")
}

function mixed(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1)
  return product ^ (product >>> 15)
}

/** One to three bytes as a word. */
function tailWord(view: DataView, at: number, length: number): number {
  return view.getInt32(at, true) & (-1 >>> (32 - length * 8))
}

/** For each length up to sixteen, what of four words belongs to the text. */
function masksOf(): Int32Array {
  const masks = new Int32Array((SHORT_BYTES + 1) * SHORT_WORDS)
  for (let length = 0; length <= SHORT_BYTES; length++)
    for (let word = 0; word < SHORT_WORDS; word++) {
      const rest = Math.min(4, Math.max(0, length - word * 4))
      masks[length * SHORT_WORDS + word] = rest === 0 ? 0 : -1 >>> (32 - rest * 8)
    }
  return masks
}
