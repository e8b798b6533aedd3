import { refuse, type Result } from "../../kernel/result.ts"
import { openZip, type ZipArchive } from "../files/zip.ts"
import { sniffFile } from "./file-kind.ts"
import { readCsv } from "./read-csv.ts"
import { readDocx } from "./read-docx.ts"
import { readOds } from "./read-ods.ts"
import { readPdf } from "./read-pdf.ts"
import { readRelations, readXlsx, refuseZip } from "./read-xlsx.ts"
import { readXls } from "./read-xls.ts"
import type { ReadRefusal, Workbook } from "./workbook.ts"

type Outcome = Result<Workbook, ReadRefusal>

/**
 * Reads a spreadsheet file of any accepted kind. What the file is follows from its content; the
 * name is used only in the words of a refusal.
 */
export async function readWorkbook(bytes: Uint8Array, fileName: string): Promise<Outcome> {
  const kind = sniffFile(bytes)
  switch (kind.kind) {
    case "zip":
      return readZipped(bytes)
    case "text":
      return readCsv(bytes)
    case "xls":
      return readXls(bytes)
    case "protected":
      return refuse({ kind: "protected" })
    case "pdf":
      return readPdf(bytes)
    case "unreadable":
    case "picture":
      return refuse({ kind: kind.kind, detail: kind.detail })
    case "foreign":
      return refuse({ kind: "foreign", detail: `${kind.detail}${namedAs(fileName)}` })
  }
}

function namedAs(fileName: string): string {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]
  return extension ? ` (named .${extension.toLowerCase()})` : ""
}

function readZipped(bytes: Uint8Array): Outcome {
  const archive = openZip(bytes)
  if (!archive.ok) return refuseZip(archive.refusal)
  const mimetype = archive.value.read("mimetype")
  if (mimetype.ok && mimetype.value) {
    const type = Buffer.from(mimetype.value).toString("latin1").trim()
    if (type.startsWith("application/vnd.oasis.opendocument.spreadsheet"))
      return readOds(archive.value)
    return refuse({ kind: "foreign", detail: `a document of type ${type.slice(0, 80)}` })
  }
  const main = mainPart(archive.value)
  if (!main.ok) return main
  if (/\.bin$/i.test(main.value)) return refuse({ kind: "foreign", detail: "xlsb workbook" })
  if (/^word\//i.test(main.value)) return readDocx(archive.value, main.value)
  if (/^ppt\//i.test(main.value)) return refuse({ kind: "foreign", detail: "PowerPoint document" })
  return readXlsx(archive.value, main.value)
}

function mainPart(archive: ZipArchive): Result<string, ReadRefusal> {
  const relations = readRelations(archive, "")
  if (!relations.ok) return relations
  for (const { type, target } of relations.value.values())
    if (type.endsWith("/officeDocument")) return { ok: true, value: target }
  const detail = "zip archive without a workbook"
  return refuse({ kind: "foreign", detail })
}
