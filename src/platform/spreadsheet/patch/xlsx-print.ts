// How a marked list prints: lying, as wide as a page, its headings on every page. Else the column
// that explains would come out on another page than the row it speaks of.
import { columnLetters, columnOf } from "../cell-reference.ts"
import type { SheetPlan } from "./plan.ts"
import {
  applyEdits,
  attributeOf,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"
import { quoteSheetName } from "../sheet-names.ts"
import { escapeContent } from "../write/text.ts"

/** What stands before `pageSetup` in a worksheet (ECMA-376 part 1, 18.3.1.99). */
const BEFORE_SETUP: ReadonlySet<string> = new Set(
  (
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection " +
    "protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells " +
    "phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins"
  ).split(" "),
)
const A4 = "9"

/** Told of every child of a worksheet; its edits lie outside of columns and rows. */
export class SheetPrint {
  readonly #text: string
  #root: XmlNode | undefined
  #properties: XmlNode | undefined
  #setup: XmlNode | undefined
  #last: XmlNode | undefined

  constructor(text: string) {
    this.#text = text
  }

  root(node: XmlNode): void {
    this.#root = node
  }

  child(node: XmlNode): void {
    if (node.name === "sheetPr") this.#properties = node
    if (node.name === "pageSetup") this.#setup = node
    if (BEFORE_SETUP.has(node.name)) this.#last = node
  }

  edits(): XmlEdit[] {
    return [...this.#fitEdits(), ...this.#setupEdits()]
  }

  #fitEdits(): XmlEdit[] {
    const [root, node] = [this.#root, this.#properties]
    if (!root) return []
    const p = root.prefix
    const fit = `<${p}pageSetUpPr fitToPage="1"/>`
    if (!node) {
      const text = `<${p}sheetPr>${fit}</${p}sheetPr>`
      return [{ start: root.open, end: root.open, text }]
    }
    const xml = this.#text.slice(node.start, node.end)
    if (node.selfClosing) {
      const text = `${xml.replace(/\s*\/>$/, ">")}${fit}</${p}sheetPr>`
      return [{ start: node.start, end: node.end, text }]
    }
    const old = /<(?:[\w.-]+:)?pageSetUpPr\b[^>]*?\/?>/.exec(xml)
    if (!old) return [{ start: node.close, end: node.close, text: fit }]
    const start = node.start + old.index
    const text = withAttribute(old[0], "fitToPage", "1")
    return [{ start, end: start + old[0].length, text }]
  }

  #setupEdits(): XmlEdit[] {
    const [root, node, last] = [this.#root, this.#setup, this.#last]
    if (!root || !last) return []
    if (!node) {
      const tag = `<${root.prefix}pageSetup paperSize="${A4}"/>`
      return [{ start: last.end, end: last.end, text: lying(tag) }]
    }
    const tag = this.#text.slice(node.start, node.open)
    return [{ start: node.start, end: node.open, text: lying(tag) }]
  }
}

function lying(tag: string): string {
  const set = { scale: null, orientation: "landscape", fitToWidth: "1", fitToHeight: "0" }
  return Object.entries(set).reduce((done, [name, value]) => withAttribute(done, name, value), tag)
}

/** A sheet of the workbook, by its place among all, with what is done to it. */
export interface PrintedSheet {
  readonly index: number
  readonly name: string
  readonly plan: SheetPlan
}

/** The workbook part with the headings of its marked sheets repeated, and their print areas widened. */
export function withPrintNames(workbook: string, printed: readonly PrintedSheet[]): string {
  const { names, after, prefix, entries } = namesOf(workbook)
  const edits = entries.flatMap(({ node, sheet, name }) => {
    const plan = printed.find(({ index }) => index === sheet)?.plan
    if (plan === undefined || name !== PRINT_AREA) return []
    const text = widened(workbook.slice(node.open, node.close), plan.noteColumn)
    return [{ start: node.open, end: node.close, text }]
  })
  const missing = printed.filter(
    ({ index }) => !entries.some(({ sheet, name }) => sheet === index && name === PRINT_TITLES),
  )
  const added = missing.flatMap((sheet) => titleName(sheet, prefix)).join("")
  if (added === "" || after === undefined) return applyEdits(workbook, edits)
  const place = names?.selfClosing === true ? names : { start: after, end: after }
  const whole = `<${prefix}definedNames>${added}</${prefix}definedNames>`
  const text = names === undefined || names.selfClosing ? whole : added
  return applyEdits(workbook, [...edits, { start: place.start, end: place.end, text }])
}

const PRINT_AREA = "_xlnm.Print_Area"
const PRINT_TITLES = "_xlnm.Print_Titles"

function titleName({ index, name, plan }: PrintedSheet, prefix: string): string[] {
  const { headerTop, headerRow } = plan
  if (headerTop === null || headerRow === null) return []
  const range = escapeContent(`${quoteSheetName(name)}!$${headerTop}:$${headerRow}`)
  const tag = `${prefix}definedName`
  return [`<${tag} name="${PRINT_TITLES}" localSheetId="${index}">${range}</${tag}>`]
}

/** Only an area of one rectangle is understood; others are left as they are. */
function widened(area: string, noteColumn: number): string {
  return area.replace(/(\$[A-Z]+\$\d+:\$)([A-Z]+)(\$\d+)$/, (whole, from, right, to) =>
    columnOf(`${right}1`) >= noteColumn ? whole : `${from}${columnLetters(noteColumn)}${to}`,
  )
}

/** What may stand between the sheets and their names (ECMA-376 part 1, 18.2.27). */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  "sheets",
  "functionGroups",
  "externalReferences",
])

function namesOf(workbook: string) {
  const entries: { node: XmlNode; sheet: number; name: string }[] = []
  let names: XmlNode | undefined
  let after: number | undefined
  let prefix = ""
  let section = ""
  walkNodes(workbook, {
    enter(node) {
      if (node.depth === 1) section = node.name
      return node.depth < 2
    },
    leave(node) {
      if (node.depth === 0) prefix = node.prefix
      if (node.depth === 1 && BEFORE_NAMES.has(node.name)) after = node.end
      if (node.depth === 1 && node.name === "definedNames") {
        names = node
        after = node.close
      }
      if (node.depth !== 2 || section !== "definedNames") return
      const sheet = Number(attributeOf(workbook, node, "localSheetId") ?? Number.NaN)
      entries.push({ node, sheet, name: attributeOf(workbook, node, "name") ?? "" })
    },
  })
  return { names, after, prefix, entries }
}
