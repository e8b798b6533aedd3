import { roomFor } from "../../../columns/growing.ts"

/** Pairs of positions packed into doubles: exact up to 94 million rows, no object per pair. */
export class PairList {
  length = 0
  private packed: Float64Array = new Float64Array(4096)
  private readonly rowCount: number

  constructor(rowCount: number) {
    this.rowCount = rowCount
  }

  /** `a` is the smaller position. */
  add(a: number, b: number): void {
    this.packed = roomFor(this.packed, this.length + 1)
    this.packed[this.length++] = a * this.rowCount + b
  }

  first(at: number): number {
    return Math.floor((this.packed[at] ?? 0) / this.rowCount)
  }

  second(at: number): number {
    const packed = this.packed[at] ?? 0
    return packed - Math.floor(packed / this.rowCount) * this.rowCount
  }

  /** Puts the pairs in ascending order, each once. */
  sortUnique(): void {
    const sorted = this.packed.subarray(0, this.length).sort()
    let kept = 0
    for (let at = 0; at < sorted.length; at++) {
      if (at === 0 || sorted[at] !== sorted[at - 1]) sorted[kept++] = sorted[at] ?? 0
    }
    this.length = kept
  }
}
