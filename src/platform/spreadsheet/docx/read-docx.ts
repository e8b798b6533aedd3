import { ok, refuse, type Result } from "../../../kernel/result.ts"
import type { ZipArchive } from "../../files/zip.ts"
import { DocumentCollector } from "./tables.ts"
import { readRelations, refuseZip } from "../office-parts.ts"
import { tidySheet } from "../tidy-sheet.ts"
import type { ReadRefusal, Workbook } from "../workbook.ts"
import { walkXml } from "../xml/xml.ts"

/** The one sheet of a text document. */
export const DOCUMENT_SHEET = "Dokumen"

/**
 * Reads the tables of a Word document (ECMA-376 part 1, 17.4) as one sheet: every paragraph outside
 * of a table is a row with one cell, so that letterheads and the name of an RT above its table stay
 * where they are. Rows are numbered from the top of the document. Page headers come first.
 */
export function readDocx(archive: ZipArchive, mainPart: string): Result<Workbook, ReadRefusal> {
  const relations = readRelations(archive, mainPart)
  if (!relations.ok) return relations
  const headers = [...relations.value.values()]
    .filter(({ type }) => type.endsWith("/header"))
    .map(({ target }) => target)
  const collector = new DocumentCollector()
  for (const part of [...headers.sort(), mainPart]) {
    const content = archive.read(part)
    if (!content.ok) return refuseZip(content.refusal)
    // A page header that is announced and missing takes no row away; the text itself would.
    if (content.value === null && part !== mainPart) continue
    if (content.value === null) return unreadable("the text of the document is missing")
    const walked = walkXml(content.value, {
      open: (name, attributes) => collector.open(name, attributes),
      text: (text) => collector.text(text),
      close: (name) => collector.close(name),
    })
    if (!walked.ok) return unreadable(walked.refusal)
  }
  const { rows, merges } = collector.lines()
  const plain = { name: DOCUMENT_SHEET, hidden: false, date1904: false, hiddenColumns: [] }
  return ok({ format: "docx", sheets: [tidySheet({ ...plain, rows, merges })] })
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}
