import { describe, expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { recipeOf } from "../layout/recipe.ts"
import { tickWords } from "./ticks.ts"

type Row = readonly CellText[]
type Marks = readonly [string, string, string]

const WORK = 6
const WORKS = ["NELAYAN", "PETANI", "PEMULUNG"] as const
const WIDE = { top: 1, bottom: 1, left: WORK, right: WORK + 2 }
const ONE_EACH: readonly Marks[] = [
  ["√", "", ""],
  ["", "√", ""],
  ["", "", "√"],
]

function sheetWith(marks: readonly Marks[], works: readonly string[] = WORKS) {
  const [before, behind] = [HEADER.slice(0, WORK), HEADER.slice(WORK + 1)]
  const head: Row[] = [
    [...before, "PEKERJAAN", "", "", ...behind],
    [...before.map(() => ""), ...works, ""],
  ]
  const people = marks.map((own, serial): Row => {
    const row = personRow(serial)
    return [...row.slice(0, WORK), ...own, ...row.slice(WORK + 1)]
  })
  return sheetOf([...head, ...people], { merges: [WIDE] })
}

function read(marks: readonly Marks[], works: readonly string[] = WORKS) {
  const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
  const file = readFile(workbookOf(sheetWith(marks, works)), source, TABLES)
  const rows = file.rows.filter(({ kind }) => kind === "person")
  return { file, rows, sectors: rows.map(({ sector }) => sector) }
}

describe("a mark below one of several occupations", () => {
  test.each(["√", "✓", "v", "V", "x", "X", "1", "ya"])("%s", (mark) => {
    const marks = ONE_EACH.map((own) => own.map((text) => text && mark) as unknown as Marks)
    const { rows, sectors, file } = read(marks)
    expect(sectors).toEqual(["nelayan", "petani", "pemulung"])
    expect(rows.map(({ occupation }) => occupation)).toEqual(WORKS)
    expect(rows.map(({ outcome }) => outcome)).toEqual(["accepted", "accepted", "accepted"])
    expect(file.findings).toEqual([])
  })
  test("others are marked with a dash, or one is written out", () => {
    const { sectors } = read([...ONE_EACH, ...ONE_EACH, ["-", "√", "0"], ["", "", "penjahit"]])
    expect(sectors.slice(6)).toEqual(["petani", "penjahit"])
  })
  test("as a human confirmed it", () => {
    const { file } = read(ONE_EACH)
    const recipe = recipeOf(file, { confirmedBy: "a@b", version: 1 })
    const source = { name: "x.xlsx", sender: "Kelurahan Damai" }
    const tables = { ...TABLES, recipes: [recipe] }
    const { rows } = readFile(workbookOf(sheetWith(ONE_EACH)), source, tables)
    expect(rows.map(({ sector }) => sector)).toEqual(["nelayan", "petani", "pemulung"])
  })
})

describe("is asked", () => {
  test.each<[string, Marks]>([
    ["where nothing is marked", ["", "", ""]],
    ["where two are marked", ["√", "√", ""]],
    ["where one is marked and another written out", ["√", "", "penjahit"]],
    ["where the mark is none", ["", "?", ""]],
  ])("%s", (_, own) => {
    const { rows } = read([...ONE_EACH, ...ONE_EACH, own])
    expect(rows[6]).toMatchObject({ sector: null, outcome: "set_aside" })
    expect(rows[6]?.findings.map(({ code }) => code)).toEqual(["JOB_UNKNOWN"])
  })
  test("where ticks and crosses stand beside each other in the list", () => {
    const { sectors } = read([
      ["√", "x", "x"],
      ["x", "√", "x"],
      ["x", "x", "√"],
    ])
    expect(sectors).toEqual([null, null, null])
  })
})

test("words below one label are no marks", () => {
  const words: Marks = ["nelayan", "petani", ""]
  const { file } = read([words, words], ["UTAMA", "LAIN", "LAMA"])
  expect(file.sheets[0]?.columns.has("occupation_ticks")).toBe(false)
})

test.each<[string[], string[]]>([
  [
    ["Pekerjaan Nelayan", "Pekerjaan Petani", "Penghasilan"],
    ["Nelayan", "Petani"],
  ],
  [
    ["Pekerjaan Buruh Tani", "Pekerjaan Buruh Harian"],
    ["Buruh Tani", "Buruh Harian"],
  ],
  [
    ["Jenis Pekerjaan Ojek", "Jenis Pekerjaan Sopir"],
    ["Ojek", "Sopir"],
  ],
  [["Pekerjaan", "Pekerjaan Nelayan"], []],
  [["Pekerjaan Nelayan", "Penghasilan"], []],
  [["Pekerjaan Nelayan", "Pekerjaan Suami"], []],
])("%j", (labels, words) => {
  expect(tickWords(new Map(labels.map((label, column) => [column, label])), 0)).toEqual(words)
})
