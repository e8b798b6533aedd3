import ExcelJS from "exceljs"
import { expect, test } from "vitest"
import { brief, sheetsOf } from "../fixture.testing.ts"
import { hiddenIdOf, NOTE_HEADER, ROW_ID_HEADER } from "../hidden-id.ts"
import type { WorkbookPatch } from "./spec.ts"
import { rebuildWorkbook } from "./rebuild-workbook.ts"
import type { RawCell, RawSheet } from "../workbook.ts"

const cell = (column: number, text: string, more: Partial<RawCell> = {}): RawCell => ({
  column,
  text,
  kind: "text",
  formula: false,
  struck: false,
  ...more,
})

const list: RawSheet = {
  name: "",
  hidden: false,
  date1904: true,
  rows: [
    { number: 1, hidden: false, cells: [cell(0, "KELURAHAN CONTOH")] },
    { number: 3, hidden: false, cells: [cell(0, "NIK"), cell(1, "Lahir"), cell(3, "Umur")] },
    {
      number: 4,
      hidden: false,
      cells: [
        cell(0, "6471010203049010", { kind: "number" }),
        cell(1, "27988", { kind: "date" }),
        cell(3, "=1+1", { formula: true }),
      ],
    },
    {
      number: 6,
      hidden: true,
      cells: [
        cell(0, "6471010203049011", { struck: true }),
        cell(1, "1980-08-17", { kind: "date" }),
        cell(2, "1", { kind: "boolean" }),
        cell(3, "#N/A", { kind: "error" }),
      ],
    },
  ],
  merges: [{ top: 1, bottom: 1, left: 0, right: 3 }],
  hiddenColumns: [2],
}

const patch: WorkbookPatch = {
  hiddenId: "7d1e",
  sheets: [
    {
      name: "",
      headerRow: 3,
      marks: [
        { row: 4, column: 0, kind: "error" },
        { row: 5, column: 1, kind: "warning" },
      ],
      notes: [
        { row: 4, text: "=salah", id: "a" },
        { row: 5, text: "kosong", id: "b" },
      ],
    },
  ],
}

test("keeps every cell at its place and of its kind, with marks and notes", async () => {
  const bytes = await rebuildWorkbook([list], patch)
  expect(Buffer.compare(bytes, await rebuildWorkbook([list], patch))).toBe(0)
  const sheets = await sheetsOf(bytes)
  expect(hiddenIdOf(sheets)).toBe("7d1e")
  const [read] = sheets
  if (!read) throw new Error("no sheet")
  expect(read).toMatchObject({ name: "Daftar", merges: list.merges, hiddenColumns: [2, 5] })
  expect(brief(read)).toEqual([
    "1:0 text KELURAHAN CONTOH",
    "3:0 text NIK",
    "3:1 text Lahir",
    "3:3 text Umur",
    `3:4 text ${NOTE_HEADER}`,
    `3:5 text ${ROW_ID_HEADER}`,
    "4:0 number 6471010203049010",
    "4:1 date 29450",
    "4:3 text =1+1",
    "4:4 text =salah",
    "4:5 text a",
    "5:4 text kosong",
    "5:5 text b",
    "6:0 text 6471010203049011 s",
    "6:1 date 29450",
    "6:2 boolean 1",
    "6:3 text #N/A",
  ])
  expect(read.rows.map(({ hidden }) => hidden)).toEqual([false, false, false, false, true])
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const page = book.worksheets[0]
  expect(page?.getCell("A4").fill).toMatchObject({ fgColor: { argb: "FFF8CBAE" } })
  expect(page?.getCell("B5").fill).toMatchObject({ fgColor: { argb: "FFFFF2CD" } })
  expect(page?.getCell("A6").font.strike).toBe(true)
  expect(page?.getCell("D4").type).toBe(ExcelJS.ValueType.String)
})

test("a list without a free column or beyond the last row is explained on a sheet of its own", async () => {
  const wide = {
    ...list,
    name: "A",
    rows: [{ number: 1, hidden: false, cells: [cell(16_383, "x")] }],
  }
  const long = {
    ...list,
    name: "B",
    rows: [{ number: 2_000_000, hidden: false, cells: [cell(0, "x")] }],
  }
  const bytes = await rebuildWorkbook([wide, long], {
    hiddenId: "x",
    sheets: [
      { name: "A", headerRow: null, marks: [], notes: [{ row: 1, text: "satu" }] },
      {
        name: "B",
        headerRow: null,
        marks: [{ row: 2_000_000, column: 0, kind: "error" }],
        notes: [{ row: 2_000_000, text: "dua" }],
      },
    ],
  })
  const sheets = await sheetsOf(bytes)
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["A", false],
    ["B", false],
    ["Kesalahan", false],
    ["_payung", true],
  ])
  expect(sheets[2]?.rows.slice(1).map((row) => row.cells.map(({ text }) => text))).toEqual([
    ["A", "1", "satu"],
    ["B", "2000000", "dua"],
  ])
})
