import { strToU8, zipSync } from "fflate"
import { columnName, dateSerial, escapeXml, type Cell, type Grid } from "./grid.ts"

/** How a program writes its sheets; offices use more programs than one. */
export interface XlsxDialect {
  /** Strings in the cell, as Google Sheets' and many servers' exports have them. */
  readonly inline: boolean
  /** Cells and rows without their `r`: each follows the one before. */
  readonly withoutReference: boolean
  /** ISO/IEC 29500 strict, with other namespaces. */
  readonly strict: boolean
  /** Elements with a prefix, as .NET libraries write them. */
  readonly prefix: string
  /** Dates as ISO text, of type d. */
  readonly isoDates: boolean
}

const XML = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n`
const LOOSE = "http://schemas.openxmlformats.org"
const STRICT = "http://purl.oclc.org/ooxml"
const PACKAGE = `${LOOSE}/package/2006/relationships`

/** Entries carry one fixed time: the same seed must give the same bytes. */
export const FIXED_TIME = { mtime: new Date(2025, 9, 1, 8, 0, 0) }

export function writeRawXlsx(grids: readonly Grid[], dialect: XlsxDialect): Uint8Array {
  const writer = new SheetWriter(dialect)
  const sheets = grids.map((grid) => writer.sheet(grid))
  const { main, relations } = namespaces(dialect)
  const parts: Record<string, string> = {
    "[Content_Types].xml": contentTypes(grids.length),
    "_rels/.rels": relationships([[`${relations}/officeDocument`, "xl/workbook.xml"]]),
    "xl/workbook.xml": writer.workbook(grids),
    "xl/_rels/workbook.xml.rels": relationships([
      ...grids.map((_, at) => [`${relations}/worksheet`, `worksheets/sheet${at + 1}.xml`] as const),
      [`${relations}/styles`, "styles.xml"],
      [`${relations}/sharedStrings`, "sharedStrings.xml"],
    ]),
    "xl/styles.xml": STYLES(main),
    "xl/sharedStrings.xml": writer.strings(),
  }
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheet
  const entries = Object.entries(parts).map(([name, text]) => [name, strToU8(text)])
  return zipSync(Object.fromEntries(entries), { level: 6, ...FIXED_TIME })
}

function namespaces({ strict }: XlsxDialect) {
  const base = strict ? STRICT : LOOSE
  const year = strict ? "" : "/2006"
  return {
    main: `${base}/spreadsheetml${year}/main`,
    relations: `${base}/officeDocument${year}/relationships`,
  }
}

class SheetWriter {
  readonly #dialect: XlsxDialect
  readonly #shared = new Map<string, number>()
  readonly #p: string

  constructor(dialect: XlsxDialect) {
    this.#dialect = dialect
    this.#p = dialect.prefix === "" ? "" : `${dialect.prefix}:`
  }

  #root(name: string, inner: string): string {
    const { main, relations } = namespaces(this.#dialect)
    const at = this.#p === "" ? "xmlns" : `xmlns:${this.#dialect.prefix}`
    return `${XML}<${this.#p}${name} ${at}="${main}" xmlns:r="${relations}">${inner}</${this.#p}${name}>`
  }

  sheet(grid: Grid): string {
    const p = this.#p
    const rows = grid.rows.map((row, at) => this.#row(row.cells, at + 1, row.hidden ?? false))
    const cols = grid.hiddenColumns
      .map((column) => `<${p}col min="${column + 1}" max="${column + 1}" width="9" hidden="1"/>`)
      .join("")
    const merges = grid.merges.map(
      (merge) =>
        `<${p}mergeCell ref="${columnName(merge.left)}${merge.top + 1}:` +
        `${columnName(merge.right)}${merge.bottom + 1}"/>`,
    )
    return this.#root(
      "worksheet",
      (cols && `<${p}cols>${cols}</${p}cols>`) +
        `<${p}sheetData>${rows.join("")}</${p}sheetData>` +
        (merges.length > 0 ? `<${p}mergeCells>${merges.join("")}</${p}mergeCells>` : ""),
    )
  }

  #row(cells: readonly Cell[], row: number, hidden: boolean): string {
    const p = this.#p
    const bare = this.#dialect.withoutReference
    const written = cells.map((cell, at) =>
      this.#cell(cell, bare ? "" : ` r="${columnName(at)}${row}"`),
    )
    const mark = (bare ? "" : ` r="${row}"`) + (hidden ? ` hidden="1"` : "")
    return `<${p}row${mark}>${written.join("")}</${p}row>`
  }

  #cell(cell: Cell, at: string): string {
    const p = this.#p
    if (cell === null || cell === "") return this.#dialect.withoutReference ? `<${p}c/>` : ""
    if (typeof cell === "string") return this.#text(cell, at)
    if (cell.kind === "number") return `<${p}c${at}><${p}v>${cell.digits}</${p}v></${p}c>`
    if (cell.kind === "date") {
      if (this.#dialect.isoDates)
        return `<${p}c${at} s="1" t="d"><${p}v>${cell.iso}</${p}v></${p}c>`
      return `<${p}c${at} s="1"><${p}v>${dateSerial(cell.iso)}</${p}v></${p}c>`
    }
    if (cell.kind === "error")
      return `<${p}c${at} t="e"><${p}f>VLOOKUP(A1,X!A:B,2,0)</${p}f><${p}v>${cell.shown}</${p}v></${p}c>`
    const formula = `<${p}f>${escapeXml(cell.formula)}</${p}f>`
    return `<${p}c${at}>${formula}<${p}v>${escapeXml(cell.value)}</${p}v></${p}c>`
  }

  #text(text: string, at: string): string {
    const p = this.#p
    const t = `<${p}t xml:space="preserve">${escapeXml(text)}</${p}t>`
    if (this.#dialect.inline) return `<${p}c${at} t="inlineStr"><${p}is>${t}</${p}is></${p}c>`
    const index = this.#shared.get(text) ?? this.#shared.size
    this.#shared.set(text, index)
    return `<${p}c${at} t="s"><${p}v>${index}</${p}v></${p}c>`
  }

  strings(): string {
    const p = this.#p
    const items = [...this.#shared.keys()].map(
      (text) => `<${p}si><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}si>`,
    )
    return this.#root("sst", items.join(""))
  }

  workbook(grids: readonly Grid[]): string {
    const p = this.#p
    const sheets = grids.map(
      (grid, at) =>
        `<${p}sheet name="${escapeXml(grid.name)}" sheetId="${at + 1}"` +
        `${grid.hidden ? ` state="hidden"` : ""} r:id="rId${at + 1}"/>`,
    )
    return this.#root("workbook", `<${p}sheets>${sheets.join("")}</${p}sheets>`)
  }
}

function relationships(links: readonly (readonly [string, string])[]): string {
  const lines = links.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}">${lines.join("")}</Relationships>`
}

function contentTypes(sheets: number): string {
  const type = "application/vnd.openxmlformats-officedocument.spreadsheetml"
  const part = (name: string, kind: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`
  const numbered = Array.from({ length: sheets }, (_, at) =>
    part(`worksheets/sheet${at + 1}`, "worksheet"),
  )
  return (
    `${XML}<Types xmlns="${LOOSE}/package/2006/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${part("workbook", "sheet.main")}` +
    `${part("styles", "styles")}${part("sharedStrings", "sharedStrings")}${numbered.join("")}</Types>`
  )
}

/** Style 1 shows a date. */
const STYLES = (main: string): string =>
  `${XML}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts>` +
  `<fills count="1"><fill/></fills><borders count="1"><border/></borders>` +
  `<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/>` +
  `<xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`
