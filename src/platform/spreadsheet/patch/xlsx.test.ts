import ExcelJS from "exceljs"
import { unzipSync } from "fflate"
import { expect, test } from "vitest"
import { buildXlsx, partsOf, sheetsOf, zipText } from "../fixture.testing.ts"
import { hiddenIdOf, NOTE_HEADER, ROW_ID_HEADER, rowIdsOf } from "../hidden-id.ts"
import type { WorkbookPatch } from "./spec.ts"
import { patchWorkbook } from "./workbook.ts"

const patch: WorkbookPatch = {
  hiddenId: "7d1e",
  sheets: [
    {
      name: "Daftar",
      headerRow: 3,
      marks: [
        { row: 4, column: 1, kind: "error" },
        { row: 5, column: 1, kind: "warning" },
        { row: 5, column: 2, kind: "error" },
        { row: 5, column: 2, kind: "warning" },
      ],
      notes: [
        { row: 4, text: "=NIK kurang satu angka\nTulis 16 angka.", id: "a1" },
        { row: 5, text: "", id: "a2" },
      ],
    },
  ],
}

async function load(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  return book
}

/** A sender's list with a letterhead, widths, borders, a formula and a second sheet. */
async function senderFile(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const list = book.addWorksheet("Daftar")
  list.mergeCells("A1:D1")
  list.getCell("A1").value = "KELURAHAN CONTOH"
  list.getRow(3).values = ["No", "NIK", "Nama", "Umur"]
  list.getRow(3).font = { bold: true }
  list.getRow(4).values = [1, "647101020304901", "BUDI", { formula: "1+1", result: 2 }]
  list.getRow(5).values = [2, "6471010203049011", null, 30]
  list.getCell("B4").border = { bottom: { style: "thick" } }
  list.getCell("B4").numFmt = "@"
  list.getColumn(2).width = 22
  list.getColumn(8).hidden = true
  list.getCell("C4").dataValidation = { type: "list", formulae: ['"a,b"'] }
  book.addWorksheet("Lain & lain").getCell("A1").value = "tetap"
  return new Uint8Array(await book.xlsx.writeBuffer())
}

