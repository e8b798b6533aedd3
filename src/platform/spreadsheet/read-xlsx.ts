import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { ZipArchive, ZipRefusal } from "../files/zip.ts"
import { countCells, MAX_CELLS } from "./tidy-sheet.ts"
import type { RawSheet, ReadRefusal, Workbook } from "./workbook.ts"
import { readSheet } from "./xlsx-sheet.ts"
import { readSharedStrings, type RichText } from "./xlsx-strings.ts"
import { readCellFormats, type CellFormat } from "./xlsx-styles.ts"
import { isOn, prefixedAttribute, walkXml } from "./xml.ts"

interface Relation {
  readonly type: string
  readonly target: string
}

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

interface Book {
  readonly date1904: boolean
  readonly sheets: readonly SheetEntry[]
}

type Step<T> = Result<T, ReadRefusal>

/** Reads an Office Open XML workbook; `mainPart` is the workbook part, e.g. "xl/workbook.xml". */
export function readXlsx(archive: ZipArchive, mainPart: string): Step<Workbook> {
  const relations = readRelations(archive, mainPart)
  if (!relations.ok) return relations
  const book = readBook(archive, mainPart)
  if (!book.ok) return book
  const tables = readTables(archive, [...relations.value.values()])
  if (!tables.ok) return tables
  const sheets: RawSheet[] = []
  let maxCells = MAX_CELLS
  for (const { name, hidden, relation } of book.value.sheets) {
    const link = relations.value.get(relation)
    if (link && !link.type.endsWith("/worksheet")) continue
    const part = link ? readPart(archive, link.target) : ok(null)
    if (!part.ok) return part
    const { date1904 } = book.value
    const context = { name, hidden, date1904, ...tables.value, maxCells }
    const sheet = part.value ? readSheet(part.value, context) : refuse("a sheet is missing")
    if (!sheet.ok) return unreadable(sheet.refusal)
    sheets.push(sheet.value)
    maxCells -= countCells(sheet.value)
  }
  return ok({ format: "xlsx", sheets })
}

/**
 * Relations of a part by their id, with targets as names inside the archive (ECMA-376 part 2, 6.5).
 */
export function readRelations(archive: ZipArchive, part: string): Step<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf("/") + 1)
  const bytes = readPart(archive, `${folder}_rels/${part.slice(folder.length)}.rels`)
  if (!bytes.ok) return bytes
  const relations = new Map<string, Relation>()
  const walked = walkXml(bytes.value ?? new TextEncoder().encode("<none/>"), {
    open(name, attributes) {
      const { Id: id, Type: type, Target: target } = attributes
      if (name !== "Relationship" || !id || !type || target === undefined) return
      if (attributes["TargetMode"] !== "External")
        relations.set(id, { type, target: resolveTarget(folder, target) })
    },
  })
  return walked.ok ? ok(relations) : unreadable(walked.refusal)
}

/** A refusal of the archive in the words of a reader of workbooks. */
export function refuseZip(refusal: ZipRefusal) {
  if (refusal.kind === "encrypted") return refuse<ReadRefusal>({ kind: "protected" })
  return unreadable(refusal.detail)
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}

function readPart(archive: ZipArchive, name: string): Step<Uint8Array | null> {
  const content = archive.read(name)
  return content.ok ? content : refuseZip(content.refusal)
}

function resolveTarget(folder: string, target: string): string {
  const slashed = target.replaceAll("\\", "/")
  const path = (slashed.startsWith("/") ? slashed : folder + slashed).split("/")
  const parts: string[] = []
  for (const step of path) {
    if (step === "..") parts.pop()
    else if (step !== "" && step !== ".") parts.push(step)
  }
  return parts.join("/")
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
  return sheets.length > 0 ? ok({ date1904, sheets }) : unreadable("the workbook has no sheets")
}

interface Tables {
  readonly strings: readonly RichText[]
  readonly formats: readonly CellFormat[]
}

function readTables(archive: ZipArchive, relations: readonly Relation[]): Step<Tables> {
  const target = (suffix: string) => relations.find(({ type }) => type.endsWith(suffix))?.target
  const strings = readTable(archive, target("/sharedStrings"), readSharedStrings)
  if (!strings.ok) return strings
  const formats = readTable(archive, target("/styles"), readCellFormats)
  if (!formats.ok) return formats
  return ok({ strings: strings.value, formats: formats.value })
}

type TableReader<T> = (bytes: Uint8Array) => Result<readonly T[], string>

/**
 * Without the part that the workbook announces, dates would look like numbers: that is a refusal.
 */
function readTable<T>(
  archive: ZipArchive,
  part: string | undefined,
  reader: TableReader<T>,
): Step<readonly T[]> {
  if (part === undefined) return ok([])
  const bytes = readPart(archive, part)
  if (!bytes.ok) return bytes
  if (!bytes.value) return unreadable(`the part ${part} is missing`)
  const table = reader(bytes.value)
  return table.ok ? table : unreadable(table.refusal)
}
