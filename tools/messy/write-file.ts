import * as XLSX from "@e965/xlsx"
import ExcelJS from "exceljs"
import { strToU8, unzipSync, zipSync } from "fflate"
import type { Random } from "../example-random.ts"
import { columnName, dateSerial, escapeXml, shownText, type Cell, type Grid } from "./grid.ts"
import { writeDocx } from "./write-docx.ts"
import { writePdf } from "./write-pdf.ts"
import { copiedText } from "./write-text.ts"
import { FIXED_TIME, writeRawXlsx, type XlsxDialect } from "./write-xlsx-raw.ts"

export type FileFormat = "xlsx" | "csv" | "ods" | "xls" | "docx" | "pdf"

const FORMATS: readonly FileFormat[] = [
  ...(["xlsx", "xlsx", "xlsx", "xlsx", "xlsx", "xlsx", "csv", "csv", "ods", "xls"] as const),
  ...(["docx", "pdf"] as const),
]
/** Of one sheet only. */
const FLAT: readonly FileFormat[] = ["csv", "docx", "pdf"]

/** Draws a program to write with; `printed` where a list is one that fits on paper. */
export function drawFormat(random: Random, sheets: number, printed: boolean): FileFormat {
  const format = random.pick(FORMATS)
  if (!printed && (format === "docx" || format === "pdf")) return "xlsx"
  return FLAT.includes(format) && sheets > 1 ? "xlsx" : format
}

/** Neither hidden rows nor hidden columns, and every cell as it is shown. */
export function isShown(format: FileFormat): boolean {
  return FLAT.includes(format)
}

export async function writeGrids(
  grids: readonly Grid[],
  format: FileFormat,
  random: Random,
): Promise<Uint8Array> {
  switch (format) {
    case "csv":
      return writeCsv(grids[0]!, random)
    case "docx":
      return writeDocx(grids[0]!)
    case "pdf":
      return await writePdf(grids[0]!, random)
    case "ods":
      return writeOds(grids)
    case "xls":
      return writeSheetJs(grids, "biff8")
    case "xlsx":
      return random.chance(0.4) ? await writeExcelJs(grids) : writeRawXlsx(grids, dialect(random))
  }
}

function dialect(random: Random): XlsxDialect {
  return {
    inline: random.chance(0.35),
    withoutReference: random.chance(0.15),
    strict: random.chance(0.1),
    prefix: random.chance(0.15) ? random.pick(["x", "ss", "main"]) : "",
    isoDates: random.chance(0.1),
  }
}

async function writeExcelJs(grids: readonly Grid[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  book.created = book.modified = FIXED_TIME.mtime
  for (const grid of grids) {
    const sheet = book.addWorksheet(grid.name, { state: grid.hidden ? "hidden" : "visible" })
    for (const [at, row] of grid.rows.entries()) {
      for (const [column, cell] of row.cells.entries())
        if (cell !== null && cell !== "") excelJsCell(sheet.getCell(at + 1, column + 1), cell)
      if (row.hidden) sheet.getRow(at + 1).hidden = true
    }
    for (const merge of grid.merges)
      sheet.mergeCells(merge.top + 1, merge.left + 1, merge.bottom + 1, merge.right + 1)
    for (const column of grid.hiddenColumns) sheet.getColumn(column + 1).hidden = true
  }
  // The library stamps the hour into the archive; the same seed must give the same bytes.
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()))
  return zipSync(parts, { level: 6, ...FIXED_TIME })
}

function excelJsCell(target: ExcelJS.Cell, cell: Exclude<Cell, null>): void {
  if (typeof cell === "string") target.value = cell
  else if (cell.kind === "number") target.value = Number(cell.digits)
  else if (cell.kind === "error") target.value = { error: cell.shown }
  else if (cell.kind === "formula")
    target.value = { formula: cell.formula, result: Number(cell.value), date1904: false }
  else {
    target.value = new Date(`${cell.iso}T00:00:00Z`)
    target.numFmt = cell.format
  }
}

function writeSheetJs(grids: readonly Grid[], bookType: "biff8"): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const grid of grids) {
    const sheet: XLSX.WorkSheet = {}
    const width = Math.max(1, ...grid.rows.map((row) => row.cells.length))
    sheet["!ref"] = `A1:${columnName(width - 1)}${Math.max(1, grid.rows.length)}`
    sheet["!merges"] = grid.merges.map((m) => ({
      s: { r: m.top, c: m.left },
      e: { r: m.bottom, c: m.right },
    }))
    for (const [r, row] of grid.rows.entries())
      for (const [c, cell] of row.cells.entries())
        if (cell !== null && cell !== "") sheet[`${columnName(c)}${r + 1}`] = sheetJsCell(cell)
    XLSX.utils.book_append_sheet(book, sheet, grid.name)
  }
  book.Workbook = { Sheets: grids.map(({ hidden }) => ({ Hidden: hidden ? 1 : 0 })) }
  return new Uint8Array(XLSX.write(book, { type: "array", bookType }) as ArrayBuffer)
}

