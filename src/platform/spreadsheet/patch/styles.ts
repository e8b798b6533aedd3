import {
  applyEdits,
  attributeOf,
  PatchFault,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"
import type { MarkKind } from "./plan.ts"
import { TINTS } from "../sheet-style.ts"
import { MAIN, XML } from "../write/parts.ts"

/** A styles part with what no workbook can do without. */
export const EMPTY_STYLES =
  `${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
  `<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
  `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
  `<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

/** Excel opens no workbook with more cell formats. */
const MAX_FORMATS = 64_000

/** The cell formats of a sender's workbook, to which derived ones are added (ECMA-376, 18.8). */
export class PatchStyles {
  readonly #text: string
  readonly #prefix: string
  readonly #fills: XmlNode
  readonly #xfs: XmlNode
  readonly #fillCount: number
  readonly #formats: string[] = []
  readonly #ownFills = new Set<string>()
  readonly #oldCount: number
  readonly #derived = new Map<string, number>()

  constructor(text: string) {
    this.#text = text
    const sections = new Map<string, XmlNode>()
    const items: Record<"fill" | "xf", XmlNode[]> = { fill: [], xf: [] }
    let section = ""
    let prefix = ""
    walkNodes(text, {
      enter(node) {
        if (node.depth === 0) ({ prefix } = node)
        if (node.depth === 1) section = node.name
        return node.depth < 2
      },
      leave(node) {
        if (node.depth === 1) sections.set(node.name, node)
        if (node.depth !== 2) return
        if (section === "fills" && node.name === "fill") items.fill.push(node)
        if (section === "cellXfs" && node.name === "xf") items.xf.push(node)
      },
    })
    const [fills, xfs] = [sections.get("fills"), sections.get("cellXfs")]
    if (!fills || !xfs || fills.selfClosing || items.xf.length === 0)
      throw new PatchFault("the styles have no fills or no cell formats")
    this.#prefix = prefix
    this.#fills = fills
    this.#xfs = xfs
    this.#fillCount = items.fill.length
    this.#formats = items.xf.map((node) => text.slice(node.start, node.end))
    this.#oldCount = this.#formats.length
    for (const [i, node] of items.fill.entries())
      if (isOwnColour(text.slice(node.start, node.end))) this.#ownFills.add(String(i))
  }

  /** The format of a cell, coloured. */
  marked(format: number, kind: MarkKind): number {
    const fill = this.#fillCount + (kind === "error" ? 0 : 1)
    return this.#derive(`${kind} ${format}`, withFill(this.#format(format), fill))
  }

  /** The format without a colour that an earlier patch gave it. */
  unmarked(format: number): number {
    if (!this.#ownFills.has(valueOf(this.#format(format), "fillId") ?? "")) return format
    return this.#derive(`plain ${format}`, withFill(this.#format(format), 0))
  }

  /** Wrapped text with the borders of the cell beside it. */
  note(beside: number): number {
    const border = /^\d+$/.exec(valueOf(this.#format(beside), "borderId") ?? "")?.[0] ?? "0"
    const p = this.#prefix
    return this.#derive(
      `note ${border}`,
      `<${p}xf numFmtId="49" fontId="0" fillId="0" borderId="${border}" xfId="0" quotePrefix="1"` +
        ` applyNumberFormat="1" applyBorder="1" applyAlignment="1">` +
        `<${p}alignment vertical="top" wrapText="1"/></${p}xf>`,
    )
  }

  xml(): string {
    const added = this.#formats.slice(this.#oldCount)
    if (added.length === 0) return this.#text
    const p = this.#prefix
    const fill = (rgb: string) =>
      `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="FF${rgb}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`
    const fills = fill(TINTS.error) + fill(TINTS.warning)
    return applyEdits(this.#text, [
      ...this.#append(this.#fills, fills, this.#fillCount + 2),
      ...this.#append(this.#xfs, added.join(""), this.#formats.length),
    ])
  }

  #append(node: XmlNode, items: string, count: number): XmlEdit[] {
    const tag = this.#text.slice(node.start, node.open)
    const counted = {
      start: node.start,
      end: node.open,
      text: withAttribute(tag, "count", String(count)),
    }
    return [counted, { start: node.close, end: node.close, text: items }]
  }

  /** A number that is no format is the first one, as readers take it. */
  #format(format: number): string {
    return this.#formats[format] ?? this.#formats[0] ?? ""
  }

  #derive(key: string, xml: string): number {
    const known = this.#derived.get(key)
    if (known !== undefined) return known
    if (this.#formats.length >= MAX_FORMATS) throw new PatchFault("too many cell formats")
    this.#derived.set(key, this.#formats.length)
    this.#formats.push(xml)
    return this.#formats.length - 1
  }
}

function isOwnColour(fill: string): boolean {
  return Object.values(TINTS).some((rgb) => fill.toUpperCase().includes(`"FF${rgb}"`))
}

function withFill(format: string, fill: number): string {
  const end = format.indexOf(">") + 1
  const tag = withAttribute(format.slice(0, end), "fillId", String(fill))
  return withAttribute(tag, "applyFill", "1") + format.slice(end)
}

function valueOf(element: string, name: string): string | undefined {
  const open = element.indexOf(">") + 1
  const place = { start: 0, open, close: open, end: open, selfClosing: false, depth: 0 }
  return attributeOf(element, { ...place, name: "", prefix: "" }, name)
}
