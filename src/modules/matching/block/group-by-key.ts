import { roomFor } from "../../../columns/growing.ts"

/** Rows with a key each, and the room that bringing them together takes; used again and again. */
export class KeyedRows {
  count = 0
  keys: Uint32Array
  rows: Uint32Array
  private spareKeys: Uint32Array
  private spareRows: Uint32Array
  private readonly ends = new Uint32Array(PARTS)
  private readonly partEnds = new Uint32Array(PARTS)

  constructor(room: number) {
    this.keys = new Uint32Array(room)
    this.rows = new Uint32Array(room)
    this.spareKeys = new Uint32Array(room)
    this.spareRows = new Uint32Array(room)
  }

  add(key: number, row: number): void {
    if (this.count === this.keys.length) {
      this.keys = roomFor(this.keys, this.count + 1)
      this.rows = roomFor(this.rows, this.count + 1)
    }
    this.keys[this.count] = key
    this.rows[this.count++] = row
  }

  /**
   * Brings rows of one key together, in ascending order: keys are put into parts by their first bits, so that
   * a part fits the processor's cache, each part by the next bits, and what is left is sorted.
   */
  group(): void {
    this.spareKeys = roomFor(this.spareKeys, this.keys.length)
    this.spareRows = roomFor(this.spareRows, this.rows.length)
    const there = { keys: this.spareKeys, rows: this.spareRows }
    scatter({ from: this, to: there, start: 0, end: this.count, shift: 22, ends: this.ends })
    let start = 0
    for (const end of this.ends) {
      this.groupPart(there, start, end)
      start = end
    }
  }

  private groupPart(from: Lines, start: number, end: number): void {
    if (start === end) return
    const { partEnds } = this
    scatter({ from, to: this, start, end, shift: 12, ends: partEnds })
    let first = start
    for (const last of partEnds) {
      if (last - first > INSERTION_MAX) sortLarge(this, first, last)
      else if (last - first > 1) sortSmall(this, first, last)
      first = last
    }
  }
}

interface Lines {
  readonly keys: Uint32Array
  readonly rows: Uint32Array
}

/** Ten bits. */
const PARTS = 1024
/** Stretches of more rows are sorted by the machine. */
const INSERTION_MAX = 32
/** More rows than a table has. */
const ROWS_END = 2 ** 27

/** Puts what stands from `start` to `end` in the order of ten bits of its keys, stably; `ends` says where each part ends. */
function scatter(given: {
  readonly from: Lines
  readonly to: Lines
  readonly start: number
  readonly end: number
  readonly shift: number
  readonly ends: Uint32Array
}): void {
  const { start, end, shift, ends } = given
  const { keys, rows } = given.from
  const { keys: toKeys, rows: toRows } = given.to
  ends.fill(0)
  for (let at = start; at < end; at++) {
    const part = ((keys[at] ?? 0) >>> shift) & (PARTS - 1)
    ends[part] = (ends[part] ?? 0) + 1
  }
  let sum = start
  for (let part = 0; part < PARTS; part++) {
    const size = ends[part] ?? 0
    ends[part] = sum
    sum += size
  }
  for (let at = start; at < end; at++) {
    const key = keys[at] ?? 0
    const part = (key >>> shift) & (PARTS - 1)
    const to = ends[part] ?? 0
    ends[part] = to + 1
    toKeys[to] = key
    toRows[to] = rows[at] ?? 0
  }
}

function sortSmall({ keys, rows }: Lines, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) {
    const key = keys[at] ?? 0
    const row = rows[at] ?? 0
    let to = at
    for (; to > start && (keys[to - 1] ?? 0) > key; to--) {
      keys[to] = keys[to - 1] ?? 0
      rows[to] = rows[to - 1] ?? 0
    }
    keys[to] = key
    rows[to] = row
  }
}

/** Keys of a stretch share their first bits, so that the rest and the row fit a double. */
function sortLarge({ keys, rows }: Lines, start: number, end: number): void {
  const first = keys[start] ?? 0
  const packed = new Float64Array(end - start)
  for (let at = start; at < end; at++)
    packed[at - start] = ((keys[at] ?? 0) - first) * ROWS_END + (rows[at] ?? 0)
  packed.sort()
  for (let at = start; at < end; at++) {
    const value = packed[at - start] ?? 0
    const key = Math.floor(value / ROWS_END)
    keys[at] = key + first
    rows[at] = value - key * ROWS_END
  }
}
