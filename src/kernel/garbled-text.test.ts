import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { isGarbled, ungarbled } from "./garbled-text.ts"

fc.configureGlobal({ seed: 2026 })

describe("what was UTF-8 once is proposed", () => {
  test.each([
    ["Maâ€™ruf", "Ma’ruf"],
    ["SÃ¼leyman", "Süleyman"],
    ["RENÃ© KUSUMA", "RENÉ KUSUMA".replace("É", "é")],
    ["NurÃ¢â‚¬â„¢aini", "Nur’aini"],
    ["Ð˜Ð²Ð°Ð½", "Иван"],
    ["AndrÃ\u00ada", "Andría"],
  ])("%j", (text, before) => {
    expect([isGarbled(text), ungarbled(text)]).toEqual([true, before])
  })
})

test.each(["MAÂ€™RUF", "Ren\ufffd", "Ã© \ufffd"])("%j is garbled and says no more", (text) => {
  expect([isGarbled(text), ungarbled(text)]).toEqual([true, null])
})

test.each(["RENÉ", "“ANDRÉ”", "Nur’aini", "MU‘ÂDZ", "Â’ISYAH", "NĀṢIR", "Þór", "BUDI", ""])(
  "%j is not garbled",
  (text) => expect([isGarbled(text), ungarbled(text)]).toEqual([false, null]),
)

test("any letters of Europe that were misread are found again", () => {
  const letters = fc.string({
    unit: fc.constantFrom(..."abcABC '’éèüöñçÉÜÑÇšžЖя"),
    maxLength: 12,
  })
  fc.assert(
    fc.property(letters, (text) => {
      const misread = new TextDecoder("windows-1252").decode(new TextEncoder().encode(text))
      if (isGarbled(misread)) expect(ungarbled(misread)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})
