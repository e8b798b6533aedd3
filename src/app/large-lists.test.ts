import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { rupiah } from "../kernel/rupiah.ts"
import type { IntakeTables } from "../modules/intake/index.ts"
import { loadLawBook } from "../modules/law/index.ts"
import { contractFiles } from "./contract-files.ts"
import type { CycleTerms } from "./cycle.ts"
import { termsOf } from "./cycle-terms.ts"
import { decideCycle } from "./decide-cycle.ts"
import { intakeTables } from "./intake-tables.ts"
import { csvWorkbook, withLargeLists } from "./large-lists.job.ts"
import { loadCycleFolder } from "./load-cycle.load.ts"

const checkout = join(import.meta.dirname, "../..")
const EXAMPLE = join(checkout, "example/balikpapan-2026")
const HASHES = { inputHash: "", resultHash: "" }
let terms: CycleTerms
let tables: IntakeTables

beforeAll(() => {
  const book = loadLawBook(join(checkout, "law"), "64.71-balikpapan")
  if (!book.ok) throw new Error("the pack cannot be read")
  const open = { year: 2026, months: null, asOf: null, seed: null, ceiling: rupiah(60_000_000) }
  const found = termsOf(book.value, open)
  if (!found.ok) throw new Error("the pack has no such year")
  terms = found.value
  tables = intakeTables(book.value, terms.cycle.registrationOn)
})

/** The example with lists of csv from a size on read by their columns, and how many those were. */
async function decided(listBytes: number) {
  const loaded = await loadCycleFolder(EXAMPLE, null, listBytes)
  if (!loaded.ok) throw new Error(loaded.refusal.kind)
  const { largeLists } = loaded.value
  const folder = await withLargeLists(loaded.value.takeFolder(), largeLists, tables)
  const result = decideCycle(folder, tables, terms)
  if (!result.ok) throw new Error(result.refusal.kind)
  return { files: contractFiles(result.value, terms, HASHES), large: largeLists }
}

describe("a list that is read by its columns", () => {
  test("leads to the same persons, decisions and list, byte for byte", async () => {
    const whole = await decided(Infinity)
    const byColumns = await decided(1)
    expect(whole.large).toEqual([])
    // The fourth is text of two-byte letters, which is read whole.
    expect(byColumns.large.length).toBe(3)
    for (const [name, text] of whole.files) expect(byColumns.files.get(name), name).toBe(text)
  })

  test("shows its rows as a spreadsheet would", () => {
    const path = join(EXAMPLE, "usulan/driver-partners 2025-10.csv")
    const whole = csvWorkbook(path)
    const head = csvWorkbook(path, 3)
    expect(whole.sheets[0]?.rows.length).toBeGreaterThan(10)
    expect(head.sheets[0]?.rows).toEqual(whole.sheets[0]?.rows.slice(0, 3))
  })
})
