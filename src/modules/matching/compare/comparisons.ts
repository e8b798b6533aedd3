import { BIRTH_DATE_LEVELS } from "./compare-birth-date.ts"
import {
  ADDRESS_LEVELS,
  AREA_LEVELS,
  EQUAL_LEVELS,
  KK_LEVELS,
  PHONE_LEVELS,
} from "./compare-household.ts"
import { NIK_LEVELS } from "./compare-nik.ts"
import { NAME_LEVELS } from "./name-levels.ts"
import { RARITIES } from "../rows/match-table.ts"

/** Names of mothers are compared more coarsely: they are typed with less care. */
export const MOTHER_LEVELS = ["unknown", "equal", "similar", "apart"] as const

/** Every comparison with its levels by number, in the order in which it is told. */
export const COMPARISONS = {
  nik: NIK_LEVELS,
  name: NAME_LEVELS,
  birth_date: BIRTH_DATE_LEVELS,
  sex: EQUAL_LEVELS,
  area: AREA_LEVELS,
  kk: KK_LEVELS,
  phone: PHONE_LEVELS,
  address: ADDRESS_LEVELS,
  mother: MOTHER_LEVELS,
  sector: EQUAL_LEVELS,
} as const satisfies Readonly<Record<string, readonly string[]>>

export type ComparisonName = keyof typeof COMPARISONS
export const COMPARISON_NAMES = Object.keys(COMPARISONS) as readonly ComparisonName[]

/** Bits of a pattern that a comparison takes, and the rarity of the name above them all. */
const WIDTHS: Readonly<Record<ComparisonName, number>> = {
  ...{ nik: 5, name: 4, birth_date: 4, sex: 2, area: 2 },
  ...{ kk: 2, phone: 3, address: 2, mother: 2, sector: 2 },
}

function shiftsOf(): Readonly<Record<ComparisonName, number>> {
  let shift = 0
  const entries = COMPARISON_NAMES.map((name): [ComparisonName, number] => {
    const entry: [ComparisonName, number] = [name, shift]
    shift += WIDTHS[name]
    return entry
  })
  return Object.fromEntries(entries) as Record<ComparisonName, number>
}

/** Where a comparison stands in a pattern. */
export const SHIFTS = shiftsOf()
export const RARITY_SHIFT = 28

/**
 * The comparison vector of two rows as one number: a level of each comparison and the rarity of what
 * agrees in the name. Pairs of one pattern are one thing to the model.
 */
export type Pattern = number

export function levelIn(pattern: Pattern, comparison: ComparisonName): number {
  return (pattern >>> SHIFTS[comparison]) & ((1 << WIDTHS[comparison]) - 1)
}

/** The pattern as if this comparison had nothing to compare. */
export function withoutComparison(pattern: Pattern, comparison: ComparisonName): Pattern {
  const rest = pattern & ~(((1 << WIDTHS[comparison]) - 1) << SHIFTS[comparison])
  return (comparison === "name" ? rest & ~((RARITIES - 1) << RARITY_SHIFT) : rest) >>> 0
}

export function rarityIn(pattern: Pattern): number {
  return (pattern >>> RARITY_SHIFT) & (RARITIES - 1)
}

/** "comparison=level" in the order of COMPARISONS. */
export function levelCodesOf(pattern: Pattern): string[] {
  return COMPARISON_NAMES.map((name) => `${name}=${COMPARISONS[name][levelIn(pattern, name)]}`)
}
