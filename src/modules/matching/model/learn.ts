import { patternOfCodes } from "./level-bits.ts"
import { train, type LabelledPattern, type Weights } from "./train.ts"
import { SHIPPED_WEIGHTS } from "./weights.ts"

/** What a human said of a pair, and the levels that it had then. */
export interface VerdictLabel {
  readonly said: "same" | "different"
  readonly levels: readonly string[]
}

/** How many verdicts what was known before is worth, per weight: a handful of clerks moves little. */
const STRENGTH = 20
const STEPS = 400

/**
 * Weights moved towards what people said. Verdicts are about doubtful pairs only, so they tell how levels
 * weigh and nothing about how often pairs are one person: the prior stays. Labels whose levels the model
 * does not have any more are left out.
 */
export function learnFromVerdicts(labels: readonly VerdictLabel[]): Weights {
  const counts = new Map<number, { same: number; different: number }>()
  for (const { said, levels } of labels) {
    const pattern = patternOfCodes(levels)
    if (pattern === null) continue
    const count = counts.get(pattern) ?? { same: 0, different: 0 }
    count[said]++
    counts.set(pattern, count)
  }
  const labelled: LabelledPattern[] = [...counts]
    .toSorted(([p], [q]) => p - q)
    .map(([pattern, count]) => ({ pattern, ...count, household: 0, strangers: 0 }))
  if (labelled.length === 0) return SHIPPED_WEIGHTS
  const rows = LIST_ROWS
  const { stranger, household, reached } = train(labelled, {
    ...{ rows, start: SHIPPED_WEIGHTS, strength: STRENGTH, steps: STEPS },
  })
  return { prior: SHIPPED_WEIGHTS.prior, stranger, household, reached }
}

/** A city's list: verdicts do not say of how long a list they were. */
const LIST_ROWS = 12_000
