import { describe, expect, test } from "vitest"
import type { FindingCode } from "../intake/index.ts"
import { questionText, writtenNow, type AskedField } from "./question-written.ts"
import type { RowFacts } from "./row-facts.ts"
import { day, factsWith, incomeOf, nikNumber, rowWith } from "./testing.ts"

const finding = (code: FindingCode, field: string, before: string) => ({
  ...{ code, field, before },
  after: "",
})
const question = (field: AskedField, facts: Partial<RowFacts>, sharer: RowFacts | null = null) => ({
  ...{ field, sharer },
  facts: factsWith(facts),
})

describe("a sender sees what his own cell says", () => {
  const range = finding("INCOME_RANGE", "income", "2 jt lebih")
  const ends = { incomeLow: incomeOf(3_000_000).low, incomeHigh: incomeOf(4_000_000).low }
  const area = finding("KELURAHAN_UNKNOWN", "area", "Damay")
  test.each<[string, AskedField, Parameters<typeof rowWith>[0], string]>([
    ["a range as it is written", "income", { ...ends, findings: [range] }, "2 jt lebih"],
    ["ends of which no cell is told", "income", ends, "3.000.000 - 4.000.000"],
    ["one amount", "income", { ...ends, incomeHigh: ends.incomeLow }, "3.000.000"],
    ["no income", "income", { incomeLow: null, incomeHigh: null }, ""],
    ["a birth date in his words", "birth_date", { birthWritten: "17 Agst 80" }, "17 Agst 80"],
    [
      "a birth date of the NIK",
      "birth_date",
      { birthWritten: "", birthDate: day("1980-08-17") },
      "1980-08-17",
    ],
    ["an area that nobody knows", "area", { address: "Jl. Contoh", findings: [area] }, "Damay"],
    ["no area", "area", { address: "Jl. Contoh" }, "Jl. Contoh"],
  ])("%s", (_, field, row, expected) => {
    expect(writtenNow(question(field, { row: rowWith(row) }))).toBe(expected)
  })
})

describe("why a NIK is asked", () => {
  const nik = nikNumber(1)
  const other = factsWith({ row: rowWith({ file: "b.xlsx", sheet: "RT 01", row: 9 }) })
  test.each<[string, Partial<RowFacts>, RowFacts | null, string]>([
    ["another row shows it", { nik }, other, '"b.xlsx" lembar "RT 01" baris 9'],
    ["it is another's", { nik, nikStanding: "name_differs" }, null, "nama lain"],
    ["nobody has it", { nik, nikStanding: "not_found" }, null, "tidak ditemukan"],
    ["it is not written", { nik: null }, null, "Berapa NIK"],
  ])("%s", (_, facts, sharer, words) => {
    const text = questionText(question("nik", facts, sharer))
    expect(text).toContain(words)
    expect(text).toContain("Berapa NIK yang benar?")
  })
})
