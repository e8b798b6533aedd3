import { describe, expect, test } from "vitest"
import { brief, buildOds, firstSheet, sheetsOf } from "../fixture.testing.ts"
import { readWorkbook } from "../read-workbook.ts"

const cell = (text: string, attributes = "") =>
  `<table:table-cell ${attributes} office:value-type="string"><text:p>${text}</text:p>` +
  `</table:table-cell>`
const row = (cells: string, attributes = "") =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`
const table = (rows: string, attributes = `table:name="A"`) =>
  `<table:table ${attributes}>${rows}</table:table>`

test("reads kinds with the stored value, not the shown one", async () => {
  const typed = (type: string, value: string, shown = "shown") =>
    `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p>` +
    `</table:table-cell>`
  const sheet = await firstSheet(
    buildOds(
      table(
        row(
          typed("float", `office:value="6471010203049010"`) +
            typed("currency", `office:value="1500000"`) +
            typed("date", `office:date-value="1980-08-17"`) +
            typed("boolean", `office:boolean-value="true"`) +
            typed("float", `office:value="3" table:formula="of:=1+2"`) +
            typed("string", `calcext:value-type="error" table:formula="of:=x"`, "#REF!") +
            typed("string", `office:string-value="hidden"`),
        ),
      ),
    ),
  )
  expect(brief(sheet)).toEqual([
    "1:0 number 6471010203049010",
    "1:1 number 1500000",
    "1:2 date 1980-08-17",
    "1:3 boolean 1",
    "1:4 number 3 f",
    "1:5 error #REF! f",
    "1:6 text shown",
  ])
})

test("reads text with spaces, breaks and spans, without comments", async () => {
  const rich =
    `<table:table-cell office:value-type="string"><office:annotation>` +
    `<text:p>note</text:p></office:annotation>` +
    `<text:p>a<text:s text:c="3"/>b<text:span>c</text:span><text:line-break/>d</text:p>` +
    `<text:p>e</text:p></table:table-cell>`
  const sheet = await firstSheet(buildOds(table(row(rich + cell("x")))))
  expect(brief(sheet)).toEqual(["1:0 text a   bc\nd\ne", "1:1 text x"])
  expect(sheet.notes).toEqual(["A1"])
})

test("counts repeated cells and rows, keeps merges and hidden parts", async () => {
  const gap = (n: number) => `<table:table-cell table:number-columns-repeated="${n}"/>`
  const sheet = await firstSheet(
    buildOds(
      table(
        `<table:table-column table:number-columns-repeated="2"/>` +
          `<table:table-column table:visibility="collapse" ` +
          `table:number-columns-repeated="16000"/>` +
          row(gap(16384), `table:number-rows-repeated="3"`) +
          row(cell("a", `table:number-columns-repeated="2"`) + gap(1) + cell("b")) +
          "<table:table-row-group>" +
          row(cell("c"), `table:visibility="filter" table:number-rows-repeated="2"`) +
          "</table:table-row-group>" +
          row(
            cell("m", `table:number-columns-spanned="2" table:number-rows-spanned="3"`) +
              "<table:covered-table-cell/>" +
              cell("n"),
          ) +
          row(gap(16384), `table:number-rows-repeated="1048000"`),
      ),
    ),
  )
  expect(brief(sheet)).toEqual([
    "4:0 text a",
    "4:1 text a",
    "4:3 text b",
    "5:0 text c",
    "6:0 text c",
    "7:0 text m",
    "7:2 text n",
  ])
  expect(sheet.rows.map((r) => r.hidden)).toEqual([false, true, true, false])
  expect(sheet.merges).toEqual([{ top: 7, bottom: 9, left: 0, right: 1 }])
  expect(sheet.hiddenColumns).toEqual([2, 3])
})

test("knows struck cells by style, parent, row, column and span", async () => {
  const style = (name: string, family: string, inner: string, parent = "") =>
    `<style:style style:name="${name}" style:family="${family}" ` +
    `style:parent-style-name="${parent}">${inner}</style:style>`
  const line = `<style:text-properties style:text-line-through-style="solid"/>`
  const none = `<style:text-properties style:text-line-through-style="none"/>`
  const styles =
    style("st", "table-cell", line) +
    style("child", "table-cell", "", "st") +
    style("no", "table-cell", none, "st") +
    style("run", "text", line) +
    style("loop", "text", "", "loop")
  const name = (style: string) => `table:style-name="${style}"`
  const cells =
    cell("column") +
    cell("st", name("st")) +
    cell("child", name("child")) +
    cell("no", name("no")) +
    cell(`<text:span text:style-name="run">run</text:span>`) +
    cell(`half<text:span text:style-name="run">run</text:span>`) +
    cell(`<text:span text:style-name="loop">loop</text:span>`)
  const sheet = await firstSheet(
    buildOds(
      table(
        `<table:table-column table:default-cell-style-name="st"/>` +
          row(cells) +
          row(cell("row") + cell("row"), `table:default-cell-style-name="st"`),
      ),
      styles,
    ),
  )
  const struck = sheet.rows.map((r) => r.cells.map((c) => Number(c.struck)).join(""))
  expect(struck).toEqual(["1110100", "11"])
})

test("knows hidden sheets and leaves cached copies of other files out", async () => {
  const styles =
    `<style:style style:name="t" style:family="table">` +
    `<style:table-properties table:display="false"/></style:style>`
  const body =
    table(row(cell("x")), `table:name="old" table:style-name="t"`) +
    table(row(cell("y")), `table:name="'file:///C:/x.ods'#$A"`) +
    table("", `table:name="empty"`)
  const sheets = await sheetsOf(buildOds(body, styles))
  expect(sheets.map((s) => [s.name, s.hidden, s.rows.length])).toEqual([
    ["old", true, 1],
    ["empty", false, 0],
  ])
})

describe("refuses", () => {
  const manifest = "<m><e><encryption-data/></e></m>"
  test.each<[string, Uint8Array, string]>([
    ["a password", buildOds(table(""), "", { "META-INF/manifest.xml": manifest }), "protected"],
    [
      "a flood of repeated rows",
      buildOds(
        table(
          row(
            cell("x", `table:number-columns-repeated="9000"`),
            `table:number-rows-repeated="9000"`,
          ),
        ),
      ),
      "unreadable",
    ],
    [
      "a row beyond the sheet",
      buildOds(table(row(cell("x"), `table:number-rows-repeated="9000000"`))),
      "unreadable",
    ],
    ["no sheets", buildOds(""), "unreadable"],
    [
      "a text document",
      buildOds("", "", { mimetype: "application/vnd.oasis.opendocument.text" }),
      "foreign",
    ],
  ])("%s", async (_, bytes, kind) => {
    expect(await readWorkbook(bytes, "x.ods")).toMatchObject({ ok: false, refusal: { kind } })
  })

  test("a document type declaration in the styles", async () => {
    const withStyles = (text: string) => buildOds(table(""), "", { "styles.xml": text })
    expect(await readWorkbook(withStyles("<a/>"), "x.ods")).toMatchObject({ ok: true })
    expect(await readWorkbook(withStyles("<!DOCTYPE a><a/>"), "x.ods")).toMatchObject({
      refusal: { kind: "unreadable", detail: expect.stringContaining("document type") },
    })
  })
})
