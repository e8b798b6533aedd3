import fc from "fast-check"
import { expect, test } from "vitest"
import { damerauLevenshtein } from "../kernel/edit-distance.ts"
import {
  arePackedSlip,
  differingDigits,
  fourDigits,
  isPackedSlip,
  packDigits,
  textOfPacked,
} from "./packed-digits.ts"

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
const text = (places: readonly number[]): string => places.join("")

/** A number and one near it: up to three places changed, or neighbours swapped. */
const near = (length: number) =>
  fc
    .tuple(
      digits(length),
      fc.array(fc.tuple(fc.nat(length - 1), fc.nat(9)), { maxLength: 3 }),
      fc.nat(length),
    )
    .map(([places, changes, swap]) => {
      const other = [...places]
      for (const [at, digit] of changes) other[at] = digit
      if (swap < length - 1)
        [other[swap], other[swap + 1]] = [other[swap + 1] ?? 0, other[swap] ?? 0]
      return [text(places), text(other)] as const
    })

const differing = (a: string, b: string): number =>
  [...a].filter((digit, at) => digit !== b[at]).length
/** One substitution or one swap: one edit, and no digit added. */
const isSlip = (a: string, b: string): boolean => damerauLevenshtein(a, b) === 1

test("eight digits come back, and count as they differ", () => {
  fc.assert(
    fc.property(near(8), ([a, b]) => {
      const [left, right] = [packDigits(a), packDigits(b)]
      expect(textOfPacked(left)).toBe(a)
      expect(fourDigits(left)).toBe(Number(a.slice(4)))
      expect(differingDigits(left ^ right)).toBe(differing(a, b))
      expect(isPackedSlip(left, right)).toBe(isSlip(a, b))
    }),
    { seed: 41, numRuns: 2000 },
  )
})

test("sixteen digits slip as their text does, across the middle too", () => {
  const isSlipOf = (a: string, b: string): boolean =>
    arePackedSlip(
      packDigits(a.slice(0, 8)),
      packDigits(a.slice(8)),
      packDigits(b.slice(0, 8)),
      packDigits(b.slice(8)),
    )
  fc.assert(
    fc.property(near(16), ([a, b]) => {
      expect(isSlipOf(a, b)).toBe(isSlip(a, b))
    }),
    { seed: 42, numRuns: 3000 },
  )
  expect(isSlipOf("6471011708809001", "6471011078809001")).toBe(true)
  expect(isSlipOf("6471011780809001", "6471011708809001")).toBe(true)
  expect(isSlipOf("1234567890123456", "1234567980123456")).toBe(true)
})
