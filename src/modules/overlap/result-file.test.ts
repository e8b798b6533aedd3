import { expect, test } from "vitest"
import { assert } from "../../kernel/assert.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import { readCsv } from "../../platform/spreadsheet/csv/read-csv.ts"
import { readRegisters } from "../registry/index.ts"
import { PARTNER_KINDS } from "./partner.ts"
import { printResult } from "./result-file.ts"

const day = (text: string): LocalDate => text as LocalDate
const ROUND = { from: day("2025-09-01"), to: day("2025-11-15") }

test.each(PARTNER_KINDS)("what was found is read as a register of kind %s", (kind) => {
  const [paid, other] = ["6471051708809001", "6471051708809002"]
  // A name that would be taken for another kind of register by its words.
  const partner = 'PT "Dukcapil" Provinsi, desil verifikasi'
  const text = printResult({
    ...{ kind, partner, basis: "PKS 1\n2026", session: "x" },
    ...{ asked: [other, paid], found: new Set([paid]) },
  })
  const workbook = readCsv(Buffer.from(text))
  assert(workbook.ok, "the file is a csv")
  const named = [{ name: "hasil.csv", workbook: workbook.value }]
  const { received, province, company, unknownFiles } = readRegisters(named, [], ROUND)
  expect([...received]).toEqual([kind])
  expect([...(kind === "province" ? province : company)]).toEqual([paid])
  expect(unknownFiles).toEqual([])
})
