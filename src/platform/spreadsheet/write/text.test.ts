import ExcelJS from "exceljs"
import fc from "fast-check"
import { expect, test } from "vitest"
import { sheetsOf } from "../fixture.testing.ts"
import { needsQuote, writableText } from "./text.ts"
import { writeWorkbook } from "./workbook.ts"

const columns = [{ header: "Teks", width: 20, kind: "text" as const }]

async function written(texts: readonly string[]): Promise<Uint8Array> {
  const rows = texts.map((text) => [text])
  return writeWorkbook({ sheets: [{ name: "T", columns, rows }], meta: { title: "T" } })
}

/** Pieces that a careless writer loses: escapes beside control characters, blanks, halves. */
const piece = fc.oneof(
  fc.constantFrom("_x0041_", "_x0041", "_x005F_", "_", "x0001_", "\u0001", "\u001f", "\t", "\r\n"),
  fc.constantFrom("\n", " ", "  ", "&amp;", "<", "]]>", "\ud800", "😀", "\ufffe", "é", "=", "＝"),
  fc.string({ unit: "binary", maxLength: 4 }),
)

test("every text comes back as written", async () => {
  const texts = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(""))
  const sample = fc.sample(texts, { numRuns: 2000, seed: 14 }).filter((text) => text !== "")
  const sheet = (await sheetsOf(await written(sample)))[0]
  const read = new Map(sheet?.rows.map((row) => [row.number, row.cells[0]]))
  for (const [i, text] of sample.entries()) {
    const cell = read.get(i + 2)
    expect([cell?.kind, cell?.formula, cell?.text]).toEqual(["text", false, writableText(text)])
  }
})

const quoted: readonly [string, boolean][] = [
  ["=1+1", true],
  ["+62899", true],
  ["-5", true],
  ["@SUM(A1)", true],
  ["\t=1", true],
  ["\r=1", true],
  ["＝1+1", true],
  ["＋1", true],
  ["－1", true],
  ["＠x", true],
  ["'x", true],
  ["6471010203049010", false],
  ["", false],
]

test("a text that begins like a formula is marked as text for whoever edits it", async () => {
  for (const [text, wanted] of quoted) expect([text, needsQuote(text)]).toEqual([text, wanted])
  const book = new ExcelJS.Workbook()
  const bytes = await written(quoted.map(([text]) => text))
  await book.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof book.xlsx.load>[0])
  const page = book.worksheets[0]
  for (const i of quoted.keys()) {
    expect(page?.getCell(i + 2, 1).numFmt).toBe("@")
    expect(page?.getCell(i + 2, 1).formula).toBeUndefined()
  }
})
