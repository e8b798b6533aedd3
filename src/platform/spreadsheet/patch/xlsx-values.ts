// What a workbook calculates, gone: its cells keep the values that they last had. Whoever opens our copy
// of a sender's list sees what we read, whatever day it is and whichever files lie beside it.
import {
  applyEdits,
  attributeOf,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"

const MAY_CALCULATE = /<(?:[\w.-]+:)?f[\s/>]|\bt\s*=\s*["']e["']/

interface CellParts {
  readonly cell: XmlNode
  readonly formula: XmlNode | undefined
  readonly value: XmlNode | undefined
}

/** A worksheet part (ECMA-376 part 1, 18.3.1.99) whose cells hold values only. */
export function sheetValues(text: string): string {
  if (!MAY_CALCULATE.test(text)) return text
  const edits: XmlEdit[] = []
  let section = ""
  let formula: XmlNode | undefined
  let value: XmlNode | undefined
  walkNodes(text, {
    enter({ depth, name }) {
      if (depth === 1) section = name
      return depth === 0 || (section === "sheetData" && depth < 4)
    },
    leave(node) {
      if (section !== "sheetData") return
      if (node.depth === 4 && node.name === "f") formula = node
      if (node.depth === 4 && node.name === "v") value = node
      if (node.depth !== 3) return
      edits.push(...cellEdits(text, { cell: node, formula, value }))
      formula = undefined
      value = undefined
    },
  })
  return applyEdits(text, edits)
}

function cellEdits(text: string, { cell, formula, value }: CellParts): XmlEdit[] {
  const type = attributeOf(text, cell, "t")
  // An error that stands as a value becomes a formula of itself in LibreOffice.
  if (formula === undefined && type !== "e") return []
  const shown = value === undefined ? "" : text.slice(value.open, value.close)
  // What reads a cell of its metadata is the formula (18.3.1.4).
  const tag = withAttribute(text.slice(cell.start, cell.open), "cm", null)
  if (formula !== undefined && shown !== "" && type !== "str" && type !== "e")
    return [
      { start: cell.start, end: cell.open, text: tag },
      { start: formula.start, end: formula.end, text: "" },
    ]
  // Without a value the words of the formula are all there is to see; an empty text is a value.
  const isEmpty = type === "str" && value !== undefined
  const written = formula === undefined ? "" : text.slice(formula.open, formula.close)
  const content = shown === "" && written !== "" && !isEmpty ? `=${written}` : shown
  return [{ start: cell.start, end: cell.end, text: textCell(cell, tag, content) }]
}

/** A cell with a text that is escaped already. */
function textCell({ name, prefix }: XmlNode, tag: string, content: string): string {
  if (content === "") return withAttribute(tag, "t", null).replace(/\s*\/?>$/, "/>")
  const open = withAttribute(tag, "t", "inlineStr")
  const inline = `<${prefix}is><${prefix}t xml:space="preserve">${content}</${prefix}t></${prefix}is>`
  return `${open}${inline}</${prefix}${name}>`
}

/** A table part (18.5.1.2) that fills no column and sums none. */
export function tableValues(text: string): string {
  const edits: XmlEdit[] = []
  walkNodes(text, {
    leave(node) {
      const { name, start, open, end } = node
      if (name === "calculatedColumnFormula" || name === "totalsRowFormula")
        edits.push({ start, end, text: "" })
      if (name !== "tableColumn" || attributeOf(text, node, "totalsRowFunction") === undefined)
        return
      const tag = withAttribute(text.slice(start, open), "totalsRowFunction", null)
      edits.push({ start, end: open, text: tag })
    },
  })
  return applyEdits(text, edits)
}

/** A part without those of its elements of a name that have an attribute of a value. */
export function withoutElement(text: string, name: string, attribute: readonly [string, string]) {
  const [key, value] = attribute
  const edits: XmlEdit[] = []
  walkNodes(text, {
    leave(node) {
      if (node.name === name && attributeOf(text, node, key)?.toLowerCase() === value.toLowerCase())
        edits.push({ start: node.start, end: node.end, text: "" })
    },
  })
  return applyEdits(text, edits)
}
