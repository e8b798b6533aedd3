import { ok, type Result } from "../../kernel/result.ts"
import { columnOf, MAX_COLUMNS, MAX_ROWS, parseRange } from "./cell-reference.ts"
import { tidySheet } from "./tidy-sheet.ts"
import type { CellKind, Merge, RawCell, RawRow, RawSheet } from "./workbook.ts"
import { decodeEscapes, RichTextCollector, type RichText } from "./xlsx-strings.ts"
import type { CellFormat } from "./xlsx-styles.ts"
import { isOn, walkXml, XmlFault, type XmlAttributes } from "./xml.ts"

export interface SheetContext {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  readonly strings: readonly RichText[]
  readonly formats: readonly CellFormat[]
  readonly maxCells: number
}

/**
 * One worksheet part (ECMA-376 part 1, 18.3). Cells without a value and rows without cells are left
 * out.
 */
export function readSheet(bytes: Uint8Array, context: SheetContext): Result<RawSheet, string> {
  const reader = new SheetReader(context)
  const walked = walkXml(bytes, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
  })
  return walked.ok ? ok(reader.sheet()) : walked
}

interface OpenCell {
  readonly column: number
  readonly type: string
  readonly format: CellFormat | undefined
  value: string
  formula: boolean
}

type Place = "value" | "inline" | "none"

class SheetReader {
  readonly #context: SheetContext
  readonly #rows: RawRow[] = []
  readonly #merges: Merge[] = []
  readonly #hiddenColumns: number[] = []
  readonly #inline = new RichTextCollector()
  #row: { number: number; hidden: boolean; cells: RawCell[] } | undefined
  #lastRow = 0
  #lastColumn = -1
  #cell: OpenCell | undefined
  #place: Place = "none"
  #budget: number
  #columnBudget = 4 * MAX_COLUMNS

  constructor(context: SheetContext) {
    this.#context = context
    this.#budget = context.maxCells
  }

  open(name: string, attributes: XmlAttributes): void {
    if (name === "c") this.#openCell(attributes)
    else if (name === "v") this.#place = "value"
    else if (name === "is") this.#place = "inline"
    else if (this.#place === "inline") this.#inline.open(name, attributes)
    else if (name === "f" && this.#cell) this.#cell.formula = true
    else if (name === "row") this.#openRow(attributes)
    else if (name === "mergeCell") this.#addMerge(attributes["ref"] ?? "")
    else if (name === "col") this.#addColumns(attributes)
  }

  text(text: string): void {
    if (this.#place === "value" && this.#cell) this.#cell.value += text
    else if (this.#place === "inline") this.#inline.text(text)
  }

  close(name: string): void {
    if (name === "c") this.#closeCell()
    else if (name === "v" || name === "is") this.#place = "none"
    else if (this.#place === "inline") this.#inline.close(name)
    else if (name === "row" && this.#row) {
      if (this.#row.cells.length > 0) this.#rows.push(this.#row)
      this.#row = undefined
    }
  }

  sheet(): RawSheet {
    const { name, hidden, date1904 } = this.#context
    return tidySheet({
      name,
      hidden,
      date1904,
      rows: this.#rows,
      merges: this.#merges,
      hiddenColumns: this.#hiddenColumns,
    })
  }

  /**
   * The default `zeroHeight` of a sheet hides only rows that the file does not list, and those have
   * no cells; a listed row is hidden by its own attributes.
   */
  #openRow(attributes: XmlAttributes): void {
    const number = attributes["r"] === undefined ? this.#lastRow + 1 : Number(attributes["r"])
    if (!Number.isInteger(number) || number < 1 || number > MAX_ROWS)
      throw new XmlFault("a row number outside the sheet")
    const height = attributes["ht"]
    const hidden = isOn(attributes["hidden"]) || (height !== undefined && Number(height) === 0)
    this.#row = { number, hidden, cells: [] }
    this.#lastRow = number
    this.#lastColumn = -1
  }

  #openCell(attributes: XmlAttributes): void {
    const reference = attributes["r"]
    const column = reference === undefined ? this.#lastColumn + 1 : columnOf(reference)
    if (column < 0 || column >= MAX_COLUMNS) throw new XmlFault("a cell outside the sheet")
    this.#lastColumn = column
    const format = this.#context.formats[Number(attributes["s"] ?? 0)]
    this.#cell = { column, type: attributes["t"] ?? "n", format, value: "", formula: false }
  }

  #closeCell(): void {
    const cell = this.#cell
    this.#cell = undefined
    if (!cell || !this.#row) return
    const { text, strike, kind } = this.#content(cell)
    if (text === "" && !cell.formula) return
    this.#spend()
    const struck = strike === "cell" ? (cell.format?.struck ?? false) : strike === "struck"
    this.#row.cells.push({ column: cell.column, text, kind, formula: cell.formula, struck })
  }

  #content(cell: OpenCell): RichText & { kind: CellKind } {
    switch (cell.type) {
      case "s":
        return { ...this.#sharedString(cell.value), kind: "text" }
      case "inlineStr":
        return { ...this.#inline.take(), kind: "text" }
      case "str":
        return { text: decodeEscapes(cell.value), strike: "cell", kind: "text" }
      case "b":
        return { text: cell.value.trim(), strike: "cell", kind: "boolean" }
      case "e":
        return { text: cell.value.trim(), strike: "cell", kind: "error" }
      case "d":
        return { text: cell.value.trim(), strike: "cell", kind: "date" }
      default:
        return {
          text: cell.value.trim(),
          strike: "cell",
          kind: cell.format?.date ? "date" : "number",
        }
    }
  }

  #sharedString(index: string): RichText {
    if (index.trim() === "") return { text: "", strike: "cell" }
    const string = this.#context.strings[Number(index)]
    if (!string) throw new XmlFault("a cell refers to a shared string that does not exist")
    return string
  }

  /** Cells and merges are what a small file could blow up in memory. */
  #spend(): void {
    if (--this.#budget < 0) throw new XmlFault("too many cells")
  }

  #addMerge(reference: string): void {
    const range = parseRange(reference)
    if (!range) return
    this.#spend()
    this.#merges.push(range)
  }

  #addColumns(attributes: XmlAttributes): void {
    const width = attributes["width"]
    const closed = isOn(attributes["hidden"]) || (width !== undefined && Number(width) === 0)
    if (!closed) return
    const last = Math.min(Number(attributes["max"]), MAX_COLUMNS)
    for (let n = Math.max(1, Number(attributes["min"])); n <= last; n++) {
      if (--this.#columnBudget < 0) throw new XmlFault("too many column definitions")
      this.#hiddenColumns.push(n - 1)
    }
  }
}
