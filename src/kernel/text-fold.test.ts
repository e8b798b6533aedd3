import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { foldName, foldText, foldWord, nameTokens } from "./text-fold.ts"

fc.configureGlobal({ seed: 2026 })

describe("names that sound alike fold alike", () => {
  test.each([
    ["MUHAMMAD", "Muhamad"],
    ["Moch. Ilham", "Muhammad Ilham"],
    ["M. Yusuf", "Mohammad Yusuf"],
    ["Siti Aminah", "St. Aminah"],
    ["SOEKARDI", "Sukardi"],
    ["Djunaidi", "Junaidi"],
    ["Tjahyadi", "Cahyadi"],
    ["Noerhadi", "Nurhadi"],
    ["Syarifuddin", "Sarifudin"],
    ["Zulkifli", "Sulkifli"],
    ["Yoga", "Ioga"],
    ["Nur'aini", "Nuraini"],
    ["Nur’aini", "NUR'AINI"],
    ["Nur´aini", "NUR'AINI"],
    ["René", "RENE"],
    ["ABD. RAHMAN", "Abdul Rahman"],
    ["Taufiq", "Taufik"],
    ["Khalid", "Kalid"],
    ["Ratna", "Rathna"],
  ])("%s and %s", (a, b) => expect(foldName(a)).toBe(foldName(b)))
})

describe("other names stay apart", () => {
  test.each([
    ["Rahmat", "Rahman"],
    ["Siti Aminah", "Aminah Siti"],
    ["Dewi", "Devi"],
    ["Udin", "Adin"],
    ["Sri Rahayu", "Sri Rahayuni"],
    ["Stefanus", "Sitefanus"],
  ])("%s and %s", (a, b) => expect(foldName(a)).not.toBe(foldName(b)))
})

test.each([
  ["  Ahmad   Yani ", ["ahmad", "iani"]],
  ["Ahmad-Yani", ["ahmad", "iani"]],
  ["Nur'aini", ["nuraini"]],
  ["I Ketut", ["i", "ketut"]],
  ["", []],
  ["123 - .", []],
])("%j has the words %j", (name, words) => expect(nameTokens(name)).toEqual(words))

test.each([
  ["\u00a0A\u200bB ", "ab"],
  ["José", "jose"],
  ["‘x’ `y´", "'x' 'y'"],
  ["Ａ１", "a1"],
  ["a\n b", "a b"],
])("%j folds to %j", (text, folded) => expect(foldText(text)).toBe(folded))

test("never throws, folds no further, ignores case", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const folded = foldText(text)
      expect(foldText(folded)).toBe(folded)
      expect(foldWord(text)).toMatch(/^[a-z]*$/)
    }),
  )
  const word = fc.stringMatching(/^[a-zA-Z']{0,12}$/)
  fc.assert(
    fc.property(word, (text) => {
      expect(foldWord(text.toUpperCase())).toBe(foldWord(text))
    }),
  )
})

test("what is plain folds as what is not", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      // The mark folds to nothing, and no text that holds it is plain.
      expect(foldText(text)).toBe(foldText(`${text}\u200b`))
    }),
  )
})
