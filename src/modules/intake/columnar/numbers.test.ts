import { expect, test } from "vitest"
import { assert } from "../../../kernel/assert.ts"
import { localDate } from "../../../kernel/local-date.ts"
import type { Nik } from "../../../kernel/nik.ts"
import { NumberRules } from "./numbers.ts"
import { isImpossibleNik, readKk } from "../values/nik.ts"

const ON = localDate(2025, 11, 15)
assert(ON !== null, "the day of the tests is a date")
const two = (part: number): string => String(part).padStart(2, "0")

const REGIONS = ["647101", "000000", "647100", "640001", "991001", "110101"]
const YEARS = [0, 1, 4, 25, 80, 99]
const DATES = Array.from({ length: 100 }, (_, day) =>
  Array.from({ length: 14 }, (_, month) => YEARS.map((year) => two(day) + two(month) + two(year))),
).flat(2)

test("the rules of clean numbers are those of their readers, asked once or again", () => {
  const rules = new NumberRules(ON)
  let impossible = 0
  for (let times = 0; times < 2; times++)
    for (const region of REGIONS)
      for (const date of DATES) {
        const digits = `${region}${date}9001`
        const halves = [Number(digits.slice(0, 8)), Number(digits.slice(8))] as const
        const isBad = isImpossibleNik(digits as Nik, ON)
        expect(rules.isImpossibleNik(...halves), digits).toBe(isBad)
        expect(rules.isCard(...halves), digits).toBe(readKk(digits, "text") !== null)
        if (isBad) impossible++
      }
  expect(impossible).toBeGreaterThan(DATES.length)
})
