import { ok, type Result } from "../../../kernel/result.ts"
import type { ZipArchive } from "../../files/zip.ts"
import { readPart, readRelations, scanPart, unreadable, type Relation } from "../office-parts.ts"
import { MAX_SHEETS } from "../tidy-sheet.ts"
import { someNotes, type ReadRefusal } from "../workbook.ts"
import { CellNotes } from "./notes.ts"
import { SheetScanner, type SheetTables, type SheetVisitor } from "./sheet.ts"
import { SharedStrings } from "./strings.ts"
import { readCellFormats, type CellFormat } from "./styles.ts"
import { isOn, prefixedAttribute, walkXml } from "../xml/xml.ts"

export interface SheetInfo {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  readonly notes?: readonly string[]
}

/** What is told of a workbook while it is read; it counts only when the whole file is readable. */
export interface BookVisitor {
  /** A sheet begins; what follows in it goes to the visitor given back. */
  sheet(info: SheetInfo): SheetVisitor
}

type Step<T> = Result<T, ReadRefusal>

interface SheetEntry extends Omit<SheetInfo, "date1904"> {
  readonly relation: string
}

interface Book {
  readonly date1904: boolean
  readonly sheets: readonly SheetEntry[]
}

/**
 * Reads an Office Open XML workbook row by row; memory does not grow with the rows, only with the
 * shared strings. `mainPart` is the workbook part, e.g. "xl/workbook.xml".
 */
export async function scanXlsx(
  archive: ZipArchive,
  mainPart: string,
  visitor: BookVisitor,
  maxCells: number,
): Promise<Step<null>> {
  const relations = readRelations(archive, mainPart)
  if (!relations.ok) return relations
  const book = readBook(archive, mainPart)
  if (!book.ok) return book
  const tables = await readTables(archive, [...relations.value.values()], maxCells)
  if (!tables.ok) return tables
  const notes = new CellNotes(archive)
  let left = maxCells
  for (const { name, hidden, relation } of book.value.sheets) {
    const link = relations.value.get(relation)
    if (link && !link.type.endsWith("/worksheet")) continue
    if (!link) return unreadable("a sheet is missing")
    const noted = notes.of(link.target)
    if (!noted.ok) return noted
    const info = { name, hidden, date1904: book.value.date1904, ...someNotes(noted.value) }
    const scanner = new SheetScanner({ ...tables.value, maxCells: left }, visitor.sheet(info))
    const scanned = await scanPart(archive, link.target, scanner)
    if (!scanned.ok) return scanned
    if (!scanned.value) return unreadable("a sheet is missing")
    left = scanner.cellsLeft
  }
  return ok(null)
}

function readBook(archive: ZipArchive, mainPart: string): Step<Book> {
  const bytes = readPart(archive, mainPart)
  if (!bytes.ok) return bytes
  if (!bytes.value) return unreadable("the workbook part is missing")
  const sheets: SheetEntry[] = []
  let date1904 = false
  const walked = walkXml(bytes.value, {
    open(name, attributes) {
      if (name === "workbookPr") date1904 = isOn(attributes["date1904"])
      if (name !== "sheet") return
      const hidden = (attributes["state"] ?? "visible") !== "visible"
      const relation = prefixedAttribute(attributes, "id") ?? ""
      sheets.push({ name: attributes["name"] ?? "", hidden, relation })
    },
  })
  if (!walked.ok) return unreadable(walked.refusal)
  if (sheets.length > MAX_SHEETS) return unreadable("too many sheets")
  return sheets.length > 0 ? ok({ date1904, sheets }) : unreadable("the workbook has no sheets")
}

/**
 * Without a part that the workbook announces, dates would look like numbers: that is a refusal.
 */
async function readTables(
  archive: ZipArchive,
  relations: readonly Relation[],
  maxCells: number,
): Promise<Step<SheetTables>> {
  const target = (suffix: string) => relations.find(({ type }) => type.endsWith(suffix))?.target
  const strings = new SharedStrings()
  const stringsPart = target("/sharedStrings")
  if (stringsPart !== undefined) {
    const scanned = await scanPart(archive, stringsPart, strings)
    if (!scanned.ok) return scanned
    if (!scanned.value) return unreadable(`the part ${stringsPart} is missing`)
  }
  const formats = readFormats(archive, target("/styles"))
  return formats.ok ? ok({ strings, formats: formats.value, maxCells }) : formats
}

function readFormats(archive: ZipArchive, part: string | undefined): Step<readonly CellFormat[]> {
  if (part === undefined) return ok([])
  const bytes = readPart(archive, part)
  if (!bytes.ok) return bytes
  if (!bytes.value) return unreadable(`the part ${part} is missing`)
  const formats = readCellFormats(bytes.value)
  return formats.ok ? formats : unreadable(formats.refusal)
}
