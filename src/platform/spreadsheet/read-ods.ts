import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { ZipArchive } from "../files/zip.ts"
import { OdsSheet } from "./ods-sheet.ts"
import { OdsStyles } from "./ods-styles.ts"
import { refuseZip } from "./read-xlsx.ts"
import { countCells, MAX_CELLS } from "./tidy-sheet.ts"
import type { RawSheet, ReadRefusal, Workbook } from "./workbook.ts"
import { walkXml } from "./xml.ts"

/**
 * Reads an OpenDocument spreadsheet (ISO/IEC 26300). Dates come as ISO text, as the file has them.
 */
export function readOds(archive: ZipArchive): Result<Workbook, ReadRefusal> {
  const manifest = archive.read("META-INF/manifest.xml")
  if (!manifest.ok) return refuseZip(manifest.refusal)
  if (manifest.value && Buffer.from(manifest.value).includes("encryption-data"))
    return refuse({ kind: "protected" })
  const styles = new OdsStyles()
  const named = archive.read("styles.xml")
  if (!named.ok) return refuseZip(named.refusal)
  if (named.value) {
    const walked = walkXml(named.value, {
      open: (name, attributes) => styles.open(name, attributes),
      close: (name) => styles.close(name),
    })
    if (!walked.ok) return refuse({ kind: "unreadable", detail: walked.refusal })
  }
  const content = archive.read("content.xml")
  if (!content.ok) return refuseZip(content.refusal)
  if (!content.value) return refuse({ kind: "unreadable", detail: "content.xml is missing" })
  const sheets = readTables(content.value, styles)
  if (!sheets.ok) return refuse({ kind: "unreadable", detail: sheets.refusal })
  if (sheets.value.length === 0) return refuse({ kind: "unreadable", detail: "no sheets" })
  return ok({ format: "ods", sheets: sheets.value })
}

function readTables(bytes: Uint8Array, styles: OdsStyles): Result<RawSheet[], string> {
  const sheets: RawSheet[] = []
  let sheet: OdsSheet | undefined
  let depth = 0
  let budget = MAX_CELLS
  const walked = walkXml(bytes, {
    open(name, attributes) {
      if (name === "table" && depth++ === 0) {
        // A copy of another file's sheet, kept for formulas that refer to it.
        const cached = attributes["table:name"]?.startsWith("'file:")
        sheet = cached ? undefined : new OdsSheet(attributes, styles, budget)
      } else if (sheet) sheet.open(name, attributes)
      else styles.open(name, attributes)
    },
    text: (text) => sheet?.text(text),
    close(name) {
      if (name === "table" && --depth === 0) {
        const done = sheet?.sheet()
        if (done) sheets.push(done)
        if (done) budget -= countCells(done)
        sheet = undefined
      } else if (sheet) sheet.close(name)
      else styles.close(name)
    },
  })
  return walked.ok ? ok(sheets) : walked
}
