import { describe, expect, test } from "vitest"
import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { readBatch } from "../batch.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import type { ReceivedFile, ReceivedLetter } from "../open-file.ts"

type Rows = readonly (readonly CellText[])[]

const people = (from: number, count: number, change = {}): Rows =>
  Array.from({ length: count }, (_, index) => personRow(from + index, change))
const sheet = (rows: Rows, name = "Data"): RawSheet => sheetOf([HEADER, ...rows], { name })
const file = (name: string, ...sheets: readonly RawSheet[]): ReceivedFile => ({
  name,
  sha256: name,
  workbook: { ok: true, value: workbookOf(...sheets) },
})

function read(
  files: readonly ReceivedFile[],
  roles: Readonly<Record<string, ReceivedLetter["role"]>> = {},
) {
  const letters = files.map(({ name }, order) => {
    const letter = { order, file: name, sender: "Kelurahan Damai", claimed: null }
    return { ...letter, role: roles[name] ?? null }
  })
  const batch = readBatch(files, letters, TABLES)
  const standing = batch.rows.filter((row) => row.outcome !== "ignored").length
  const status = batch.files.map((each) => `${each.status} ${each.of}`.trim())
  const asked = batch.files.flatMap((each) =>
    each.findings.map(({ code }) => code).filter((code) => code !== "FILE_COUNT_DIFFERS"),
  )
  return { batch, standing, status, asked }
}

const RT = [
  sheet(people(0, 10), "RT 01"),
  sheet(people(10, 10), "RT 02"),
  sheet(people(20, 10), "RT 03"),
]
const NIKS = (from: number, count: number): Rows =>
  people(from, count).map((row, index) => row.with(2, `64710105088${String(80_001 + index)}`))

describe("what a later list of one sender is", () => {
  test.each([
    [
      "every number corrected",
      [sheet(people(0, 10))],
      [sheet(NIKS(0, 10))],
      10,
      ["superseded b", "read"],
      [],
    ],
    [
      "every occupation and income corrected",
      [sheet(people(0, 10))],
      [sheet(people(0, 10, { 6: "nelayan", 7: "900000" }))],
      ...[10, ["superseded b", "read"], []],
    ],
    [
      "one of three sheets sent anew",
      RT,
      [sheet(people(10, 9), "RT 02")],
      30,
      ["read", "read a"],
      [],
    ],
    [
      "two of three sheets, called otherwise",
      RT,
      [sheet(people(10, 20), "Lembar1")],
      30,
      ["read", "read a"],
      [],
    ],
    [
      "an additional list",
      [sheet(people(0, 20))],
      [sheet(people(20, 8))],
      28,
      ["read", "read"],
      [],
    ],
    [
      "an additional list that repeats a few",
      [sheet(people(0, 20))],
      [sheet(people(17, 12))],
      ...[32, ["read", "read"], []],
    ],
    [
      "a part of the rows, perhaps corrected",
      [sheet(people(0, 20))],
      [sheet(people(4, 6))],
      ...[26, ["read", "read"], ["FILE_RESEND_UNCLEAR"]],
    ],
    [
      "the whole list with as many again",
      [sheet(people(0, 10))],
      [sheet(people(0, 30))],
      ...[40, ["read", "read"], ["FILE_RESEND_UNCLEAR"]],
    ],
  ] as const)("%s", (_, earlier, later, standing, status, asked) => {
    const told = read([file("a", ...earlier), file("b", ...later)])
    expect(told).toMatchObject({ standing, status, asked })
  })

  test("a sheet that comes anew leaves the others alone", () => {
    const { batch } = read([file("a", ...RT), file("b", sheet(people(10, 9), "RT 02"))])
    const codes = batch.rows.filter((row) => row.file === "a" && row.kind === "person")
    const bySheet = Map.groupBy(codes, (row) => row.sheet)
    const codesIn = (name: string) =>
      bySheet.get(name)?.flatMap((row) => row.findings.map(({ code }) => code))
    expect(codesIn("RT 01")).not.toContain("ROW_SUPERSEDED")
    expect(codesIn("RT 02")?.filter((code) => code === "ROW_SUPERSEDED")).toHaveLength(9)
    expect(codesIn("RT 02")?.filter((code) => code === "RESEND_MISSING")).toHaveLength(1)
    expect(batch.corrections.get("b")?.diff.counts).toEqual({
      added: 0,
      same: 9,
      changed: 0,
      missing: 1,
    })
  })
})

describe("a human says what could not be told", () => {
  const files = [file("a", sheet(people(0, 20))), file("b", sheet(people(4, 6, { 6: "nelayan" })))]
  test.each([
    ["replacement", ["superseded b", "read"], 20, 14],
    ["correction", ["read", "read a"], 20, 0],
    ["addition", ["read", "read"], 26, 0],
  ] as const)("%s", (role, status, standing, missing) => {
    const told = read(files, { b: role })
    expect(told).toMatchObject({ status, standing, asked: [] })
    const counts = told.batch.corrections.get("b")?.diff.counts.missing ?? 0
    expect(counts).toBe(missing)
  })
})
