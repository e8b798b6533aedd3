import { levelIn, type Pattern } from "../compare/comparisons.ts"
import { LIST_ROWS_MIN } from "../rows/anchors.ts"
import { eachFeature } from "./features.ts"
import type { Prior, Weights } from "./train.ts"

/** What the model says of a pattern. */
export interface PatternScore {
  /** Evidence without the prior, against a stranger and against a member of the household. */
  readonly stranger: number
  readonly household: number
  /** log2 of the odds that two rows of this pattern are one person. */
  readonly bits: number
  /** How much lower they are than the odds against a stranger, since a household shares much: 0 or less. */
  readonly likeness: number
}

/** Before any comparison: two rows of a longer list are strangers more often, of one household not. */
export function priorOf({ prior }: Weights, rows: number): Prior {
  const { stranger, household } = prior
  return { stranger: stranger - Math.log2(Math.max(rows, LIST_ROWS_MIN)), household }
}

/** Scores patterns for a list of so many rows. */
export function patternScorer(weights: Weights, rows: number): (pattern: Pattern) => PatternScore {
  const { stranger: priorStranger, household: priorHousehold } = priorOf(weights, rows)
  return (pattern) => {
    let stranger = 0
    let household = 0
    eachFeature(pattern, (feature, amount) => {
      stranger += (weights.stranger[feature] ?? 0) * amount
      household += (weights.household[feature] ?? 0) * amount
    })
    const bits = oddsBits(priorStranger + stranger, priorHousehold + household)
    return { stranger, household, bits, likeness: bits - priorStranger - stranger }
  }
}

/** The odds of one person against a stranger or a member of the household. */
export function oddsBits(stranger: number, household: number): number {
  const least = Math.min(stranger, household)
  return least - Math.log2(1 + 2 ** (least - Math.max(stranger, household)))
}

export function probabilityOfBits(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

/** Whether two rows share a fact of a household. */
export function sharesHousehold(pattern: Pattern): boolean {
  return HOUSEHOLD.some((comparison) => levelIn(pattern, comparison) === 1)
}

const HOUSEHOLD = ["kk", "phone", "address"] as const
