import { ZipWriter, type ByteSink } from "../../files/zip-writer.ts"
import { HIDDEN_LABEL, HIDDEN_SHEET } from "../hidden-id.ts"
import { columnLetters } from "../cell-reference.ts"
import { StyleTable } from "../sheet-style.ts"
import { textCell } from "./cells.ts"
import {
  contentTypes,
  coreProperties,
  drawingXml,
  MAIN,
  packageRelations,
  relations,
  RELATIONS,
  workbookRelations,
  workbookXml,
  XML,
  type BookSheet,
  type SheetName,
} from "./parts.ts"

export interface BookPart extends BookSheet {
  /** The worksheet part, in blocks. */
  readonly blocks: (styles: StyleTable) => AsyncIterable<Uint8Array>
  /** Columns of the table, at whose right a picture stands. */
  readonly width?: number
}

export interface Book {
  readonly title: string
  readonly sheets: readonly BookPart[]
  /** Asked when all sheets are written. */
  readonly names: () => readonly SheetName[]
}

/** Puts the parts of an .xlsx together (ECMA-376 parts 1 and 2), sheet after sheet. */
export async function writeBook({ title, sheets, names }: Book, sink: ByteSink): Promise<void> {
  const zip = new ZipWriter(sink)
  await zip.add("[Content_Types].xml", contentTypes(sheets))
  await zip.add("_rels/.rels", packageRelations())
  const styles = new StyleTable()
  for (const [i, sheet] of sheets.entries()) {
    await zip.addBlocks(`xl/worksheets/sheet${i + 1}.xml`, sheet.blocks(styles))
    if (sheet.picture) await writePicture(zip, sheet, i + 1)
  }
  await zip.add("xl/workbook.xml", workbookXml(sheets, names()))
  await zip.add("xl/_rels/workbook.xml.rels", workbookRelations(sheets))
  await zip.add("xl/styles.xml", `${XML}<styleSheet xmlns="${MAIN}">${styles.xml()}</styleSheet>`)
  await zip.add("docProps/core.xml", coreProperties(title))
  await zip.finish()
}

/** Texts by row and column, by default on a sheet that only machines read. */
export function gridSheet(
  name: string,
  grid: readonly (readonly string[])[],
  state: BookPart["state"] = "veryHidden",
): BookPart {
  return {
    name,
    state,
    async *blocks(styles) {
      const style = styles.indexOf({ role: "subtitle", kind: "text" })
      const rows = grid.map((texts, row) => {
        const cells = texts.map((text, column) =>
          text === "" ? "" : textCell(`${columnLetters(column)}${row + 1}`, text, style),
        )
        return `<row r="${row + 1}">${cells.join("")}</row>`
      })
      yield Buffer.from(
        `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join("")}</sheetData></worksheet>`,
      )
    },
  }
}

/** By which a returned file is recognised. */
export function idSheet(id: string): BookPart {
  return gridSheet(HIDDEN_SHEET, [[HIDDEN_LABEL, id]])
}

async function writePicture(zip: ZipWriter, sheet: BookPart, number: number): Promise<void> {
  const { picture, width = 0 } = sheet
  if (!picture) return
  const link = (type: string, target: string) =>
    relations([["rId1", `${RELATIONS}/${type}`, target]])
  const drawing = `drawings/drawing${number}.xml`
  const image = `media/image${number}.${picture.kind}`
  await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, link("drawing", `../${drawing}`))
  await zip.add(`xl/${drawing}`, drawingXml(picture, width))
  await zip.add(`xl/drawings/_rels/drawing${number}.xml.rels`, link("image", `../${image}`))
  await zip.add(`xl/${image}`, picture.bytes, true)
}
