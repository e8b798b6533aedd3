import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { parseRecipe, printRecipe } from "./recipe-json.ts"
import { fingerprintOf, fitsName, recipeOf, type Recipe } from "./recipe.ts"

fc.configureGlobal({ seed: 2026 })

const PEOPLE = Array.from({ length: 6 }, (_, serial) => personRow(serial))
const BY = { confirmedBy: "Rina", version: 1 }

function read(rows: Parameters<typeof sheetOf>[0], recipes: readonly Recipe[] = [], name = "Data") {
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  const file = readFile(workbookOf(sheetOf(rows, { name })), source, { ...TABLES, recipes })
  const people = file.rows.filter((row) => row.kind === "person")
  return {
    ...file,
    people,
    told: file.findings.map(({ code, before, after }) => [code, before, after]),
  }
}

const recipe = recipeOf(read([HEADER, ...PEOPLE]), BY)

test("a recipe holds every column of the header, with its sender", () => {
  expect(recipe).toMatchObject({ sender: "64.71.01.1001", ...BY })
  expect(recipe.sheets[0]?.columns.slice(0, 3)).toEqual([
    { field: "number", column: "A", label: "No" },
    { field: "name", column: "B", label: "Nama" },
    { field: "nik", column: "C", label: "NIK" },
  ])
})

test("what is printed is read back", () => {
  expect(parseRecipe(printRecipe(recipe))).toEqual({ ok: true, value: recipe })
})

test("sheets of one layout are one entry", () => {
  const sheets = ["RT 01", "RT 02"].map((name) => sheetOf([HEADER, ...PEOPLE], { name }))
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  const made = recipeOf(readFile(workbookOf(...sheets), source, TABLES), BY)
  expect(made.sheets.map((sheet) => sheet.name)).toEqual(["RT*"])
})

describe("a recipe of the same sender", () => {
  test("with the same header is used as it is, and nothing is asked", () => {
    const odd = HEADER.with(7, "Upah harian")
    expect(read([odd, ...PEOPLE]).told).toEqual([
      ["COLUMN_UNSURE", "Upah harian", "income | income_other_span"],
    ])
    const first = recipeOf(read([odd, ...PEOPLE]), BY)
    const columns = first.sheets[0]?.columns.map((column) =>
      column.column === "H" ? { ...column, field: "income" as const } : column,
    )
    const confirmed = {
      ...first,
      sheets: first.sheets.map((sheet) => ({ ...sheet, columns: columns ?? [] })),
    }
    const file = read([odd, ...PEOPLE], [confirmed])
    expect(file.told).toEqual([])
    expect(file.people[0]?.incomeLow).toBe(1_500_000n)
    expect(file.sheets[0]?.readings[0]).toMatchObject({ by: "recipe", confidence: 1 })
  })
  test("with another header warns what moved, went and came", () => {
    const order = [0, 2, 1, 3, 4, 5, 6, 7]
    const moved = [HEADER.with(7, "Gaji"), ...PEOPLE].map((row) =>
      order.map((column) => row[column] ?? ""),
    )
    const file = read(moved, [recipe])
    expect(file.told).toEqual([["LAYOUT_CHANGED", "Hasil/bln", "Gaji, Nama: B → C, NIK: C → B"]])
    expect(file.people[0]?.nik).toBe(PEOPLE[0]?.[2])
  })
  describe("with a column more", () => {
    const odd = HEADER.with(7, "Upah harian")
    const asked = recipeOf(read([odd, ...PEOPLE]), BY)
    const columns = asked.sheets[0]?.columns.map((column) =>
      column.column === "H" ? { ...column, field: "income" as const } : column,
    )
    const confirmed = { ...asked, sheets: [{ ...asked.sheets[0]!, columns: columns ?? [] }] }
    const wider = [[...odd, "Uang suami"], ...PEOPLE.map((row) => [...row, "500.000"])]
    test.each([
      ["at the end", wider],
      ["at the beginning", wider.map((row) => [row.at(-1) ?? "", ...row.slice(0, -1)])],
    ])("%s keeps what was confirmed", (_, rows) => {
      const file = read(rows, [confirmed])
      expect(file.people[0]?.incomeLow).toBe(1_500_000n)
      expect(file.told.map(([code]) => code)).toEqual(["LAYOUT_CHANGED"])
    })
  })
  test("that shares nothing with the header is said to differ", () => {
    const other = { ...recipe, sheets: [{ ...recipe.sheets[0]!, fingerprint: "0", columns: [] }] }
    const strange = {
      ...other,
      sheets: other.sheets.map((sheet) => ({
        ...sheet,
        columns: [{ field: "name" as const, column: "A", label: "Peserta" }],
      })),
    }
    expect(read([HEADER, ...PEOPLE], [strange]).told.map(([code]) => code)).toEqual([
      "LAYOUT_CHANGED",
    ])
  })
  test("that is newer counts", () => {
    const columns = recipe.sheets[0]?.columns.map((column) => ({ ...column, field: null })) ?? []
    const newer = {
      ...recipe,
      version: 2,
      sheets: recipe.sheets.map((sheet) => ({ ...sheet, columns })),
    }
    expect(read([HEADER, ...PEOPLE], [recipe, newer]).sheets[0]?.columns.size).toBe(0)
  })
  test("knows a header that recognition does not", () => {
    const strange = ["q1", "q2", "q3"]
    const rows = [strange, ["BUDI", "Damai", "nelayan"], ["SITI", "Damai", "petani"]]
    expect(read(rows).told).toEqual([
      ["SHEET_IGNORED", "", ""],
      ["FILE_HEADER_UNKNOWN", "", ""],
    ])
    const columns = (["name", "area", "occupation"] as const).map((field, index) => {
      return { field, column: "ABC"[index] ?? "", label: strange[index] ?? "" }
    })
    const fingerprint = fingerprintOf(new Map(strange.map((label, column) => [column, label])))
    const made = {
      sender: "*",
      confirmedBy: "",
      version: 1,
      sheets: [{ name: "*", fingerprint, depth: 1, columns }],
    }
    expect(read(rows, [made]).rows.map((row) => [row.kind, row.name])).toEqual([
      ["person", "BUDI"],
      ["person", "SITI"],
    ])
  })
})

