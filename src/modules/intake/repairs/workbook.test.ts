import { expect, test } from "vitest"
import type { LocalDate } from "../../../kernel/local-date.ts"
import { readBatch } from "../batch.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { repairWorkbooks } from "./workbook.ts"
import { compileAreas } from "../values/area.ts"

const FAULTY: readonly (readonly CellText[])[] = [
  personRow(1, { 2: "menyusul" }),
  personRow(2),
  personRow(3, { 2: { text: "6471010408809000", kind: "number" }, 7: "75rb/hari" }),
  personRow(4, { 3: { text: "29342", kind: "date" }, 4: "P" }),
  personRow(5, { 5: "", 6: "swasta" }),
]
const LETTER_HEAD = {
  from: "Dinas Contoh",
  on: "2025-11-15" as LocalDate,
  by: "2025-12-31" as LocalDate,
  contact: "Rina, 0899-0000-0001",
}
const SHA = "a".repeat(64)

function batchOf(name: string, rows: readonly (readonly CellText[])[], above: number = 0) {
  const merges = [{ top: 5, bottom: 6, left: 5, right: 5 }]
  const letterhead = Array.from({ length: above }, () => ["KELURAHAN DAMAI"])
  const workbook = workbookOf(sheetOf([...letterhead, HEADER, ...rows], { merges }))
  return readBatch([{ name, sha256: SHA, workbook: { ok: true, value: workbook } }], [], TABLES)
}

function sheetIn(batch: ReturnType<typeof batchOf>) {
  return repairWorkbooks(batch)[0]?.patch.sheets[0]
}

test("the sender's own list, every row with its id, the faulty ones with their faults", () => {
  const batch = batchOf("usulan damai.csv", FAULTY)
  const [book] = repairWorkbooks(batch)
  expect(book).toMatchObject({
    name: "perbaikan/usulan damai",
    file: "usulan damai.csv",
    to: "Kelurahan Damai",
    count: 3,
    patch: { hiddenId: `perbaikan.${SHA}`, sheets: [{ name: "Data", headerRow: 1 }] },
  })
  const notes = book?.patch.sheets[0]?.notes ?? []
  expect(notes.map(({ row, text }) => [row, text !== ""])).toEqual([
    ...[
      [2, true],
      [3, false],
      [4, true],
      [5, false],
      [6, true],
    ],
  ])
  expect(notes.map(({ id }) => id)).toEqual(batch.rows.map((row) => row.rowId))
  expect(notes[2]?.text).toMatch(
    /^1\. NIK disimpan.*\(sel C4\)\. .*\n2\. Penghasilan.*\(sel H4\)\. /,
  )
})

test("the heading of the faults stands beside the lowest row of headings", () => {
  expect(sheetIn(batchOf("damai.xlsx", FAULTY, 4))?.headerRow).toBe(5)
})

test("doubtful cells are coloured, and no others", () => {
  const warned = FAULTY.with(3, personRow(4, { 2: "", 3: { text: "29342", kind: "date" } }))
  const marks = sheetIn(batchOf("damai.xlsx", warned))?.marks
  expect(marks?.map(({ row, column, kind }) => `${row} ${column} ${kind}`)).toEqual([
    ...["2 2 error", "4 2 error", "4 7 error", "5 2 error", "6 6 error"],
  ])
})

