import { expect, test } from "vitest"
import { isPlaceholderNik } from "../../../kernel/nik.ts"
import { cleanPhone, isGivenNik } from "./clean.ts"
import { readPhone } from "../values/phone.ts"

function viewOf(text: string): [DataView, number, number] {
  const bytes = new Uint8Array(64)
  bytes.set(Buffer.from(text))
  return [new DataView(bytes.buffer), 0, Buffer.byteLength(text)]
}

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
