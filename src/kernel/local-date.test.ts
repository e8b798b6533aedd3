import fc from "fast-check"
import { describe, expect, test } from "vitest"
import {
  addMonths,
  ageOn,
  dateParts,
  daysInMonth,
  formatDateId,
  localDate,
  parseIso,
  type LocalDate,
} from "./local-date.ts"

fc.configureGlobal({ seed: 2026 })

const date = (iso: string): LocalDate => parseIso(iso) as LocalDate

/** The platform's own calendar, years 1 to 9999. */
function platformDate(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(2000, month - 1, day))
  at.setUTCFullYear(year, month - 1, day)
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1
  return same && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null
}

test("agrees with the platform's calendar on every triple", () => {
  const part = fc.integer({ min: -2, max: 40 })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), part, part, (year, month, day) => {
      expect(localDate(year, month, day)).toBe(platformDate(year, month, day))
    }),
    { numRuns: 5000 },
  )
})

test("every day of four centuries exists once", () => {
  let days = 0
  for (let year = 1700; year < 2100; year++)
    for (let month = 1; month <= 12; month++) days += daysInMonth(year, month)
  expect(days).toBe(146_097)
})

describe("no date", () => {
  test.each([
    [1981, 2, 29],
    [1900, 2, 29],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [0, 1, 1],
    [10_000, 1, 1],
    [2026, 1.5, 1],
    [Number.NaN, 1, 1],
  ])("%s-%s-%s", (year, month, day) => expect(localDate(year, month, day)).toBeNull())

  test.each(["2026-1-1", "2026-02-30", "20260101", "2026-01-01T00:00", " 2026-01-01", "", "x"])(
    "%j",
    (text) => expect(parseIso(text)).toBeNull(),
  )
})

test.each([
  ["2025-05-15", 6, "2025-11-15"],
  ["2025-08-31", 1, "2025-09-30"],
  ["2024-01-31", 1, "2024-02-29"],
  ["2026-01-31", -2, "2025-11-30"],
  ["2025-12-15", 1, "2026-01-15"],
  ["2026-01-15", -13, "2024-12-15"],
  ["2026-01-15", 0, "2026-01-15"],
])("%s moved by %i months is %s", (from, months, to) => {
  expect(addMonths(date(from), months)).toBe(to)
})

test("a month out of the calendar throws", () => {
  expect(() => addMonths(date("0001-01-01"), -1)).toThrow(RangeError)
})

describe("age in completed years", () => {
  test.each([
    ["1960-11-16", "2025-11-15", 64],
    ["1960-11-15", "2025-11-15", 65],
    ["1960-11-14", "2025-11-15", 65],
    ["2000-02-29", "2025-02-28", 24],
    ["2000-02-29", "2025-03-01", 25],
    ["2025-11-15", "2025-11-15", 0],
    ["2026-01-01", "2025-11-15", -1],
  ])("born %s is on %s %i", (birth, on, age) => expect(ageOn(date(birth), date(on))).toBe(age))

  test("agrees with counting birthdays", () => {
    const days = fc.integer({ min: 0, max: 40_000 })
    const isoOf = (n: number): LocalDate =>
      date(new Date(Date.UTC(1920, 0, 1 + n)).toISOString().slice(0, 10))
    fc.assert(
      fc.property(days, days, (a, b) => {
        const [birth, on] = [isoOf(Math.min(a, b)), isoOf(Math.max(a, b))]
        let birthdays = 0
        for (let year = dateParts(birth).year + 1; year <= dateParts(on).year; year++)
          if (`${year}${birth.slice(4)}` <= on) birthdays++
        expect(ageOn(birth, on)).toBe(birthdays)
      }),
    )
  })
})

test("dates are written in Indonesian", () => {
  expect(formatDateId(date("2026-03-21"))).toBe("21 Maret 2026")
  const locale = new Intl.DateTimeFormat("id", { dateStyle: "long", timeZone: "UTC" })
  for (let month = 1; month <= 12; month++) {
    const each = localDate(2026, month, 5) as LocalDate
    expect(formatDateId(each)).toBe(locale.format(new Date(each)))
  }
})
