import { ok, refuse, type Result } from "../../kernel/result.ts"
import { mediaNames } from "../files/media.ts"
import { openZip, type ZipArchive } from "../files/zip.ts"
import { SheetCollector } from "./collect-sheets.ts"
import { sniffFile } from "./file-kind.ts"
import { readRelations, refuseZip } from "./office-parts.ts"
import { scanCsv } from "./csv/read-csv.ts"
import { readDocx } from "./docx/read-docx.ts"
import { readOds } from "./ods/read-ods.ts"
import { readPdf } from "./pdf/read-pdf.ts"
import { scanXlsx, type BookVisitor } from "./xlsx/read-xlsx.ts"
import { cellAllowance, textAllowance } from "./tidy-sheet.ts"
import type { ReadRefusal, Workbook } from "./workbook.ts"

type Step<T> = Result<T, ReadRefusal>

/**
 * What a file turned out to be: its sheets as objects or, of an .xlsx or a csv, told to the visitor. The
 * sheets of the visitor are then those of the workbook.
 */
export type ReadBook = Omit<Workbook, "sheets"> & { readonly sheets: Workbook["sheets"] | "told" }

/**
 * Reads a spreadsheet file of any accepted kind in this process: for files we made ourselves. What
 * strangers send goes through `createReader`, which reads it so in a process of its own. What the
 * file is follows from its content; the name is used only in the words of a refusal.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Step<Workbook>> {
  const collector = new SheetCollector()
  const read = await readBook(bytes, fileName, collector, cellAllowance(bytes.length))
  if (!read.ok) return read
  const { sheets, ...rest } = read.value
  return ok({ ...rest, sheets: sheets === "told" ? collector.sheets() : sheets })
}

export async function readBook(
  bytes: Uint8Array,
  fileName: string,
  visitor: BookVisitor,
  maxCells: number,
): Promise<Step<ReadBook>> {
  const kind = sniffFile(bytes)
  switch (kind.kind) {
    case "zip":
      return readZipped(bytes, visitor, maxCells)
    case "text":
      return told(scanCsv(bytes, visitor, textAllowance(bytes.length)))
    case "xls":
      // The library is large, and most files do not need it.
      return (await import("./xls/read-xls.ts")).readXls(Buffer.from(bytes))
    case "markup":
      return (await import("./xls/read-xls.ts")).readMarkup(bytes)
    case "protected":
    case "empty":
      return refuse({ kind: kind.kind })
    case "pdf":
      return readPdf(bytes)
    case "unreadable":
    case "picture":
      return refuse({ kind: kind.kind, detail: kind.detail })
    case "foreign":
      return refuse({ kind: "foreign", detail: `${kind.detail}${namedAs(fileName)}` })
  }
}

function told(book: Step<Omit<Workbook, "sheets">>): Step<ReadBook> {
  return book.ok ? ok({ ...book.value, sheets: "told" }) : book
}

function namedAs(fileName: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]
  return extension ? ` (named .${extension.toLowerCase()})` : ""
}

async function readZipped(
  bytes: Uint8Array,
  visitor: BookVisitor,
  maxCells: number,
): Promise<Step<ReadBook>> {
  const archive = openZip(bytes)
  if (!archive.ok) return refuseZip(archive.refusal)
  const read = await readArchive(archive.value, visitor, maxCells)
  const imageCount = mediaNames(archive.value.names).length
  return read.ok && imageCount > 0 ? ok({ ...read.value, imageCount }) : read
}

async function readArchive(
  archive: ZipArchive,
  visitor: BookVisitor,
  maxCells: number,
): Promise<Step<ReadBook>> {
  const mimetype = archive.read("mimetype", 1024)
  if (mimetype.ok && mimetype.value) {
    const type = Buffer.from(mimetype.value).toString("latin1").trim()
    if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet"))
      return readOds(archive, maxCells)
    return refuse({ kind: "foreign", detail: `a document of type ${type.slice(0, 80)}` })
  }
  const main = mainPart(archive)
  if (!main.ok) return main
  if (/\.bin$/i.test(main.value)) return refuse({ kind: "foreign", detail: "xlsb workbook" })
  if (/^word\//i.test(main.value)) return readDocx(archive, main.value)
  if (/^ppt\//i.test(main.value)) return refuse({ kind: "foreign", detail: "PowerPoint document" })
  const scanned = await scanXlsx(archive, main.value, visitor, maxCells)
  return scanned.ok ? ok({ format: "xlsx", sheets: "told" }) : scanned
}

function mainPart(archive: ZipArchive): Step<string> {
  const relations = readRelations(archive, "")
  if (!relations.ok) return relations
  for (const { type, target } of relations.value.values())
    if (type.endsWith("/officeDocument")) return { ok: true, value: target }
  const detail = "zip archive without a workbook"
  return refuse({ kind: "foreign", detail })
}
