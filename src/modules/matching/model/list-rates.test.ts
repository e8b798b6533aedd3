import { describe, expect, test } from "vitest"
import { generateList } from "../generated-list.testing.ts"
import { matchTableRows } from "../match-columns.ts"
import { matchTable } from "../rows/match-table.ts"
import { FEATURES } from "./features.ts"
import { moveToList } from "./list-rates.ts"
import { SHIPPED_WEIGHTS } from "./weights.ts"

const at = (comparison: string, level: string): number =>
  FEATURES.findIndex((one) => one.comparison === comparison && one.level === level)
const EQUAL = at("birth_date", "equal")
const APART = at("birth_date", "apart")

/** Counts of so many sure pairs that err as the list of the training did. */
function asTrained(pairs: number): Float64Array {
  return SHIPPED_WEIGHTS.reached.map((share) => share * pairs)
}

const moved = (counts: Float64Array, feature: number): number =>
  (moveToList(SHIPPED_WEIGHTS, counts).stranger[feature] ?? 0) -
  (SHIPPED_WEIGHTS.stranger[feature] ?? 0)

describe("weights follow what a list shows of its own errors", () => {
  test("a list that errs like the one they were fitted to, or that shows nothing, changes none", () => {
    for (const counts of [asTrained(10_000), new Float64Array(FEATURES.length)])
      for (const feature of FEATURES.keys()) expect(moved(counts, feature)).toBeCloseTo(0, 2)
  })

  test("a level that twice as many pairs of one person reach speaks a bit more for one person", () => {
    const counts = asTrained(100_000)
    counts[APART] = (counts[APART] ?? 0) * 2
    expect(moved(counts, APART)).toBeCloseTo(0.96, 1)
    expect(Math.abs(moved(counts, EQUAL))).toBeLessThan(0.1)
  })

  test("a short list moves little, and no list moves a level by more than four bits", () => {
    const counts = (pairs: number): Float64Array => {
      const wrong = new Float64Array(FEATURES.length)
      wrong[APART] = pairs
      return wrong
    }
    expect(moved(counts(5), APART)).toBeLessThan(2)
    expect(moved(counts(1e6), APART)).toBe(4)
    expect(moved(counts(1e6), EQUAL)).toBe(-4)
  })

  test("levels that the training never saw stay", () => {
    const unseen = at("nik", "confirmed_apart")
    const counts = asTrained(1000)
    counts[unseen] = 500
    expect(moved(counts, unseen)).toBe(0)
  })

  test("the same list in any order is judged by the same weights", () => {
    const { rows } = generateList(300, 4)
    const weightsOf = (list: typeof rows) =>
      matchTableRows(matchTable(list), SHIPPED_WEIGHTS, []).weights
    expect(weightsOf(rows.toReversed())).toEqual(weightsOf(rows))
  })
})
