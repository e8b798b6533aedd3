import { expect, test } from "vitest"
import { InternTable } from "./intern-table.ts"

/** Texts of every length around a word, alike but for one byte, and many more than first fit. */
const TEXTS = [
  ...Array.from({ length: 40 }, (_, length) => "a".repeat(length)),
  ...Array.from({ length: 40 }, (_, length) => `${"a".repeat(length)}\0`),
  ...Array.from({ length: 5000 }, (_, at) => `teks ${at}`),
  ...Array.from({ length: 5000 }, (_, at) => `teks yang lebih panjang ${at} daripada enam belas`),
  ...["\u00e9", "e\u0301", "Damai", "damai"],
]

test("equal bytes have one number, others another, and every text comes back", () => {
  const table = new InternTable()
  const numbers = TEXTS.map((text) => table.numberOfText(text))
  expect(new Set(numbers).size).toBe(new Set(TEXTS).size)
  expect(TEXTS.map((text) => table.numberOfText(text))).toEqual(numbers)
  expect(numbers.map((number) => table.textOf(number))).toEqual(TEXTS)
})

test("what lies behind a text does not belong to it", () => {
  const table = new InternTable()
  const bytes = new Uint8Array(64).fill(0x78)
  const view = new DataView(bytes.buffer)
  for (const length of [0, 1, 3, 4, 15, 16, 17, 20])
    expect(table.textOf(table.intern(view, 1, 1 + length))).toBe("x".repeat(length))
})

test("a table of another's parts has its numbers, and goes on from there", () => {
  const table = new InternTable()
  const texts = TEXTS.slice(0, 3000)
  const numbers = texts.map((text) => table.numberOfText(text))
  const copy = InternTable.of(table.toParts())
  expect(numbers.map((number) => copy.textOf(number))).toEqual(texts)
  expect(copy.numberOfText("baru")).toBe(new Set(texts).size)
  expect(texts.map((text) => copy.numberOfText(text))).toEqual(numbers)
  expect(copy.textOf(copy.numberOfText("baru"))).toBe("baru")
})
