import { beforeAll, describe, expect, test } from "vitest"
import type { FileKey, MessyKey, RowKey, ValueKey } from "./key.ts"
import { makeMessy, type MessyLists } from "./make.ts"
import { missedGates, scoreMessy } from "./score.ts"
import type { MessyScore } from "./score-report.ts"

const SEED = 3
const LAYOUTS = 12

let made: MessyLists
let honest: MessyScore

beforeAll(async () => {
  made = await makeMessy(SEED, LAYOUTS)
  honest = await scored(made.key)
})

async function scored(key: MessyKey): Promise<MessyScore> {
  return await scoreMessy(key, (file) => made.files.get(file)!)
}

/** The key with every person changed. */
function withPeople(change: (person: RowKey) => RowKey): MessyKey {
  const files = made.key.files.map((file) => ({
    ...file,
    sheets: file.sheets.map((sheet) => ({ ...sheet, people: sheet.people.map(change) })),
  }))
  return { ...made.key, files }
}

function withTables(file: FileKey, columns: (own: Readonly<Record<string, number>>) => object) {
  const sheets = file.sheets.map((sheet) => ({
    ...sheet,
    tables: sheet.tables.map((table) => ({ ...table, columns: columns(table.columns) })),
  }))
  return { ...file, sheets } as FileKey
}

test("the same seed gives the same lists and the same key", async () => {
  const again = await makeMessy(SEED, LAYOUTS)
  expect(again.key).toEqual(made.key)
  for (const [name, bytes] of made.files)
    if (!name.endsWith(".xlsx"))
      expect(Buffer.from(again.files.get(name)!)).toEqual(Buffer.from(bytes))
})

test("people are invented: serials from 9000, phones of nobody", () => {
  const people = made.key.files.flatMap((file) => file.sheets.flatMap(({ people }) => people))
  expect(people.length).toBeGreaterThan(100)
  for (const { values } of people) {
    expect(values.nik?.truth).toMatch(/^\d{12}9\d{3}$/)
    if (values.phone !== undefined) expect(values.phone.truth).toMatch(/^08990000\d{4}$/)
  }
})

test("the product reads most of it, so that what follows means something", () => {
  expect(honest.rowsKept).toBeGreaterThan(0.8)
  expect(honest.fields.get("nik")?.right).toBeGreaterThan(100)
})

describe("a planted wrong key is reported", () => {
  const other = (known: ValueKey | undefined, truth: string): ValueKey => ({
    by: known?.by ?? "planted",
    expect: "certain",
    truth,
  })

  test.each([
    ["nik", "6471051205809999"],
    ["birth_date", "1901-01-01"],
    ["name", "ORANG LAIN"],
    ["phone", "089900000000"],
    ["income_low", "1"],
    ["area", "64.71.99.1001"],
  ] as const)("%s", async (field, truth) => {
    const planted = withPeople((person) => ({
      ...person,
      values: { ...person.values, [field]: other(person.values[field], truth) },
    }))
    const score = await scored(planted)
    expect(score.fields.get(field)?.right).toBe(0)
    expect(score.wrongRepairs).toBeGreaterThan(honest.wrongRepairs)
    expect(missedGates(score)).toContain("wrong repairs")
    expect(score.reasons.some(({ what }) => what.includes(truth))).toBe(true)
  })

  test("a column", async () => {
    const files = made.key.files.map((file) =>
      withTables(file, (columns) => ({ ...columns, nik: (columns["nik"] ?? 0) + 40 })),
    )
    const score = await scored({ ...made.key, files })
    expect(score.columnsRight).toBeLessThan(honest.columnsRight)
    expect(missedGates(score)).toContain("columns right")
  })

  test("people where there are none", async () => {
    const planted = withPeople((person) => ({ ...person, row: person.row + 5000 }))
    const score = await scored(planted)
    expect(score.rowsKept).toBe(0)
    expect(score.phantoms).toBeGreaterThan(100)
    expect(score.headerRight).toBe(0)
  })
})
