import type { ZipArchive } from "../../files/zip.ts"
import { HIDDEN_LABEL, HIDDEN_SHEET } from "../hidden-id.ts"
import { planSheet, type SheetPlan } from "./plan.ts"
import { EMPTY_STYLES, PatchStyles } from "./styles.ts"
import type { WorkbookPatch } from "./spec.ts"
import { withPrintNames, type PrintedSheet } from "./xlsx-print.ts"
import { patchSheetXml } from "./xlsx-sheet.ts"
import { sheetValues, tableValues, withoutElement } from "./xlsx-values.ts"
import {
  applyEdits,
  attributeOf,
  partText,
  PatchFault,
  unescapeXml,
  walkNodes,
  type XmlNode,
} from "./xml.ts"
import { readRelations } from "../office-parts.ts"
import type { RawSheet } from "../workbook.ts"
import { MAIN, XML } from "../write/parts.ts"
import { inlineText } from "../write/text.ts"

const CONTENT_TYPES = "[Content_Types].xml"
const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"

interface SheetEntry {
  readonly name: string
  /** Name of its part. */
  readonly part: string
  /** Place among all sheets, from 0. */
  readonly index: number
}

/** The parts of an Office Open XML workbook that a patch changes or adds, by name; null: drops. */
export function patchXlsxParts(
  archive: ZipArchive,
  sheets: readonly RawSheet[],
  patch: WorkbookPatch,
): ReadonlyMap<string, string | null> {
  if (archive.names.some((name) => /^_xmlsignatures\//i.test(name)))
    throw new PatchFault("a signed workbook")
  return new XlsxPatcher(archive, sheets, patch).parts()
}

class XlsxPatcher {
  readonly #archive: ZipArchive
  readonly #sheets: readonly RawSheet[]
  readonly #patch: WorkbookPatch
  readonly #changed = new Map<string, string | null>()
  readonly #main: string

  constructor(archive: ZipArchive, sheets: readonly RawSheet[], patch: WorkbookPatch) {
    this.#archive = archive
    this.#sheets = sheets
    this.#patch = patch
    const main = [...relationsOf(archive, "").values()].find(({ type }) =>
      type.endsWith("/officeDocument"),
    )
    if (!main) throw new PatchFault("no workbook part")
    this.#main = main.target
  }

  parts(): ReadonlyMap<string, string | null> {
    const relations = relationsOf(this.#archive, this.#main)
    this.#keepValues(relations)
    const workbook = this.#read(this.#main)
    const entries = sheetEntries(workbook, relations)
    const old = entries.find(({ name }) => name === HIDDEN_SHEET)
    const stylesPart = [...relations.values()].find(({ type }) => type.endsWith("/styles"))?.target
    const styles = new PatchStyles(stylesPart === undefined ? EMPTY_STYLES : this.#read(stylesPart))
    const plans = this.#plans(entries)
    const printed: PrintedSheet[] = []
    for (const [part, plan] of plans) {
      const { name, index } = entries.find((entry) => entry.part === part) ?? {
        name: "",
        index: -1,
      }
      printed.push({ name, index, plan })
      const setting = { styles, unmark: old !== undefined }
      this.#changed.set(part, patchSheetXml(this.#read(part), plan, setting))
    }
    if (old) this.#changed.set(old.part, hiddenSheetXml(workbook, this.#patch.hiddenId))
    else this.#addSheet(workbook, relations)
    this.#changed.set(this.#main, withPrintNames(this.#read(this.#main), printed))
    if (stylesPart !== undefined) this.#changed.set(stylesPart, styles.xml())
    else this.#addPart("styles", "styles.xml", styles.xml())
    return this.#changed
  }

  /** No cell of ours calculates: what stands in it is what we read. */
  #keepValues(relations: ReturnType<typeof relationsOf>): void {
    for (const [id, { type, target }] of relations) {
      if (type.endsWith("/worksheet")) {
        this.#change(target, sheetValues)
        for (const part of relationsOf(this.#archive, target).values())
          if (part.type.endsWith("/table")) this.#change(part.target, tableValues)
      }
      if (!type.endsWith("/calcChain")) continue
      this.#changed.set(target, null)
      this.#change(CONTENT_TYPES, (text) =>
        withoutElement(text, "Override", ["PartName", `/${target}`]),
      )
      this.#change(this.#links(), (text) => withoutElement(text, "Relationship", ["Id", id]))
    }
  }

  #change(part: string, edit: (text: string) => string): void {
    const text = this.#read(part)
    const edited = edit(text)
    if (edited !== text) this.#changed.set(part, edited)
  }

  /** The part with the relations of the workbook. */
  #links(): string {
    const folder = this.#main.slice(0, this.#main.lastIndexOf("/") + 1)
    const links = `${folder}_rels/${this.#main.slice(folder.length)}.rels`
    const isIt = (name: string) => name.toLowerCase() === links.toLowerCase()
    return this.#archive.names.find(isIt) ?? links
  }

  #plans(entries: readonly SheetEntry[]): Map<string, SheetPlan> {
    const plans = new Map<string, SheetPlan>()
    for (const sheet of this.#patch.sheets) {
      const raw = this.#sheets.filter(({ name }) => name === sheet.name)
      const entry = entries.filter(({ name }) => name === sheet.name)
      const [only, found] = [raw[0], entry[0]]
      if (!only || !found || raw.length > 1 || entry.length > 1 || plans.has(found.part))
        throw new PatchFault("a sheet cannot be told by its name")
      plans.set(found.part, planSheet(only, sheet))
    }
    return plans
  }

  /** The part as it stands now. */
  #read(name: string): string {
    return this.#changed.get(name) ?? partText(readBytes(this.#archive, name))
  }

  #addSheet(workbook: string, relations: ReturnType<typeof relationsOf>): void {
    const { sheets, ids, reference, declared } = sheetList(workbook)
    const worksheet = [...relations.values()].find(({ type }) => type.endsWith("/worksheet"))
    if (!worksheet) throw new PatchFault("a workbook without a worksheet")
    const xml = hiddenSheetXml(workbook, this.#patch.hiddenId)
    const relation = this.#addPart("worksheet", "worksheets/payung-id.xml", xml)
    const entry =
      `<${sheets.prefix}sheet name="${HIDDEN_SHEET}" sheetId="${Math.max(0, ...ids) + 1}"` +
      ` state="veryHidden"${declared} ${reference}="${relation}"/>`
    const edit = { start: sheets.close, end: sheets.close, text: entry }
    this.#changed.set(this.#main, applyEdits(workbook, [edit]))
  }

  /** A new part beside the workbook, with its relation and its content type; gives the relation. */
  #addPart(kind: "worksheet" | "styles", target: string, xml: string): string {
    const folder = this.#main.slice(0, this.#main.lastIndexOf("/") + 1)
    const part = folder + target
    const taken = new Set(this.#archive.names.map((name) => name.toLowerCase()))
    if (taken.has(part.toLowerCase())) throw new PatchFault(`a part ${target} that no sheet has`)
    this.#changed.set(part, xml)
    const types = this.#read(CONTENT_TYPES)
    const override = (p: string) =>
      `<${p}Override PartName="/${part}" ContentType="${SHEET_TYPE}.${kind}+xml"/>`
    this.#changed.set(CONTENT_TYPES, withLastChild(types, "Types", override))
    const name = this.#links()
    const text = this.#read(name)
    const id = freeId(text, `payung-${kind}`)
    const type = relationType(text, kind)
    const link = (p: string) => `<${p}Relationship Id="${id}" Type="${type}" Target="${target}"/>`
    this.#changed.set(name, withLastChild(text, "Relationships", link))
    return id
  }
}

