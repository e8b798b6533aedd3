import { describe, expect, test } from "vitest"
import { HEADER, personRow, sheetOf, TABLES, workbookOf, type CellText } from "../intake.testing.ts"
import { readFile } from "../read-file.ts"
import { isDeceasedTitle, isInjection, noteStatus } from "./marks.ts"

function codesOf(cells: readonly CellText[], extras = {}): string[] {
  const others = Array.from({ length: 4 }, (_, index) => personRow(index + 20))
  const header = [...HEADER, "Catatan"]
  const sheet = sheetOf([header, cells, ...others], extras)
  const source = { name: "damai.xlsx", sender: "Kelurahan Damai" }
  const [row] = readFile(workbookOf(sheet), source, TABLES).rows
  return (row?.findings ?? []).map((finding) => `${finding.code} ${finding.field}`)
}

describe("what the cells show beside their text", () => {
  const struck = personRow(1).map((cell) => ({
    ...(typeof cell === "string" ? { text: cell } : cell),
    struck: true,
  }))
  test.each([
    ["nothing", personRow(1), {}, []],
    ["hidden", personRow(1), { hiddenRows: [2] }, ["HIDDEN_ROW row"]],
    ["struck", struck, {}, ["ROW_STRUCK row"]],
    ["hidden, and meant", [...personRow(1), "tetap"], { hiddenRows: [2] }, []],
    ["struck, and meant", [...struck, "Tetap diusulkan."], {}, []],
    [
      "hidden, with a remark",
      [...personRow(1), "peserta tetap"],
      { hiddenRows: [2] },
      ["HIDDEN_ROW row"],
    ],
    ["one struck cell", personRow(1, { 1: { text: "PEKERJA AK", struck: true } }), {}, []],
    [
      "a formula",
      personRow(1, { 7: { text: "1500000", kind: "number", formula: true } }),
      {},
      ["FORMULA_CELL income"],
    ],
    ["a counted number", personRow(1, { 0: { text: "2", kind: "number", formula: true } }), {}, []],
    [
      "a failed formula",
      personRow(1, { 7: { text: "#REF!", kind: "error", formula: true } }),
      {},
      ["FORMULA_ERROR income"],
    ],
    ["a failed formula as text", personRow(1, { 2: "#N/A" }), {}, ["FORMULA_ERROR nik"]],
    ["a line break", personRow(1, { 6: "tukang\nbangunan" }), {}, ["CELL_NEWLINE occupation"]],
    ["hostile text", [...personRow(1), "=1+1"], {}, ["CSV_INJECTION remarks"]],
    ["a note", [...personRow(1), "sudah meninggal"], {}, ["NOTE_STATUS remarks"]],
    [
      "a dead person's title",
      personRow(1, { 1: "Alm. Pekerja AK" }),
      {},
      ["NAME_TITLE name", "NOTE_STATUS name"],
    ],
  ] as const)("%s", (_, cells, extras, codes) => expect(codesOf(cells, extras)).toEqual(codes))
})

test("a vertical merge is filled down and said so", () => {
  const sheet = sheetOf([HEADER, personRow(1), personRow(2, { 5: "" })], {
    merges: [{ top: 2, bottom: 3, left: 5, right: 5 }],
  })
  const source = { name: "dp3.xlsx", sender: "DP3" }
  const { rows } = readFile(workbookOf(sheet), source, TABLES)
  expect(rows.map((row) => row.areaCode)).toEqual(["64.71.01.1001", "64.71.01.1001"])
  expect(rows[1]?.findings.map((finding) => finding.code)).toEqual(["MERGED_CELL"])
})

test.each([
  ["meninggal", true],
  ["Alm.", true],
  ["almarhum", true],
  ["almarhumah th 2024", true],
  ["(+) md", true],
  ["+md", true],
  ["pindah ke Samarinda", true],
  ["batal", true],
  ["sudah bekerja di perusahaan", true],
  ["data ganda", true],
  ["sdh bekerja", true],
  ["sdh terdaftar", true],
  ["PNS", true],
  ["Sudah jadi PNS", true],
  ["status ASN", true],
  ["TNI aktif", true],
  ["PPU", true],
  ["peserta PPU PT Maju", true],
  ["sdh dpt BPJS", true],
  ["sudah ikut BPJS TK", true],
  ["sudah ada Jamsostek", true],
  ["sudah punya BPJS Kesehatan", false],
  ["anak PNS", false],
  ["bukan PNS", false],
  ["belum dapat BPJS", false],
  ["", false],
  ["-", false],
  ["rajin", false],
  ["baru", false],
  ["pindahan usulan 2024", false],
])("%j is a changed standing: %s", (text, changed) => expect(noteStatus(text)).toBe(changed))

test.each([
  ["Alm. Budi", true],
  ["BUDI (ALM)", true],
  ["Almarhumah Siti", true],
  ["ALMIRA", false],
  ["SALMAN", false],
])("%s died: %s", (name, died) => expect(isDeceasedTitle(name)).toBe(died))

test.each([
  ["=1+1", true],
  ['=HYPERLINK("x")', true],
  ["@ketua RT", true],
  ["+cmd", true],
  ["＝1+1", true],
  ["+62 899-0000-1234", false],
  ["-", false],
  ["--", false],
  ["- 500", false],
  ["Budi =", false],
])("%s would be evaluated: %s", (text, hostile) => {
  const cell = { column: 0, text, kind: "text" as const, formula: false, struck: false }
  expect(isInjection(cell)).toBe(hostile)
})
