import { columnLetters, MAX_COLUMNS, MAX_ROWS } from "../cell-reference.ts"
import { OdsText } from "./text.ts"
import type { OdsStyles } from "./styles.ts"
import { tidySheet } from "../tidy-sheet.ts"
import {
  NOTES_MAX,
  someNotes,
  type CellKind,
  type Merge,
  type RawCell,
  type RawRow,
  type RawSheet,
} from "../workbook.ts"
import { XmlFault, type XmlAttributes } from "../xml/xml.ts"

/**
 * Collects one `table:table`; repeated cells and rows are written out only where they hold
 * something.
 */
export class OdsSheet {
  readonly #styles: OdsStyles
  readonly #name: string
  readonly #hidden: boolean
  readonly #rows: RawRow[] = []
  readonly #merges: Merge[] = []
  readonly #hiddenColumns: number[] = []
  readonly #columnStyles: { readonly to: number; readonly style: string | undefined }[] = []
  readonly #notes: string[] = []
  #budget: number
  #columns = 0
  #nextRow = 1
  #row: { readonly attributes: XmlAttributes; readonly cells: RawCell[] } | undefined
  #nextColumn = 0
  #cell: { readonly attributes: XmlAttributes; readonly text: OdsText } | undefined

  constructor(attributes: XmlAttributes, styles: OdsStyles, maxCells: number) {
    this.#styles = styles
    this.#name = attributes["table:name"] ?? ""
    this.#hidden = !styles.isDisplayed(attributes["table:style-name"])
    this.#budget = maxCells
  }

  open(name: string, attributes: XmlAttributes): void {
    if (this.#cell && name === "annotation") this.#addNote()
    if (this.#cell) this.#cell.text.open(name, attributes)
    else if (name === "table-column") this.#addColumns(attributes)
    else if (name === "table-row") this.#row = { attributes, cells: [] }
    else if (name === "table-cell" || name === "covered-table-cell")
      this.#cell = { attributes, text: new OdsText(this.#styles) }
  }

  text(text: string): void {
    this.#cell?.text.write(text)
  }

  close(name: string): void {
    if (name === "table-cell" || name === "covered-table-cell") this.#closeCell()
    else if (this.#cell) this.#cell.text.close(name)
    else if (name === "table-row") this.#closeRow()
  }

  sheet(): RawSheet {
    const cells = { rows: this.#rows, merges: this.#merges, hiddenColumns: this.#hiddenColumns }
    const info = { name: this.#name, hidden: this.#hidden, date1904: false }
    return tidySheet({ ...info, ...cells, ...someNotes(this.#notes) })
  }

  #addNote(): void {
    if (this.#notes.length < NOTES_MAX && this.#nextColumn < MAX_COLUMNS)
      this.#notes.push(`${columnLetters(this.#nextColumn)}${this.#nextRow}`)
  }

  #addColumns(attributes: XmlAttributes): void {
    if (this.#columns >= MAX_COLUMNS) return
    const to = Math.min(this.#columns + repeated(attributes, "columns"), MAX_COLUMNS)
    if (isCollapsed(attributes))
      for (let column = this.#columns; column < to; column++) this.#hiddenColumns.push(column)
    this.#columnStyles.push({ to, style: attributes["table:default-cell-style-name"] })
    this.#columns = to
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell || !this.#row) return
    const { attributes } = cell
    const first = this.#nextColumn
    this.#nextColumn += repeated(attributes, "columns")
    this.#addMerge(attributes, first)
    const content = contentOf(attributes, cell.text.content())
    const formula = attributes["table:formula"] !== undefined
    if (content.text === "" && !formula) return
    if (this.#nextColumn > MAX_COLUMNS) throw new XmlFault("a cell outside the sheet")
    for (let column = first; column < this.#nextColumn; column++) {
      const struck = cell.text.isStruck(this.#isCellStruck(attributes, column))
      this.#spend(1)
      this.#row.cells.push({ column, ...content, formula, struck })
    }
  }

  #isCellStruck(attributes: XmlAttributes, column: number): boolean {
    const own = attributes["table:style-name"]
    const ofRow = this.#row?.attributes["table:default-cell-style-name"]
    const ofColumn = this.#columnStyles.find(({ to }) => column < to)?.style
    return this.#styles.isStruck(own ?? ofRow ?? ofColumn)
  }

  #addMerge(attributes: XmlAttributes, left: number): void {
    const width = Number(attributes["table:number-columns-spanned"] ?? 1)
    const height = Number(attributes["table:number-rows-spanned"] ?? 1)
    if (!(width > 1 || height > 1)) return
    this.#spend(1)
    const [top, right] = [this.#nextRow, left + width - 1]
    this.#merges.push({ top, bottom: top + height - 1, left, right })
  }

  #closeRow(): void {
    const row = this.#row
    this.#row = undefined
    this.#nextColumn = 0
    if (!row) return
    const { attributes, cells } = row
    const first = this.#nextRow
    this.#nextRow += repeated(attributes, "rows")
    if (cells.length === 0) return
    if (this.#nextRow > MAX_ROWS + 1) throw new XmlFault("a row outside the sheet")
    for (let number = first; number < this.#nextRow; number++) {
      if (number > first) this.#spend(cells.length)
      this.#rows.push({ number, hidden: isCollapsed(attributes), cells })
    }
  }

  #spend(cells: number): void {
    this.#budget -= cells
    if (this.#budget < 0) throw new XmlFault("too many cells")
  }
}

function repeated(attributes: XmlAttributes, what: "rows" | "columns"): number {
  const count = Number(attributes[`table:number-${what}-repeated`] ?? 1)
  if (!Number.isSafeInteger(count) || count < 1) throw new XmlFault("a repetition out of range")
  return count
}

function isCollapsed(attributes: XmlAttributes): boolean {
  const visibility = attributes["table:visibility"]
  return visibility === "collapse" || visibility === "filter"
}

/** Text and kind by `office:value-type` (OpenDocument 1.3 part 3, 19.389). */
function contentOf(attributes: XmlAttributes, shown: string): { text: string; kind: CellKind } {
  if (attributes["calcext:value-type"] === "error") return { text: shown, kind: "error" }
  switch (attributes["office:value-type"]) {
    case "float":
    case "currency":
    case "percentage":
      return { text: attributes["office:value"] ?? shown, kind: "number" }
    case "date":
      return { text: attributes["office:date-value"] ?? shown, kind: "date" }
    case "boolean":
      return { text: attributes["office:boolean-value"] === "true" ? "1" : "0", kind: "boolean" }
    default:
      return {
        text: shown === "" ? (attributes["office:string-value"] ?? "") : shown,
        kind: "text",
      }
  }
}
