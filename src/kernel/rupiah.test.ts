import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { formatCount, formatRupiah, jsonRupiah, plus, rupiah, timesCount } from "./rupiah.ts"

fc.configureGlobal({ seed: 2026 })

test.each([
  [0n, "Rp0"],
  [16_800n, "Rp16.800"],
  [999n, "Rp999"],
  [1_000n, "Rp1.000"],
  [1_999_872_000n, "Rp1.999.872.000"],
  [-16_800n, "-Rp16.800"],
])("%s is written %s", (amount, text) => expect(formatRupiah(rupiah(amount))).toBe(text))

test.each([
  [7, "7"],
  [1250, "1.250"],
  [1_000_000, "1.000.000"],
])("%i is counted %s", (count, text) => expect(formatCount(count)).toBe(text))

test("written money agrees with the Indonesian locale", () => {
  const locale = new Intl.NumberFormat("id", { useGrouping: "always" })
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (amount) => {
      expect(formatRupiah(rupiah(amount))).toBe(`Rp${locale.format(amount)}`)
    }),
  )
})

test("9,920 people for a year stay below the ceiling, one more month would not", () => {
  const year = timesCount(rupiah(16_800), 12)
  expect(timesCount(year, 9_920)).toBe(1_999_872_000n)
  expect(plus(timesCount(year, 9_920), timesCount(year, 1)) > 2_000_000_000n).toBe(true)
})

describe("refused", () => {
  test("half a rupiah", () => expect(() => rupiah(0.5)).toThrow(RangeError))
  test("no number", () => expect(() => rupiah(Number.NaN)).toThrow(RangeError))
  test("more than JSON holds exactly", () => {
    expect(jsonRupiah(rupiah(2n ** 53n - 1n))).toBe(Number.MAX_SAFE_INTEGER)
    expect(() => jsonRupiah(rupiah(2n ** 53n))).toThrow(RangeError)
  })
})
