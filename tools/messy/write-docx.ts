import { strToU8, zipSync } from "fflate"
import { escapeXml, type Cell, type Grid, type GridMerge } from "./grid.ts"
import { copiedText } from "./write-text.ts"
import { FIXED_TIME } from "./write-xlsx-raw.ts"

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A list that somebody copied into a Word document; lines of one cell are paragraphs above it. */
export function writeDocx(grid: Grid): Uint8Array {
  const body = parts(grid).map(({ from, to, isTable }) =>
    isTable ? table(grid, from, to) : paragraphs(grid, from, to),
  )
  const entries = {
    "_rels/.rels":
      `<Relationships><Relationship Id="r1" Type="${OFFICE}/officeDocument" ` +
      `Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document ${WORD}><w:body>${body.join("")}</w:body></w:document>`,
  }
  const files = Object.entries(entries).map(([name, text]) => [
    name,
    [strToU8(text), { level: 6, ...FIXED_TIME }] as const,
  ])
  return zipSync(Object.fromEntries(files) as Record<string, [Uint8Array, object]>)
}

interface Part {
  readonly from: number
  /** Behind the last row. */
  readonly to: number
  readonly isTable: boolean
}

/** From the first row of several cells to the last it is a table, with what stands between. */
export function parts(grid: Grid): Part[] {
  const isWide = grid.rows.map(({ cells }) => cells.filter(isFilled).length > 1)
  const [from, to] = [isWide.indexOf(true), isWide.lastIndexOf(true) + 1]
  const all = grid.rows.length
  if (from < 0) return [{ from: 0, to: all, isTable: false }]
  return [
    { from: 0, to: from, isTable: false },
    { from, to, isTable: true },
    { from: to, to: all, isTable: false },
  ]
}

export function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && cell !== ""
}

/** The first column of a document's table is the first that has something in it. */
export function firstColumn(grid: Grid): number {
  const wide = grid.rows.filter(({ cells }) => cells.filter(isFilled).length > 1)
  const lefts = wide.map(({ cells }) => cells.findIndex(isFilled))
  return lefts.length === 0 ? 0 : Math.min(...lefts)
}

function paragraphs(grid: Grid, from: number, to: number): string {
  return grid.rows
    .slice(from, to)
    .map(({ cells }) => paragraph(cells.map((cell) => copiedText(cell)).join("")))
    .join("")
}

function paragraph(text: string): string {
  const lines = text.split("\n").map((line) => {
    const pieces = line.split("\t").map((piece) => {
      return `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`
    })
    return pieces.join("<w:tab/>")
  })
  return `<w:p><w:r>${lines.join("<w:br/>")}</w:r></w:p>`
}

function table(grid: Grid, from: number, to: number): string {
  const left = firstColumn(grid)
  const right = Math.max(...grid.rows.slice(from, to).map(({ cells }) => cells.length))
  const rows = grid.rows.slice(from, to).map(({ cells }, at) => {
    const row = from + at
    let made = ""
    for (let column = left; column < right;) {
      const merge = grid.merges.find((one) => covers(one, row, column))
      const span = merge === undefined ? 1 : merge.right - column + 1
      made += cellOf(copiedText(cells[column]), { row, span, merge })
      column += span
    }
    return `<w:tr>${made}</w:tr>`
  })
  return `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`
}

function covers({ top, bottom, left, right }: GridMerge, row: number, column: number): boolean {
  return top <= row && row <= bottom && left <= column && column <= right
}

function cellOf(
  text: string,
  place: { readonly row: number; readonly span: number; readonly merge: GridMerge | undefined },
): string {
  const { row, span, merge } = place
  const across = span > 1 ? `<w:gridSpan w:val="${span}"/>` : ""
  const isTall = merge !== undefined && merge.bottom > merge.top
  const down = !isTall ? "" : row === merge.top ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>"
  const content = text === "" ? "<w:p/>" : paragraph(text)
  return `<w:tc><w:tcPr>${across}${down}</w:tcPr>${content}</w:tc>`
}
