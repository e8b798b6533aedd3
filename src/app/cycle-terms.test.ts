import { fileURLToPath } from "node:url"
import { assert, expect, test } from "vitest"
import { parseIso } from "../kernel/local-date.ts"
import { loadLawBook } from "../modules/law/index.ts"
import { termsOf } from "./cycle-terms.ts"
import { DEFAULT_PACK } from "./run-options.ts"

const book = loadLawBook(fileURLToPath(new URL("../../law", import.meta.url)), DEFAULT_PACK)
assert(book.ok)
const open = { year: 2026, ceiling: null, months: null, seed: null }

test.each([
  ["2025-11-15", true],
  ["2026-12-31", true],
  ["2027-01-01", false],
  ["2099-01-01", false],
])("a day of knowledge %s for 2026: %s", (day, taken) => {
  const terms = termsOf(book.value, { ...open, asOf: parseIso(day) })
  expect(terms.ok).toBe(taken)
  if (!terms.ok) expect(terms.refusal).toMatchObject({ kind: "usage", flag: "--as-of" })
})
