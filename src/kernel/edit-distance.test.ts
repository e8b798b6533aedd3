import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { damerauLevenshtein, jaroWinkler } from "./edit-distance.ts"

fc.configureGlobal({ seed: 2026 })

test.each([
  ["", "", 0],
  ["a", "", 1],
  ["", "abc", 3],
  ["kitten", "sitting", 3],
  ["ab", "ba", 1],
  ["ca", "abc", 3],
  ["6471011708809001", "6471011708890001", 1],
  ["6471011708809001", "6471011708809002", 1],
  ["sepinggan", "sepingan", 1],
  ["abcd", "badc", 2],
])("%j to %j takes %i edits", (a, b, edits) => expect(damerauLevenshtein(a, b)).toBe(edits))

/** The definition, letter by letter, without a table. */
function slowDistance(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length
  const [restA, restB] = [a.slice(1), b.slice(1)]
  const options = [
    slowDistance(restA, b) + 1,
    slowDistance(a, restB) + 1,
    slowDistance(restA, restB) + (a[0] === b[0] ? 0 : 1),
  ]
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    options.push(slowDistance(a.slice(2), b.slice(2)) + 1)
  return Math.min(...options)
}

const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 5 })

test("agrees with the definition, is symmetric, and zero only for equals", () => {
  fc.assert(
    fc.property(short, short, (a, b) => {
      const distance = damerauLevenshtein(a, b)
      expect(distance).toBe(slowDistance(a, b))
      expect(damerauLevenshtein(b, a)).toBe(distance)
      expect(distance === 0).toBe(a === b)
    }),
    { numRuns: 400 },
  )
})

describe("Jaro-Winkler, the examples of Winkler 1990", () => {
  test.each([
    ["MARTHA", "MARHTA", 0.9611],
    ["DWAYNE", "DUANE", 0.84],
    ["DIXON", "DICKSONX", 0.8133],
    ["ABROMS", "ABRAMS", 0.9222],
    ["JONES", "JOHNSON", 0.8324],
    ["same", "same", 1],
    ["abc", "xyz", 0],
    ["", "abc", 0],
    ["", "", 0],
  ])("%s and %s", (a, b, similarity) => expect(jaroWinkler(a, b)).toBeCloseTo(similarity, 4))

  test("lies between 0 and 1 and is symmetric", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (a, b) => {
        const similarity = jaroWinkler(a, b)
        expect(similarity).toBeGreaterThanOrEqual(0)
        expect(similarity).toBeLessThanOrEqual(1)
        expect(jaroWinkler(b, a)).toBeCloseTo(similarity, 12)
      }),
    )
  })
})
