import { expect, test } from "vitest"
import { readWorkbook } from "../../platform/spreadsheet/read-workbook.ts"
import { hiddenIdOf } from "../../platform/spreadsheet/hidden-id.ts"
import { writeWorkbook } from "../../platform/spreadsheet/write-workbook.ts"
import { readBatch } from "./batch.ts"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "./intake.testing.ts"
import { repairWorkbooks } from "./repair-sheet.ts"

const FAULTY: readonly (readonly CellText[])[] = [
  personRow(1, { 2: "menyusul" }),
  personRow(2),
  personRow(3, { 2: { text: "6471010408809000", kind: "number" }, 7: "75rb/hari" }),
  personRow(4, { 3: { text: "29342", kind: "date" }, 4: "P" }),
  personRow(5, { 5: "", 6: "swasta" }),
]

function batchOf(name: string, rows: readonly (readonly CellText[])[]) {
  const merges = [{ top: 5, bottom: 6, left: 5, right: 5 }]
  const workbook = workbookOf(sheetOf([HEADER, ...rows], { merges }))
  return readBatch([{ name, sha256: name, workbook: { ok: true, value: workbook } }], [], TABLES)
}

test("the sender's own rows that need work, as he wrote them", () => {
  const [book] = repairWorkbooks(batchOf("usulan damai.csv", FAULTY))
  expect(book?.name).toBe("perbaikan/usulan damai.xlsx")
  const table = book?.spec.sheets[1]
  expect(table?.columns.map((column) => column.header)).toEqual([
    "Baris asli",
    ...HEADER,
    "Kesalahan dan cara memperbaikinya",
  ])
  expect(table?.rows.map((row) => row[0])).toEqual([2, 4, 6])
  expect(table?.rows[1]?.[3]).toBe("647101040880900?")
  expect(table?.rows[2]?.[6]).toBe("Damai")
  expect(table?.rows[1]?.at(-1)).toMatch(/^1\. NIK disimpan.*sel C4 .*\n2\. Penghasilan.*sel H4 /)
})

test("doubtful cells are coloured, and no others", () => {
  const warned = FAULTY.with(3, personRow(4, { 2: "", 3: { text: "29342", kind: "date" } }))
  const table = repairWorkbooks(batchOf("damai.xlsx", warned))[0]?.spec.sheets[1]
  const fills = (row: number) =>
    table?.columns.flatMap((_, column) => {
      const fill = table.cellFill?.(row, column)
      return fill === undefined ? [] : [`${column} ${fill}`]
    })
  expect([fills(0), fills(1), fills(3)]).toEqual([["3 error"], ["3 error", "8 error"], ["7 error"]])
  expect(table?.rows[2]?.[4]).toBe("01-05-1980")
})

test("where the cells of a row moved, its faults stand where they moved to", () => {
  const [number = "", ...cells] = personRow(6, { 7: "75rb/hari" })
  const moved = [number, "", ...cells]
  const table = repairWorkbooks(batchOf("damai.xlsx", [moved, personRow(7)]))[0]?.spec.sheets[1]
  expect(table?.rows[0]?.at(-1)).toMatch(/geser.*\n2\. Penghasilan.*sel I2 /)
  const filled = [1, 2, 3, 9].map((column) => table?.cellFill?.(0, column))
  expect(filled).toEqual([undefined, undefined, "error", "error"])
})

test("rows that only a register doubts are sent back, rows without a question are not", () => {
  const batch = batchOf("damai.xlsx", [personRow(1), personRow(2)])
  expect(repairWorkbooks(batch)).toEqual([])
  const note = (code: "NIK_NOT_FOUND" | "DUP_FUZZY") =>
    batch.rows[0]?.findings.push({ code, field: "nik", before: "6471010208809002", after: "" })
  note("DUP_FUZZY")
  expect(repairWorkbooks(batch)).toEqual([])
  note("NIK_NOT_FOUND")
  expect(repairWorkbooks(batch)[0]?.spec.sheets[1]?.rows).toHaveLength(1)
})

test("the same batch gives the same book, another answer another id", () => {
  const idOf = (rows: readonly (readonly CellText[])[]) =>
    repairWorkbooks(batchOf("damai.xlsx", rows))[0]?.spec.meta.hiddenId
  expect(idOf(FAULTY)).toBe(idOf(FAULTY))
  expect(idOf(FAULTY)).not.toBe(idOf(FAULTY.slice(0, 1)))
})

test("two lists that differ in their ending have two books", () => {
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
    areas: { byExact: new Map(), byFolded: new Map() },
  })
  const names = repairWorkbooks(batch).map((book) => book.name)
  expect(names).toEqual(["perbaikan/Damai.xlsx", "perbaikan/damai.xlsx.xlsx"])
})

test("what comes back is read as the sender's list again", async () => {
  const [book] = repairWorkbooks(batchOf("usulan damai.xlsx", FAULTY))
  const bytes = await writeWorkbook(book?.spec ?? { sheets: [], meta: { title: "" } })
  const returned = await readWorkbook(bytes, "usulan damai.xlsx")
  expect(returned.ok && hiddenIdOf(returned.value.sheets)).toBe(book?.spec.meta.hiddenId)
  const file = { name: "kembali.xlsx", sha256: "2", workbook: returned }
  const { rows, files } = readBatch([file], [], TABLES)
  expect(files[0]?.sender.id).toBe("64.71.01.1001")
  expect(rows.filter((row) => row.kind === "person").map((row) => row.name)).toEqual([
    "PEKERJA BK",
    "PEKERJA DK",
    "PEKERJA FK",
  ])
})
