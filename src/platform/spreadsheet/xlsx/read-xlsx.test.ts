import { describe, expect, test } from "vitest"
import { brief, buildXlsx, firstSheet, partsOf, sheetsOf, zipText } from "../fixture.testing.ts"
import { isDateFormat } from "../number-format.ts"
import { readWorkbook } from "../read-workbook.ts"

const STYLES =
  `<numFmts><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>` +
  `<fonts><font/><font><strike/></font><font><strike val="0"/></font></fonts>` +
  `<cellStyleXfs><xf numFmtId="14" fontId="1"/></cellStyleXfs>` +
  `<cellXfs><xf/><xf fontId="1"/><xf fontId="2"/><xf numFmtId="14"/><xf numFmtId="164"/>` +
  `</cellXfs>` +
  `<dxfs><dxf><font><strike/></font></dxf></dxfs>`

function sheetOf(data: string, rest: Partial<Parameters<typeof buildXlsx>[0]> = {}) {
  return firstSheet(buildXlsx({ sheets: [`<sheetData>${data}</sheetData>`], ...rest }))
}

test("keeps raw values and kinds", async () => {
  const sheet = await sheetOf(
    `<row r="2"><c r="A2"><v>6471010203049010</v></c><c r="C2"><v>6.47101020304901E+15</v></c>` +
      `<c r="D2" t="str"><f>A1&amp;"x"</f><v>ax</v></c><c r="E2" t="inlineStr"><is>` +
      `<t> 0123 </t></is></c>` +
      `<c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><f>1/0</f><v>#DIV/0!</v></c>` +
      `<c r="H2" s="3"><v>29450</v></c><c r="I2" s="4"><v>1.5</v></c>` +
      `<c r="J2" t="d"><v>1980-08-17</v></c><c r="AA2"><f t="shared" si="0"/><v>007</v>` +
      `</c></row>`,
    { styles: STYLES },
  )
  expect(brief(sheet)).toEqual([
    "2:0 number 6471010203049010",
    "2:2 number 6.47101020304901E+15",
    "2:3 text ax f",
    "2:4 text  0123 ",
    "2:5 boolean 1",
    "2:6 error #DIV/0! f",
    "2:7 date 29450",
    "2:8 date 1.5",
    "2:9 date 1980-08-17",
    "2:26 number 007 f",
  ])
})

test("tells where notes hang on cells, and reads a part of them once", async () => {
  const relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  const link = `<Relationships><Relationship Id="c" Type="${relations}/comments" Target="../comments1.xml"/></Relationships>`
  const notes = ["B2", "C9", "not a cell"].map((ref) => `<comment ref="${ref}"><text/></comment>`)
  const data = `<sheetData><row r="2"><c r="B2" t="str"><v>x</v></c></row></sheetData>`
  const book = (part: string) =>
    buildXlsx({
      sheets: [data, data, data],
      extra: {
        "xl/worksheets/_rels/sheet1.xml.rels": link,
        "xl/worksheets/_rels/sheet3.xml.rels": link,
        "xl/comments1.xml": part,
      },
    })
  const sheets = await sheetsOf(
    book(`<comments><commentList>${notes.join("")}</commentList></comments>`),
  )
  expect(sheets.map((sheet) => sheet.notes)).toEqual([["B2", "C9"], undefined, ["B2", "C9"]])
  expect(await readWorkbook(book("<comments><comment"), "x.xlsx")).toMatchObject({
    refusal: { kind: "unreadable" },
  })
})

test("joins runs, leaves phonetic text out, decodes escapes", async () => {
  const strings =
    `<si><r><t>Siti </t></r><r><rPr><b/></rPr><t xml:space="preserve">Aminah</t></r>` +
    `<rPh sb="0" eb="1"><t>no</t></rPh></si>` +
    `<si><t>a_x000D_b_x005F_x0041_</t></si><si><t/></si><si><t><![CDATA[<&>]]></t></si>`
  const row = [0, 1, 2, 3].map((i) => `<c t="s"><v>${i}</v></c>`).join("")
  const sheet = await sheetOf(`<row>${row}</row>`, { strings })
  expect(brief(sheet)).toEqual(["1:0 text Siti Aminah", "1:1 text a\rb_x0041_", "1:3 text <&>"])
})

