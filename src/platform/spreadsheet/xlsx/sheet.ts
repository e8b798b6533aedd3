import { isBlankByte, WIDE } from "../byte-strings.ts"
import { MAX_COLUMNS, MAX_ROWS, parseRange } from "../cell-reference.ts"
import { AlikeCells, type CellTag } from "./alike.ts"
import { FORMULA, KINDS, RowBuffer, STRUCK, type RowView } from "../row-view.ts"
import type { Merge } from "../workbook.ts"
import { appendToken, RichText, STRIKE_CELL, STRIKE_STRUCK, type SharedStrings } from "./strings.ts"
import type { CellFormat } from "./styles.ts"
import { XmlFault } from "../xml/fault.ts"
import { leafOf } from "../xml/leaf.ts"
import { CLOSE, MORE, OPEN, TEXT, type XmlTokens } from "../xml/tokens.ts"
import { isOn } from "../xml/xml.ts"
import {
  attributeNamed,
  columnAt,
  columnIn,
  digitsOf,
  isAttributeNamed,
  isNamed,
  NO_NUMBER,
  numberOf,
  SHARED_TYPE,
  typeOf,
  unusualIndex,
} from "./attributes.ts"

/** What a sheet tells while it is read. It counts only when the whole file turns out readable. */
export interface SheetVisitor {
  row(row: RowView): void
  merge(merge: Merge): void
  hiddenColumn(column: number): void
}

export interface SheetTables {
  readonly strings: SharedStrings
  readonly formats: readonly CellFormat[]
  /** Cells and merges that may be passed on. */
  readonly maxCells: number
}

const [C, F, R, S, T, V] = [0x63, 0x66, 0x72, 0x73, 0x74, 0x76]
const TEXT_KIND = KINDS.indexOf("text")
const NUMBER_KIND = KINDS.indexOf("number")
const DATE_KIND = KINDS.indexOf("date")
/** What stands around the text of the usual cell; of any type where none is named. */
const WHOLE = [
  { before: Buffer.from("<v>"), after: Buffer.from("</v></c>"), type: null },
  { before: Buffer.from("<is><t>"), after: Buffer.from("</t></is></c>"), type: TEXT_KIND },
]

const NAMES = {
  row: Buffer.from("row"),
  is: Buffer.from("is"),
  r: Buffer.from("r"),
  hidden: Buffer.from("hidden"),
  ht: Buffer.from("ht"),
}
/** A row of all columns filled to the brim would be 500 MB; a real one has a few kilobytes. */
const MAX_ROW_BYTES = 16 * 1024 ** 2

const NOWHERE = 0
const IN_VALUE = 1
const IN_INLINE = 2

/**
 * Reads one worksheet part (ECMA-376 part 1, 18.3) from its tokens. Cells without a value and rows
 * without cells are left out. Nothing is kept from row to row.
 */
export class SheetScanner {
  readonly #visitor: SheetVisitor
  readonly #tables: SheetTables
  readonly #row: RowBuffer
  readonly #inline: RichText
  #isInRow = false
  #isInCell = false
  #lastRow = 0
  #column = -1
  #place = NOWHERE
  #type = NUMBER_KIND
  #format: CellFormat | undefined
  #isFormula = false
  #hasInline = false
  /** Where the cell's value begins among the texts of the row, and what it holds. */
  #valueStart = 0
  #valueFlags = 0
  #inlineStrike = STRIKE_CELL
  #cells: number
  #columns = 4 * MAX_COLUMNS
  readonly #alike = new AlikeCells()

  constructor(tables: SheetTables, visitor: SheetVisitor) {
    this.#tables = tables
    this.#visitor = visitor
    this.#cells = tables.maxCells
    this.#row = new RowBuffer(tables.strings)
    this.#inline = new RichText(this.#row.texts)
  }

  /** Cells and merges that may still follow, in this sheet or another. */
  get cellsLeft(): number {
    return this.#cells
  }

