import { roomFor } from "./growing.ts"

const FIRST_SLOTS = 2048

/** Numbers every distinct sequence of unsigned words in order of first sight. */
export class SequenceTable {
  size = 0
  /** Where a sequence begins in `list`; one more than there are sequences. */
  firsts: Uint32Array = new Uint32Array(FIRST_SLOTS)
  /** All sequences, one behind the other. */
  list: Uint32Array = new Uint32Array(FIRST_SLOTS * 4)
  /** Number + 1 of the sequence of a slot; 0 is free. */
  private slots = new Int32Array(FIRST_SLOTS)

  /** The number of the first `count` words of `words`. */
  numberOf(words: Uint32Array, count: number): number {
    const last = this.slots.length - 1
    let slot = hashOf(words, 0, count) & last
    for (;;) {
      const number = (this.slots[slot] ?? 0) - 1
      if (number < 0) return this.add(words, count, slot)
      if (this.holds(number, words, count)) return number
      slot = (slot + 1) & last
    }
  }

  private holds(number: number, words: Uint32Array, count: number): boolean {
    const first = this.firsts[number] ?? 0
    if ((this.firsts[number + 1] ?? 0) - first !== count) return false
    for (let at = 0; at < count; at++) if (this.list[first + at] !== words[at]) return false
    return true
  }

  private add(words: Uint32Array, count: number, slot: number): number {
    const number = this.size++
    const first = this.firsts[number] ?? 0
    this.firsts = roomFor(this.firsts, number + 2)
    this.list = roomFor(this.list, first + count)
    for (let at = 0; at < count; at++) this.list[first + at] = words[at] ?? 0
    this.firsts[number + 1] = first + count
    this.slots[slot] = number + 1
    if (this.size * 2 > this.slots.length) this.widen()
    return number
  }

  private widen(): void {
    const slots = new Int32Array(this.slots.length * 2)
    const last = slots.length - 1
    for (let number = 0; number < this.size; number++) {
      const [from, to] = [this.firsts[number] ?? 0, this.firsts[number + 1] ?? 0]
      let slot = hashOf(this.list, from, to) & last
      while (slots[slot] !== 0) slot = (slot + 1) & last
      slots[slot] = number + 1
    }
    this.slots = slots
  }
}

function hashOf(words: Uint32Array, from: number, to: number): number {
  let hash = to - from
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ (words[at] ?? 0), 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