test("a recipe of another sender changes nothing", () => {
  const other = {
    ...recipe,
    sender: "dishub",
    sheets: recipe.sheets.map((sheet) => ({ ...sheet, columns: [] })),
  }
  const file = read([HEADER, ...PEOPLE], [other])
  expect([file.told, file.people.length]).toEqual([[], 6])
})

describe("a fingerprint", () => {
  const of = (...labels: readonly string[]) =>
    fingerprintOf(new Map(labels.map((label, index) => [index, label])))
  test("is the same however marks, capitals and breaks are written", () => {
    expect(of("N.I.K", "Tgl.\nLahir")).toBe(of("NIK", "TGL LAHIR"))
  })
  test.each([[["NIK", "Nama"]], [["Nama", "NIK", "RT"]], [["Nama", "", "NIK"]]])(
    "%j differs",
    (labels) => {
      expect(of(...labels)).not.toBe(of("Nama", "NIK"))
    },
  )
})

test.each([
  ["Data", "data", true],
  ["RT*", "RT 05", true],
  ["*", "", true],
  ["RT*", "Data RT", false],
  ["*RT", "Data RT", true],
  ["a*b*c", "aXbYc", true],
  ["a*a", "a", false],
])("%s fits %s: %s", (pattern, name, fits) => expect(fitsName(pattern, name)).toBe(fits))

describe("a bad recipe is refused with its place, in two languages", () => {
  const good = JSON.parse(printRecipe(recipe)) as Record<string, unknown>
  const sheet = (change: object) => ({ ...good, sheets: [{ ...recipe.sheets[0], ...change }] })
  const column = { field: "nik", column: "C", label: "NIK" }
  test.each([
    ["{", "$"],
    ["[]", "$"],
    [JSON.stringify({ ...good, recipe: 2 }), "$.recipe"],
    [JSON.stringify({ ...good, sender: 7 }), "$.sender"],
    [JSON.stringify({ ...good, sheets: [] }), "$.sheets"],
    [JSON.stringify({ ...good, version: 1.5 }), "$.version"],
    [JSON.stringify(sheet({ fingerprint: "zz" })), "$.sheets[0].fingerprint"],
    [JSON.stringify(sheet({ depth: 9 })), "$.sheets[0].depth"],
    [JSON.stringify(sheet({ columns: {} })), "$.sheets[0].columns"],
    [JSON.stringify(sheet({ columns: [column, column] })), "$.sheets[0].columns"],
    [
      JSON.stringify(sheet({ columns: [{ ...column, field: "nikk" }] })),
      "$.sheets[0].columns[0].field",
    ],
    [
      JSON.stringify(sheet({ columns: [{ ...column, column: "3" }] })),
      "$.sheets[0].columns[0].column",
    ],
  ])("%s", (text, where) => {
    const parsed = parseRecipe(text)
    expect(parsed).toMatchObject({ ok: false, refusal: { where } })
    if (!parsed.ok)
      for (const said of [parsed.refusal.id, parsed.refusal.en]) expect(said).toContain(where)
  })
  test("nothing throws", () => {
    fc.assert(fc.property(fc.json(), (text) => !parseRecipe(text).ok))
  })
})
