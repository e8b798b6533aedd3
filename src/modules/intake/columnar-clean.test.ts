import { expect, test } from "vitest"
import { assert } from "../../kernel/assert.ts"
import { localDate } from "../../kernel/local-date.ts"
import { isPlaceholderNik } from "../../kernel/nik.ts"
import { cleanDate, cleanDateOf, cleanPhone, isGivenNik } from "./columnar-clean.ts"
import { readBirthDate } from "./value-date.ts"
import { readPhone } from "./value-phone.ts"

function viewOf(text: string): [DataView, number, number] {
  const bytes = new Uint8Array(64)
  bytes.set(Buffer.from(text))
  return [new DataView(bytes.buffer), 0, Buffer.byteLength(text)]
}

const ON = localDate(2025, 11, 15)
assert(ON !== null, "the day of the tests is a date")
const CONTEXT = { kind: "text", date1904: false, on: ON, nik: null } as const

const DAYS = [0, 1, 9, 12, 13, 28, 29, 30, 31, 32]
const DATES = Array.from({ length: 68 }, (_, at) => 1899 + at * 3).flatMap((year) =>
  Array.from({ length: 14 }, (_, month) => month).flatMap((month) =>
    DAYS.flatMap((day) => {
      const [d, m] = [day, month].map((part) => String(part).padStart(2, "0"))
      return [
        [d, m, year].join("-"),
        [d, m, year].join("/"),
        `${d}.${m}.${year}`,
        `${year}-${m}-${d}`,
      ]
    }),
  ),
)

test("what is told of a clean date by its bytes is what its reader says", () => {
  const clean = DATES.filter((text) => cleanDate(...viewOf(text)) >= 0)
  expect(clean.length).toBeGreaterThan(20_000)
  for (const text of clean) {
    const { day, month, year, shape, ...told } = cleanDateOf(cleanDate(...viewOf(text)))
    expect(told.text).toBe(text)
    const date = localDate(year, month, day)
    // Days to come are left to the reader.
    if (date === null || date <= ON)
      expect({ date, shape, codes: [] }, text).toEqual(readBirthDate(text, CONTEXT))
  }
})

test.each([
  "31-02-1980",
  "1-2-1980",
  "17-08-80",
  "17-08/1980",
  "17 08 1980",
  "1980-13-01",
  "aa-08-1980",
])("%s is left to the reader of dates", (text) => {
  expect(cleanDate(...viewOf(text))).toBe(-1)
})

test.each(["0899000012", "089900001234", "0899000012345"])("%s is a clean phone", (text) => {
  expect(String(cleanPhone(...viewOf(text))).slice(1)).toBe(text)
  expect(readPhone(text, "text")).toEqual({ phone: text, codes: [] })
})

test.each([
  "089900001",
  "0899000012345678",
  "8990000123",
  "0899-000012",
  "+6289900001",
  "0899000012a",
])("%s is left to the reader of phones", (text) => {
  expect(cleanPhone(...viewOf(text))).toBe(0)
})

test.each([
  "1111111111111111",
  "1234567890123456",
  "6471010101800000",
  "6471010101809001",
  "1111111122222222",
])("%s is given to somebody or not, as the kernel says", (nik) => {
  const halves = [Number(nik.slice(0, 8)), Number(nik.slice(8))] as const
  expect(isGivenNik(...halves)).toBe(!isPlaceholderNik(nik))
})
