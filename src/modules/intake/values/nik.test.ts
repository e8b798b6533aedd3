import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "../findings/finding.ts"
import { readKk, readNik } from "./nik.ts"

fc.configureGlobal({ seed: 2026 })

const NIK = "6471011708809001"

describe("a text cell", () => {
  const cases: readonly (readonly [string, string | null, FindingCode | null])[] = [
    [NIK, NIK, null],
    ["6471 0117 0880 9001", NIK, "NIK_SPACES"],
    [" 6471011708809001", NIK, "NIK_SPACES"],
    ["6471011708809001\u00a0", NIK, "NIK_SPACES"],
    ["6471.0117.0880.9001", NIK, "NIK_SPACES"],
    ["647101-170880-9001", NIK, "NIK_SPACES"],
    ["647101–170880–9001", NIK, "NIK_SPACES"],
    ["6471011708\u200b809001", NIK, "NIK_SPACES"],
    ["64710117\n08809001", NIK, "NIK_SPACES"],
    ["'6471011708809001", NIK, "NIK_APOSTROPHE"],
    ["`6471011708809001", NIK, "NIK_APOSTROPHE"],
    ["‘6471011708809001", NIK, "NIK_APOSTROPHE"],
    ['"6471011708809001"', NIK, "NIK_APOSTROPHE"],
    ["'6471 0117 0880 9001", NIK, "NIK_APOSTROPHE"],
    ["647101170880900", null, "NIK_LENGTH"],
    ["64710117088090011", null, "NIK_LENGTH"],
    ["64710117", null, "NIK_LENGTH"],
    ["6471011708809001 / 6471011708809002", null, "NIK_LENGTH"],
    ["6471O117088O9001", null, "NIK_LETTERS"],
    ["647I011708809OO1", null, "NIK_LETTERS"],
    ["647101170880S001", null, "NIK_LETTERS"],
    ["647101170880B001", null, "NIK_LETTERS"],
    ["6471011708809001 (KTP)", null, "NIK_LETTERS"],
    ["(6471011708809001)", NIK, "NIK_SPACES"],
    ["[6471011708809001]", NIK, "NIK_SPACES"],
    ["*6471011708809001*", NIK, "NIK_SPACES"],
    ["#6471011708809001", NIK, "NIK_SPACES"],
    ["6471011708809001;", NIK, "NIK_SPACES"],
    ["6471011708809001,", NIK, "NIK_SPACES"],
    ["1) 6471011708809001", null, "NIK_LENGTH"],
    ["6471011708809001.0", null, "NIK_NUMERIC"],
    ["6471011708809001,00", null, "NIK_NUMERIC"],
    ["sama dgn KK", null, "NIK_EMPTY"],
    ["6,47101E+15", null, "NIK_SCI_TEXT"],
    ["6.47101e15", null, "NIK_SCI_TEXT"],
    ["", null, "NIK_EMPTY"],
    ["   ", null, "NIK_EMPTY"],
    ["-", null, "NIK_EMPTY"],
    ["--", null, "NIK_EMPTY"],
    ["0", null, "NIK_EMPTY"],
    ["menyusul", null, "NIK_EMPTY"],
    ["Menyusul.", null, "NIK_EMPTY"],
    ["belum ada", null, "NIK_EMPTY"],
    ["KTP hilang", null, "NIK_EMPTY"],
    ["N/A", null, "NIK_EMPTY"],
    ["xxxx", null, "NIK_EMPTY"],
    ["1111111111111111", null, "NIK_PLACEHOLDER"],
    ["0000000000000000", null, "NIK_EMPTY"],
    ["1234567890123456", null, "NIK_PLACEHOLDER"],
    ["6471011708800000", null, "NIK_PLACEHOLDER"],
    ["٦٤٧١٠١١٧٠٨٨٠٩٠٠١", null, "NIK_LETTERS"],
    ["６４７１０１１７０８８０９００１", null, "NIK_LETTERS"],
    ['="6471011708809001"', NIK, "NIK_APOSTROPHE"],
    ["6.471.011.708.809.001", NIK, "NIK_SPACES"],
    ["6.471.011.708.809.010", null, "NIK_NUMERIC"],
  ]
  test.each(cases)("%j", (text, nik, code) => {
    expect(readNik(text, "text")).toMatchObject({ nik, code })
  })
})

describe("the pattern keeps certain digits only", () => {
  test.each([
    ["6471O11708809001", "text", "6471?11708809001"],
    ["6,47101E+15", "text", "647101??????????"],
    ["6471011708809000", "number", "647101170880900?"],
    ["6.4710117088090002E15", "number", "647101170880900?"],
    ["6471011708809000.0", "number", "647101170880900?"],
    ["647101170880900", "text", "647101170880900"],
  ] as const)("%s in a %s cell: %s", (text, kind, pattern) => {
    expect(readNik(text, kind)).toMatchObject({ nik: null, pattern })
  })
})

test("a failed formula is no empty NIK", () => {
  expect(readNik("#N/A!", "error")).toMatchObject({ nik: null, code: null })
})

const kinds = fc.constantFrom<CellKind>("text", "number", "date", "boolean", "error")
const nikLike = fc.string({
  unit: fc.constantFrom(..."0123456789", " ", ".", "-", "'", "O", "l", "E", "+", ",", "\u00a0"),
  maxLength: 22,
})

test("never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), kinds, (text, kind) => {
      readNik(text, kind)
    }),
  )
})

test("never invents, drops or reorders a digit", () => {
  fc.assert(
    fc.property(fc.oneof(nikLike, fc.string()), kinds, (text, kind) => {
      const { nik } = readNik(text, kind)
      if (nik !== null) expect(nik).toBe(text.replace(/\D/g, ""))
    }),
    { numRuns: 3000 },
  )
})

test("a number or date cell never yields a NIK", () => {
  const stored = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 17n }).map(String),
    fc.double({ noNaN: true }).map(String),
    nikLike,
  )
  fc.assert(
    fc.property(stored, fc.constantFrom<CellKind>("number", "date"), (text, kind) => {
      expect(readNik(text, kind).nik).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test("sixteen digits with any spacing are read as they are", () => {
  const digits = fc.integer({ min: 9000, max: 9998 }).map((serial) => `647101170880${serial}`)
  const gaps = fc.array(fc.constantFrom("", " ", ".", "-", "\u00a0"), {
    minLength: 16,
    maxLength: 16,
  })
  fc.assert(
    fc.property(digits, gaps, (nik, marks) => {
      const spaced = [...nik].map((digit, index) => `${digit}${marks[index]}`).join("")
      expect(readNik(spaced, "text").nik).toBe(nik)
    }),
  )
})

test.each(["number", "date", "boolean", "error"] as const)("no %s cell gives a NIK", (kind) => {
  expect(readNik("6471010108809001", kind).nik).toBeNull()
  expect(readKk("6471010108179001", kind)).toBeNull()
})

test("the same digits as text are a NIK and a card", () => {
  expect(readNik("6471010108809001", "text").nik).toBe("6471010108809001")
  expect(readKk("6471010108179001", "text")).toBe("6471010108179001")
})
