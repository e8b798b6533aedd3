import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { LocalDate } from "./local-date.ts"
import {
  birthDateFromNik,
  isNik,
  isPlaceholderNik,
  maskNik,
  nikDateParts,
  sexFromNik,
  type Nik,
} from "./nik.ts"

fc.configureGlobal({ seed: 2026 })

const ON = "2025-11-15" as LocalDate
const nik = (middle: string, serial = "9001"): Nik => `647101${middle}${serial}` as Nik

test.each([
  ["6471011708809001", true],
  ["647101170880900", false],
  ["64710117088090011", false],
  ["6471 0117 0880 9001", false],
  ["647101170880900O", false],
  ["６４７１０１１７０８８０９００１", false],
  ["6471011708809001\n", false],
  ["", false],
])("%j is a NIK: %s", (text, is) => expect(isNik(text)).toBe(is))

test.each([
  ["1111111111111111", true],
  ["0000000000000000", true],
  ["1234567890123456", true],
  ["6471011708800000", true],
  ["6471011708809001", false],
  ["6471011708801000", false],
])("%s identifies nobody: %s", (text, is) => expect(isPlaceholderNik(text)).toBe(is))

describe("birth date and sex inside", () => {
  test.each([
    ["170880", "1980-08-17", "L"],
    ["570880", "1980-08-17", "P"],
    ["010100", "2000-01-01", "L"],
    ["710100", "2000-01-31", "P"],
    ["310125", "1925-01-31", "L"],
    ["310120", "2020-01-31", "L"],
    ["290200", "2000-02-29", "L"],
    ["290281", null, "L"],
    ["320180", null, null],
    ["720180", null, null],
    ["000180", null, null],
    ["400180", null, null],
    ["171380", null, "L"],
    ["570080", null, "P"],
  ])("%s: %s, %s", (middle, birth, sex) => {
    expect(birthDateFromNik(nik(middle), ON)).toBe(birth)
    expect(sexFromNik(nik(middle))).toBe(sex)
  })

  test("a worker is no small child", () => {
    expect(birthDateFromNik(nik("170812"), ON)).toBe("2012-08-17")
    expect(birthDateFromNik(nik("170812"), ON, 15)).toBe("1912-08-17")
  })
})

test("the digits of the date are always those of the NIK", () => {
  const digits = fc.stringMatching(/^\d{16}$/)
  fc.assert(
    fc.property(digits, (text) => {
      const parts = nikDateParts(text as Nik)
      if (parts === null) return
      const rawDay = parts.sex === "P" ? parts.day + 40 : parts.day
      const written = [rawDay, parts.month, parts.yearOfCentury]
      expect(written.map((part) => String(part).padStart(2, "0")).join("")).toBe(text.slice(6, 12))
    }),
  )
})

test("a masked NIK shows region and last four digits, never the birth date", () => {
  expect(maskNik("6471011708809001")).toBe("6471********9001")
  expect(maskNik("647101")).toBe("******")
  expect(maskNik("")).toBe("")
})
