import {
  COMPARISON_NAMES,
  COMPARISONS,
  levelIn,
  rarityIn,
  type ComparisonName,
  type Pattern,
} from "../compare/comparisons.ts"

/**
 * What the model gives a weight to: each level of each comparison, the rarity of the name by how well it
 * agrees, and how many facts of a household are shared, which do not speak for each other. Weight 0 is that
 * of `unknown`.
 */
export interface Feature {
  readonly comparison: string
  readonly level: string
}

/** Ways in which a name agrees, for which rarity counts differently. */
const RARITY_KINDS = ["whole", "near", "part", "conflict"] as const

/** For each name level, which of RARITY_KINDS it is; -1 where nothing agrees. */
const KIND_OF_LEVEL = COMPARISONS.name.map((level) => {
  if (level === "unknown" || level === "conflict") return -1
  if (level === "conflict_part") return 3
  if (level === "subset" || level === "subset_first") return 2
  return level === "exact" || level === "reordered" || level === "joined" ? 0 : 1
})

function featuresOf(): Feature[] {
  const list: Feature[] = []
  for (const comparison of COMPARISON_NAMES)
    for (const level of COMPARISONS[comparison].slice(1)) list.push({ comparison, level })
  for (const level of RARITY_KINDS) list.push({ comparison: "name_rarity", level })
  for (const level of ["one", "two", "three"]) list.push({ comparison: "household", level })
  return list
}

export const FEATURES: readonly Feature[] = featuresOf()

const numbers = new Map(FEATURES.map(({ comparison, level }, at) => [`${comparison}=${level}`, at]))

function numberOf(comparison: string, level: string): number {
  const number = numbers.get(`${comparison}=${level}`)
  if (number === undefined) throw new RangeError(`no feature ${comparison}=${level}`)
  return number
}

const FIRST = Object.fromEntries(
  COMPARISON_NAMES.map((name) => [name, numberOf(name, COMPARISONS[name][1] ?? "")]),
)
const RARITY_FIRST = numberOf("name_rarity", "whole")
const HOUSEHOLD_FIRST = numberOf("household", "one")

/** The feature of a level above 0. */
export function featureOfLevel(comparison: ComparisonName, level: number): number {
  return (FIRST[comparison] ?? 0) + level - 1
}

/** Told of every feature of a pattern: its number, and how strongly it is there. */
export type TakeFeature = (feature: number, amount: number) => void

export function eachFeature(pattern: Pattern, take: TakeFeature): void {
  for (const name of COMPARISON_NAMES) {
    const level = levelIn(pattern, name)
    if (level > 0) take(featureOfLevel(name, level), 1)
  }
  const name = levelIn(pattern, "name")
  const kind = KIND_OF_LEVEL[name] ?? -1
  const rarity = rarityIn(pattern)
  if (kind >= 0 && rarity > 0) take(RARITY_FIRST + kind, rarity)
  const shared = sharedFacts(pattern)
  if (shared > 0) take(HOUSEHOLD_FIRST + shared - 1, 1)
}

/** How many facts of a household two rows share: family card, phone, address. */
function sharedFacts(pattern: Pattern): number {
  const isShared = (comparison: "kk" | "phone" | "address"): number =>
    levelIn(pattern, comparison) === 1 ? 1 : 0
  return isShared("kk") + isShared("phone") + isShared("address")
}
