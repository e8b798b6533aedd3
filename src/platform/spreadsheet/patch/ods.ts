import type { ZipArchive } from "../../files/zip.ts"
import { HIDDEN_LABEL, HIDDEN_SHEET } from "../hidden-id.ts"
import { LYING_STYLES, lyingPages, withStylesEntry } from "./ods-print.ts"
import { OdsPatchStyles, stylesEdit } from "./ods-styles.ts"
import { OdsTablePatcher, textCell } from "./ods-table.ts"
import { odsValues } from "./ods-values.ts"
import { planSheet } from "./plan.ts"
import type { WorkbookPatch } from "./spec.ts"
import {
  applyEdits,
  attributeOf,
  partText,
  PatchFault,
  unescapeXml,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"
import type { RawSheet } from "../workbook.ts"

const CONTENT = "content.xml"
const STYLES = "styles.xml"
const MANIFEST = "META-INF/manifest.xml"
const FO = "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
/** Elements around columns and rows that may stand around each other too. */
const GROUPS = new Set([
  "table-columns",
  "table-header-columns",
  "table-column-group",
  "table-rows",
  "table-header-rows",
  "table-row-group",
])

/** The content of an OpenDocument spreadsheet with a patch put in, by name of its part. */
export function patchOdsParts(
  archive: ZipArchive,
  sheets: readonly RawSheet[],
  patch: WorkbookPatch,
): ReadonlyMap<string, string> {
  if (archive.names.some((name) => /^META-INF\/.*signatures/i.test(name)))
    throw new PatchFault("a signed document")
  const content = archive.read(CONTENT)
  if (!content.ok || !content.value) throw new PatchFault("content.xml cannot be read")
  const text = odsValues(partText(content.value))
  const parts = new Map([[CONTENT, new OdsPatcher(text, sheets, patch).xml()]])
  const styles = archive.read(STYLES)
  if (styles.ok && styles.value) return parts.set(STYLES, lyingPages(partText(styles.value)))
  const manifest = archive.read(MANIFEST)
  const isListed = manifest.ok && manifest.value !== null && manifest.value !== undefined
  // What the manifest does not list is no part of the document: then it prints as it did.
  if (archive.names.includes(STYLES) || !isListed) return parts
  return parts.set(STYLES, LYING_STYLES).set(MANIFEST, withStylesEntry(partText(manifest.value)))
}

class OdsPatcher {
  readonly #text: string
  readonly #sheets: readonly RawSheet[]
  readonly #patch: WorkbookPatch
  readonly #styles = new OdsPatchStyles()
  readonly #edits: XmlEdit[] = []
  readonly #patched = new Set<string>()
  #root: XmlNode | undefined
  #body: XmlNode | undefined
  #automatic: XmlNode | undefined
  #section = ""
  #lastTable: XmlNode | undefined
  #old: XmlNode | undefined
  #table: OdsTablePatcher | undefined
  #rowDepth = 0
  /** Rows that a page repeats already are not put among such rows again. */
  #repeats = false
  #cells: XmlNode[] = []

  constructor(text: string, sheets: readonly RawSheet[], patch: WorkbookPatch) {
    this.#text = text
    this.#sheets = sheets
    this.#patch = patch
  }

  xml(): string {
    walkNodes(this.#text, {
      enter: (node) => this.#enter(node),
      leave: (node) => this.#leave(node),
    })
    const [root, body, last] = [this.#root, this.#body, this.#lastTable]
    if (!root || !body || !last) throw new PatchFault("a document without sheets")
    if (this.#patch.sheets.some(({ name }) => !this.#patched.has(name)))
      throw new PatchFault("a sheet cannot be told by its name")
    const place = this.#old ?? { start: last.end, end: last.end }
    this.#edits.push({ start: place.start, end: place.end, text: this.#hiddenSheet() })
    this.#edits.push(stylesEdit(this.#styles.xml(), this.#automatic, body))
    const tag = this.#text.slice(root.start, root.open)
    if (!tag.includes("xmlns:fo="))
      this.#edits.push({
        start: root.start,
        end: root.open,
        text: withAttribute(tag, "xmlns:fo", FO),
      })
    return applyEdits(this.#text, this.#edits)
  }

  #enter(node: XmlNode): boolean {
    const { depth, name, prefix } = node
    if (depth === 0) {
      this.#root = node
      for (const wanted of ["table", "office", "text", "style"])
        if (!this.#text.slice(node.start, node.open).includes(`xmlns:${wanted}=`))
          throw new PatchFault("a document with names of its own")
      return true
    }
    if (depth === 1) {
      this.#section = prefix === "office:" ? name : ""
      if (this.#section === "body") this.#body = node
      return this.#section === "automatic-styles" || this.#section === "body"
    }
    if (this.#section !== "body") return false
    if (depth === 2) return name === "spreadsheet"
    if (depth === 3) return this.#enterTable(node)
    return this.#enterPart(node)
  }

  /** A sheet is worked on only where the patch speaks of it. */
  #enterTable(node: XmlNode): boolean {
    this.#table = undefined
    if (node.prefix !== "table:" || node.name !== "table") return false
    const name = unescapeXml(attributeOf(this.#text, node, "table:name") ?? "")
    if (name === HIDDEN_SHEET) return false
    const wanted = this.#patch.sheets.find((sheet) => sheet.name === name)
    if (!wanted) return false
    const raw = this.#sheets.filter((sheet) => sheet.name === name)
    const [only] = raw
    if (!only || raw.length > 1 || this.#patched.has(name))
      throw new PatchFault("a sheet cannot be told by its name")
    this.#patched.add(name)
    const unmark = this.#sheets.some((sheet) => sheet.name === HIDDEN_SHEET)
    const setting = { styles: this.#styles, unmark }
    this.#repeats = false
    this.#table = new OdsTablePatcher(this.#text, planSheet(only, wanted), setting)
    return true
  }

  #enterPart(node: XmlNode): boolean {
    const { depth, name, prefix } = node
    if (prefix !== "table:") return false
    if (this.#rowDepth > 0) {
      if (name === "table-cell" || name === "covered-table-cell") this.#cells.push(node)
      return false
    }
    if (name === "table-header-rows") this.#repeats = true
    const isRow = name === "table-row"
    if (depth === 4 && (isRow || (GROUPS.has(name) && name.includes("row"))))
      this.#table?.rowsBegin(node)
    if (isRow) {
      this.#cells = []
      this.#rowDepth = depth
      return true
    }
    return GROUPS.has(name)
  }

  #leave(node: XmlNode): void {
    const { depth, name } = node
    if (this.#section === "automatic-styles") {
      if (depth === 2 && name === "style") this.#styles.add(this.#text, node)
      if (depth === 1) this.#automatic = node
      return
    }
    if (this.#section !== "body" || depth < 3) return
    if (depth === 3) this.#leaveTable(node)
    else if (this.#table) this.#leavePart(this.#table, node)
  }

  #leaveTable(node: XmlNode): void {
    if (node.prefix !== "table:" || node.name !== "table") return
    this.#lastTable = node
    if (attributeOf(this.#text, node, "table:name") === HIDDEN_SHEET) this.#old = node
    if (this.#table) this.#edits.push(...this.#table.edits())
    this.#table = undefined
  }

  #leavePart(table: OdsTablePatcher, node: XmlNode): void {
    const { depth, name, prefix } = node
    if (prefix !== "table:" || (this.#rowDepth > 0 && depth > this.#rowDepth)) return
    if (name === "table-column") table.column(node)
    if (name === "table-row") {
      table.row(node, this.#cells, depth === 4 && !this.#repeats)
      this.#rowDepth = 0
    }
    if (depth === 4 && name.includes("row")) table.rowsEnd(node)
  }

  #hiddenSheet(): string {
    const style = this.#styles.derive("table", undefined, { "table:display": "false" })
    return (
      `<table:table table:name="${HIDDEN_SHEET}" table:style-name="${style}">` +
      `<table:table-column table:number-columns-repeated="2"/><table:table-row>` +
      `${textCell(HIDDEN_LABEL)}${textCell(this.#patch.hiddenId)}</table:table-row></table:table>`
    )
  }
}
