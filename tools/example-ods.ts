import { strToU8, zipSync } from "fflate"
import { escapeXml } from "./example-grid.ts"
import type { Cell, Grid, GridMerge, GridRow } from "./example-grid.ts"

const NS = "urn:oasis:names:tc:opendocument:xmlns"
const MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
const FIXED_TIME = { mtime: new Date(2025, 9, 1, 8, 0, 0) }

/** An OpenDocument spreadsheet with hidden rows and merges; the mimetype comes first and stored. */
export function writeOds(grids: readonly Grid[]): Uint8Array {
  return zipSync({
    mimetype: [strToU8(MIMETYPE), { level: 0, ...FIXED_TIME }],
    "content.xml": [strToU8(contentXml(grids)), { level: 9, ...FIXED_TIME }],
    "META-INF/manifest.xml": [strToU8(manifestXml()), { level: 9, ...FIXED_TIME }],
  })
}

function contentXml(grids: readonly Grid[]): string {
  const slash = "<number:text>/</number:text>"
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<office:document-content xmlns:office="${NS}:office:1.0" xmlns:table="${NS}:table:1.0"` +
    ` xmlns:text="${NS}:text:1.0" xmlns:style="${NS}:style:1.0"` +
    ` xmlns:number="${NS}:datastyle:1.0" office:version="1.2"><office:automatic-styles>` +
    `<number:date-style style:name="N1"><number:day number:style="long"/>${slash}` +
    `<number:month number:style="long"/>${slash}<number:year number:style="long"/>` +
    `</number:date-style>` +
    `<style:style style:name="tgl" style:family="table-cell" style:data-style-name="N1"/>` +
    `<style:style style:name="coret" style:family="table-cell">` +
    `<style:text-properties style:text-line-through-style="solid"` +
    ` style:text-line-through-type="single"/></style:style>` +
    `</office:automatic-styles><office:body><office:spreadsheet>` +
    `${grids.map(tableXml).join("")}</office:spreadsheet></office:body></office:document-content>`
  )
}

function tableXml(grid: Grid): string {
  const rows = grid.rows.map((row, index) => rowXml(row, index, grid.merges)).join("")
  return `<table:table table:name="${escapeXml(grid.name)}">${rows}</table:table>`
}

function rowXml(row: GridRow, index: number, merges: readonly GridMerge[]): string {
  const visibility = row.hidden ? ` table:visibility="filter"` : ""
  const style = row.struck ? ` table:style-name="coret"` : ""
  const cells = row.cells.map((cell, column) => {
    const merge = merges.find(
      (m) => m.left <= column && column <= m.right && m.top <= index && index <= m.bottom,
    )
    if (merge && (merge.top !== index || merge.left !== column))
      return "<table:covered-table-cell/>"
    const span = merge
      ? ` table:number-rows-spanned="${merge.bottom - merge.top + 1}"` +
        ` table:number-columns-spanned="${merge.right - merge.left + 1}"`
      : ""
    return cellXml(cell, `${style}${span}`)
  })
  const filled = cells.join("") || "<table:table-cell/>"
  return `<table:table-row${visibility}>${filled}</table:table-row>`
}

function cellXml(cell: Cell, attributes: string): string {
  if (cell === null || cell === "") return `<table:table-cell${attributes}/>`
  if (typeof cell === "string") {
    return stringXml(cell, attributes)
  }
  if (cell.kind === "number") return floatXml(cell.digits, attributes)
  if (cell.kind === "date") {
    const [y, m, d] = cell.iso.split("-")
    return (
      `<table:table-cell table:style-name="tgl" office:value-type="date"` +
      ` office:date-value="${cell.iso}">` +
      `<text:p>${d}/${m}/${y}</text:p></table:table-cell>`
    )
  }
  const formula = `${attributes} table:formula="of:=${escapeXml(cell.formula)}"`
  if (/^\d+$/.test(cell.value)) return floatXml(cell.value, formula)
  return stringXml(cell.value, formula)
}

function stringXml(text: string, attributes: string): string {
  return (
    `<table:table-cell${attributes} office:value-type="string">` +
    `${paragraphs(text)}</table:table-cell>`
  )
}

function floatXml(digits: string, attributes: string): string {
  return (
    `<table:table-cell${attributes} office:value-type="float" office:value="${digits}">` +
    `<text:p>${digits}</text:p></table:table-cell>`
  )
}

/** A line break is another paragraph; runs of spaces need their own element. */
function paragraphs(text: string): string {
  const spaced = (line: string): string =>
    escapeXml(line).replace(/^ +| {2,}| +$/g, (run) => `<text:s text:c="${run.length}"/>`)
  return text
    .split("\n")
    .map((line) => `<text:p>${spaced(line)}</text:p>`)
    .join("")
}

function manifestXml(): string {
  const entry = (path: string, type: string): string =>
    `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`
  return (
    `<?xml version="1.0" encoding="UTF-8"?>` +
    `<manifest:manifest xmlns:manifest="${NS}:manifest:1.0">` +
    `${entry("/", MIMETYPE)}${entry("content.xml", "text/xml")}</manifest:manifest>`
  )
}