function sheetJsCell(cell: Exclude<Cell, null>): XLSX.CellObject {
  if (typeof cell === "string") return { t: "s", v: cell }
  if (cell.kind === "error") return { t: "e", v: cell.shown === "#N/A" ? 42 : 23, w: cell.shown }
  if (cell.kind === "date") return { t: "n", v: dateSerial(cell.iso), z: cell.format }
  return { t: "n", v: Number(cell.kind === "number" ? cell.digits : cell.value) }
}

/** As a spreadsheet saves it: long numbers as they were shown. */
function writeCsv(grid: Grid, random: Random): Uint8Array {
  const delimiter = random.pick([",", ",", ";", ";", "\t", "|"])
  const ending = random.pick(["\r\n", "\n"])
  const quotesAll = random.chance(0.15)
  const width = Math.max(...grid.rows.map((row) => row.cells.length))
  const pads = random.chance(0.5)
  const lines = grid.rows.map(({ cells }) => {
    const texts = cells.map((cell) => copiedText(cell))
    const missing = pads ? width - texts.length : 0
    texts.push(...Array.from({ length: missing }, () => ""))
    return texts.map((text) => quoted(text, delimiter, quotesAll)).join(delimiter)
  })
  return encode(lines.join(ending) + ending, random)
}

function quoted(text: string, delimiter: string, always: boolean): string {
  const needs = always || text.includes(delimiter) || /["\r\n]/.test(text)
  return needs ? `"${text.replaceAll('"', '""')}"` : text
}

function encode(text: string, random: Random): Uint8Array {
  const isLatin = [...text].every((letter) => (letter.codePointAt(0) ?? 0) < 128)
  switch (random.pick(["utf8", "utf8", "bom", "utf16", isLatin ? "latin1" : "utf8"])) {
    case "bom":
      return Buffer.from(`\ufeff${text}`, "utf8")
    case "utf16":
      return Buffer.from(`\ufeff${text}`, "utf16le")
    case "latin1":
      return Buffer.from(text, "latin1")
    default:
      return Buffer.from(text, "utf8")
  }
}

const NS = "urn:oasis:names:tc:opendocument:xmlns"

/** Empty rows are counted, not repeated, as LibreOffice does. */
function writeOds(grids: readonly Grid[]): Uint8Array {
  const tables = grids.map((grid) => {
    const style = grid.hidden ? ` table:style-name="hidden"` : ""
    const rows = odsRows(grid).join("")
    return `<table:table table:name="${escapeXml(grid.name)}"${style}>${rows}</table:table>`
  })
  const content =
    `<?xml version="1.0" encoding="UTF-8"?><office:document-content` +
    ["office", "table", "text", "style"]
      .map((name) => ` xmlns:${name}="${NS}:${name}:1.0"`)
      .join("") +
    ` office:version="1.3"><office:automatic-styles>` +
    `<style:style style:name="hidden" style:family="table">` +
    `<style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables.join("")}</office:spreadsheet></office:body>` +
    `</office:document-content>`
  const type = strToU8("application/vnd.oasis.opendocument.spreadsheet")
  return zipSync({
    mimetype: [type, { level: 0, ...FIXED_TIME }],
    "content.xml": [strToU8(content), { level: 6, ...FIXED_TIME }],
  })
}

function odsRows(grid: Grid): string[] {
  const rows: string[] = []
  let empty = 0
  for (const row of grid.rows) {
    if (row.cells.every((cell) => cell === null || cell === "") && !row.hidden) {
      empty++
      continue
    }
    if (empty > 0)
      rows.push(
        `<table:table-row table:number-rows-repeated="${empty}"><table:table-cell/></table:table-row>`,
      )
    empty = 0
    const hidden = row.hidden ? ` table:visibility="collapse"` : ""
    rows.push(`<table:table-row${hidden}>${row.cells.map(odsCell).join("")}</table:table-row>`)
  }
  return rows
}

function odsCell(cell: Cell): string {
  if (cell === null || cell === "") return "<table:table-cell/>"
  const shown = shownText(cell).split("\n").map(odsText).join("")
  if (typeof cell === "string" || cell.kind === "error")
    return `<table:table-cell office:value-type="string">${shown}</table:table-cell>`
  if (cell.kind === "date")
    return `<table:table-cell office:value-type="date" office:date-value="${cell.iso}">${shown}</table:table-cell>`
  const digits = cell.kind === "number" ? cell.digits : cell.value
  return `<table:table-cell office:value-type="float" office:value="${digits}">${shown}</table:table-cell>`
}

function odsText(line: string): string {
  const spaced = escapeXml(line)
    .replace(/^ +| {2,}/g, (run) => `<text:s text:c="${run.length}"/>`)
    .replaceAll("\t", "<text:tab/>")
  return `<text:p>${spaced}</text:p>`
}
