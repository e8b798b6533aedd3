import {
  COMPARISON_NAMES,
  levelIn,
  withoutComparison,
  type Pattern,
} from "../compare/comparisons.ts"
import { featureOfLevel, FEATURES } from "./features.ts"
import { patternScorer } from "./score-pattern.ts"
import type { Weights } from "./train.ts"

/** Odds of 99 to 1 by everything else: the pair tells how often this comparison goes wrong on the list. */
const SURE_BITS = Math.log2(99)

/**
 * By feature, the pairs which are one person by all *other* comparisons and reach this level: so a list tells of
 * its own errors without anybody's labels. A missing value says nothing of how often a written one is wrong.
 */
export function countReached(
  patterns: ReadonlyMap<Pattern, number>,
  weights: Weights,
  rows: number,
): Float64Array {
  const score = patternScorer(weights, rows)
  const isSure = new Map<Pattern, boolean>()
  const isSureWithout = (pattern: Pattern): boolean => {
    const known = isSure.get(pattern)
    if (known !== undefined) return known
    const now = score(pattern).bits >= SURE_BITS
    isSure.set(pattern, now)
    return now
  }
  const counts = new Float64Array(FEATURES.length)
  for (const [pattern, pairs] of patterns) {
    for (const name of COMPARISON_NAMES) {
      const level = levelIn(pattern, name)
      if (level === 0 || !isSureWithout(withoutComparison(pattern, name))) continue
      const feature = featureOfLevel(name, level)
      counts[feature] = (counts[feature] ?? 0) + pairs
    }
  }
  return counts
}

/** Counts as shares of the pairs of their comparison. */
export function sharesReached(counts: Float64Array): Float64Array {
  const totals = totalsOf(counts)
  return counts.map((count, at) => {
    const total = totals.get(FEATURES[at]?.comparison ?? "") ?? 0
    return total === 0 ? 0 : count / total
  })
}

/** How many pairs of this list the list of the training is worth: a short list moves little. */
const TRAINED_PAIRS = 100
const MOVED_BITS_MAX = 4

/**
 * Weights for a list that errs otherwise than the one they were fitted to: a level that pairs of one person
 * reach twice as often speaks one bit more for one person, whoever the other may be. Levels that the training
 * never saw stay.
 */
export function moveToList(weights: Weights, counts: Float64Array): Weights {
  const totals = totalsOf(counts)
  const bits = FEATURES.map(({ comparison }, at) => {
    const before = weights.reached[at] ?? 0
    if (before === 0) return 0
    const pairs = (counts[at] ?? 0) + before * TRAINED_PAIRS
    const now = pairs / ((totals.get(comparison) ?? 0) + TRAINED_PAIRS)
    return Math.max(-MOVED_BITS_MAX, Math.min(MOVED_BITS_MAX, Math.log2(now / before)))
  })
  const moved = (side: Float64Array): Float64Array => side.map((one, at) => one + (bits[at] ?? 0))
  const { prior, stranger, household, reached } = weights
  return { prior, stranger: moved(stranger), household: moved(household), reached }
}

function totalsOf(counts: Float64Array): Map<string, number> {
  const totals = new Map<string, number>()
  for (const [at, { comparison }] of FEATURES.entries())
    totals.set(comparison, (totals.get(comparison) ?? 0) + (counts[at] ?? 0))
  return totals
}
