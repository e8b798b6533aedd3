import { expect, test } from "vitest"
import { asUsersHold } from "./examine-check.ts"
import { breaches, type Examined } from "./examine.ts"
import { fuzz } from "./fuzz.ts"
import { drillHostile } from "./hostile-files.ts"
import { readerOf, type Read } from "./invariants.ts"
import type { IntakeRow } from "../../src/modules/intake/index.ts"

/** One case of a hundred: the whole drills are `npm run drill`. */
const CASES = 40
const EVERY = 100

const FINE: Examined = {
  name: "x",
  fileBytes: 1,
  outcome: "read",
  words: "",
  wallSeconds: 60,
  childSeconds: 5,
  childPeakBytes: 512 * 1024 ** 2,
  grownBytes: 50 * 1024 ** 2,
  parentPeakBytes: 50 * 1024 ** 2,
}

test("damaged lists break none of the rules", async () => {
  const result = await fuzz({ seed: 11, goOn: (done) => done < CASES })
  expect(result.found).toEqual([])
  expect(result.cases).toBe(CASES)
})

test.each<[string, (row: IntakeRow) => Partial<IntakeRow>]>([
  ["no NIK that is not in the cell", () => ({ nik: "6471051205809876" as IntakeRow["nik"] })],
  ["ids are unique", () => ({ rowId: "same" })],
  ["values are possible", () => ({ incomeLow: 2n, incomeHigh: 1n }) as Partial<IntakeRow>],
  ["values are possible", () => ({ areaCode: "99.99.99.9999" })],
])("a planted fault of the intake is found: %s", async (rule, change) => {
  const readWith = (tables: Parameters<typeof readerOf>[0]): Read => {
    const read = readerOf(tables)
    return (workbook) => {
      const batch = read(workbook)
      return { ...batch, rows: batch.rows.map((row) => ({ ...row, ...change(row) })) }
    }
  }
  const { found } = await fuzz({ seed: 11, goOn: (done) => done < 2, readWith })
  expect(found.map((one) => one.rule)).toContain(rule)
})

test("a planted loss and a planted throw are found, and made small", async () => {
  const planted = (change: (rows: readonly IntakeRow[]) => readonly IntakeRow[]) =>
    fuzz({
      seed: 11,
      goOn: (done) => done < 4,
      readWith: (tables) => {
        const read = readerOf(tables)
        return (workbook) => {
          const batch = read(workbook)
          return { ...batch, rows: change(batch.rows) }
        }
      },
    })
  const lost = await planted((rows) => rows.slice(0, -1))
  expect(lost.found.map(({ rule }) => rule)).toContain("the balance holds")
  const thrown = await planted((rows) => {
    if (rows.some(({ nik }) => nik !== null)) throw new Error("planted")
    return rows
  })
  const [one] = thrown.found
  expect(one?.rule).toBe("never throws")
  const rows = one?.workbook?.sheets.flatMap((sheet) => sheet.rows) ?? []
  // A header and one person are all that the fault needs; how many more stay is the header's affair.
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.length).toBeLessThanOrEqual(8)
})

test("hostile files are refused or read within bounds", async () => {
  const all = await drillHostile(1, EVERY)
  expect(all.length).toBeGreaterThan(3)
  // The parent is vitest here, whose own memory grows; the drill measures it alone.
  const found = all.flatMap((one) => breaches({ ...one, grownBytes: 0, parentPeakBytes: 0 }))
  expect(found).toEqual([])
})

test.each<[string, Partial<Examined>]>([
  ["thrown", { outcome: "thrown", words: "Error" }],
  ["without words", { outcome: "refused", words: " " }],
  ["slow", { childSeconds: 5.1, wallSeconds: 5.1 }],
  ["large", { childPeakBytes: 513 * 1024 ** 2 }],
  ["kept", { grownBytes: 51 * 1024 ** 2 }],
  ["held", { parentPeakBytes: 51 * 1024 ** 2 }],
])("a breach is told: %s", (_, change) => {
  expect(breaches(FINE)).toEqual([])
  expect(breaches({ ...FINE, ...change })).toHaveLength(1)
})

test.each([
  ["list.csv", 1_000_000, 0],
  ["list.csv", 999_999, 7],
  ["list.xlsx", 1_000_000, 7],
])("what is held of a raw reading of %s, %i bytes, is %i", (name, fileBytes, held) => {
  const read: Examined = { ...FINE, name, fileBytes, grownBytes: 7, parentPeakBytes: 7 }
  expect(asUsersHold(read)).toEqual({ ...read, grownBytes: held, parentPeakBytes: held })
})
