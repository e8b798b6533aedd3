import {
  COMPARISON_NAMES,
  COMPARISONS,
  levelCodesOf,
  rarityIn,
  RARITY_SHIFT,
  SHIFTS,
  type Pattern,
} from "../compare/comparisons.ts"
import { RARITIES } from "../rows/match-table.ts"
import { eachFeature, FEATURES } from "./features.ts"
import type { Weights } from "./train.ts"

/** What is told of a pair beside its comparisons. */
const RARITY = "name_rarity"
const HOUSEHOLD = "household"
const LIKENESS = "likeness=household"

/**
 * "comparison=level" for all that is told of a pattern, in a fixed order: the comparisons, behind the
 * name how rare what agrees in it is, how many facts of a household are shared, and how much of it all a member of the same household would show as well.
 */
export function levelCodes(pattern: Pattern): string[] {
  let household = "none"
  eachFeature(pattern, (feature) => {
    const { comparison, level } = FEATURES[feature] ?? { comparison: "", level: "" }
    if (comparison === HOUSEHOLD) household = level
  })
  const rarity = `${RARITY}=${rarityIn(pattern)}`
  const codes = levelCodesOf(pattern).flatMap((code) =>
    code.startsWith("name=") ? [code, rarity] : [code],
  )
  return [...codes, `${HOUSEHOLD}=${household}`, LIKENESS]
}

/** The pattern that was told so; null where a code is not known (any more). */
export function patternOfCodes(codes: readonly string[]): Pattern | null {
  const levelOf = new Map(codes.map((code) => code.split("=") as [string, string]))
  let pattern = 0
  for (const name of COMPARISON_NAMES) {
    const levels: readonly string[] = COMPARISONS[name]
    const level = levels.indexOf(levelOf.get(name) ?? "")
    if (level < 0) return null
    pattern |= level << SHIFTS[name]
  }
  const rarity = Number(levelOf.get(RARITY) ?? Number.NaN)
  if (!Number.isInteger(rarity) || rarity < 0 || rarity >= RARITIES) return null
  return (pattern | (rarity << RARITY_SHIFT)) >>> 0
}

/** Bits of each entry of levelCodes: against a stranger, and then the likeness of a household (0 or less). */
export function levelBitsOf(pattern: Pattern, weights: Weights, likeness: number): number[] {
  const byComparison = new Map<string, number>()
  eachFeature(pattern, (feature, amount) => {
    const { comparison } = FEATURES[feature] ?? { comparison: "" }
    const added = (weights.stranger[feature] ?? 0) * amount
    byComparison.set(comparison, (byComparison.get(comparison) ?? 0) + added)
  })
  const names = COMPARISON_NAMES.flatMap((name) => (name === "name" ? [name, RARITY] : [name]))
  const told = [...names, HOUSEHOLD].map((name) => byComparison.get(name) ?? 0)
  return [...told, likeness]
}
