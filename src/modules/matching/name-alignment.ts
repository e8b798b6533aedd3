import { isJoin, type Closeness, type NameLexicon } from "./name-lexicon.ts"
import type { StandardRow } from "./standard-row.ts"
import { NAME_CORRECTION_BITS, PREFIX_WORDS } from "./weights.ts"

/**
 * exact: all words agree · joined: they agree with other gaps ("Nur Hayati", "Nurhayati") ·
 * variant: a word is spelt as it sounds ("Fitri", "Pitri") · close:
 * a slip of the pen · established: two real names one letter apart · initial: an initial fits ·
 * subset: a word is missing · conflict_part / conflict: each has a word the other lacks, while some
 * word agrees / none does · unknown: no name
 */
export type NameLevel =
  | "exact"
  | "reordered"
  | "joined"
  | "variant"
  | "close"
  | "established"
  | "initial"
  | "subset"
  | "conflict_part"
  | "conflict"
  | "unknown"

/** Pairs the words of two names, the surest agreements first. */
export class NameAlignment {
  private readonly lexicon: NameLexicon
  private readonly left: readonly string[]
  private readonly right: readonly string[]
  private readonly leftFree: boolean[]
  private readonly rightFree: boolean[]
  private leftInitials: string[]
  private rightInitials: string[]
  private sum = 0
  private agreed = 0
  private readonly seen = {
    reordered: false,
    joined: false,
    variant: false,
    close: false,
    established: false,
    initial: false,
  }

  constructor(lexicon: NameLexicon, a: StandardRow, b: StandardRow) {
    this.lexicon = lexicon
    ;[this.left, this.right] = [a.words, b.words]
    this.leftFree = a.words.map(() => true)
    this.rightFree = b.words.map(() => true)
    ;[this.leftInitials, this.rightInitials] = [[...a.initials], [...b.initials]]
    this.matchEqual()
    if (this.hasFree()) this.matchJoined()
    if (this.hasFree()) this.matchClose()
    this.matchInitials()
  }

  level(): NameLevel {
    const [left, right] = this.freeCounts()
    if (left > 0 && right > 0) return this.agreed > 0 ? "conflict_part" : "conflict"
    if (this.agreed === 0 && !this.seen.initial) return "conflict"
    if (this.seen.established) return "established"
    if (this.seen.close) return "close"
    if (left + right > 0) return "subset"
    if (this.seen.initial || this.leftInitials.length + this.rightInitials.length > 0)
      return "initial"
    if (this.seen.variant) return "variant"
    if (this.seen.joined) return "joined"
    return this.seen.reordered ? "reordered" : "exact"
  }

  bits(): number {
    const correction = NAME_CORRECTION_BITS
    const level = this.level()
    if (level === "conflict") return correction.conflict
    if (level === "conflict_part")
      return correction.conflict + Math.min(this.sum, correction.conflict_agreed_max)
    let bits = this.sum + this.missingBits(this.left, this.leftFree)
    bits += this.missingBits(this.right, this.rightFree)
    if (this.seen.reordered) bits += correction.reordered
    const misfits = Math.min(this.leftInitials.length, this.rightInitials.length)
    return bits + misfits * correction.initial_misfit
  }

  private missingBits(words: readonly string[], free: readonly boolean[]): number {
    let bits = 0
    for (const [i, word] of words.entries()) {
      if (!free[i]) continue
      const first = i === 0 && !PREFIX_WORDS.has(word)
      bits += first ? NAME_CORRECTION_BITS.missing_first : NAME_CORRECTION_BITS.missing
    }
    return bits
  }

  private matchEqual(): void {
    let last = -1
    for (const [i, word] of this.left.entries()) {
      const j = this.right.findIndex((other, at) => this.rightFree[at] && other === word)
      if (j < 0) continue
      this.take(i, j, this.lexicon.bits(word))
      if (j < last) this.seen.reordered = true
      last = j
    }
  }

  /** Two neighbours on one side written as one word on the other. */
  private matchJoined(): void {
    for (const flipped of [false, true]) {
      const pairs = flipped ? this.right : this.left
      const single = flipped ? this.left : this.right
      for (let i = 0; i + 1 < pairs.length; i++) this.matchJoinedAt(i, { pairs, single, flipped })
    }
  }

  private matchJoinedAt(
    i: number,
    side: { pairs: readonly string[]; single: readonly string[]; flipped: boolean },
  ): void {
    const pairsFree = side.flipped ? this.rightFree : this.leftFree
    const singleFree = side.flipped ? this.leftFree : this.rightFree
    if (!pairsFree[i] || !pairsFree[i + 1]) return
    const joined = `${side.pairs[i]}${side.pairs[i + 1]}`
    const j = side.single.findIndex((word, at) => singleFree[at] && isJoin(joined, word))
    if (j < 0) return
    pairsFree[i] = pairsFree[i + 1] = singleFree[j] = false
    this.sum += this.lexicon.bits(side.single[j] ?? "")
    this.agreed++
    this.seen.joined = true
  }

  private matchClose(): void {
    for (const wanted of ["variant", "close", "established"] as const) {
      for (const [i, a] of this.left.entries()) {
        if (!this.leftFree[i]) continue
        const j = this.right.findIndex(
          (b, at) => this.rightFree[at] && this.lexicon.closeness(a, b) === wanted,
        )
        if (j >= 0) this.takeClose(i, j, wanted)
      }
    }
  }

  private takeClose(i: number, j: number, closeness: Exclude<Closeness, "apart">): void {
    const bits = Math.min(
      this.lexicon.bits(this.left[i] ?? ""),
      this.lexicon.bits(this.right[j] ?? ""),
    )
    this.take(i, j, bits + NAME_CORRECTION_BITS[closeness])
    this.seen[closeness] = true
  }

  private matchInitials(): void {
    const common = this.leftInitials.filter((letter) => this.rightInitials.includes(letter))
    for (const letter of common) {
      this.leftInitials.splice(this.leftInitials.indexOf(letter), 1)
      const at = this.rightInitials.indexOf(letter)
      if (at >= 0) this.rightInitials.splice(at, 1)
      this.sum += NAME_CORRECTION_BITS.initial
    }
    this.leftInitials = this.openInitials(this.leftInitials, this.right, this.rightFree)
    this.rightInitials = this.openInitials(this.rightInitials, this.left, this.leftFree)
  }

  /** Initials that fit a free word take it; the others are returned. */
  private openInitials(
    initials: readonly string[],
    words: readonly string[],
    free: boolean[],
  ): string[] {
    return initials.filter((letter) => {
      const at = words.findIndex((word, i) => free[i] && word.startsWith(letter))
      if (at < 0) return true
      free[at] = false
      this.sum += NAME_CORRECTION_BITS.initial
      this.seen.initial = true
      return false
    })
  }

  private take(i: number, j: number, bits: number): void {
    this.leftFree[i] = this.rightFree[j] = false
    this.sum += bits
    this.agreed++
  }

  private freeCounts(): [number, number] {
    return [this.leftFree.filter(Boolean).length, this.rightFree.filter(Boolean).length]
  }

  private hasFree(): boolean {
    const [left, right] = this.freeCounts()
    return left > 0 && right > 0
  }
}