test("where the cells of a row moved, its faults stand where they moved to", () => {
  const [number = "", ...cells] = personRow(6, { 7: "75rb/hari" })
  const sheet = sheetIn(batchOf("damai.xlsx", [[number, "", ...cells], personRow(7)]))
  expect(sheet?.notes[0]?.text).toMatch(/geser.*\n2\. Penghasilan.*\(sel I2\)/)
  expect(sheet?.marks.map(({ column }) => column)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test("rows that only a register doubts go back, rows without a question do not", () => {
  const batch = batchOf("damai.xlsx", [personRow(1), personRow(2)])
  expect(repairWorkbooks(batch)).toEqual([])
  const note = (code: "NIK_NOT_FOUND" | "DUP_FUZZY") =>
    batch.rows[0]?.findings.push({ code, field: "nik", before: "6471010208809002", after: "" })
  note("DUP_FUZZY")
  expect(repairWorkbooks(batch)).toEqual([])
  note("NIK_NOT_FOUND")
  expect(repairWorkbooks(batch)[0]?.count).toBe(1)
})

test("what was answered elsewhere is not asked again", () => {
  const batch = batchOf("damai.xlsx", FAULTY)
  const books = repairWorkbooks(batch, (_, finding) => finding.field === "nik")
  const told = books[0]?.patch.sheets[0]?.notes.filter(({ text }) => text !== "")
  expect(told?.map(({ row }) => row)).toEqual([4, 6])
  expect(told?.[0]?.text).not.toContain("NIK")
  expect(repairWorkbooks(batch, () => true)).toEqual([])
})

test("it is known what is asked about which row", () => {
  const batch = batchOf("damai.xlsx", FAULTY)
  const asked = repairWorkbooks(batch)[0]?.asked
  expect(asked?.map(({ codes }) => codes)).toEqual([
    ["NIK_EMPTY"],
    ["NIK_NUMERIC", "INCOME_AMBIGUOUS"],
    ["JOB_UNKNOWN"],
  ])
  expect(asked?.map(({ rowId }) => rowId)).toEqual([0, 2, 4].map((at) => batch.rows[at]?.rowId))
})

test("the letter asks for the columns that a list lacks, in one of its numbered steps", () => {
  const rows = [HEADER, ...FAULTY].map((row) => row.slice(0, -1))
  const file = workbookOf(sheetOf([["KELURAHAN DAMAI"], ...rows]))
  const received = {
    name: "damai.xlsx",
    sha256: "1".repeat(64),
    workbook: { ok: true as const, value: file },
  }
  const letterOf = (batch: ReturnType<typeof batchOf>) =>
    repairWorkbooks(batch)[0]?.letter(LETTER_HEAD) ?? ""
  const letter = letterOf(readBatch([received], [], TABLES))
  expect(letter).toContain(
    '\n3. Tambahkan kolom yang belum ada, dengan judul ini, di sebelah kanan: "penghasilan per bulan".\n4. ',
  )
  expect(letterOf(batchOf("damai.xlsx", FAULTY))).not.toContain("belum ada")
})

test("a list in which a hidden row cannot be answered for is asked for its remarks", () => {
  const letterOf = (header: readonly string[], name: string) => {
    const sheet = sheetOf([header, personRow(1), personRow(2)], { hiddenRows: [2] })
    const workbook = { ok: true as const, value: workbookOf(sheet) }
    const batch = readBatch([{ name, sha256: SHA, workbook }], [], TABLES)
    return repairWorkbooks(batch)[0]?.letter(LETTER_HEAD) ?? ""
  }
  const lacking = letterOf(HEADER, "damai.xlsx")
  expect(lacking).toMatch(/^3\. Tambahkan kolom yang belum ada.*"keterangan"\.$/m)
  expect(letterOf([...HEADER, "Ket"], "damai.xlsx")).not.toContain("Tambahkan")
  expect(letterOf(HEADER, "daftar.xlsx")).toContain("Kepada: pengirim daftar\n")
})

test("the letter tells how many rows, where they are, and names nobody", () => {
  const letter = repairWorkbooks(batchOf("damai.xlsx", FAULTY))[0]?.letter(LETTER_HEAD) ?? ""
  expect(letter).toContain("Kepada: Kelurahan Damai")
  expect(letter).toMatch(/^Dari: Dinas Contoh\nKepada: .+\nKeadaan per: 15 November 2025\n/)
  expect(letter).toContain("paling lambat: 31 Desember 2025")
  expect(letter).toContain("Narahubung: Rina, 0899-0000-0001")
  expect(letter).toContain("3 baris perlu diperbaiki")
  expect(letter).toContain('lembar "Data": baris 2, 4, 6')
  expect(letter).toContain("Kesalahan dan cara memperbaikinya")
  expect(letter).not.toMatch(/PEKERJA [A-Z]|\d{16}/)
})

test("two lists that differ in their ending have two names", () => {
  const files = ["Damai.csv", "damai.xlsx"].map((name) => ({
    name,
    sha256: name,
    workbook: { ok: true as const, value: workbookOf(sheetOf([HEADER, ...FAULTY])) },
  }))
  const letters = files.map(({ name }, order) => ({
    order,
    file: name,
    sender: "-",
    claimed: null,
  }))
  const batch = readBatch(files, letters, {
    ...TABLES,
    areas: compileAreas([]),
  })
  const names = repairWorkbooks(batch).map((book) => book.name)
  expect(names).toEqual(["perbaikan/Damai", "perbaikan/damai.xlsx"])
})
