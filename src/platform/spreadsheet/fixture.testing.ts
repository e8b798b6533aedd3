import { strToU8, zipSync } from "fflate"
import { readWorkbook } from "./read-workbook.ts"
import type { RawSheet } from "./workbook.ts"

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

export interface XlsxParts {
  /** Inner XML of each worksheet, without the root element. */
  readonly sheets: readonly string[]
  readonly strings?: string
  readonly styles?: string
  readonly workbook?: string
  /** Announces a styles part that is not there. */
  readonly lostStyles?: boolean
  readonly extra?: Readonly<Record<string, string>>
}

/** A hand-written workbook of the parts given; sheets are called S1, S2, ... */
export function buildXlsx(parts: XlsxParts): Uint8Array {
  return zipText(partsOf(parts))
}

export function partsOf(parts: XlsxParts): Record<string, string> {
  const { sheets, strings, styles } = parts
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
  const entries: Record<string, string> = {
    "[Content_Types].xml": "<Types></Types>",
    "_rels/.rels": relationships(link("r1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml":
      parts.workbook ??
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets
        .map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="s${i + 1}"/>`)
        .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${sheets
      .map((_, i) => link(`s${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`))
      .join("")}${strings ? link("x", "sharedStrings", "/xl/sharedStrings.xml") : ""}${
      styles || parts.lostStyles ? link("y", "styles", "styles.xml") : ""
    }</Relationships>`,
    ...parts.extra,
  }
  for (const [i, sheet] of sheets.entries())
    entries[`xl/worksheets/sheet${i + 1}.xml`] = `<worksheet xmlns="${MAIN}">${sheet}</worksheet>`
  if (strings) entries["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${strings}</sst>`
  if (styles) entries["xl/styles.xml"] = `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`
  return entries
}

function relationships(links: string): string {
  return `<Relationships>${links}</Relationships>`
}

const NAMESPACES = ["office", "table", "text", "style", "calcext"]
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(" ")

/** A hand-written OpenDocument spreadsheet: inner XML of the automatic styles and of the body. */
export function buildOds(body: string, styles = "", extra: Record<string, string> = {}) {
  return zipText({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml":
      `<office:document-content ${NAMESPACES}>` +
      `<office:automatic-styles>${styles}</office:automatic-styles><office:body>` +
      `<office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`,
    ...extra,
  })
}

export function zipText(entries: Readonly<Record<string, string>>): Uint8Array {
  const bytes = Object.entries(entries).map(([name, text]) => [name, strToU8(text)] as const)
  return zipSync(Object.fromEntries(bytes))
}

/** The sheets of a file that must be readable. */
export async function sheetsOf(bytes: Uint8Array): Promise<readonly RawSheet[]> {
  const workbook = await readWorkbook(bytes, "x")
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.refusal))
  return workbook.value.sheets
}

export async function firstSheet(bytes: Uint8Array): Promise<RawSheet> {
  const sheet = (await sheetsOf(bytes))[0]
  if (!sheet) throw new Error("no sheet")
  return sheet
}

/** Cells as "row:column kind text", with marks f (formula) and s (struck). */
export function brief(sheet: RawSheet): string[] {
  return sheet.rows.flatMap((row) =>
    row.cells.map(({ column, kind, text, formula, struck }) => {
      const marks = (formula ? " f" : "") + (struck ? " s" : "")
      return `${row.number}:${column} ${kind} ${text}${marks}`
    }),
  )
}
