import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { FindingCode } from "../findings/finding.ts"
import { readPhone } from "./phone.ts"

fc.configureGlobal({ seed: 2026 })

describe("a phone cell", () => {
  const cases: readonly (readonly [string, "text" | "number", string, readonly FindingCode[]])[] = [
    ["089900001234", "text", "089900001234", []],
    ["", "text", "", []],
    ["-", "text", "", []],
    ["+6289900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["6289900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["+62 899-0000-1234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["+62089900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["0899 0000 1234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["0899-0000-1234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["0899.0000.1234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["(0899) 00001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["89900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["'089900001234", "text", "089900001234", []],
    ["89900001234", "number", "089900001234", ["PHONE_NUMERIC"]],
    ["89900001234.0", "number", "089900001234", ["PHONE_NUMERIC"]],
    ["6289900001234", "number", "089900001234", ["PHONE_NUMERIC"]],
    ["8.9900001234E10", "number", "089900001234", ["PHONE_NUMERIC"]],
    ["12345", "number", "", ["PHONE_NUMERIC", "PHONE_INVALID"]],
    ["089900001234 / 089900005678", "text", "089900001234", ["PHONE_TWO"]],
    ["089900001234, 089900005678", "text", "089900001234", ["PHONE_TWO"]],
    ["089900001234 atau 089900005678", "text", "089900001234", ["PHONE_TWO"]],
    ["+62899-0000-1234; 0899", "text", "089900001234", ["PHONE_FORMAT"]],
    ["0899-OOO", "text", "", ["PHONE_INVALID"]],
    ["05-03-1975 (50 thn)", "text", "", ["PHONE_INVALID"]],
    ["Kupang, 05-03-1975 00.00", "text", "", ["PHONE_INVALID"]],
    ["089900", "text", "", ["PHONE_INVALID"]],
    ["belum punya", "text", "", ["PHONE_INVALID"]],
    ["000000000000", "text", "", ["PHONE_INVALID"]],
    ["089900001234567", "text", "", ["PHONE_INVALID"]],
    ["0899000012a4", "text", "", ["PHONE_INVALID"]],
    ["WA: 089900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["089900001234 (anak)", "text", "089900001234", ["PHONE_FORMAT"]],
    ["https://wa.me/6289900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["00 62 89900001234", "text", "089900001234", ["PHONE_FORMAT"]],
    ["089900001234 089900005678", "text", "089900001234", ["PHONE_TWO"]],
    ["089900001234 (WA) / 089900005678", "text", "089900001234", ["PHONE_TWO", "PHONE_FORMAT"]],
    ["(0542) 739 901", "text", "0542739901", ["PHONE_FORMAT"]],
    ["021-5550 1234", "text", "02155501234", ["PHONE_FORMAT"]],
    ["+65 9123 4567", "text", "", ["PHONE_INVALID"]],
    ["O89900001234", "text", "", ["PHONE_INVALID"]],
    ["1234567890", "text", "", ["PHONE_INVALID"]],
  ]
  test.each(cases)("%j as %s", (text, kind, phone, codes) => {
    expect(readPhone(text, kind)).toEqual({ phone, codes })
  })
})

test("never throws; a number has 10 to 13 digits and begins with 0, and reads as itself", () => {
  const phoneLike = fc.string({ unit: fc.constantFrom(..."0123456789+-. /e"), maxLength: 24 })
  fc.assert(
    fc.property(fc.oneof(phoneLike, fc.string()), fc.boolean(), (text, isNumber) => {
      const { phone } = readPhone(text, isNumber ? "number" : "text")
      expect(phone).toMatch(/^(0\d{9,12})?$/)
      expect(readPhone(phone, "text")).toEqual({ phone, codes: [] })
    }),
    { numRuns: 2000 },
  )
})
