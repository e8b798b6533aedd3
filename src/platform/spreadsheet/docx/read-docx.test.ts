import { strToU8, zipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { readWorkbook } from "../read-workbook.ts"
import type { RawSheet } from "../workbook.ts"

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A document of these parts of its body, with an optional page header. */
function docx(body: string, header?: string): Uint8Array {
  const link = (id: string, type: string, target: string): string =>
    `<Relationships><Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`
  const parts: Record<string, string> = {
    "_rels/.rels": link("r1", "officeDocument", "word/document.xml"),
    "word/document.xml": `<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
  }
  if (header !== undefined) {
    parts["word/_rels/document.xml.rels"] = link("h1", "header", "header1.xml")
    parts["word/header1.xml"] = `<w:hdr ${WORD}>${header}</w:hdr>`
  }
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(entries))
}

const p = (text: string, run = ""): string =>
  `<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r>${run}<w:t>${text}</w:t></w:r></w:p>`
const tc = (text: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${text === "" ? "<w:p/>" : p(text)}</w:tc>`
const tr = (...cells: string[]): string => `<w:tr>${cells.join("")}</w:tr>`
const table = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`

test("counts the pictures of a document, which may be a list that somebody photographed", async () => {
  const link = `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`
  const read = await readWorkbook(
    zipSync({
      "_rels/.rels": strToU8(link),
      "word/document.xml": strToU8(
        `<w:document ${WORD}><w:body>${p("DAFTAR")}</w:body></w:document>`,
      ),
      "word/media/image1.jpeg": strToU8("?"),
      "word/media/image2.PNG": strToU8("?"),
      "word/embeddings/list.xlsx": strToU8("?"),
    }),
    "daftar.docx",
  )
  expect(read).toMatchObject({ ok: true, value: { format: "docx", imageCount: 2 } })
})

async function sheetOf(bytes: Uint8Array): Promise<RawSheet> {
  const read = await readWorkbook(bytes, "daftar.docx")
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  expect(read.value.format).toBe("docx")
  const [sheet] = read.value.sheets
  if (sheet === undefined) throw new Error("no sheet")
  return sheet
}

function cellsOf({ rows }: RawSheet): string[] {
  return rows.flatMap(({ number, cells }) =>
    cells.map(({ column, text }) => `${number}:${column} ${text}`),
  )
}

describe("a Word document", () => {
  test("is one sheet: page header, paragraphs and rows of tables in their order", async () => {
    const body =
      p("DAFTAR USULAN") +
      "<w:p/>" +
      table(tr(tc("No"), tc("NIK")), tr(tc("1"), tc("6471031708809001")), tr(tc(""), tc(""))) +
      p("RT 02") +
      table(tr(tc("1"), tc("6471031708809002")))
    expect(cellsOf(await sheetOf(docx(body, p("KELURAHAN DAMAI"))))).toEqual([
      "1:0 KELURAHAN DAMAI",
      "2:0 DAFTAR USULAN",
      "3:0 No",
      "3:1 NIK",
      "4:0 1",
      "4:1 6471031708809001",
      "6:0 RT 02",
      "7:0 1",
      "7:1 6471031708809002",
    ])
  })

  test("keeps merged cells across and down", async () => {
    const restart = '<w:vMerge w:val="restart"/>'
    const body = table(
      tr(tc("Nama"), tc("Kelahiran", '<w:gridSpan w:val="2"/>'), tc("RT", restart)),
      tr(tc("Budi"), tc("Samarinda"), tc("1980"), tc("", "<w:vMerge/>")),
      tr(tc("Ani"), tc("Bontang"), tc("1981"), tc("", "<w:vMerge/>")),
      tr(tc("Adi"), tc("Bontang"), tc("1982"), tc("02", restart)),
    )
    const sheet = await sheetOf(docx(body))
    expect(sheet.merges).toEqual([
      { top: 1, bottom: 1, left: 1, right: 2 },
      { top: 1, bottom: 3, left: 3, right: 3 },
    ])
    expect(cellsOf(sheet)).toContain("1:3 RT")
    expect(cellsOf(sheet)).toContain("4:3 02")
  })

  test.each([
    ["two paragraphs", `${p("Jl. Damai")}${p("No. 3")}`, "Jl. Damai\nNo. 3"],
    ["a line break", "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"],
    ["a table in a cell", `${p("x")}${table(tr(tc("y")))}`, "x\ny"],
    ["a run in pieces", "<w:p><w:r><w:t>64</w:t></w:r><w:r><w:t>71</w:t></w:r></w:p>", "6471"],
    [
      "a deletion that is tracked",
      "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>new</w:t></w:r></w:p>",
      "new",
    ],
    [
      "a field with its code",
      "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>7</w:t></w:r></w:p>",
      "7",
    ],
  ])("a cell with %s says what it shows", async (_name, content, shown) => {
    const sheet = await sheetOf(docx(table(`<w:tr><w:tc>${content}</w:tc></w:tr>`)))
    expect(sheet.rows[0]?.cells[0]?.text).toBe(shown)
  })

  test("a cell is struck when all of its text is", async () => {
    const struck = p("Budi", "<w:rPr><w:strike/></w:rPr>")
    const partly = struck + p("Ani")
    const off = p("Adi", '<w:rPr><w:strike w:val="0"/></w:rPr>')
    const row = [struck, partly, off].map((cell) => `<w:tc>${cell}</w:tc>`).join("")
    const sheet = await sheetOf(docx(table(`<w:tr>${row}</w:tr>`)))
    expect(sheet.rows[0]?.cells.map((cell) => cell.struck)).toEqual([true, false, false])
  })

  test.each([
    ["without its text", zipSync({ "_rels/.rels": strToU8("<none/>") }), "foreign"],
    ["cut off inside", docx("<w:tbl>"), "unreadable"],
  ])("%s is refused", async (_name, bytes, kind) => {
    expect(await readWorkbook(bytes, "x.docx")).toMatchObject({ ok: false, refusal: { kind } })
  })
})
