import { mixed } from "./hash.ts"

/** Words of a slot: both halves and the number; four, so that none lies across two lines of the cache. */
const SLOT = 4
const FIRST_SLOTS = 1024

/**
 * The build side of a hash join by numbers of sixteen digits, each as two halves (`digits.ts`): whatever streams past
 * is looked up here, and memory does not grow with it. Numbers are counted in order of first sight.
 */
export class DigitIndex {
  size = 0
  private slots = new Uint32Array(FIRST_SLOTS * SLOT)
  private last = FIRST_SLOTS - 1

  /** The number's place in order of first sight. */
  add(high: number, low: number): number {
    const slot = this.slotOf(high, low)
    const known = this.slots[slot + 2] ?? 0
    if (known !== 0) return known - 1
    this.slots[slot] = high
    this.slots[slot + 1] = low
    this.slots[slot + 2] = ++this.size
    const place = this.size - 1
    if (this.size * 2 > this.last) this.widen()
    return place
  }

  /** The place of a number; -1 where it was never added. */
  find(high: number, low: number): number {
    return (this.slots[this.slotOf(high, low) + 2] ?? 0) - 1
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
  private slotOf(high: number, low: number): number {
    const { slots, last } = this
    let slot = mixed(high, low) & last
    for (;;) {
      const at = slot * SLOT
      if (slots[at + 2] === 0 || (slots[at] === high && slots[at + 1] === low)) return at
      slot = (slot + 1) & last
    }
  }

  private widen(): void {
    const old = this.slots
    this.slots = new Uint32Array(old.length * 2)
    this.last = this.slots.length / SLOT - 1
    for (let at = 0; at < old.length; at += SLOT) {
      if (old[at + 2] === 0) continue
      const slot = this.slotOf(old[at] ?? 0, old[at + 1] ?? 0)
      this.slots.set(old.subarray(at, at + SLOT), slot)
    }
  }
}

const SIXTEEN = /^\d{16}$/