test("knows struck cells by font and by runs", async () => {
  const run = (text: string, rPr: string) => `<r>${rPr}<t>${text}</t></r>`
  const strike = "<rPr><strike/></rPr>"
  const strings = [
    "<t>plain</t>",
    run("all", strike) + run(" ", "") + run("struck", strike),
    run("half", strike) + run("struck", "<rPr><b/></rPr>"),
    run("first as the cell", "") + run("then struck", strike),
  ]
  const cells = strings.map(
    (_, i) =>
      `<c t="s"><v>${i}</v></c><c t="s" s="1"><v>${i}</v></c><c t="s" s="2"><v>${i}</v></c>`,
  )
  const sheet = await sheetOf(`<row>${cells.join("")}</row>`, {
    styles: STYLES,
    strings: strings.map((s) => `<si>${s}</si>`).join(""),
  })
  const struck = sheet.rows[0]?.cells.map((cell) => Number(cell.struck)).join("")
  expect(struck).toBe("010" + "111" + "000" + "010")
})

test("reads hidden rows and columns, merges, missing and disordered numbers", async () => {
  const bytes = buildXlsx({
    sheets: [
      `<sheetFormatPr zeroHeight="1"/><cols><col min="2" max="3" width="9" hidden="1"/>` +
        `<col min="5" max="16384" width="0"/></cols>` +
        `<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r="5" hidden="1">` +
        `<c r="D5"><v>3</v></c><c><v>4</v></c></row>` +
        `<row ht="0"><c><v>5</v></c></row><row r="9"><c r="A9" s="1"/></row><row r="3">` +
        `<c r="B3"><v>6</v></c><c r="A3"><v>7</v></c></row></sheetData>` +
        `<mergeCells><mergeCell ref="A1:B3"/><mergeCell ref="nonsense"/></mergeCells>`,
    ],
  })
  const sheet = await firstSheet(bytes)
  expect(brief(sheet)).toEqual([
    "1:0 number 1",
    "1:1 number 2",
    "3:0 number 7",
    "3:1 number 6",
    "5:3 number 3",
    "5:4 number 4",
    "6:0 number 5",
  ])
  expect(sheet.rows.map((row) => row.hidden)).toEqual([false, false, true, true])
  expect(sheet.hiddenColumns).toEqual([1, 2, 4])
  expect(sheet.merges).toEqual([{ top: 1, bottom: 3, left: 0, right: 1 }])
})

test("reads prefixed parts, hidden sheets and the 1904 date system", async () => {
  const row = `<x:sheetData xmlns:x="urn:x"><x:row><x:c><x:v>9</x:v></x:c></x:row></x:sheetData>`
  const workbook =
    `<w:workbook xmlns:w="urn:w" xmlns:q="urn:q"><w:workbookPr date1904="true"/><w:sheets>` +
    `<w:sheet name="A &amp; B" q:id="s1"/>` +
    `<w:sheet name="old" state="veryHidden" q:id="s2"/></w:sheets></w:workbook>`
  const sheets = await sheetsOf(buildXlsx({ sheets: [row, row], workbook }))
  expect(sheets.map((s) => [s.name, s.hidden, s.date1904])).toEqual([
    ["A & B", false, true],
    ["old", true, true],
  ])
  expect(sheets.flatMap(brief)).toEqual(["1:0 number 9", "1:0 number 9"])
})

