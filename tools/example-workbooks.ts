import * as XLSX from "@e965/xlsx"
import { strToU8, zipSync } from "fflate"
import { cellText, columnName, dateSerial, escapeXml } from "./example-grid.ts"
import type { Cell, Grid, GridRow } from "./example-grid.ts"

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/** Zip entries carry one fixed time: the same content must be the same bytes. */
export function zipFixed(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)])
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(2025, 9, 1, 8, 0, 0) })
}

export function writeXlsx(grids: readonly Grid[]): Uint8Array {
  const shared = new Map<string, number>()
  const sheets = grids.map((grid) => sheetXml(grid, shared))
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(grids.length),
    "_rels/.rels": relations([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml": workbookXml(grids),
    "xl/_rels/workbook.xml.rels": relations([
      ...grids.map((_, i): [string, string] => ["worksheet", `worksheets/sheet${i + 1}.xml`]),
      ["styles", "styles.xml"],
      ["sharedStrings", "sharedStrings.xml"],
    ]),
    "xl/styles.xml": stylesXml(),
    "xl/sharedStrings.xml": sharedXml(shared),
  }
  sheets.forEach((xml, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = xml))
  return zipFixed(parts)
}

function sheetXml(grid: Grid, shared: Map<string, number>): string {
  const rows = grid.rows.map((row, index) => rowXml(row, index + 1, shared)).join("")
  const spans = grid.merges.map(
    (m) =>
      `<mergeCell ref="${columnName(m.left)}${m.top + 1}:${columnName(m.right)}${m.bottom + 1}"/>`,
  )
  const merges = spans.length
    ? `<mergeCells count="${spans.length}">${spans.join("")}</mergeCells>`
    : ""
  return `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${merges}</worksheet>`
}

function rowXml(row: GridRow, number: number, shared: Map<string, number>): string {
  const hidden = row.hidden ? ` hidden="1"` : ""
  const base = row.struck ? 2 : row.bold ? 4 : 0
  const cells = row.cells.map((cell, i) => cellXml(cell, `${columnName(i)}${number}`, base, shared))
  const filled = cells.join("")
  return filled === "" && !hidden ? "" : `<row r="${number}"${hidden}>${filled}</row>`
}

/** Styles: 0 plain, 1 date, 2 struck, 3 struck date, 4 bold. */
function cellXml(cell: Cell, at: string, style: number, shared: Map<string, number>): string {
  const open = `<c r="${at}"${style ? ` s="${style}"` : ""}`
  if (cell === null) return ""
  if (typeof cell === "string") {
    if (cell === "") return ""
    if (!shared.has(cell)) shared.set(cell, shared.size)
    return `${open} t="s"><v>${shared.get(cell)}</v></c>`
  }
  if (cell.kind === "number") return `${open}><v>${cell.digits}</v></c>`
  if (cell.kind === "date")
    return `<c r="${at}" s="${style === 2 ? 3 : 1}"><v>${dateSerial(cell.iso)}</v></c>`
  const formula = `<f>${escapeXml(cell.formula)}</f><v>${escapeXml(cell.value)}</v></c>`
  if (cell.kind === "error") return `${open} t="e">${formula}`
  return /^\d+$/.test(cell.value) ? `${open}>${formula}` : `${open} t="str">${formula}`
}

function workbookXml(grids: readonly Grid[]): string {
  const sheets = grids.map(
    (g, i) => `<sheet name="${escapeXml(g.name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  const open = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">`
  return `${open}<sheets>${sheets.join("")}</sheets></workbook>`
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const lines = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`
}

function contentTypes(sheets: number): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${SHEET_TYPE}.${type}+xml"/>`
  const numbered = Array.from({ length: sheets }, (_, i) =>
    part(`worksheets/sheet${i + 1}`, "worksheet"),
  )
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels"` +
    ` ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    part("workbook", "sheet.main") +
    part("styles", "styles") +
    part("sharedStrings", "sharedStrings") +
    `${numbered.join("")}</Types>`
  )
}

function stylesXml(): string {
  const font = (inner: string): string => `<font>${inner}<sz val="11"/><name val="Calibri"/></font>`
  const xf = (format: number, fontId: number): string =>
    `<xf numFmtId="${format}" fontId="${fontId}" fillId="0" borderId="0" xfId="0"` +
    ` applyNumberFormat="1" applyFont="1"/>`
  return (
    `${XML}<styleSheet xmlns="${MAIN}">` +
    `<fonts count="3">${font("")}${font("<strike/>")}${font("<b/>")}</fonts>` +
    `<fills count="1"><fill><patternFill patternType="none"/></fill></fills>` +
    `<borders count="1"><border/></borders>` +
    `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
    `<cellXfs count="5">${xf(0, 0)}${xf(14, 0)}${xf(0, 1)}${xf(14, 1)}${xf(0, 2)}</cellXfs>` +
    `<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>` +
    `</styleSheet>`
  )
}

function sharedXml(shared: ReadonlyMap<string, number>): string {
  const items = [...shared.keys()].map(
    (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
  )
  const counts = `count="${shared.size}" uniqueCount="${shared.size}"`
  return `${XML}<sst xmlns="${MAIN}" ${counts}>${items.join("")}</sst>`
}

/** BIFF8 keeps no hidden or struck rows here; the lists written as .xls have none. */
export function writeXls(grids: readonly Grid[]): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const grid of grids) {
    const sheet: XLSX.WorkSheet = {}
    const width = Math.max(...grid.rows.map((row) => row.cells.length))
    sheet["!ref"] = `A1:${columnName(width - 1)}${grid.rows.length}`
    sheet["!merges"] = grid.merges.map((m) => ({
      s: { r: m.top, c: m.left },
      e: { r: m.bottom, c: m.right },
    }))
    grid.rows.forEach((row, r) =>
      row.cells.forEach((cell, c) => {
        const made = xlsCell(cell)
        if (made) sheet[`${columnName(c)}${r + 1}`] = made
      }),
    )
    XLSX.utils.book_append_sheet(book, sheet, grid.name)
  }
  return new Uint8Array(XLSX.write(book, { bookType: "biff8", type: "buffer" }) as Uint8Array)
}

function xlsCell(cell: Cell): XLSX.CellObject | null {
  if (cell === null || cell === "") return null
  if (typeof cell === "string") return { t: "s", v: cell }
  if (cell.kind === "number") return { t: "n", v: Number(cell.digits) }
  if (cell.kind === "date") return { t: "n", v: dateSerial(cell.iso), z: "dd/mm/yyyy" }
  return { t: "s", v: cellText(cell) }
}

/** A compound file as Office writes for a workbook with a password; its content is noise. */
export function writeProtectedStub(noise: Uint8Array): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(file, "/EncryptionInfo", strToU8(`${XML}<encryption/>`.padEnd(600, " ")))
  XLSX.CFB.utils.cfb_add(file, "/EncryptedPackage", noise)
  return new Uint8Array(XLSX.CFB.write(file, { type: "buffer" }) as Uint8Array)
}
