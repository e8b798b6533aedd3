import ExcelJS from "exceljs"
import { expect, test } from "vitest"
import { brief, sheetsOf } from "../fixture.testing.ts"
import { hiddenIdOf } from "../hidden-id.ts"
import { sheetNames } from "../sheet-names.ts"
import { headerRowNumber, type SheetSpec, type WorkbookSpec } from "../sheet-spec.ts"
import { writeWorkbook } from "./workbook.ts"

const HOSTILE = [
  "=1+1",
  "+62899",
  "-5+3",
  "@SUM(A1)",
  "\t=1",
  "\r=2",
  "#REF!",
  "#N/A",
  "_x0041_",
  "  Budi  ",
  "a\nb",
  "<&>\"'",
  "0812",
  "6471010203049010",
  "TRUE",
  "1/2",
  "\u0001x",
]

const sheet: SheetSpec = {
  name: "Perbaikan: RT 01/02",
  titleLines: ["Daftar", "Kelurahan Contoh"],
  columns: [
    { header: "NIK", width: 20, kind: "text" },
    { header: "Iuran", width: 14, kind: "rupiah" },
    { header: "Lahir", width: 12, kind: "date" },
    { header: "Umur", width: 6, kind: "number" },
    { header: "Pekerjaan", width: 30, kind: "text" },
  ],
  rows: [
    ["6471010203049010", 16_800n, "1980-08-17", 45, null],
    ["6471010203049011", "tidak jelas", "17/08/80", 45.5, "panjang ".repeat(20)],
  ],
  cellFill: (row, column) => (row === 1 && column === 1 ? "error" : undefined),
  choices: [{ column: 4, values: ["nelayan, petani", "=ojek"] }],
  totalsRow: ["JUMLAH", 16_800n],
}

const spec: WorkbookSpec = {
  sheets: [sheet],
  meta: { title: "Uji & coba", hiddenId: "7d1e" },
}

async function excel(bytes: Uint8Array) {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  return book
}

test("writes the same bytes for the same spec", async () => {
  const [one, two] = [await writeWorkbook(spec), await writeWorkbook(structuredCloneOf(spec))]
  expect(Buffer.compare(one, two)).toBe(0)
  const other = await writeWorkbook({ ...spec, meta: { title: "Lain" } })
  expect(Buffer.compare(one, other)).not.toBe(0)
})

function structuredCloneOf(workbook: WorkbookSpec): WorkbookSpec {
  return { ...workbook, sheets: workbook.sheets.map((one) => ({ ...one, rows: [...one.rows] })) }
}

test("is read back as written, with the id on a hidden sheet", async () => {
  const sheets = await sheetsOf(await writeWorkbook(spec))
  expect(sheets.map((s) => [s.name, s.hidden])).toEqual([
    ["Perbaikan- RT 01-02", false],
    ["_pilihan", true],
    ["_payung", true],
  ])
  expect(hiddenIdOf(sheets)).toBe("7d1e")
  expect(hiddenIdOf(sheets.slice(0, 2))).toBeNull()
  expect(headerRowNumber(sheet)).toBe(4)
  const cells = sheets[0] ? brief(sheets[0]) : []
  expect(cells.slice(0, 7)).toEqual([
    "1:0 text Daftar",
    "2:0 text Kelurahan Contoh",
    "4:0 text NIK",
    "4:1 text Iuran",
    "4:2 text Lahir",
    "4:3 text Umur",
    "4:4 text Pekerjaan",
  ])
  expect(cells.slice(7, 14)).toEqual([
    "5:0 text 6471010203049010",
    "5:1 number 16800",
    "5:2 date 29450",
    "5:3 number 45",
    "6:0 text 6471010203049011",
    "6:1 text tidak jelas",
    "6:2 text 17/08/80",
  ])
  expect(cells.slice(-2)).toEqual(["7:0 text JUMLAH", "7:1 number 16800"])
})

