import { unzipSync, strFromU8 } from "fflate"
import { expect, test } from "vitest"
import { brief, partsOf, sheetsOf, zipText } from "../fixture.testing.ts"
import { patchWorkbook } from "./workbook.ts"
import { sheetValues, tableValues } from "./xlsx-values.ts"

const inline = (text: string) => `<is><t xml:space="preserve">${text}</t></is>`

/** A cell as the sender's file has it, and as our copy has it. */
const CELLS: readonly (readonly [what: string, cell: string, kept: string])[] = [
  ["a number", `<c r="A1" s="3"><f>1+1</f><v>2</v></c>`, `<c r="A1" s="3"><v>2</v></c>`],
  ["a date", `<c r="A1" s="7"><f>TODAY()</f><v>45000</v></c>`, `<c r="A1" s="7"><v>45000</v></c>`],
  ["a truth", `<c r="A1" t="b"><f>1=1</f><v>1</v></c>`, `<c r="A1" t="b"><v>1</v></c>`],
  ["a shared text", `<c r="A1" t="s"><f>B1</f><v>4</v></c>`, `<c r="A1" t="s"><v>4</v></c>`],
  [
    "a text",
    `<c r="A1" t="str"><f>B1&amp;"x"</f><v>a &amp; x </v></c>`,
    `<c r="A1" t="inlineStr">${inline("a &amp; x ")}</c>`,
  ],
  ["an empty text", `<c r="A1" s="2" t="str"><f>""</f><v></v></c>`, `<c r="A1" s="2"/>`],
  ["an empty value", `<c r="A1"><f>B1</f><v/></c>`, `<c r="A1" t="inlineStr">${inline("=B1")}</c>`],
  [
    "an error",
    `<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`,
    `<c r="A1" t="inlineStr">${inline("#DIV/0!")}</c>`,
  ],
  [
    "an error that stands as a value",
    `<c r="A1" t="e"><v>#N/A</v></c>`,
    `<c r="A1" t="inlineStr">${inline("#N/A")}</c>`,
  ],
  [
    "no value",
    `<c r="A1"><f>A2&amp;A3</f></c>`,
    `<c r="A1" t="inlineStr">${inline("=A2&amp;A3")}</c>`,
  ],
  ["no value of a shared one", `<c r="A1" s="1"><f t="shared" si="0"/></c>`, `<c r="A1" s="1"/>`],
  [
    "a shared one",
    `<c r="A1"><f t="shared" ref="A1:A9" si="0">B1</f><v>5</v></c>`,
    `<c r="A1"><v>5</v></c>`,
  ],
  [
    "an array of today's kind",
    `<c r="A1" cm="1"><f t="array" ref="A1">SORT(B1:B9)</f><v>5</v></c>`,
    `<c r="A1" ><v>5</v></c>`,
  ],
  [
    "a table of data",
    `<c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1" r1="C1" r2="C2"/><v>7</v></c>`,
    `<c r="A1"><v>7</v></c>`,
  ],
  ["none", `<c r="A1" t="str"><v>x</v></c>`, `<c r="A1" t="str"><v>x</v></c>`],
]

const sheet = (cell: string) =>
  `<worksheet><sheetData><row r="1"><c r="A0"><v>1</v></c>${cell}</row></sheetData>` +
  `<extLst><ext><f>kept</f></ext></extLst></worksheet>`

test.each(CELLS)("a formula gives way to its value: %s", (_, cell, kept) => {
  expect(sheetValues(sheet(cell))).toBe(sheet(kept))
  const prefixed = (xml: string) => xml.replace(/<(\/?)(?=\w)/g, "<$1x:")
  expect(sheetValues(prefixed(sheet(cell)))).toBe(prefixed(sheet(kept)))
})

test("a table fills no column and sums none", () => {
  const table = (columns: string) => `<table><tableColumns>${columns}</tableColumns></table>`
  const own = `<calculatedColumnFormula>[a]+1</calculatedColumnFormula>`
  const total = `<totalsRowFormula>SUM([a])</totalsRowFormula>`
  expect(
    tableValues(table(`<tableColumn id="1" totalsRowFunction="sum">${own}${total}</tableColumn>`)),
  ).toBe(table(`<tableColumn id="1" ></tableColumn>`))
})

test("no cell of a patched workbook calculates, in whichever sheet, and no part says so", async () => {
  const cells = [`<c r="A1"><f>1+1</f><v>2</v></c>`, `<c r="A1" t="str"><f>"a"</f><v>a</v></c>`]
  const parts = partsOf({
    sheets: cells.map((cell) => `<sheetData><row r="1">${cell}</row></sheetData>`),
  })
  const links = "xl/_rels/workbook.xml.rels"
  const chained = {
    ...parts,
    "[Content_Types].xml": parts["[Content_Types].xml"]?.replace(
      "</Types>",
      `<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>`,
    ),
    [links]: parts[links]?.replace(
      "</Relationships>",
      `<Relationship Id="rChain" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>`,
    ),
    "xl/calcChain.xml": `<calcChain><c r="A1" i="1"/></calcChain>`,
  }
  const sheets = [{ name: "S1", headerRow: 1, marks: [], notes: [{ row: 2, text: "x" }] }]
  const patched = await patchWorkbook(zipText(chained as Record<string, string>), {
    hiddenId: "1",
    sheets,
  })
  if (!patched.ok) throw new Error(JSON.stringify(patched.refusal))
  const read = await sheetsOf(patched.value)
  expect(read.slice(0, 2).map((one) => brief(one)[0])).toEqual(["1:0 number 2", "1:0 text a"])
  const written = unzipSync(patched.value)
  expect(Object.keys(written)).not.toContain("xl/calcChain.xml")
  for (const content of Object.values(written))
    expect(strFromU8(content)).not.toMatch(/calcChain|<f>/)
})
