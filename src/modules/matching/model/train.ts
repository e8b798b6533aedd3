import type { Pattern } from "../compare/comparisons.ts"
import { eachFeature, FEATURES } from "./features.ts"

/** Pairs of one pattern, counted by what they are. */
export interface LabelledPattern {
  readonly pattern: Pattern
  readonly same: number
  readonly household: number
  readonly strangers: number
  /** Known to be two people, but not whether of one household. */
  readonly different: number
}

/** Bits against a stranger and against a member of the household, for each feature and before any. */
export interface Weights {
  readonly prior: Prior
  readonly stranger: Float64Array
  readonly household: Float64Array
  /** How often pairs of one person reached a level on the list of the training; 0 where that is not known. */
  readonly reached: Float64Array
}

/** Bits against either. */
export interface Prior {
  readonly stranger: number
  readonly household: number
}

export interface Training {
  /** Rows of the list that the pairs are of: chance pairs grow with it. */
  readonly rows: number
  /** What the weights are before any pair is seen, and how many pairs that knowledge is worth. */
  readonly start: Weights
  readonly strength: number
  readonly steps: number
}

/**
 * Fits three classes (one person, one household, strangers) to labelled patterns: multinomial logistic
 * regression with a quadratic pull to the weights at the start, by Adam (Kingma and Ba 2015) with all
 * pairs in each step. Depends on its arguments only.
 */
export function train(labelled: readonly LabelledPattern[], training: Training): Weights {
  const size = FEATURES.length + 1
  const at = pack(training.start)
  const start = at.slice()
  const design = designOf(labelled)
  const total = labelled.reduce((sum, one) => sum + countOf(one), 0)
  const [slope, moment, square] = [0, 0, 0].map(() => new Float64Array(size * 2)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const shift = Math.log2(training.rows)
  for (let step = 1; step <= training.steps; step++) {
    for (let i = 0; i < slope.length; i++)
      slope[i] = (training.strength * ((at[i] ?? 0) - (start[i] ?? 0))) / total
    for (const [row, one] of labelled.entries())
      addSlope(slope, { at, one, design, row, shift, total })
    adamStep(at, { slope, moment, square }, step, training.steps)
  }
  return unpack(at, training.start.reached)
}

interface Design {
  readonly firsts: Uint32Array
  readonly features: Uint16Array
  readonly amounts: Float32Array
}

function designOf(labelled: readonly LabelledPattern[]): Design {
  const firsts = new Uint32Array(labelled.length + 1)
  const features: number[] = []
  const amounts: number[] = []
  for (const [row, { pattern }] of labelled.entries()) {
    // The prior is a feature that is always there.
    features.push(FEATURES.length)
    amounts.push(1)
    eachFeature(pattern, (feature, amount) => {
      features.push(feature)
      amounts.push(amount)
    })
    firsts[row + 1] = features.length
  }
  return { firsts, features: Uint16Array.from(features), amounts: Float32Array.from(amounts) }
}

function addSlope(
  slope: Float64Array,
  given: {
    readonly at: Float64Array
    readonly one: LabelledPattern
    readonly design: Design
    readonly row: number
    readonly shift: number
    readonly total: number
  },
): void {
  const { at, one, design, row, shift, total } = given
  const size = FEATURES.length + 1
  const [from, to] = [design.firsts[row] ?? 0, design.firsts[row + 1] ?? 0]
  let [stranger, household] = [-shift, 0]
  for (let i = from; i < to; i++) {
    const [feature, amount] = [design.features[i] ?? 0, design.amounts[i] ?? 0]
    stranger += (at[feature] ?? 0) * amount
    household += (at[size + feature] ?? 0) * amount
  }
  const [r, h] = [2 ** -stranger, 2 ** -household]
  const all = 1 + r + h
  const known = one.same + one.household + one.strangers + one.different
  const rest = r + h === 0 ? 0 : one.different / (r + h)
  // d loss / d bits = (labelled − expected) of the class, in nats a bit.
  const byStranger = (Math.LN2 * (one.strangers + rest * r - (known * r) / all)) / total
  const byHousehold = (Math.LN2 * (one.household + rest * h - (known * h) / all)) / total
  for (let i = from; i < to; i++) {
    const [feature, amount] = [design.features[i] ?? 0, design.amounts[i] ?? 0]
    slope[feature] = (slope[feature] ?? 0) + byStranger * amount
    slope[size + feature] = (slope[size + feature] ?? 0) + byHousehold * amount
  }
}

const RATE = 0.5

function adamStep(
  at: Float64Array,
  { slope, moment, square }: Record<"slope" | "moment" | "square", Float64Array>,
  step: number,
  steps: number,
): void {
  const rate = RATE * (1 - (step - 1) / steps)
  for (let i = 0; i < at.length; i++) {
    const g = slope[i] ?? 0
    moment[i] = 0.9 * (moment[i] ?? 0) + 0.1 * g
    square[i] = 0.999 * (square[i] ?? 0) + 0.001 * g * g
    const first = (moment[i] ?? 0) / (1 - 0.9 ** step)
    const second = (square[i] ?? 0) / (1 - 0.999 ** step)
    at[i] = (at[i] ?? 0) - (rate * first) / (Math.sqrt(second) + 1e-12)
  }
}

function countOf(one: LabelledPattern): number {
  return one.same + one.household + one.strangers + one.different
}

function pack({ prior, stranger, household }: Weights): Float64Array {
  return Float64Array.from([...stranger, prior.stranger, ...household, prior.household])
}

function unpack(at: Float64Array, reached: Float64Array): Weights {
  const size = FEATURES.length + 1
  return {
    prior: { stranger: at[FEATURES.length] ?? 0, household: at[size + FEATURES.length] ?? 0 },
    stranger: at.slice(0, FEATURES.length),
    household: at.slice(size, size + FEATURES.length),
    reached,
  }
}