async function patched(bytes: Uint8Array, wanted = patch): Promise<Uint8Array> {
  const result = await patchWorkbook(bytes, wanted)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

test("colours cells and adds one column, and keeps what the sender made", async () => {
  const before = await senderFile()
  const after = await patched(before)
  expect(Buffer.compare(after, await patched(before))).toBe(0)
  const list = (await load(after)).getWorksheet("Daftar")
  if (!list) throw new Error("no sheet")
  expect(list.getCell("E3").value).toBe(NOTE_HEADER)
  expect(list.getCell("E3").font.bold).toBe(true)
  expect(list.getCell("E4").value).toBe("=NIK kurang satu angka\nTulis 16 angka.")
  expect(list.getCell("E4").alignment.wrapText).toBe(true)
  expect(list.getRow(4).height).toBeGreaterThan(25)
  expect(list.getColumn(5).width).toBe(48)
  expect(list.getColumn(6).hidden).toBe(true)
  expect(list.getCell("F5").value).toBe("a2")
  expect(list.getCell("B4").fill).toMatchObject({ fgColor: { argb: "FFF8CBAE" } })
  expect(list.getCell("B5").fill).toMatchObject({ fgColor: { argb: "FFFFF2CD" } })
  expect(list.getCell("C5").fill).toMatchObject({ fgColor: { argb: "FFF8CBAE" } })
  expect(list.getCell("B4").border.bottom).toEqual({ style: "thick" })
  expect(list.getCell("B4").numFmt).toBe("@")
  expect(list.getCell("D4").value).toBe(2)
  expect(list.getColumn(2).width).toBe(22)
  expect(list.getColumn(8).hidden).toBe(true)
  expect(list.getCell("A1").isMerged).toBe(true)
  expect(list.getCell("C4").dataValidation.formulae).toEqual(['"a,b"'])
  const [old, now] = [unzipSync(before), unzipSync(after)]
  const touched = Object.keys(now).filter(
    (name) => Buffer.compare(now[name] ?? Buffer.alloc(0), old[name] ?? Buffer.alloc(0)) !== 0,
  )
  expect(touched.sort()).toEqual([
    "[Content_Types].xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/worksheets/payung-id.xml",
    "xl/worksheets/sheet1.xml",
  ])
})

test("is recognised when it comes back, and patched again in the same column", async () => {
  const sheets = await sheetsOf(await patched(await senderFile()))
  expect(hiddenIdOf(sheets)).toBe("7d1e")
  expect([...rowIdsOf(sheets[0] ?? fail())]).toEqual([
    [4, "a1"],
    [5, "a2"],
  ])
  const second: WorkbookPatch = {
    hiddenId: "7d1f",
    sheets: [
      {
        name: "Daftar",
        headerRow: 3,
        marks: [{ row: 5, column: 1, kind: "error" }],
        notes: [{ row: 5, text: "masih salah", id: "a2" }],
      },
    ],
  }
  const again = await patched(await patched(await senderFile()), second)
  expect(hiddenIdOf(await sheetsOf(again))).toBe("7d1f")
  const list = (await load(again)).getWorksheet("Daftar")
  expect(list?.getCell("E3").value).toBe(NOTE_HEADER)
  expect(list?.getCell("F3").value).toBe(ROW_ID_HEADER)
  expect(list?.getCell("G3").value).toBeNull()
  expect(list?.getCell("E4").value).toBeNull()
  expect(list?.getCell("E5").value).toBe("masih salah")
  expect(list?.getCell("B4").fill).not.toMatchObject({ pattern: "solid" })
  expect(list?.getCell("C5").fill).not.toMatchObject({ pattern: "solid" })
  expect(list?.getCell("B5").fill).toMatchObject({ fgColor: { argb: "FFF8CBAE" } })
})

function fail(): never {
  throw new Error("no sheet")
}

const S1: WorkbookPatch = {
  hiddenId: "x",
  sheets: [
    {
      name: "S1",
      headerRow: 1,
      marks: [{ row: 3, column: 1, kind: "error" }],
      notes: [
        { row: 2, text: "dua", id: "2" },
        { row: 3, text: "tiga", id: "3" },
        { row: 7, text: "tujuh", id: "7" },
      ],
    },
  ],
}
const inline = (text: string) => `<is><t>${text}</t></is>`
const HEAD = `<row r="1"><c r="A1" t="inlineStr">${inline("NIK")}</c><c r="B1" t="inlineStr">${inline("Nama")}</c></row>`
const WANTED = [
  `1:0 NIK`,
  `1:1 Nama`,
  `1:2 ${NOTE_HEADER}`,
  `1:3 ${ROW_ID_HEADER}`,
  "2:2 dua",
  "2:3 2",
  "3:2 tiga",
  "3:3 3",
  "7:2 tujuh",
  "7:3 7",
]

const shapes: readonly [string, string, readonly string[]][] = [
  ["rows that are not there", `<sheetData>${HEAD}</sheetData>`, []],
  [
    "rows that close themselves",
    `<sheetData>${HEAD}<row r="2"/><row r="3" ht="9"/></sheetData>`,
    [],
  ],
  ["rows without cells", `<sheetData>${HEAD}<row r="2"></row><row r="9"/></sheetData>`, []],
  [
    "rows and cells without places",
    `<sheetData><row><c t="inlineStr">${inline("NIK")}</c><c t="inlineStr">${inline("Nama")}</c></row><row><c><v>1</v></c></row><row/><row r="8"/><row><c><v>9</v></c></row></sheetData>`,
    ["2:0 1", "9:0 9"],
  ],
  [
    "columns in runs, styled far beyond, comments and spans",
    `<cols><col min="1" max="16384" width="9" style="0" hidden="1"/></cols><sheetData><!-- > -->${HEAD}<row r="2" spans="1:2"><c r="A2"><v>1</v></c><c r="C2" s="0"/><c r="XFD2" s="0"/></row></sheetData>`,
    ["2:0 1"],
  ],
]

test.each(shapes)("%s", async (_, xml, more) => {
  const after = await sheetsOf(await patched(buildXlsx({ sheets: [xml] }), S1))
  const cells = after[0]?.rows.flatMap((row) =>
    row.cells.map(({ column, text }) => `${row.number}:${column} ${text}`),
  )
  expect(cells?.sort()).toEqual([...WANTED, ...more].sort())
  expect(after[0]?.hiddenColumns).toContain(3)
  expect(after[0]?.hiddenColumns).not.toContain(2)
})

test("prefixed names and the strict form of the standard", async () => {
  const parts = partsOf({ sheets: [`<sheetData>${HEAD}</sheetData>`] })
  const strict = Object.entries(parts).map(([name, text]) => [
    name,
    text
      .replaceAll("http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT)
      .replaceAll("http://schemas.openxmlformats.org/officeDocument/2006/relationships", STRICT_R)
      .replaceAll(/<(\/?)(worksheet|sheetData|row|c|is|t)(?=[\s/>])/g, "<$1x:$2")
      .replace(`<x:worksheet xmlns=`, `<x:worksheet xmlns:x=`),
  ])
  const sheets = await sheetsOf(await patched(zipText(withTypes(Object.fromEntries(strict))), S1))
  expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
    ["S1", false],
    ["_payung", true],
  ])
  expect(sheets[0]?.rows[2]?.cells[0]?.text).toBe("tiga")
})

