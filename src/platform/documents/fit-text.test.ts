import { expect, test } from "vitest"
import fc from "fast-check"
import { wrapText } from "./fit-text.ts"

const letters = (text: string): number => text.length

test.each([
  ["", 5, [""]],
  ["satu", 5, ["satu"]],
  ["satu dua", 5, ["satu", "dua"]],
  ["a b c d", 3, ["a b", "c d"]],
  ["panjangsekali", 5, ["panja", "ngsek", "ali"]],
  ["ab panjang", 4, ["ab", "panj", "ang"]],
])("breaks %j at %i as %j", (text, width, lines) => {
  expect(wrapText(text, width, letters)).toEqual(lines)
})

test("loses no letter and fits the width", () => {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { maxLength: 8 })
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 15 }), (list, width) => {
      const lines = wrapText(list.join(" "), width, letters)
      expect(lines.join("").replaceAll(" ", "")).toBe(list.join(""))
      expect(lines.every((line) => line.length <= width)).toBe(true)
    }),
    { seed: 6471 },
  )
})
