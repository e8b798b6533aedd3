import { levelIn, type Pattern } from "./compare/comparisons.ts"
import { NIK } from "./compare/compare-nik.ts"
import { RowComparer } from "./compare/compare-rows.ts"
import { judge, REVIEW_PROBABILITY, type Judgement } from "./decide-pair.ts"
import { Screen } from "./model/screen.ts"
import { patternScorer, priorOf } from "./model/score-pattern.ts"
import type { Weights } from "./model/train.ts"
import type { ListFrequencies } from "./rows/list-frequencies.ts"
import { ROW, type MatchTable } from "./rows/match-table.ts"

/** Judges pairs of rows of one table; every pattern is scored once. */
export class PairJudge {
  private readonly comparer: RowComparer
  private readonly scoreOf: (pattern: Pattern) => Judgement
  private readonly screen: Screen
  private readonly known = new Map<Pattern, Judgement>()

  constructor(table: MatchTable, frequencies: ListFrequencies, weights: Weights) {
    this.comparer = new RowComparer(table, frequencies)
    const score = patternScorer(weights, frequencies.rows)
    this.scoreOf = (pattern) => judge(pattern, score(pattern))
    this.screen = new Screen(weights, priorOf(weights, frequencies.rows))
  }

  /** What is known of two rows without a look at their names does not rule out a review. */
  isWorthwhile(a: number, b: number): boolean {
    const at = a * ROW
    const other = b * ROW
    const outline = this.comparer.outlineOf(at, other)
    const nik = levelIn(outline, "nik")
    if (nik === NIK.equal || nik === NIK.equal_disputed) return true
    return this.screen.bound(outline, this.comparer.rarityBound(at, other)) >= REVIEW_BITS
  }

  /** The row with the smaller position goes first. */
  patternOf(a: number, b: number): Pattern {
    const at = a * ROW
    const other = b * ROW
    const { comparer } = this
    return comparer.patternOf(comparer.nameOf(comparer.outlineOf(at, other), at, other), at, other)
  }

  /** The same for rows that a review is worth for; `null` where their names rule it out. */
  patternWorthReview(a: number, b: number): Pattern | null {
    const at = a * ROW
    const other = b * ROW
    const known = this.comparer.nameOf(this.comparer.outlineOf(at, other), at, other)
    const nik = levelIn(known, "nik")
    const isCertain = nik === NIK.equal || nik === NIK.equal_disputed
    if (!isCertain && this.screen.boundWithName(known) < REVIEW_BITS) return null
    return this.comparer.patternOf(known, at, other)
  }

  judgementOf(pattern: Pattern): Judgement {
    const known = this.known.get(pattern)
    if (known !== undefined) return known
    const judgement = this.scoreOf(pattern)
    this.known.set(pattern, judgement)
    return judgement
  }
}

const REVIEW_BITS = Math.log2(REVIEW_PROBABILITY / (1 - REVIEW_PROBABILITY))
