import { strFromU8, unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { buildOds, buildXlsx } from "../fixture.testing.ts"
import type { WorkbookPatch } from "./spec.ts"
import { patchWorkbook } from "./workbook.ts"

const inline = (at: string, text: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const DATA = `<sheetData><row r="1">${inline("A1", "NIK")}</row><row r="2">${inline("A2", "satu")}</row></sheetData>`
const FIT = `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`
const LYING = `paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"`

function patchOf(name: string, headerRow: number | null = 1): WorkbookPatch {
  const notes = [{ row: 2, text: "salah", id: "a" }]
  return { hiddenId: "x", sheets: [{ name, headerRow, marks: [], notes }] }
}

async function partsAfter(bytes: Uint8Array, patch = patchOf("S1")) {
  const result = await patchWorkbook(bytes, patch)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const parts = unzipSync(result.value)
  return (name: string) => strFromU8(parts[name] ?? new Uint8Array())
}

describe("a marked sheet lies, as wide as a page", () => {
  test.each([
    ["nothing said", DATA, FIT, `</sheetData><pageSetup ${LYING}/>`],
    [
      "margins and a footer",
      `${DATA}<pageMargins left="1"/><headerFooter/>`,
      FIT,
      `<pageMargins left="1"/><pageSetup ${LYING}/><headerFooter/>`,
    ],
    [
      "a setup of its own",
      `<sheetPr filterMode="1"><tabColor rgb="FF0000"/></sheetPr>${DATA}<pageSetup paperSize="14" scale="40" orientation="portrait"/>`,
      `<sheetPr filterMode="1"><tabColor rgb="FF0000"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
      `<pageSetup paperSize="14" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    ],
    [
      "properties that close themselves",
      `<sheetPr codeName="L"/>${DATA}`,
      `<sheetPr codeName="L"><pageSetUpPr fitToPage="1"/></sheetPr>`,
      `<pageSetup ${LYING}/>`,
    ],
    [
      "fitting switched off",
      `<sheetPr><pageSetUpPr fitToPage="0"/></sheetPr>${DATA}`,
      FIT,
      `<pageSetup ${LYING}/>`,
    ],
  ])("%s", async (_, xml, properties, setup) => {
    const read = await partsAfter(buildXlsx({ sheets: [xml] }))
    const sheet = read("xl/worksheets/sheet1.xml").replace(/\s+/g, " ")
    expect(sheet).toContain(`>${properties}<cols>`)
    expect(sheet).toContain(setup)
  })
})

const workbookWith = (names: string) =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
  `<sheets><sheet name="S1" sheetId="1" r:id="s1"/></sheets>${names}<calcPr/></workbook>`
const title = (range: string) =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="0">'S1'!${range}</definedName>`

describe("headings are repeated on every page", () => {
  test.each([
    ["no names", "", DATA, `<definedNames>${title("$1:$1")}</definedNames><calcPr/>`],
    ["an empty list", "<definedNames/>", DATA, `<definedNames>${title("$1:$1")}</definedNames>`],
    [
      "a print area, which grows",
      `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'S1'!$A$1:$A$9</definedName></definedNames>`,
      DATA,
      `<definedName name="_xlnm.Print_Area" localSheetId="0">'S1'!$A$1:$B$9</definedName>${title("$1:$1")}`,
    ],
    ["titles of its own", `<definedNames>${title("$1:$2")}</definedNames>`, DATA, title("$1:$2")],
  ])("%s", async (_, names, xml, wanted) => {
    const bytes = buildXlsx({ sheets: [xml], workbook: workbookWith(names) })
    const workbook = (await partsAfter(bytes))("xl/workbook.xml")
    expect(workbook).toContain(wanted)
    expect(workbook.match(/Print_Titles/g)).toHaveLength(1)
  })

  test("all rows over which they are merged", async () => {
    const merged = `${DATA}<mergeCells><mergeCell ref="A1:A2"/></mergeCells>`
    const bytes = buildXlsx({ sheets: [merged], workbook: workbookWith("") })
    expect((await partsAfter(bytes, patchOf("S1", 2)))("xl/workbook.xml")).toContain(title("$1:$2"))
  })

  test("a list without headings repeats none", async () => {
    const bytes = buildXlsx({ sheets: [DATA], workbook: workbookWith("") })
    const workbook = (await partsAfter(bytes, patchOf("S1", null)))("xl/workbook.xml")
    expect(workbook).not.toContain("definedName")
  })
})

describe("an OpenDocument list", () => {
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`
  const rows = ["NIK", "satu"].map((text) => `<table:table-row>${cell(text)}</table:table-row>`)
  const body = `<table:table table:name="S1">${rows.join("")}</table:table>`
  const layout = (more: string) =>
    `<office:document-styles xmlns:office="o" xmlns:style="s" xmlns:fo="f"><style:page-layout><style:page-layout-properties ${more}/></style:page-layout></office:document-styles>`

  test("lies too, its headings repeated once, however often it comes back", async () => {
    const upright = `fo:page-width="21cm" fo:page-height="29.7cm" style:print-orientation="portrait" style:scale-to="40%"`
    const bytes = buildOds(body, "", { "styles.xml": layout(upright) })
    const once = await patchWorkbook(bytes, patchOf("S1"))
    if (!once.ok) throw new Error(once.refusal.detail)
    const read = await partsAfter(once.value)
    expect(read("styles.xml").replace(/\s+/g, " ")).toContain(
      `fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" style:scale-to-X="1"/>`,
    )
    const content = read("content.xml")
    expect(content.match(/<table:table-header-rows><table:table-row>/g)).toHaveLength(1)
  })
})
