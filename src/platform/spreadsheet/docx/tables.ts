import { MAX_COLUMNS } from "../cell-reference.ts"
import { DocxText } from "./text.ts"
import { MAX_CELLS } from "../tidy-sheet.ts"
import type { Merge, RawCell, RawRow } from "../workbook.ts"
import { isOn, XmlFault, type XmlAttributes } from "../xml/xml.ts"

interface OpenCell {
  readonly column: number
  span: number
  /** Part of a cell that began in a row above. */
  continues: boolean
}

interface OpenRow {
  readonly cells: RawCell[]
  hidden: boolean
  /** Column of the next cell. */
  next: number
}

/** Gathers the lines of a document: paragraphs and the rows of its tables, in their order. */
export class DocumentCollector {
  readonly #rows: RawRow[] = []
  readonly #merges: Merge[] = []
  /** Column → the merge that still grows downwards. */
  readonly #growing = new Map<number, Merge>()
  readonly #text = new DocxText()
  /** Tables inside a cell are text of that cell. */
  #tables = 0
  #row: OpenRow | undefined
  #cell: OpenCell | undefined
  #cells = 0

  open(name: string, attributes: XmlAttributes): void {
    if (name === "tbl") this.#tables++
    else if (this.#tables === 1 && name === "tr") this.#row = { cells: [], hidden: false, next: 0 }
    else if (this.#tables === 1 && name === "tc" && this.#row) this.#openCell(this.#row)
    else if (this.#tables === 1 && this.#describe(name, attributes)) return
    else this.#text.open(name, attributes)
  }

  text(text: string): void {
    this.#text.write(text)
  }

  close(name: string): void {
    if (name === "tbl") this.#closeTable()
    else if (this.#tables === 1 && name === "tc") this.#closeCell()
    else if (this.#tables === 1 && name === "tr") this.#closeRow()
    else {
      this.#text.close(name)
      if (name === "p" && this.#tables === 0) this.#closeParagraph()
    }
  }

  lines(): { readonly rows: readonly RawRow[]; readonly merges: readonly Merge[] } {
    return { rows: this.#rows.filter(({ cells }) => cells.length > 0), merges: this.#merges }
  }

  #closeTable(): void {
    this.#tables--
    if (this.#tables === 0) for (const column of [...this.#growing.keys()]) this.#endMerge(column)
  }

  #openCell(row: OpenRow): void {
    if (row.next >= MAX_COLUMNS || ++this.#cells > MAX_CELLS)
      throw new XmlFault("a table with too many cells")
    this.#cell = { column: row.next, span: 1, continues: false }
  }

  /** What the properties of a row or cell say about its place (17.4.17, 17.4.85, 17.4.14). */
  #describe(name: string, attributes: XmlAttributes): boolean {
    const value = attributes["w:val"] ?? ""
    if (name === "gridBefore" && this.#row) this.#row.next += spanOf(value)
    else if (name === "hidden" && this.#row && !this.#cell)
      this.#row.hidden = value === "" || isOn(value)
    else if (name === "gridSpan" && this.#cell) this.#cell.span = spanOf(value)
    else if (name === "vMerge" && this.#cell) this.#cell.continues = value !== "restart"
    else return false
    if (name === "vMerge" && this.#cell && !this.#cell.continues) this.#startMerge(this.#cell)
    return true
  }

  #startMerge({ column }: OpenCell): void {
    const at = this.#rows.length + 1
    this.#endMerge(column)
    this.#growing.set(column, { top: at, bottom: at, left: column, right: column })
  }

  #closeCell(): void {
    const [row, cell] = [this.#row, this.#cell]
    if (!row || !cell) return
    this.#cell = undefined
    row.next = cell.column + cell.span
    const merge = this.#growing.get(cell.column)
    const number = this.#rows.length + 1
    const { text, struck } = this.#text.take()
    if (cell.continues && merge) {
      this.#growing.set(cell.column, { ...merge, bottom: number })
      return
    }
    if (merge?.top !== number) this.#endMerge(cell.column)
    if (cell.span > 1 && merge?.top !== number) {
      const right = Math.min(row.next - 1, MAX_COLUMNS - 1)
      this.#merges.push({ top: number, bottom: number, left: cell.column, right })
    }
    if (text === "") return
    row.cells.push({ column: cell.column, text, kind: "text", formula: false, struck })
  }

  #endMerge(column: number): void {
    const merge = this.#growing.get(column)
    if (merge && merge.bottom > merge.top) this.#merges.push(merge)
    this.#growing.delete(column)
  }

  #closeRow(): void {
    const row = this.#row
    if (!row) return
    this.#row = undefined
    this.#rows.push({ number: this.#rows.length + 1, hidden: row.hidden, cells: row.cells })
  }

  #closeParagraph(): void {
    const { text, struck } = this.#text.take()
    if (text === "") return
    const cell: RawCell = { column: 0, text, kind: "text", formula: false, struck }
    this.#rows.push({ number: this.#rows.length + 1, hidden: false, cells: [cell] })
  }
}

function spanOf(value: string): number {
  const span = Number(value)
  return Number.isInteger(span) && span >= 1 && span <= MAX_COLUMNS ? span : 1
}
