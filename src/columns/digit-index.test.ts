import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { DigitIndex } from "./digit-index.ts"

const digits = fc.stringMatching(/^\d{16}$/)

describe("numbers of sixteen digits are found again", () => {
  test("as a set of texts finds them, through every widening", () => {
    fc.assert(
      fc.property(fc.array(digits, { maxLength: 3000 }), fc.array(digits), (added, asked) => {
        const index = new DigitIndex()
        for (const text of added) index.addText(text)
        const known = new Set(added)
        expect(index.size).toBe(known.size)
        for (const text of [...added, ...asked]) expect(index.hasText(text)).toBe(known.has(text))
      }),
      { numRuns: 20 },
    )
  })

  test("places are counted in order of first sight", () => {
    const index = new DigitIndex()
    expect([index.add(1, 2), index.add(2, 1), index.add(1, 2), index.add(0, 0)]).toEqual([
      0, 1, 0, 2,
    ])
    expect([index.find(2, 1), index.find(0, 0), index.find(9, 9)]).toEqual([1, 2, -1])
  })

  test.each(["", "647101", "647101170880900x", "64710117088090011"])("%s is no number", (text) => {
    const index = new DigitIndex()
    expect([index.addText(text), index.hasText(text), index.size]).toEqual([false, false, 0])
  })
})
