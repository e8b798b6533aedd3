import { COMPARISON_NAMES, levelCodesOf, type Pattern } from "../compare/comparisons.ts"
import { eachFeature, FEATURES } from "./features.ts"
import type { Weights } from "./train.ts"

/** What is told of a pair beside its comparisons. */
const HOUSEHOLD = "household"
const LIKENESS = "likeness=household"

/**
 * "comparison=level" for all that is told of a pattern, in a fixed order: the comparisons, how many facts of
 * a household are shared, and how much of it all a member of the same household would show as well.
 */
export function levelCodes(pattern: Pattern): string[] {
  let household = "none"
  eachFeature(pattern, (feature) => {
    const { comparison, level } = FEATURES[feature] ?? { comparison: "", level: "" }
    if (comparison === HOUSEHOLD) household = level
  })
  return [...levelCodesOf(pattern), `${HOUSEHOLD}=${household}`, LIKENESS]
}

/** Bits of each entry of levelCodes: against a stranger, and then the likeness of a household (0 or less). */
export function levelBitsOf(pattern: Pattern, weights: Weights, likeness: number): number[] {
  const byComparison = new Map<string, number>()
  eachFeature(pattern, (feature, amount) => {
    const { comparison } = FEATURES[feature] ?? { comparison: "" }
    const key = comparison === "name_rarity" ? "name" : comparison
    const added = (weights.stranger[feature] ?? 0) * amount
    byComparison.set(key, (byComparison.get(key) ?? 0) + added)
  })
  const told = [...COMPARISON_NAMES, HOUSEHOLD].map((name) => byComparison.get(name) ?? 0)
  return [...told, likeness]
}
