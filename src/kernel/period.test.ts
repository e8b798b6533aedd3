import { expect, test } from "vitest"

import { parseIso } from "./local-date.ts"
import {
  firstDay,
  formatMonthId,
  lastDay,
  monthOf,
  monthsFrom,
  parseMonth,
  shiftMonth,
  type Month,
} from "./period.ts"

const month = (text: string): Month => parseMonth(text) as Month

test.each(["2026-00", "2026-13", "2026-1", "26-01", "2026-01-01", "", "0000-01"])(
  "%s is no month",
  (text) => expect(parseMonth(text)).toBeNull(),
)

test.each([
  ["2026-01", 0, "2026-01"],
  ["2026-01", -1, "2025-12"],
  ["2026-11", 3, "2027-02"],
  ["2026-06", -30, "2023-12"],
])("%s shifted by %i months is %s", (from, by, to) => expect(shiftMonth(month(from), by)).toBe(to))

test("a shift out of the calendar throws", () => {
  expect(() => shiftMonth(month("0001-01"), -1)).toThrow(RangeError)
})

test.each([
  ["2026-02", "2026-02-28"],
  ["2028-02", "2028-02-29"],
  ["2026-04", "2026-04-30"],
  ["2026-12", "2026-12-31"],
])("%s ends on %s", (text, last) => {
  expect(firstDay(month(text))).toBe(`${text}-01`)
  expect(lastDay(month(text))).toBe(last)
  expect(monthOf(parseIso(last)!)).toBe(text)
})

test("a cover of nine months can begin in April", () => {
  const months = monthsFrom(month("2025-04"), 9)
  expect([months.length, months[0], months.at(-1)]).toEqual([9, "2025-04", "2025-12"])
  expect(monthsFrom(month("2025-04"), 0)).toEqual([])
})

test("months are written in Indonesian", () => {
  expect(formatMonthId(month("2026-01"))).toBe("Januari 2026")
})
