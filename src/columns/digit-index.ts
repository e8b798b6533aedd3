import { mixed } from "./hash.ts"

/** Words of a slot: both halves and the number; four, so that none lies across two lines of the cache. */
const SLOT = 4
const FIRST_SLOTS = 1024
/** Bits of the filter for each slot: it stays in the processor's cache when the slots no longer do. */
const FILTER_BITS = 8

/**
 * The build side of a hash join by numbers of sixteen digits, each as two halves (`digits.ts`): whatever streams past
 * is looked up here, and memory does not grow with it. Numbers are counted in order of first sight.
 */
export class DigitIndex {
  size = 0
  private slots: Uint32Array
  private last: number
  /** A bit for every number; of most numbers that are not here it says so. */
  private filter: Uint8Array

  /** `expected` numbers find room without a widening. */
  constructor(expected = 0) {
    let slots = FIRST_SLOTS
    while (expected * 2 > slots - 1) slots *= 2
    this.slots = new Uint32Array(slots * SLOT)
    this.last = slots - 1
    this.filter = new Uint8Array((slots * FILTER_BITS) / 8)
  }

  /** The number's place in order of first sight. */
  add(high: number, low: number): number {
    const hash = mixed(high, low)
    const slot = this.slotOf(high, low, hash)
    const known = this.slots[slot + 2] ?? 0
    if (known !== 0) return known - 1
    this.note(hash)
    this.slots[slot] = high
    this.slots[slot + 1] = low
    this.slots[slot + 2] = ++this.size
    const place = this.size - 1
    if (this.size * 2 > this.last) this.widen()
    return place
  }

  /** The place of a number; -1 where it was never added. */
  find(high: number, low: number): number {
    const hash = mixed(high, low)
    const bit = (hash >>> 7) & (this.filter.length * 8 - 1)
    if (((this.filter[bit >>> 3] ?? 0) & (1 << (bit & 7))) === 0) return -1
    return (this.slots[this.slotOf(high, low, hash) + 2] ?? 0) - 1
  }

  private note(hash: number): void {
    const bit = (hash >>> 7) & (this.filter.length * 8 - 1)
    this.filter[bit >>> 3] = (this.filter[bit >>> 3] ?? 0) | (1 << (bit & 7))
  }

  /** The same of sixteen digits as text; of any other text false. */
  addText(digits: string): boolean {
    if (!SIXTEEN.test(digits)) return false
    this.add(Number(digits.slice(0, 8)), Number(digits.slice(8)))
    return true
  }

  hasText(digits: string): boolean {
    if (!SIXTEEN.test(digits)) return false
    return this.find(Number(digits.slice(0, 8)), Number(digits.slice(8))) >= 0
  }

  /** Where a number stands, or the free slot where it would. */
  private slotOf(high: number, low: number, hash: number): number {
    const { slots, last } = this
    let slot = hash & last
    for (;;) {
      const at = slot * SLOT
      if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at
      slot = (slot + 1) & last
    }
  }

  private widen(): void {
    const wider = new DigitIndex(this.last)
    const { slots } = this
    for (let at = 0; at < slots.length; at += SLOT) {
      if (slots[at + 2] === 0) continue
      const hash = mixed(slots[at] ?? 0, slots[at + 1] ?? 0)
      wider.slots.set(
        slots.subarray(at, at + SLOT),
        wider.slotOf(slots[at] ?? 0, slots[at + 1] ?? 0, hash),
      )
      wider.note(hash)
    }
    this.slots = wider.slots
    this.last = wider.last
    this.filter = wider.filter
  }
}

const SIXTEEN = /^\d{16}$/
