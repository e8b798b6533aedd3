/** Small good files, out of which bad ones are made. */
import type { RawEntry } from "./raw-zip.ts"

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const PACKAGE = "http://schemas.openxmlformats.org/package/2006"
const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export type Parts = Readonly<Record<string, string | Uint8Array>>

const PEOPLE = [
  ["No", "Nama", "NIK", "Pekerjaan"],
  ["1", "BUDI", "6471031708809001", "Nelayan"],
  ["2", "SITI", "6471035708809002", "Penjahit"],
]

export function sheetXml(rows: string, before = "", after = ""): string {
  return `${XML}<worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function goodRows(): string {
  return PEOPLE.map((row, index) => {
    const cells = row.map(
      (text, column) =>
        `<c r="${"ABCD"[column]}${index + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
    )
    return `<row r="${index + 1}">${cells.join("")}</row>`
  }).join("")
}

/** An xlsx by its parts; `changes` replace or add some. */
export function xlsxParts(changes: Parts = {}): Parts {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
  return {
    "[Content_Types].xml": `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    "_rels/.rels": `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation("r1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${XML}<Relationships>${relation("s1", "worksheet", "worksheets/sheet1.xml")}${relation("s2", "sharedStrings", "sharedStrings.xml")}${relation("s3", "styles", "styles.xml")}</Relationships>`,
    "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}"><si><t>Nama</t></si></sst>`,
    "xl/styles.xml": `${XML}<styleSheet xmlns="${MAIN}"><fonts><font/></fonts><cellXfs><xf numFmtId="0" fontId="0"/></cellXfs></styleSheet>`,
    "xl/worksheets/sheet1.xml": sheetXml(goodRows()),
    ...changes,
  }
}

export function odsParts(table: string): Parts {
  const name = "urn:oasis:names:tc:opendocument:xmlns"
  return {
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `${XML}<office:document-content xmlns:office="${name}:office:1.0" xmlns:table="${name}:table:1.0" xmlns:text="${name}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Data">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
  }
}

export function docxParts(body: string): Parts {
  return {
    "_rels/.rels": `${XML}<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${XML}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
  }
}

export function entriesOf(parts: Parts): RawEntry[] {
  return Object.entries(parts).map(([name, text]) => ({
    name,
    content: typeof text === "string" ? Buffer.from(text) : text,
  }))
}

export function goodCsv(): string {
  return PEOPLE.map((row) => row.join(",")).join("\n")
}
