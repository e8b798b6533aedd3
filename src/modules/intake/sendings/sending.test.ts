import { describe, expect, test } from "vitest"
import { readBatch } from "../batch.ts"
import type { ReceivedFile } from "../open-file.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"

type Rows = readonly (readonly CellText[])[]

const PEOPLE = Array.from({ length: 10 }, (_, index) => personRow(index))

function file(name: string, rows: Rows, sha256 = name): ReceivedFile {
  return { name, sha256, workbook: { ok: true, value: workbookOf(sheetOf([HEADER, ...rows])) } }
}

function read(files: readonly ReceivedFile[], sender = "Kelurahan Damai") {
  const letters = files.map(({ name }, order) => ({ order, file: name, sender, claimed: null }))
  const batch = readBatch(files, letters, TABLES)
  const marks = new Map(
    batch.rows.map((row) => [
      `${row.file} ${row.row}`,
      row.findings
        .map((finding) => finding.code)
        .filter((code) => /^(FILE|RESEND|ROW)_/.test(code))
        .join(),
    ]),
  )
  return { batch, marks, status: batch.files.map((each) => `${each.status} ${each.of}`.trim()) }
}

test("a byte copy is no candidate, whatever its name", () => {
  const { batch, status } = read([file("a", PEOPLE, "1"), file("b", PEOPLE, "1")])
  expect(status).toEqual(["read", "copy a"])
  expect(batch.files[1]?.counts).toMatchObject({ read: 10, ignored: 10 })
})

test("a part that comes back corrected replaces nothing", () => {
  const { status } = read([file("a", PEOPLE), file("b", PEOPLE.slice(0, 5))])
  expect(status).toEqual(["read", "read"])
})

describe("a corrected re-send", () => {
  const changed = PEOPLE.with(2, personRow(2, { 6: "nelayan" }))
    .with(3, personRow(3, { 2: "6471010408809777" }))
    .toSpliced(9, 1, personRow(40))
  const { batch, marks, status } = read([file("a", PEOPLE), file("b", changed)])
  test("replaces the first", () => expect(status).toEqual(["superseded b", "read"]))
  test.each([
    ["a 2", "ROW_SUPERSEDED"],
    ["b 2", "FILE_RESEND"],
    ["b 4", "RESEND_CHANGED"],
    ["b 5", "RESEND_CHANGED"],
    ["b 11", "RESEND_CHANGED"],
    ["a 11", "RESEND_MISSING"],
  ])("%s: %s", (place, codes) => expect(marks.get(place)).toBe(codes))
  test("each row follows the one it repeats or corrects, a new one none", () => {
    const idOf = new Map(batch.rows.map((row) => [`${row.file} ${row.row}`, row.rowId]))
    const before = (place: string) => batch.predecessor.get(idOf.get(place) ?? "")
    expect(before("b 4")).toBe(idOf.get("a 4"))
    expect(before("b 5")).toBe(idOf.get("a 5"))
    expect(before("b 11")).toBeUndefined()
    expect(batch.predecessor.size).toBe(9)
  })
})

test("renumbered and reordered rows are the same rows", () => {
  const reordered = PEOPLE.toReversed().map((row, index) => row.with(0, String(index + 1)))
  const { marks } = read([file("a", PEOPLE), file("b", reordered)])
  const later = [...marks].filter(([place]) => place.startsWith("b"))
  expect(new Set(later.map(([, codes]) => codes))).toEqual(new Set(["FILE_RESEND"]))
})

test("three sendings: the last one stands, each follows the one before", () => {
  const [second, third] = [PEOPLE.slice(0, 9), PEOPLE.slice(0, 8)]
  const { status } = read([file("a", PEOPLE), file("b", second), file("c", third)])
  expect(status).toEqual(["superseded b", "superseded c", "read"])
})

describe("no re-send", () => {
  const others = Array.from({ length: 10 }, (_, index) => personRow(index + 50))
  test.each([
    ["other people of the same sender", [file("a", PEOPLE), file("b", others)], "Kelurahan Damai"],
    ["few people in common", [file("a", PEOPLE), file("b", [...PEOPLE.slice(0, 4), ...others])]],
    ["too few people at all", [file("a", PEOPLE.slice(0, 4)), file("b", PEOPLE.slice(0, 4))]],
    ["an unknown sender", [file("a", PEOPLE), file("b", PEOPLE)], "Yayasan Contoh"],
  ] as const)("%s", (_, files, sender = "Kelurahan Damai") => {
    const unnamed = files.map((each) => ({ ...each, name: `daftar ${each.name}` }))
    const tables = { ...TABLES, areas: TABLES.areas }
    const letters = unnamed.map(({ name }, order) => ({ order, file: name, sender, claimed: null }))
    const withoutArea = sender.startsWith("Yayasan")
    const batch = readBatch(withoutArea ? unnamed.map(withoutAreaNames) : unnamed, letters, tables)
    expect(batch.files.map((each) => each.status)).toEqual(["read", "read"])
  })
})

/** The letterhead rows of a list name its area; here they must not. */
function withoutAreaNames(received: ReceivedFile): ReceivedFile {
  const rows = PEOPLE.map((row) => row.with(5, ""))
  return { ...received, workbook: file(received.name, rows).workbook }
}

test("a long re-send is paired without comparing every row with every other", () => {
  const many = Array.from({ length: 20_000 }, (_, index) =>
    personRow(1, {
      0: String(index),
      1: `PEKERJA ${index}`,
      2: String(6471010108800000n + BigInt(index)),
    }),
  )
  const { status } = read([file("a", many), file("b", many.toReversed())])
  expect(status).toEqual(["superseded b", "read"])
})
