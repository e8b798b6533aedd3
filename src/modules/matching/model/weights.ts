import reasoned from "./reasoned-weights.json" with { type: "json" }
import shipped from "./weights.json" with { type: "json" }
import { FEATURES } from "./features.ts"
import type { Weights } from "./train.ts"

/**
 * A model as a file that people read: bits for every level, against a stranger and against a member of the
 * same household, and how often pairs of one person reached it. `prior` is that of two rows of a list of one row;
 * the size of the list is taken off.
 */
export interface WeightsFile {
  readonly model: "payung.match/1"
  /** What the figures come from. */
  readonly trained_on: string
  readonly prior: readonly [stranger: number, household: number]
  readonly weights: Readonly<Record<string, Readonly<Record<string, Bits>>>>
}

export type Bits = readonly [stranger: number, household: number, reached?: number]

/** What is known without any list: where training begins, and what it keeps where lists say nothing. */
export const REASONED_WEIGHTS: Weights = readWeights(reasoned as unknown as WeightsFile)
export const SHIPPED_WEIGHTS: Weights = readWeights(shipped as unknown as WeightsFile)

/** A weight that the file does not name is 0: it says nothing. */
export function readWeights(file: WeightsFile): Weights {
  const bitsOf = (side: 0 | 1 | 2) =>
    Float64Array.from(
      FEATURES,
      ({ comparison, level }) => file.weights[comparison]?.[level]?.[side] ?? 0,
    )
  return {
    prior: { stranger: file.prior[0], household: file.prior[1] },
    stranger: bitsOf(0),
    household: bitsOf(1),
    reached: bitsOf(2),
  }
}

export function weightsFile(weights: Weights, trainedOn: string): WeightsFile {
  const groups: Record<string, Record<string, Bits>> = {}
  for (const [at, { comparison, level }] of FEATURES.entries()) {
    const group = (groups[comparison] ??= {})
    const bits = [rounded(weights.stranger[at]), rounded(weights.household[at])] as const
    const reached = Math.round((weights.reached[at] ?? 0) * 1e5) / 1e5
    group[level] = reached === 0 ? bits : [...bits, reached]
  }
  return {
    model: "payung.match/1",
    trained_on: trainedOn,
    prior: [rounded(weights.prior.stranger), rounded(weights.prior.household)],
    weights: groups,
  }
}

function rounded(bits = 0): number {
  return Math.round(bits * 100) / 100
}
