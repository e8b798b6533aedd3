/**
 * A plain reader of one worksheet and its shared strings over a SAX parser: slow, short and of another
 * kind, so that the byte scanner can be compared with it.
 */
import { SaxesParser, type SaxesTagPlain } from "saxes"
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { columnOf, MAX_COLUMNS, MAX_ROWS, parseRange } from "../cell-reference.ts"
import { tidySheet } from "../tidy-sheet.ts"
import type { CellKind, Merge, RawCell, RawRow, RawSheet } from "../workbook.ts"
import { decodeEscapes } from "./strings.ts"
import type { CellFormat } from "./styles.ts"
import { XmlFault } from "../xml/fault.ts"
import { isOn, type XmlAttributes, type XmlListener } from "../xml/xml.ts"

type TextStrike = "struck" | "plain" | "cell"

interface RichText {
  readonly text: string
  readonly strike: TextStrike
}

const CHUNK_BYTES = 1024 * 1024

/**
 * Walks one XML part. A document type declaration is refused, so that no entity but the five of XML
 * can be expanded; malformed XML and bytes that are not its encoding are refused too.
 */
export function walkPlainly(bytes: Uint8Array, listener: XmlListener): Result<null, string> {
  const parser = new SaxesParser({ position: false })
  parser.on("doctype", () => {
    throw new XmlFault("a document type declaration is not accepted")
  })
  parser.on("error", (error) => {
    throw new XmlFault(`malformed XML: ${error.message}`)
  })
  const { open, close, text } = listener
  if (open)
    parser.on("opentag", (tag) => open(localName(tag.name), (tag as SaxesTagPlain).attributes))
  if (close) parser.on("closetag", (tag) => close(localName(tag.name)))
  if (text) {
    parser.on("text", text)
    parser.on("cdata", text)
  }
  try {
    const decoder = new TextDecoder(xmlEncoding(bytes), { fatal: true })
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: true }))
    parser.write(decoder.decode()).close()
    return ok(null)
  } catch (error) {
    if (error instanceof XmlFault) return refuse(error.message)
    if ((error as { code?: string }).code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return refuse("bytes that are not text of the declared encoding")
    throw error
  }
}

function localName(name: string): string {
  const colon = name.indexOf(":")
  return colon < 0 ? name : name.slice(colon + 1)
}

function xmlEncoding(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0x3c && bytes[1] === 0))
    return "utf-16le"
  if ((bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0 && bytes[1] === 0x3c))
    return "utf-16be"
  return "utf-8"
}

/**
 * Collects one string item (`si` or `is`): plain text or runs. Phonetic runs (`rPh`) are reading
 * aids that Excel shows only on demand, so they are left out.
 */
class RichTextCollector {
  #text = ""
  #run = ""
  #runStrike: TextStrike = "cell"
  #strikes = new Set<TextStrike>()
  #inText = false
  #phonetic = false

  open(name: string, attributes: XmlAttributes): void {
    if (name === "rPh") this.#phonetic = true
    else if (name === "t") this.#inText = !this.#phonetic
    else if (name === "rPr") this.#runStrike = "plain"
    else if (name === "strike" && isOn(attributes["val"] ?? "1")) this.#runStrike = "struck"
  }

  text(text: string): void {
    if (this.#inText) this.#run += text
  }

  close(name: string): void {
    if (name === "t") this.#inText = false
    else if (name === "rPh") this.#phonetic = false
    else if (name === "r") this.#endRun()
  }

  /** Ends the item and makes the collector ready for the next one. */
  take(): RichText {
    this.#endRun()
    const text = decodeEscapes(this.#text)
    const only = this.#strikes.size === 1 ? [...this.#strikes][0] : undefined
    const strike = this.#strikes.has("plain") ? "plain" : (only ?? "cell")
    this.#text = ""
    this.#strikes.clear()
    return { text, strike }
  }

  #endRun(): void {
    if (this.#run.trim() !== "") this.#strikes.add(this.#runStrike)
    this.#text += this.#run
    this.#run = ""
    this.#runStrike = "cell"
  }
}

/** The shared string table, in file order. */
export function readStringsPlainly(bytes: Uint8Array): Result<readonly RichText[], string> {
  const strings: RichText[] = []
  const item = new RichTextCollector()
  const walked = walkPlainly(bytes, {
    open: (name, attributes) => item.open(name, attributes),
    text: (text) => item.text(text),
    close(name) {
      item.close(name)
      if (name !== "si") return
      strings.push(item.take())
    },
  })
  return walked.ok ? ok(strings) : walked
}

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
export function readSheetPlainly(
  bytes: Uint8Array,
  context: SheetContext,
): Result<RawSheet, string> {
  const reader = new SheetReader(context)
  const walked = walkPlainly(bytes, {
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