describe("refuses", () => {
  const good = buildXlsx({ sheets: ["<sheetData/>"] })
  const broken = (sheet: string) => buildXlsx({ sheets: [sheet] })
  const withPart = (name: string, text: string) =>
    buildXlsx({ sheets: ["<sheetData/>"], strings: "<si/>", extra: { [name]: text } })
  const withoutStyles = () => buildXlsx({ sheets: ["<sheetData/>"], lostStyles: true })
  const cell = (attributes: string) =>
    broken(`<sheetData><row><c ${attributes}/></row></sheetData>`)
  const cases: readonly [string, Uint8Array, string][] = [
    ["a truncated file", good.subarray(0, good.length - 60), "unreadable"],
    ["an undefined entity", broken("<sheetData>&lol;</sheetData>"), "unreadable"],
    ["malformed XML", broken("<sheetData><row></sheetData>"), "unreadable"],
    ["NUL characters in XML", broken("<sheetData>\0</sheetData>"), "unreadable"],
    ["a row beyond the sheet", broken(`<sheetData><row r="2000000"/></sheetData>`), "unreadable"],
    ["a column beyond the sheet", cell(`r="ZZZZ1"`), "unreadable"],
    [
      "a shared string that is not there",
      broken(`<sheetData><row><c t="s"><v>7</v></c></row></sheetData>`),
      "unreadable",
    ],
    [
      "a flood of column ranges",
      broken(`<cols>${`<col min="1" max="16384" hidden="1"/>`.repeat(9)}</cols>`),
      "unreadable",
    ],
    ["an announced part that is missing", withoutStyles(), "unreadable"],
    ["a workbook without sheets", withPart("xl/workbook.xml", "<workbook/>"), "unreadable"],
    [
      "a Word document without its text",
      zipText({
        "_rels/.rels":
          `<Relationships><Relationship Id="a" Type="x/officeDocument" ` +
          `Target="word/document.xml"/></Relationships>`,
      }),
      "unreadable",
    ],
    ["a plain archive", zipText({ "photo.txt": "x" }), "foreign"],
  ]
  test.each(cases)("%s", async (_, bytes, kind) => {
    expect(await readWorkbook(bytes, "x.xlsx")).toMatchObject({ ok: false, refusal: { kind } })
  })

  test("a document type declaration, even one that declares nothing", async () => {
    const [head, sheet] = ["<!DOCTYPE worksheet>", `<worksheet><sheetData/></worksheet>`]
    const extra = (text: string) => ({ "xl/worksheets/sheet1.xml": text })
    const part = (text: string) => zipText({ ...partsOf({ sheets: ["x"] }), ...extra(text) })
    expect(await readWorkbook(part(sheet), "x.xlsx")).toMatchObject({ ok: true })
    expect(await readWorkbook(part(head + sheet), "x.xlsx")).toMatchObject({
      refusal: { kind: "unreadable", detail: expect.stringContaining("document type") },
    })
  })

  test("a sheet that inflates two hundredfold", async () => {
    const bomb = buildXlsx({ sheets: [`<sheetData>${"<row/>".repeat(1_000_000)}</sheetData>`] })
    expect(await readWorkbook(bomb, "x.xlsx")).toMatchObject({
      refusal: { kind: "unreadable", detail: expect.stringContaining("inflates beyond") },
    })
  })
})

test.each([
  [14, undefined, true],
  [22, undefined, true],
  [0, undefined, false],
  [2, undefined, false],
  [20, undefined, false],
  [164, "[$-421]dd mmmm yyyy;@", true],
  [164, "mmm", true],
  [164, "m/d/yy h:mm", true],
  [164, "mm:ss", false],
  [164, "h:mm AM/PM", false],
  [164, '"Rp"\\ #,##0', false],
  [164, "#,##0;[Red]-#,##0", false],
  [164, '0 "hari"', false],
  [164, "General", false],
  [14, "0.00", false],
])("number format %s %s shows a date: %s", (id, code, expected) => {
  expect(isDateFormat(id, code)).toBe(expected)
})
