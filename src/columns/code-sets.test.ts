import fc from "fast-check"
import { expect, test } from "vitest"
import { CODES_MAX, CodeSets } from "./code-sets.ts"

const CODE = fc.nat(CODES_MAX - 1)
const CODES = fc.uniqueArray(CODE, { maxLength: 9 })
const sorted = (codes: Iterable<number>): number[] => [...new Set(codes)].sort((a, b) => a - b)

test("a set holds the codes that it was made of, in whatever order they came", () => {
  const sets = new CodeSets()
  fc.assert(
    fc.property(CODES, CODE, (codes, other) => {
      const set = sets.numberOf(codes)
      expect(sets.codesOf(set)).toEqual(sorted(codes))
      expect(sets.numberOf(codes.toReversed())).toBe(set)
      expect(sets.has(set, other)).toBe(codes.includes(other))
    }),
    { seed: 20, numRuns: 500 },
  )
})

test("a set with a code more, and the union of two, are what sets of numbers say", () => {
  const sets = new CodeSets()
  fc.assert(
    fc.property(CODES, CODES, CODE, (codes, others, code) => {
      const [set, other] = [sets.numberOf(codes), sets.numberOf(others)]
      expect(sets.codesOf(sets.with(set, code))).toEqual(sorted([...codes, code]))
      expect(sets.codesOf(sets.union(set, other))).toEqual(sorted([...codes, ...others]))
    }),
    { seed: 21, numRuns: 500 },
  )
})

test("more sets than are remembered stepwise are still told apart", () => {
  const sets = new CodeSets()
  const codesAt = (number: number) =>
    Array.from({ length: 17 }, (_, bit) => bit * 5).filter((_, bit) => ((number >> bit) & 1) === 1)
  const numbers = Array.from({ length: 1 << 17 }, (_, number) => sets.numberOf(codesAt(number)))
  expect(new Set(numbers).size).toBe(1 << 17)
  expect(sets.size).toBe(1 << 17)
  for (const number of [0, 1, 65_535, 65_536, 99_999, 131_071])
    expect(sets.codesOf(numbers[number] ?? 0)).toEqual(codesAt(number))
})