const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
const STRICT_R = "http://purl.oclc.org/ooxml/officeDocument/relationships"

function withTypes(parts: Record<string, string>): Record<string, string> {
  return { "[Content_Types].xml": "<Types></Types>", ...parts }
}

test("a namespace that each entry declares for itself, as exports of web systems do", async () => {
  const parts = partsOf({ sheets: [`<sheetData>${HEAD}</sheetData>`] })
  const [, declared = ""] = /( xmlns:r="[^"]+")/.exec(parts["xl/workbook.xml"] ?? "") ?? []
  const workbook = parts["xl/workbook.xml"]?.replace(declared, "")
  const local = {
    ...parts,
    "xl/workbook.xml": workbook?.replaceAll("<sheet ", `<sheet${declared} `),
  }
  const after = unzipSync(await patched(zipText(withTypes(local as Record<string, string>)), S1))
  const entries = new TextDecoder().decode(after["xl/workbook.xml"]).match(/<sheet [^>]*>/g) ?? []
  expect(declared).not.toBe("")
  expect(entries).toHaveLength(2)
  for (const entry of entries) expect(entry).toContain(declared)
})

test("refuses what it cannot edit, so that the file is rebuilt", async () => {
  const rows = (xml: string) => buildXlsx({ sheets: [`<sheetData>${xml}</sheetData>`] })
  const cases: readonly [string, Uint8Array, string][] = [
    ["a list of commas", new TextEncoder().encode("NIK,Nama\n1,2\n"), "unsupported"],
    ["nothing", new Uint8Array(), "unreadable"],
    ["a cut archive", (await senderFile()).subarray(0, 3000), "unreadable"],
    ["rows that do not ascend", rows('<row r="3"/><row r="2"/>'), "unsupported"],
    ["cells that do not ascend", rows('<row r="3"><c r="B3"/><c r="A3"/></row>'), "unsupported"],
    ["no room", rows('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "unsupported"],
    ["another sheet", await senderFile(), "unsupported"],
    [
      "styles without formats",
      buildXlsx({ sheets: ["<sheetData/>"], styles: "<fonts/>" }),
      "unsupported",
    ],
  ]
  for (const [name, bytes, kind] of cases) {
    const result = await patchWorkbook(bytes, S1)
    expect([name, result.ok ? "patched" : result.refusal.kind]).toEqual([name, kind])
  }
})
