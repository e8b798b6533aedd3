import { expect, test } from "vitest"
import { readBatch } from "../batch.ts"
import { FINDINGS, findingCodes, settledBy, type FindingCode } from "./finding.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf } from "../intake.testing.ts"

test.each([
  ["NIK_SPACES", "6471011708809001", "automatic"],
  ["DOB_NIK_MISMATCH", "1980-08-17", "proposed"],
  ["PHONE_INVALID", "", "proposed"],
  ["JOB_NOT_INFORMAL", "", "proposed"],
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

test("without a reading nothing is repaired by a rule, and a question is never settled by one", () => {
  for (const code of findingCodes()) {
    expect(settledBy({ code, after: "" })).not.toBe("automatic")
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

const said = (header: readonly string[], rows: readonly (readonly string[])[]) => {
  const workbook = workbookOf(sheetOf([header, ...rows]))
  const received = { name: "a.xlsx", sha256: "a", workbook: { ok: true, value: workbook } } as const
  const { rows: read } = readBatch([received], [], TABLES)
  return read.flatMap(({ findings }) =>
    findings.map(({ code, field, before, after }) => [code, field, before, after].join(" · ")),
  )
}

test.each([
  [
    "a date of another style",
    ["NO", "NAMA", "NIK", "TGL LAHIR", "PEKERJAAN"],
    ["17-08-1980", "18-08-1980", "19 Agustus 1980"],
    "DOB_FORMAT · birth_date · 19 Agustus 1980 · 1980-08-19",
  ],
  [
    "a date behind its place",
    ["NO", "NAMA", "NIK", "TTL", "PEKERJAAN"],
    ["Berau, 17-08-1980", "Berau, 18-08-1980", "Berau, 19 Agt 1980"],
    "DOB_FORMAT · birth_place_date · Berau, 19 Agt 1980 · 1980-08-19",
  ],
  [
    "a date that the NIK denies",
    ["NO", "NAMA", "NIK", "TGL LAHIR", "PEKERJAAN"],
    ["17-08-1980", "18-08-1980", "20-08-1980"],
    "DOB_NIK_MISMATCH · birth_date · 20-08-1980 · 1980-08-20",
  ],
] as const)("%s: the finding says what the cell said", (_, header, dates, expected) => {
  const rows = dates.map((date, at) => {
    const nik = `647101${17 + at}0880900${at + 1}`
    return [String(at + 1), `BUDI ${"ABC"[at] ?? ""}`, nik, date, "petani"]
  })
  expect(said(header, rows)).toContain(expected)
})

test("an area read from the address tells the address", () => {
  const found = said(
    ["NO", "NAMA", "NIK", "ALAMAT", "PEKERJAAN"],
    [["1", "BUDI", "6471011708809001", "Jl. Contoh RT 05 Kel. Damai", "petani"]],
  )
  const alias = found.find((finding) => finding.startsWith("KELURAHAN_ALIAS"))
  expect(alias).toMatch(/^KELURAHAN_ALIAS · address · Jl\. Contoh RT 05 Kel\. Damai · 64\./)
})
