import { strFromU8, unzipSync } from "fflate"
import { expect, test } from "vitest"
import { brief, buildOds, sheetsOf } from "../fixture.testing.ts"
import { hiddenIdOf, NOTE_HEADER, ROW_ID_HEADER, rowIdsOf } from "../hidden-id.ts"
import type { WorkbookPatch } from "./spec.ts"
import { patchWorkbook } from "./workbook.ts"

const STYLES =
  `<style:style style:name="ce1" style:family="table-cell"><style:table-cell-properties fo:border="1pt solid"/></style:style>` +
  `<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="Good"/>` +
  `<style:style style:name="ro1" style:family="table-row"><style:table-row-properties style:row-height="3cm"/></style:style>`

const text = (value: string, more = "") =>
  `<table:table-cell office:value-type="string"${more}><text:p>${value}</text:p></table:table-cell>`
const HEAD = `<table:table-row>${text("NIK")}${text("Nama")}<table:table-cell table:number-columns-repeated="1022"/></table:table-row>`

/** As LibreOffice writes it: runs of columns, cells and rows up to the end of the sheet. */
const LIST =
  `<table:table table:name="Daftar"><table:table-column table:number-columns-repeated="1024" table:default-cell-style-name="ce2"/>` +
  `<table:table-header-rows>${HEAD}</table:table-header-rows>` +
  `<table:table-row table:number-rows-repeated="3">${text("sama", ' table:number-columns-repeated="2" table:style-name="ce1"')}<table:table-cell table:number-columns-repeated="1022"/></table:table-row>` +
  `<table:table-row table:style-name="ro1"><table:table-cell/></table:table-row>` +
  `<table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>`
const OTHER = `<table:table table:name="Lain"><table:table-row>${text("tetap")}</table:table-row></table:table>`

const patch: WorkbookPatch = {
  hiddenId: "7d1e",
  sheets: [
    {
      name: "Daftar",
      headerRow: 1,
      marks: [
        { row: 3, column: 1, kind: "error" },
        { row: 5, column: 0, kind: "warning" },
      ],
      notes: [
        { row: 3, text: "=satu\ndua  blanks & <x>\u0001", id: "a" },
        { row: 5, text: "satu\ndua\ntiga", id: "b" },
        { row: 20, text: "jauh" },
      ],
    },
  ],
}

async function patched(bytes: Uint8Array, wanted = patch): Promise<Uint8Array> {
  const result = await patchWorkbook(bytes, wanted)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

const contentOf = (bytes: Uint8Array) =>
  strFromU8(unzipSync(bytes)["content.xml"] ?? new Uint8Array())

test("splits runs of rows, cells and columns where something is put in", async () => {
  const bytes = await patched(buildOds(LIST + OTHER, STYLES))
  const sheets = await sheetsOf(bytes)
  expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
    ["Daftar", false],
    ["Lain", false],
    ["_payung", true],
  ])
  expect(hiddenIdOf(sheets)).toBe("7d1e")
  const [list] = sheets
  if (!list) throw new Error("no sheet")
  expect(brief(list)).toEqual([
    "1:0 text NIK",
    "1:1 text Nama",
    `1:2 text ${NOTE_HEADER}`,
    `1:3 text ${ROW_ID_HEADER}`,
    "2:0 text sama",
    "2:1 text sama",
    "3:0 text sama",
    "3:1 text sama",
    "3:2 text =satu\ndua  blanks & <x>\ufffd",
    "3:3 text a",
    "4:0 text sama",
    "4:1 text sama",
    "5:2 text satu\ndua\ntiga",
    "5:3 text b",
    "20:2 text jauh",
  ])
  expect(list.hiddenColumns).toEqual([3])
  expect([...rowIdsOf(list)]).toEqual([
    [3, "a"],
    [5, "b"],
  ])
  expect(contentOf(bytes)).toContain(OTHER)
})

test("derives styles from the cell's own, its row's or its column's", async () => {
  const content = contentOf(await patched(buildOds(LIST, STYLES)))
  const derived = /<style:style style:name="payung-\d+".*?<\/style:style>/g
  const styles = content.match(derived)?.map((style) => style.replace(/payung-\d+/, "P"))
  expect(styles).toContain(
    `<style:style style:name="P" style:family="table-cell"><style:table-cell-properties fo:border="1pt solid" fo:background-color="#f8cbae"/></style:style>`,
  )
  expect(styles).toContain(
    `<style:style style:name="P" style:family="table-cell" style:parent-style-name="Good"><style:table-cell-properties fo:background-color="#fff2cd"/></style:style>`,
  )
  // Three lines fit into the 3 cm that the row has, two do not fit into a row of no known height.
  expect(content).toContain(`<table:table-row table:style-name="ro1">`)
  expect(styles?.filter((style) => style.includes("row-height"))).toHaveLength(1)
})

test("a second time the same columns are used, and old colours go", async () => {
  const second: WorkbookPatch = {
    hiddenId: "7d1f",
    sheets: [{ name: "Daftar", headerRow: 1, marks: [], notes: [{ row: 5, text: "lagi" }] }],
  }
  const bytes = await patched(await patched(buildOds(LIST + OTHER, STYLES)), second)
  const sheets = await sheetsOf(bytes)
  expect(hiddenIdOf(sheets)).toBe("7d1f")
  expect(sheets).toHaveLength(3)
  const cells = brief(sheets[0] ?? { ...EMPTY })
  expect(cells.filter((cell) => /:[23] /.test(cell))).toEqual([
    `1:2 text ${NOTE_HEADER}`,
    `1:3 text ${ROW_ID_HEADER}`,
    "5:2 text lagi",
  ])
  const body = contentOf(bytes).split("<office:body>")[1] ?? ""
  const used = [...body.matchAll(/table-cell table:style-name="(payung-\d+)"/g)].map(
    ([, name]) => name,
  )
  const coloured = used.filter((name) =>
    new RegExp(`"${name}"[^>]*><style:table-cell-properties[^>]*"#f`).test(contentOf(bytes)),
  )
  expect(coloured).toEqual([])
})

const EMPTY = {
  name: "",
  hidden: false,
  date1904: false,
  rows: [],
  merges: [],
  hiddenColumns: [],
}

const cases: readonly [string, string, string][] = [
  ["a sheet of another name", OTHER, "unsupported"],
  ["two sheets of one name", LIST + LIST, "unsupported"],
  ["a sheet without rows", `<table:table table:name="Daftar"/>`, "unsupported"],
]

test.each(cases)("refuses %s", async (_, body, kind) => {
  const result = await patchWorkbook(buildOds(body, STYLES), patch)
  expect(result.ok ? "patched" : result.refusal.kind).toBe(kind)
})

test("a document without a styles part is printed lying, as wide as a page", async () => {
  const entry = `<m:file-entry m:full-path="content.xml" m:media-type="text/xml"/>`
  const manifest = `<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">${entry}</m:manifest>`
  const parts = unzipSync(
    await patched(buildOds(LIST + OTHER, STYLES, { "META-INF/manifest.xml": manifest })),
  )
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
  expect(textOf("styles.xml")).toContain('style:scale-to-X="1"')
  expect(textOf("META-INF/manifest.xml")).toContain(
    `${entry}<m:file-entry m:full-path="styles.xml" m:media-type="text/xml"/></m:manifest>`,
  )
  const listed = unzipSync(await patched(buildOds(LIST + OTHER, STYLES)))
  expect(Object.keys(listed)).not.toContain("styles.xml")
})
