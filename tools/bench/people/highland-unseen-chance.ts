// Seeded chance: sfc32 by Chris Doty-Humphrey (public domain). The same seed gives the same numbers on
// every machine; nothing here asks the clock or Math.random.

export class Chance {
  private a: number
  private b: number
  private c: number
  private counter = 1

  constructor(seed: number) {
    this.a = seed | 0
    this.b = (seed ^ 0x9e3779b9) | 0
    this.c = Math.imul(seed | 1, 0x85ebca6b) | 0
    for (let round = 0; round < 16; round++) this.bits()
  }

  private bits(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0
    this.counter = (this.counter + 1) | 0
    this.a = this.b ^ (this.b >>> 9)
    this.b = (this.c + (this.c << 3)) | 0
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0
    return sum >>> 0
  }

  /** From 0 up to but not 1. */
  next(): number {
    return this.bits() / 4_294_967_296
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  is(share: number): boolean {
    return this.next() < share
  }

  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)]!
  }

  /** Early places more often than late ones: `bend` 1 is even, 3 gives the first tenth almost half. */
  bent<T>(from: readonly T[], bend: number): T {
    return from[Math.floor(this.next() ** bend * from.length)]!
  }

  /** Near 0, spread 1; the sum of six even numbers is round enough for habits. */
  bell(): number {
    let sum = -3
    for (let at = 0; at < 6; at++) sum += this.next()
    return sum * Math.SQRT2
  }

  shuffle(places: Uint32Array): void {
    for (let at = places.length - 1; at > 0; at--) {
      const other = this.whole(0, at)
      const kept = places[at]!
      places[at] = places[other]!
      places[other] = kept
    }
  }
}

/** Draws an entry as often as its weight says. */
export function weighted<T>(entries: readonly (readonly [T, number])[]): (chance: Chance) => T {
  const sums: number[] = []
  let sum = 0
  for (const [, weight] of entries) sums.push((sum += weight))
  return (chance) => {
    const wanted = chance.next() * sum
    return entries[sums.findIndex((upTo) => wanted < upTo)]![0]
  }
}