function relationsOf(archive: ZipArchive, part: string) {
  const relations = readRelations(archive, part)
  if (!relations.ok) throw new PatchFault("relations cannot be read")
  return relations.value
}

function readBytes(archive: ZipArchive, name: string): Uint8Array {
  const content = archive.read(name)
  if (!content.ok || !content.value) throw new PatchFault(`the part ${name} cannot be read`)
  return content.value
}

function sheetEntries(workbook: string, relations: ReturnType<typeof relationsOf>): SheetEntry[] {
  return sheetList(workbook).entries.flatMap(({ name, id }, index) => {
    const part = relations.get(id)?.target
    return part === undefined ? [] : [{ name, part, index }]
  })
}

/**
 * The element `sheets`, its entries, and how they name their relation ("r:id"), with the declaration of
 * its namespace where an entry has it and not the workbook.
 */
function sheetList(workbook: string) {
  const entries: { name: string; id: string }[] = []
  const ids: number[] = []
  let sheets: XmlNode | undefined
  let [reference, declared] = ["", ""]
  let section = ""
  walkNodes(workbook, {
    enter(node) {
      if (node.depth === 1) section = node.name
      return node.depth < 2
    },
    leave(node) {
      if (node.depth === 1 && node.name === "sheets") sheets = node
      if (node.depth !== 2 || section !== "sheets" || node.name !== "sheet") return
      const tag = workbook.slice(node.start, node.open)
      const own = /\s([\w.-]+:id)\s*=/.exec(tag)?.[1]
      if (own === undefined) return
      reference = own
      declared = declarationIn(tag, own.slice(0, -":id".length))
      const name = unescapeXml(attributeOf(workbook, node, "name") ?? "")
      entries.push({ name, id: unescapeXml(attributeOf(workbook, node, own) ?? "") })
      ids.push(Number(attributeOf(workbook, node, "sheetId")) || 0)
    },
  })
  if (!sheets || sheets.selfClosing || reference === "") throw new PatchFault("no list of sheets")
  return { sheets, entries, ids, reference, declared }
}

function declarationIn(tag: string, prefix: string): string {
  const all = [...tag.matchAll(/\sxmlns:([\w.-]+)\s*=\s*("[^"]*"|'[^']*')/g)]
  return all.find(([, name]) => name === prefix)?.[0] ?? ""
}

/** In the namespace of the workbook, which is another one in the strict form of the standard. */
function hiddenSheetXml(workbook: string, id: string): string {
  const strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr">${inlineText(text)}</c>`
  return (
    `${XML}<worksheet xmlns="${workbook.includes(strict) ? strict : MAIN}"><sheetData>` +
    `<row r="1">${cell("A1", HIDDEN_LABEL)}${cell("B1", id)}</row></sheetData></worksheet>`
  )
}

function relationType(relations: string, kind: string): string {
  const base = /Type\s*=\s*["']([^"']+)\/worksheet["']/.exec(relations)?.[1]
  if (base === undefined) throw new PatchFault("a workbook without a worksheet")
  return `${base}/${kind}`
}

function freeId(relations: string, wanted: string): string {
  for (let n = 0; ; n++) {
    const id = n === 0 ? wanted : `${wanted}-${n}`
    if (!relations.includes(`"${id}"`) && !relations.includes(`'${id}'`)) return id
  }
}

function withLastChild(text: string, root: string, child: (prefix: string) => string): string {
  let edited: string | undefined
  walkNodes(text, {
    enter: (node) => node.depth < 0,
    leave(node) {
      if (node.depth !== 0 || node.name !== root || node.selfClosing)
        throw new PatchFault(`a part without ${root}`)
      edited = applyEdits(text, [{ start: node.close, end: node.close, text: child(node.prefix) }])
    },
  })
  return edited ?? text
}
