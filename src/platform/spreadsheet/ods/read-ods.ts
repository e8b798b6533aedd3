import { ok, refuse, type Result } from "../../../kernel/result.ts"
import type { ZipArchive } from "../../files/zip.ts"
import { OdsSheet } from "./sheet.ts"
import { OdsStyles } from "./styles.ts"
import { readPart, scanPart } from "../office-parts.ts"
import { countCells, MAX_SHEETS } from "../tidy-sheet.ts"
import type { RawSheet, ReadRefusal, Workbook } from "../workbook.ts"
import { XmlFault } from "../xml/fault.ts"
import { LISTENER_WORK, tellAll, walkXml, type XmlListener } from "../xml/xml.ts"

/**
 * Reads an OpenDocument spreadsheet (ISO/IEC 26300). Dates come as ISO text, as the file has them.
 */
export async function readOds(
  archive: ZipArchive,
  maxCells: number,
): Promise<Result<Workbook, ReadRefusal>> {
  const manifest = readPart(archive, "META-INF/manifest.xml")
  if (!manifest.ok) return manifest
  if (manifest.value && Buffer.from(manifest.value).includes("encryption-data"))
    return refuse({ kind: "protected" })
  const styles = new OdsStyles()
  const named = readPart(archive, "styles.xml")
  if (!named.ok) return named
  if (named.value) {
    const walked = walkXml(named.value, {
      open: (name, attributes) => styles.open(name, attributes),
      close: (name) => styles.close(name),
    })
    if (!walked.ok) return refuse({ kind: "unreadable", detail: walked.refusal })
  }
  const sheets: RawSheet[] = []
  const listener = tableListener(styles, sheets, maxCells)
  const scanned = await scanPart(archive, "content.xml", {
    maxWork: LISTENER_WORK,
    scan: (tokens) => tellAll(tokens, listener),
  })
  if (!scanned.ok) return scanned
  if (!scanned.value) return refuse({ kind: "unreadable", detail: "content.xml is missing" })
  if (sheets.length === 0) return refuse({ kind: "unreadable", detail: "no sheets" })
  return ok({ format: "ods", sheets })
}

function tableListener(styles: OdsStyles, sheets: RawSheet[], maxCells: number): XmlListener {
  let sheet: OdsSheet | undefined
  let depth = 0
  let budget = maxCells
  return {
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
        if (sheets.length === MAX_SHEETS) throw new XmlFault("too many sheets")
        if (done) sheets.push(done)
        if (done) budget -= countCells(done)
        sheet = undefined
      } else if (sheet) sheet.close(name)
      else styles.close(name)
    },
  }
}
