import { quoteSheetName } from "../sheet-names.ts"
import type { SheetPicture } from "../sheet-spec.ts"
import { escapeAttribute, escapeContent } from "./text.ts"

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
/** Files of one content are one file: the moment of writing is not part of it. */
const FIXED_TIME = "2000-01-01T00:00:00Z"
const PIXEL_EMU = 9525

export interface BookSheet {
  readonly name: string
  readonly state: "visible" | "hidden" | "veryHidden"
  readonly picture?: SheetPicture | undefined
}

/** Names of the workbook that Excel knows by itself: header rows to repeat, ranges of filters. */
export interface SheetName {
  readonly name: "_xlnm.Print_Titles" | "_xlnm._FilterDatabase"
  /** 0-based sheet. */
  readonly sheet: number
  /** Absolute, of this sheet. */
  readonly ranges: readonly string[]
}

export function contentTypes(sheets: readonly BookSheet[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${type}"/>`
  const pictures = sheets.flatMap(({ picture }, i) =>
    picture
      ? [
          override(
            `xl/drawings/drawing${i + 1}.xml`,
            "application/vnd.openxmlformats-officedocument.drawing+xml",
          ),
        ]
      : [],
  )
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    (pictures.length > 0
      ? `<Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>`
      : "") +
    override("xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`) +
    sheets
      .map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, `${SHEET_TYPE}.worksheet+xml`))
      .join("") +
    override("xl/styles.xml", `${SHEET_TYPE}.styles+xml`) +
    pictures.join("") +
    override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml") +
    `</Types>`
  )
}

export function packageRelations(): string {
  return relations([
    ["rId1", `${RELATIONS}/officeDocument`, "xl/workbook.xml"],
    ["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
  ])
}

export function workbookRelations(sheets: readonly BookSheet[]): string {
  return relations([
    ...sheets.map(
      (_, i) => [`rId${i + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${i + 1}.xml`] as const,
    ),
    [`rId${sheets.length + 1}`, `${RELATIONS}/styles`, "styles.xml"],
  ])
}

type Link = readonly [id: string, type: string, target: string]

export function relations(links: readonly Link[]): string {
  const nodes = links.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
  )
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${nodes.join("")}</Relationships>`
}

export function workbookXml(sheets: readonly BookSheet[], names: readonly SheetName[]): string {
  const active = Math.max(
    0,
    sheets.findIndex(({ state }) => state === "visible"),
  )
  const entries = sheets.map(({ name, state }, i) => {
    const shown = state === "visible" ? "" : ` state="${state}"`
    return `<sheet name="${escapeAttribute(name)}" sheetId="${i + 1}"${shown} r:id="rId${i + 1}"/>`
  })
  const defined = names.map(({ name, sheet, ranges }) => {
    const hidden = name === "_xlnm._FilterDatabase" ? ' hidden="1"' : ""
    const quoted = quoteSheetName(sheets[sheet]?.name ?? "")
    const reference = ranges.map((range) => `${quoted}!${range}`).join(",")
    return `<definedName name="${name}" localSheetId="${sheet}"${hidden}>${escapeContent(reference)}</definedName>`
  })
  return (
    `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<bookViews><workbookView activeTab="${active}" firstSheet="${active}"/></bookViews>` +
    `<sheets>${entries.join("")}</sheets>` +
    (defined.length > 0 ? `<definedNames>${defined.join("")}</definedNames>` : "") +
    `</workbook>`
  )
}

export function coreProperties(title: string): string {
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${escapeAttribute(title)}</dc:title><dc:creator>Payung</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${FIXED_TIME}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${FIXED_TIME}</dcterms:modified>` +
    `</cp:coreProperties>`
  )
}

/** A picture at its own size, its corner at the top of a 0-based column. */
export function drawingXml({ widthPx, heightPx }: SheetPicture, column: number): string {
  const size = `cx="${Math.round(widthPx * PIXEL_EMU)}" cy="${Math.round(heightPx * PIXEL_EMU)}"`
  const drawing = "http://schemas.openxmlformats.org/drawingml/2006"
  return (
    `${XML}<xdr:wsDr xmlns:xdr="${drawing}/spreadsheetDrawing" xmlns:a="${drawing}/main">` +
    `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff>` +
    `<xdr:row>0</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext ${size}/>` +
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="1" name="Gambar"/>` +
    `<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>` +
    `<xdr:blipFill><a:blip xmlns:r="${RELATIONS}" r:embed="rId1"/>` +
    `<a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm>` +
    `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>` +
    `<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`
  )
}
