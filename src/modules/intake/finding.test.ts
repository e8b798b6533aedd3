import { expect, test } from "vitest"
import { readBatch } from "./batch.ts"
import { FINDINGS, findingCodes, settledBy, type FindingCode } from "./finding.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "./intake.testing.ts"

test.each([
  ["NIK_SPACES", "6471011708809001", "automatic"],
  ["DOB_NIK_MISMATCH", "", "human"],
  ["DOB_MISSING", "1980-08-17", "proposed"],
  ["INCOME_RANGE", "1000000-2000000", "proposed"],
  ["NIK_LETTERS", "", "human"],
  ["NIK_LETTERS", "6471?11708809001", "human"],
  ["SEX_MISSING", "P", "automatic"],
  ["SEX_MISSING", "", "human"],
  ["FILE_DUPLICATE", "", "human"],
] as const)("%s with the reading %j is settled by %s", (code, after, by) => {
  expect(settledBy({ code, after })).toBe(by)
})

test("without a reading nothing is settled by a rule, and a question never is", () => {
  for (const code of findingCodes()) {
    expect(settledBy({ code, after: "" })).toBe("human")
    if (FINDINGS[code].handling === "ask") expect(settledBy({ code, after: "x" })).toBe("human")
  }
})

test("every automatic repair of a row says what was there and what was read", () => {
  const rows = [
    ["'6471 0117 0880 9001", "budi  santoso, S.Pd", "17-08-80"],
    ["6471 0117 0880 9002", "H. Budi Santoso", "08/17/1980"],
    ["6471011708809003", "Bud\u200bi", "17 Agustus 1980"],
  ].map(([nik = "", name = "", born = ""], at) => personRow(at + 1, { 1: name, 2: nik, 3: born }))
  const workbook = workbookOf(sheetOf([HEADER, ...rows]))
  const received = { name: "a.xlsx", sha256: "a", workbook: { ok: true, value: workbook } } as const
  const findings = readBatch([received], [], TABLES).rows.flatMap((row) => row.findings)
  const automatic = findings.filter(({ code }) => FINDINGS[code].handling === "auto")
  const codes = new Set<FindingCode>(automatic.map(({ code }) => code))
  expect([...codes]).toEqual(expect.arrayContaining(["NIK_APOSTROPHE", "NAME_TITLE", "DOB_2DIGIT"]))
  for (const finding of automatic) expect([finding.code, settledBy(finding)]).toContain("automatic")
})
