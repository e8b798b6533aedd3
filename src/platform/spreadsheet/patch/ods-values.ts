import {
  attributeOf,
  applyEdits,
  walkNodes,
  withAttribute,
  type XmlEdit,
  type XmlNode,
} from "./xml.ts"

const CALCULATED = [
  "table:formula",
  "table:number-matrix-columns-spanned",
  "table:number-matrix-rows-spanned",
]

/** The content of a spreadsheet (OpenDocument 1.3, 9.1.4) whose cells keep the values that they last had. */
export function odsValues(text: string): string {
  if (!text.includes("table:formula")) return text
  const edits: XmlEdit[] = []
  walkNodes(text, {
    enter: (node) => !isCell(node),
    leave(node) {
      const formula = isCell(node) ? attributeOf(text, node, "table:formula") : undefined
      if (formula !== undefined) edits.push(cellEdit(text, node, formula))
    },
  })
  return applyEdits(text, edits)
}

function isCell({ prefix, name }: XmlNode): boolean {
  return prefix === "table:" && (name === "table-cell" || name === "covered-table-cell")
}

function cellEdit(text: string, cell: XmlNode, formula: string): XmlEdit {
  const { prefix, name, start, open, end } = cell
  let tag = text.slice(start, open)
  for (const attribute of CALCULATED) tag = withAttribute(tag, attribute, null)
  if (attributeOf(text, cell, "calcext:value-type") === "error") {
    // The text says which error it is; the value says nothing.
    for (const attribute of ["calcext:value-type", "office:string-value"])
      tag = withAttribute(tag, attribute, null)
    return { start, end: open, text: tag }
  }
  if (attributeOf(text, cell, "office:value-type") !== undefined)
    return { start, end: open, text: tag }
  // Without a value the words of the formula are all there is to see; "of:" names their language.
  const words = formula.replace(/^[\w.-]+:(?==)/, "")
  const shown = withAttribute(tag, "office:value-type", "string").replace(/\s*\/?>$/, ">")
  return { start, end, text: `${shown}<text:p>${words}</text:p></${prefix}${name}>` }
}
