import { describe, expect, test } from "vitest"
import { generateList } from "../generated-list.testing.ts"
import { matchTable } from "../rows/match-table.ts"
import { labelPairs } from "./label-pairs.ts"
import { learnFromVerdicts } from "./learn.ts"
import { levelCodes } from "./level-bits.ts"
import { oddsBits, patternScorer, probabilityOfBits } from "./score-pattern.ts"
import { train } from "./train.ts"
import { readWeights, REASONED_WEIGHTS, SHIPPED_WEIGHTS, weightsFile } from "./weights.ts"

const LIST = generateList(3_000, 21)
const TABLE = matchTable(LIST.rows)
const LABELLED = labelPairs(TABLE, (a, b) => {
  if (LIST.personOf[a] === LIST.personOf[b]) return "same"
  const card = LIST.rows[a]?.kk ?? null
  return card !== null && card === LIST.rows[b]?.kk ? "household" : "strangers"
})
const TRAINED = train(LABELLED, {
  ...{ rows: TABLE.length, start: REASONED_WEIGHTS, strength: 2, steps: 200 },
})

/** Mean surprise in bits at what pairs are. */
function lossOf(weights: typeof TRAINED): number {
  const score = patternScorer(weights, TABLE.length)
  let [loss, count] = [0, 0]
  for (const one of LABELLED) {
    const probability = probabilityOfBits(score(one.pattern).bits)
    const others = one.household + one.strangers
    loss -= one.same * Math.log2(probability) + others * Math.log2(1 - probability)
    count += one.same + others
  }
  return loss / count
}

describe("training", () => {
  test("fits better than what is known without a list, and depends on nothing else", () => {
    expect(lossOf(TRAINED)).toBeLessThan(lossOf(REASONED_WEIGHTS) * 0.9)
    const again = { rows: TABLE.length, start: REASONED_WEIGHTS, strength: 2, steps: 200 }
    expect(train(LABELLED, again)).toEqual(TRAINED)
  })

  test("negative control: labels turned round fit worse", () => {
    const turned = LABELLED.map((one) => ({ ...one, same: one.strangers, strangers: one.same }))
    const wrong = train(turned, {
      ...{ rows: TABLE.length, start: REASONED_WEIGHTS, strength: 2, steps: 200 },
    })
    expect(lossOf(wrong)).toBeGreaterThan(lossOf(REASONED_WEIGHTS))
  })

  test("levels that no pair shows keep their reasons", () => {
    const file = weightsFile(TRAINED, "test").weights
    const reasoned = weightsFile(REASONED_WEIGHTS, "test").weights
    expect(file["nik"]?.["confirmed_apart"]).toEqual(reasoned["nik"]?.["confirmed_apart"])
    expect(file["nik"]?.["equal"]).not.toEqual(reasoned["nik"]?.["equal"])
  })
})

test("a file of weights comes back as it was, to a hundredth of a bit", () => {
  const file = weightsFile(SHIPPED_WEIGHTS, "test")
  expect(weightsFile(readWeights(file), "test")).toEqual(file)
})

test("two rows of a list ten times as long are strangers more often, of a household not", () => {
  const { pattern = 0 } = LABELLED.find(({ strangers }) => strangers > 0) ?? {}
  const [short, long] = [10_000, 100_000].map((rows) => patternScorer(TRAINED, rows)(pattern))
  expect(long?.household).toBe(short?.household)
  expect(long?.bits).toBeLessThan(short?.bits ?? 0)
})

test.each([
  [10, 10, 9],
  [0, 50, 0],
  [50, 0, 0],
  [-3, 3, -3.02],
])("odds of 2^%d against a stranger and 2^%d against a relative are 2^%d", (s, h, bits) => {
  expect(oddsBits(s, h)).toBeCloseTo(bits, 1)
})

test("what clerks say moves the weights of the levels that they saw, and no prior", () => {
  const { pattern = 0 } = LABELLED.find(({ strangers }) => strangers > 0) ?? {}
  const said = Array.from(
    { length: 60 },
    () => ({ said: "same", levels: levelCodes(pattern) }) as const,
  )
  const learned = learnFromVerdicts(said)
  const before = patternScorer(SHIPPED_WEIGHTS, 12_000)(pattern).bits
  expect(patternScorer(learned, 12_000)(pattern).bits).toBeGreaterThan(before + 1)
  expect(learned.prior).toEqual(SHIPPED_WEIGHTS.prior)
  expect(learnFromVerdicts([{ said: "same", levels: ["nik=other"] }])).toBe(SHIPPED_WEIGHTS)
})