test("keeps every text a text, in our reader and in another one", async () => {
  const columns = [{ header: "Teks", width: 20, kind: "text" as const }]
  const bytes = await writeWorkbook({
    sheets: [{ name: "Teks", columns, rows: HOSTILE.map((text) => [text]) }],
    meta: { title: "=judul" },
  })
  const sheets = await sheetsOf(bytes)
  const cells = sheets[0]?.rows.slice(1).map((row) => row.cells[0]) ?? []
  expect(cells.map((cell) => cell?.text)).toEqual(HOSTILE)
  expect(cells.every((cell) => cell?.kind === "text" && !cell.formula)).toBe(true)
  const book = await excel(bytes)
  const types = HOSTILE.map((_, i) => book.worksheets[0]?.getCell(i + 2, 1).type)
  const { String: plain, RichText: rich } = ExcelJS.ValueType
  expect(types.every((type) => type === plain || type === rich)).toBe(true)
})

test("formats, fills, lists and prints", async () => {
  const page = (await excel(await writeWorkbook(spec))).worksheets[0]
  if (!page) throw new Error("no sheet")
  expect(page.getCell("A5").numFmt).toBe("@")
  expect(page.getCell("B5").numFmt).toContain("Rp")
  expect(page.getCell("C5").numFmt).toBe("dd/mm/yyyy")
  expect(page.getCell("B6").fill).toMatchObject({ pattern: "solid" })
  expect(page.getCell("B5").fill).not.toMatchObject({ pattern: "solid" })
  expect(page.getCell("E6").alignment.wrapText).toBe(true)
  expect(page.getRow(6).height).toBeGreaterThan(60)
  expect(page.getCell("A4").font.bold).toBe(true)
  expect(page.getCell("E5").dataValidation.formulae).toEqual(["'_pilihan'!$A$1:$A$2"])
  expect(page.views[0]).toMatchObject({ state: "frozen", ySplit: 4 })
  expect(page.pageSetup).toMatchObject({ paperSize: 9, fitToPage: true, fitToWidth: 1 })
  expect(page.pageSetup.printTitlesRow).toBe("4:4")
})

test("a sheet of lines alone is as wide as they are, so that no printer cuts one", async () => {
  const line = "Baris yang belum diketahui dibiarkan kosong; boleh dijawab kemudian."
  const letter = { name: "Surat", titleLines: ["Perihal", line], columns: [], rows: [] }
  const book = await excel(await writeWorkbook({ sheets: [letter], meta: { title: "Surat" } }))
  expect(book.worksheets[0]?.getColumn(1).width).toBeGreaterThan(line.length)
})

test("refuses what it could only write wrongly", async () => {
  const wrong = (rows: SheetSpec["rows"]) =>
    writeWorkbook({ ...spec, sheets: [{ ...sheet, rows }] })
  await expect(wrong([["x", 2n ** 60n]])).rejects.toThrow("2^53")
  await expect(wrong([["x", Number.NaN]])).rejects.toThrow("finite")
  await expect(wrong([["x", 1, null, 1, "y", "too much"]])).rejects.toThrow("wider")
})

test("cuts no surrogate pair and marks a text that no cell can hold", async () => {
  const columns = [{ header: "T", width: 9, kind: "text" as const }]
  const sheets = await sheetsOf(
    await writeWorkbook({
      sheets: [{ name: "T", columns, rows: [["😀".repeat(20_000)]] }],
      meta: { title: "T" },
    }),
  )
  const text = sheets[0]?.rows[1]?.cells[0]?.text ?? ""
  expect(text.length).toBeLessThanOrEqual(32_767)
  expect(text.endsWith(" […]")).toBe(true)
})

test("names sheets as Excel allows", () => {
  const names = ["a/b", "A-B", "", "'x'", "History", "x".repeat(40), "x".repeat(40)]
  expect(sheetNames(names)).toEqual([
    "a-b",
    "A-B (2)",
    "Lembar",
    "x",
    "Lembar History",
    "x".repeat(31),
    `${"x".repeat(27)} (2)`,
  ])
})
