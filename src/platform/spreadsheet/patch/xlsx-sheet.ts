import { columnLetters, columnOf, MAX_COLUMNS, MAX_ROWS } from "../cell-reference.ts"
import { NOTE_HEADER, ROW_ID_HEADER } from "../hidden-id.ts"
import { columnsEdit, columnStyle, type ColumnRange } from "./xlsx-columns.ts"
import { noteHeight, type SheetPlan } from "./plan.ts"
import { SheetPrint } from "./xlsx-print.ts"
import type { PatchStyles } from "./styles.ts"
import {
  applyEdits,
  attributeOf,
  PatchFault,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"
import { inlineText } from "../write/text.ts"

interface PatchedCell {
  readonly column: number
  /** The format it refers to; `undefined` where it names none. */
  readonly style: number | undefined
  /** Its start tag, with its place in it. */
  readonly tag: string
  readonly rest: string
}

interface OpenRow {
  readonly node: XmlNode
  readonly number: number
  readonly children: XmlNode[]
}

/** Rewrites one worksheet part (ECMA-376 part 1, 18.3.1.99) by a plan. */
export function patchSheetXml(
  text: string,
  plan: SheetPlan,
  setting: { readonly styles: PatchStyles; readonly unmark: boolean },
): string {
  return new SheetPatcher(text, plan, setting).xml()
}

class SheetPatcher {
  readonly #text: string
  readonly #plan: SheetPlan
  readonly #styles: PatchStyles
  readonly #unmark: boolean
  readonly #edits: XmlEdit[] = []
  readonly #ranges: ColumnRange[] = []
  readonly #print: SheetPrint
  #prefix = ""
  #section = ""
  #row: OpenRow | undefined
  #lastRow = 0
  /** Rows of the plan that have been met or put in. */
  #done = 0
  #columns: XmlNode | undefined
  #data: XmlNode | undefined

  constructor(
    text: string,
    plan: SheetPlan,
    { styles, unmark }: { readonly styles: PatchStyles; readonly unmark: boolean },
  ) {
    this.#text = text
    this.#plan = plan
    this.#styles = styles
    this.#unmark = unmark
    this.#print = new SheetPrint(text)
  }

  xml(): string {
    walkNodes(this.#text, {
      enter: (node) => this.#enter(node),
      leave: (node) => this.#leave(node),
    })
    if (!this.#data) throw new PatchFault("a sheet without rows")
    this.#edits.push(
      columnsEdit(this.#plan, {
        ranges: this.#ranges,
        node: this.#columns,
        before: this.#data.start,
        prefix: this.#prefix,
      }),
    )
    return applyEdits(this.#text, [...this.#print.edits(), ...this.#edits])
  }

  #enter(node: XmlNode): boolean {
    const { depth, name } = node
    if (depth === 0) {
      if (name !== "worksheet") throw new PatchFault("a sheet that is no worksheet")
      this.#prefix = node.prefix
      this.#print.root(node)
    }
    if (depth === 1) this.#section = name
    if (depth === 1 && name === "sheetData") {
      if (this.#data) throw new PatchFault("a sheet with rows in two places")
      this.#data = node
    }
    if (this.#section === "cols") return depth < 2
    if (this.#section !== "sheetData") return depth < 1
    if (depth === 2) {
      if (name !== "row") throw new PatchFault("a sheet with something else than rows")
      this.#openRow(node)
    }
    if (depth === 3) this.#row?.children.push(node)
    return depth < 3
  }

  #leave(node: XmlNode): void {
    const { depth, name } = node
    if (depth === 1) this.#print.child(node)
    if (this.#section === "cols") {
      if (depth === 2 && name === "col") this.#ranges.push(this.#range(node))
      if (depth === 1) {
        if (this.#columns) throw new PatchFault("a sheet with columns in two places")
        this.#columns = node
      }
      return
    }
    if (this.#section !== "sheetData") return
    if (depth === 2 && this.#row) this.#closeRow(this.#row)
    if (depth === 1) this.#closeData(node)
  }

  #range(node: XmlNode): ColumnRange {
    const [min, max] = [this.#number(node, "min"), this.#number(node, "max")]
    if (!(min >= 1 && max >= min && max <= MAX_COLUMNS))
      throw new PatchFault("columns out of range")
    const style = attributeOf(this.#text, node, "style")
    const tag = this.#text.slice(node.start, node.end)
    return { min, max, tag, style: style === undefined ? undefined : Number(style) }
  }

  #number(node: XmlNode, name: string): number {
    return Number(attributeOf(this.#text, node, name) ?? Number.NaN)
  }

  #openRow(node: XmlNode): void {
    const written = attributeOf(this.#text, node, "r")
    const number = written === undefined ? this.#lastRow + 1 : Number(written)
    if (!Number.isInteger(number) || number <= this.#lastRow || number > MAX_ROWS)
      throw new PatchFault("rows that do not ascend")
    this.#lastRow = number
    this.#putMissing(number, node.start)
    this.#row = { node, number, children: [] }
  }

  /** Rows of the plan that the sheet does not have. */
  #putMissing(before: number, at: number): void {
    const { rows } = this.#plan
    for (; (rows[this.#done] ?? Infinity) < before; this.#done++) {
      const number = rows[this.#done] ?? 0
      const name = `${this.#prefix}row`
      const open = this.#rowTag(`<${name} r="${number}">`, number)
      const cells = this.#cells(number, [], 0)
      this.#edits.push({ start: at, end: at, text: `${open}${cells}</${name}>` })
    }
  }

  #closeData(node: XmlNode): void {
    if (!node.selfClosing) {
      this.#putMissing(Infinity, node.close)
      return
    }
    if (this.#plan.rows.length === 0) return
    const edits = this.#edits.length
    this.#putMissing(Infinity, node.start)
    const rows = this.#edits.splice(edits).map((edit) => edit.text)
    const tag = this.#text.slice(node.start, node.open).replace(/\s*\/>$/, ">")
    const text = `${tag}${rows.join("")}</${node.prefix}${node.name}>`
    this.#edits.push({ start: node.start, end: node.end, text })
  }

  #closeRow({ node, number, children }: OpenRow): void {
    this.#row = undefined
    const { plan, text } = { plan: this.#plan, text: this.#text }
    const isPlanned = plan.rows[this.#done] === number
    if (isPlanned) this.#done++
    const tag = text.slice(node.start, node.open)
    if (!isPlanned && !this.#unmark && !plan.reused) {
      // Without a number it would follow a row that was put in before it.
      if (attributeOf(text, node, "r") === undefined)
        this.#edits.push({
          start: node.start,
          end: node.open,
          text: withAttribute(tag, "r", String(number)),
        })
      return
    }
    const cells = this.#readCells(children, number)
    const others = children.filter(({ name }) => name !== "c")
    const ofRow =
      attributeOf(text, node, "customFormat") === "1" ? this.#number(node, "s") : Number.NaN
    const content =
      this.#cells(number, cells, ofRow) +
      others.map((other) => text.slice(other.start, other.end)).join("")
    const open = this.#rowTag(tag.replace(/\s*\/>$/, ">"), number)
    const close = `</${node.prefix}${node.name}>`
    this.#edits.push({ start: node.start, end: node.end, text: open + content + close })
  }

  #readCells(children: readonly XmlNode[], number: number): PatchedCell[] {
    let last = -1
    return children
      .filter(({ name }) => name === "c")
      .map((node) => {
        const reference = attributeOf(this.#text, node, "r")
        const column = reference === undefined ? last + 1 : columnOf(reference)
        if (column <= last || column >= MAX_COLUMNS)
          throw new PatchFault("cells that do not ascend")
        last = column
        const style = attributeOf(this.#text, node, "s")
        const at = columnLetters(column) + number
        return {
          column,
          style: style === undefined ? undefined : Number(style),
          tag: withAttribute(this.#text.slice(node.start, node.open), "r", at),
          rest: this.#text.slice(node.open, node.end),
        }
      })
  }

  #rowTag(tag: string, number: number): string {
    const numbered = withAttribute(withAttribute(tag, "r", String(number)), "spans", null)
    const needed = noteHeight(this.#plan.notes.get(number)?.text ?? "")
    const height = Number(/\sht="([\d.]+)"/.exec(tag)?.[1] ?? 0)
    if (needed <= height) return numbered
    return withAttribute(withAttribute(numbered, "ht", String(needed)), "customHeight", "1")
  }

  /** The cells of a row with marks and the two new columns put in, in order. */
  #cells(number: number, cells: readonly PatchedCell[], ofRow: number): string {
    const { marks, noteColumn, idColumn } = this.#plan
    const written = new Map<number, string>()
    const own = marks.get(number)
    for (const cell of cells) {
      const kind = own?.get(cell.column)
      written.set(cell.column, this.#kept(cell, kind))
    }
    for (const [column, kind] of own ?? []) {
      if (written.has(column)) continue
      const style = this.#styles.marked(this.#default(ofRow, column), kind)
      written.set(column, `<${this.#prefix}c r="${columnLetters(column)}${number}" s="${style}"/>`)
    }
    const beside = cells.findLast(({ column }) => column < noteColumn)
    const note = this.#note(number, beside?.style ?? 0)
    for (const column of [noteColumn, idColumn]) {
      const text = column === noteColumn ? note.text : note.id
      if (text === undefined || text === "") {
        if (this.#plan.reused) written.delete(column)
        continue
      }
      const at = columnLetters(column) + number
      const name = `${this.#prefix}c`
      written.set(
        column,
        `<${name} r="${at}" s="${note.style}" t="inlineStr">${inlineText(text, this.#prefix)}</${name}>`,
      )
    }
    const ordered = [...written].sort(([a], [b]) => a - b)
    return ordered.map(([, xml]) => xml).join("")
  }

  #kept({ column, style, tag, rest }: PatchedCell, kind: "error" | "warning" | undefined): string {
    const old = style ?? 0
    const plain = this.#unmark ? this.#styles.unmarked(old) : old
    const next = kind === undefined ? plain : this.#styles.marked(plain, kind)
    if (next === old || (column === this.#plan.noteColumn && this.#plan.reused)) return tag + rest
    return withAttribute(tag, "s", String(next)) + rest
  }

  /** The format of a cell that the file does not have: its row's, else its column's. */
  #default(ofRow: number, column: number): number {
    return Number.isInteger(ofRow) ? ofRow : columnStyle(this.#ranges, column)
  }

  /** Headings look like the heading beside them. */
  #note(number: number, beside: number): { text?: string; id?: string; style: number } {
    const note = this.#plan.notes.get(number)
    if (number === this.#plan.headerRow)
      return { text: NOTE_HEADER, id: ROW_ID_HEADER, style: beside }
    return note ? { ...note, style: this.#styles.note(beside) } : { style: 0 }
  }
}