  /** Reads on as far as the tokens go. */
  scan(tokens: XmlTokens): void {
    while (this.#takeAlike(tokens));
    for (let token = tokens.next(); token !== MORE; token = tokens.next()) {
      if (token === TEXT) this.#text(tokens)
      else if (token === OPEN) this.#open(tokens)
      else if (token === CLOSE) this.#close(tokens)
      else return
      while (this.#takeAlike(tokens));
    }
  }

  /** A cell written as one above it: what its tag says is known. */
  #takeAlike(tokens: XmlTokens): boolean {
    if (!this.#isInRow || this.#isInCell) return false
    const alike = this.#alike.take(tokens, this.#column + 1)
    if (alike === undefined) return false
    this.#beginCell(columnIn(tokens.bytes, tokens.valueStart, tokens.valueEnd), alike)
    this.#takeText(tokens)
    return true
  }

  #open(tokens: XmlTokens): void {
    const { bytes, nameStart: at } = tokens
    const length = tokens.nameEnd - at
    const letter = bytes[at]
    if (length === 1) {
      if (letter === C) this.#openCell(tokens)
      else if (letter === V) this.#place = IN_VALUE
      else if (this.#place === IN_INLINE) this.#inline.open(tokens)
      else if (letter === F) this.#isFormula = true
    } else if (isNamed(tokens, NAMES.row)) this.#openRow(tokens)
    else if (isNamed(tokens, NAMES.is)) {
      this.#place = IN_INLINE
      this.#hasInline = true
      this.#inline.begin()
    } else if (this.#place === IN_INLINE) this.#inline.open(tokens)
    else this.#openOther(tokens, tokens.name())
  }

  #openOther(tokens: XmlTokens, name: string): void {
    if (name === "mergeCell") this.#addMerge(tokens)
    else if (name === "col") this.#addColumns(tokens)
  }

  #text(tokens: XmlTokens): void {
    if (this.#place === NOWHERE || !this.#isInCell) return
    if (this.#place === IN_VALUE) this.#valueFlags |= appendToken(this.#row.texts, tokens)
    else this.#inline.text(tokens)
    if (this.#row.texts.length > MAX_ROW_BYTES) throw new XmlFault("a row too long")
  }

  #close(tokens: XmlTokens): void {
    const { bytes, nameStart: at } = tokens
    const length = tokens.nameEnd - at
    const letter = bytes[at]
    if (length === 1) {
      if (letter === C) this.#closeCell()
      else if (letter === V) this.#place = NOWHERE
      else if (this.#place === IN_INLINE) this.#inline.close(tokens)
    } else if (isNamed(tokens, NAMES.row)) {
      this.#isInRow = false
      if (this.#row.count > 0) this.#visitor.row(this.#row)
    } else if (this.#place !== IN_INLINE) return
    else if (isNamed(tokens, NAMES.is)) {
      this.#place = NOWHERE
      this.#inlineStrike = this.#inline.end()
      this.#valueFlags |= this.#inline.flags
    } else this.#inline.close(tokens)
  }

  /**
   * The default `zeroHeight` of a sheet hides only rows that the file does not list, and those have
   * no cells; a listed row is hidden by its own attributes.
   */
  #openRow(tokens: XmlTokens): void {
    if (this.#isInRow || this.#isInCell) throw new XmlFault("a row inside a row")
    let number = this.#lastRow + 1
    let isHidden = false
    for (let i = 0; i < tokens.attributeCount; i++) {
      if (isAttributeNamed(tokens, i, NAMES.r)) number = numberOf(tokens, i)
      else if (isAttributeNamed(tokens, i, NAMES.hidden))
        isHidden ||= isOn(tokens.attributeValue(i))
      else if (isAttributeNamed(tokens, i, NAMES.ht))
        isHidden ||= Number(tokens.attributeValue(i)) === 0
    }
    if (!Number.isInteger(number) || number < 1 || number > MAX_ROWS)
      throw new XmlFault("a row number outside the sheet")
    this.#row.begin(number, isHidden)
    this.#isInRow = true
    this.#lastRow = number
    this.#column = -1
  }

  #openCell(tokens: XmlTokens): void {
    if (this.#isInCell) throw new XmlFault("a cell inside a cell")
    const { bytes, attributes } = tokens
    let column = this.#column + 1
    let style = 0
    this.#type = NUMBER_KIND
    for (let i = 0; i < tokens.attributeCount; i++) {
      const name = attributes[4 * i] as number
      if ((attributes[4 * i + 1] as number) - name !== 1) continue
      if (bytes[name] === R) column = columnAt(tokens, i)
      else if (bytes[name] === S) style = numberOf(tokens, i)
      else if (bytes[name] === T) this.#type = typeOf(tokens, i)
    }
    this.#beginCell(column, { type: this.#type, format: this.#tables.formats[style] })
    this.#takeWhole(tokens)
  }

  #beginCell(column: number, { type, format }: CellTag): void {
    if (column < 0 || column >= MAX_COLUMNS) throw new XmlFault("a cell outside the sheet")
    this.#column = column
    this.#type = type
    this.#format = format
    this.#isInCell = true
    this.#isFormula = this.#hasInline = false
    this.#place = NOWHERE
    this.#valueStart = this.#row.texts.length
    this.#valueFlags = 0
    this.#inlineStrike = STRIKE_CELL
  }

  /** The usual cell in one step. */
  #takeWhole(tokens: XmlTokens): void {
    for (const { before, after, type } of WHOLE) {
      if (type !== null && type !== this.#type) continue
      if (!tokens.takeWhole(before, after)) continue
      if (this.#alike.isOpen(this.#column)) {
        const said = { type: this.#type, format: this.#format }
        this.#alike.learn(this.#column, leafOf(tokens, NAMES.r, after), said)
      }
      this.#takeText(tokens)
      return
    }
  }

  #takeText(tokens: XmlTokens): void {
    if (this.#type === SHARED_TYPE && this.#isInRow) {
      const index = digitsOf(tokens.bytes, tokens.textStart, tokens.textEnd)
      if (index !== NO_NUMBER) {
        this.#isInCell = false
        this.#addIndex(index, 0)
        return
      }
    }
    this.#valueFlags = appendToken(this.#row.texts, tokens)
    if (this.#row.texts.length > MAX_ROW_BYTES) throw new XmlFault("a row too long")
    this.#closeCell()
  }

  #closeCell(): void {
    this.#isInCell = false
    this.#place = NOWHERE
    if (!this.#isInRow) return
    const formula = this.#isFormula ? FORMULA : 0
    if (this.#type === SHARED_TYPE) this.#addShared(formula)
    else {
      const kind = this.#kind()
      if (kind !== TEXT_KIND) this.#trim()
      if (this.#row.texts.length === this.#valueStart && formula === 0) return
      const marks = kind | formula | this.#struck(this.#inlineStrike)
      this.#spend()
      this.#row.add(this.#column, marks, this.#valueStart, this.#valueFlags)
    }
  }

  /** A number that came as an inline text is text, however it is announced. */
  #kind(): number {
    if (this.#type !== NUMBER_KIND) return this.#type
    if (this.#hasInline) return TEXT_KIND
    return this.#format?.date === true ? DATE_KIND : NUMBER_KIND
  }

  #addShared(formula: number): void {
    const index = this.#takeIndex()
    if (index !== NO_NUMBER || formula !== 0) this.#addIndex(index, formula)
  }

  #addIndex(index: number, formula: number): void {
    const { strings } = this.#tables
    if (index >= strings.count) throw new XmlFault("a cell refers to a string that does not exist")
    const isBlank = index === NO_NUMBER || strings.isBlank(index)
    if (isBlank && formula === 0) return
    this.#spend()
    const strike = index === NO_NUMBER ? STRIKE_CELL : strings.strike(index)
    const marks = TEXT_KIND | formula | this.#struck(strike)
    if (isBlank) this.#row.add(this.#column, marks, this.#row.texts.length, 0)
    else this.#row.addShared(this.#column, marks, index)
  }

  /** The value as the index of a shared string; NO_NUMBER when there is none. */
  #takeIndex(): number {
    const { texts } = this.#row
    const from = this.#valueStart
    const to = texts.length
    texts.length = from
    const index = digitsOf(texts.bytes, from, to)
    return index === NO_NUMBER ? unusualIndex(texts.slice(from, to, WIDE)) : index
  }

  #struck(strike: number): number {
    if (strike === STRIKE_CELL) return this.#format?.struck === true ? STRUCK : 0
    return strike === STRIKE_STRUCK ? STRUCK : 0
  }

  /** Takes white space off both ends of the value. */
  #trim(): void {
    const { texts } = this.#row
    const { bytes } = texts
    if ((this.#valueFlags & WIDE) !== 0) {
      const text = texts.slice(this.#valueStart, texts.length, WIDE).trim()
      texts.length = this.#valueStart
      this.#valueFlags = texts.appendText(text)
      return
    }
    while (texts.length > this.#valueStart && isBlankByte(bytes[texts.length - 1] as number))
      texts.length--
    while (this.#valueStart < texts.length && isBlankByte(bytes[this.#valueStart] as number))
      this.#valueStart++
  }

  /** Cells and merges are what a small file could blow up in memory. */
  #spend(): void {
    if (--this.#cells < 0) throw new XmlFault("too many cells")
  }

  #addMerge(tokens: XmlTokens): void {
    const range = parseRange(attributeNamed(tokens, "ref") ?? "")
    if (!range) return
    this.#spend()
    this.#visitor.merge(range)
  }

  #addColumns(tokens: XmlTokens): void {
    const width = attributeNamed(tokens, "width")
    const isClosed = width !== undefined && Number(width) === 0
    if (!isOn(attributeNamed(tokens, "hidden")) && !isClosed) return
    const last = Math.min(Number(attributeNamed(tokens, "max")), MAX_COLUMNS)
    for (let n = Math.max(1, Number(attributeNamed(tokens, "min"))); n <= last; n++) {
      if (--this.#columns < 0) throw new XmlFault("too many column definitions")
      this.#visitor.hiddenColumn(n - 1)
    }
  }
}
