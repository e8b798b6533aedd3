import { assert } from "../../../kernel/assert.ts"
import { columnLetters } from "../cell-reference.ts"
import { rowHeight } from "../sheet-heights.ts"
import type { CellInput, SheetColumn } from "../sheet-spec.ts"
import type { CellRole, CellTint, StyleTable } from "../sheet-style.ts"
import { ascii, type XmlBytes } from "./bytes.ts"
import { inlineText, needsQuote } from "./text.ts"

/** Header letters are bold and share their room with the filter button. */
const HEADER_SCALE = 1.25
/** Bytes of a cell without its text, and of the longest plain text that a cell can hold. */
const CELL_BYTES = 128
const PLAIN_MAX = 32_767

const ROW_OPEN = ascii('<row r="')
const OPEN_END = ascii('">')
const ROW_CLOSE = ascii("</row>")
const CELL_OPEN = '<c r="'
const CELL_CLOSE = ascii("</c>")
const VALUE_CLOSE = ascii("</v></c>")

type RowRole = Extract<CellRole, "body" | "total" | "header">

/** What stands between the place of a cell and its content, by look. */
interface Opening {
  readonly empty: Uint8Array
  readonly text: Uint8Array
  readonly inline: Uint8Array
  readonly number: Uint8Array
}

interface WrittenColumn extends SheetColumn {
  readonly at: number
  readonly start: Uint8Array
  /** Openings that were needed so far, by key of look. */
  readonly openings: (Opening | undefined)[]
}

interface RowLook {
  readonly role: RowRole
  readonly tintOf?: ((column: number) => CellTint) | undefined
}

/** The digits of the row under work, as they stand in the buffer. */
interface RowPlace {
  readonly from: number
  readonly to: number
}

// A look as one number, because an object a cell would cost more than the cell: flags, plus eight
// times the tint, plus 24 times the role.
const WRAP = 1
const QUOTED = 2
const AS_TEXT = 4
const TINT_STEP = 8
const ROLE_STEP = 24
const TINTS: readonly CellTint[] = [undefined, "error", "warning"]
const ROLES: readonly RowRole[] = ["body", "total", "header"]

/** Writes the rows of one sheet as XML (ECMA-376 part 1, 18.3.1.73). */
export class RowWriter {
  readonly #xml: XmlBytes
  readonly #columns: readonly WrittenColumn[]
  readonly #styles: StyleTable
  #hasBreaks = false

  constructor(xml: XmlBytes, columns: readonly SheetColumn[], styles: StyleTable) {
    this.#xml = xml
    this.#styles = styles
    this.#columns = columns.map((column, at) => {
      const start = ascii(CELL_OPEN + columnLetters(at))
      return { ...column, at, start, openings: [] }
    })
  }

  /** A line of text above the table. */
  line(number: number, text: string, role: "title" | "subtitle"): void {
    const style = this.#styles.indexOf({ role, kind: "text" })
    this.#xml.xml(`<row r="${number}">${textCell(`A${number}`, text, style)}</row>`)
  }

  header(number: number): void {
    const texts = this.#columns.map(({ header }) => header)
    this.#write(number, texts, { role: "header" }, rowHeight(texts, this.#columns, HEADER_SCALE))
  }

  /** A row of the table; `tintOf` colours its cells. */
  row(number: number, values: readonly CellInput[], look: RowLook): void {
    assert(values.length <= this.#columns.length, "a row is wider than its header")
    const start = this.#xml.length
    const measured = look.role === "body"
    const isWide = measured && this.#columns.some(({ width }, at) => isLonger(values[at], width))
    this.#hasBreaks = false
    this.#write(number, values, look, isWide ? rowHeight(values, this.#columns, 1) : 0)
    // Lines within texts are met only while writing, and seldom.
    if (!this.#hasBreaks || !measured || isWide) return
    this.#xml.rewind(start)
    this.#write(number, values, look, rowHeight(values, this.#columns, 1))
  }

  #write(number: number, values: readonly CellInput[], look: RowLook, height: number): void {
    const xml = this.#xml
    xml.reserve(CELL_BYTES)
    xml.piece(ROW_OPEN)
    const from = xml.length
    xml.digits(number)
    const place = { from, to: xml.length }
    if (height === 0) xml.piece(OPEN_END)
    else xml.xml(`" ht="${height}" customHeight="1">`)
    const role = ROLE_STEP * ROLES.indexOf(look.role)
    for (const column of this.#columns) {
      const tint = look.tintOf === undefined ? 0 : TINTS.indexOf(look.tintOf(column.at))
      this.#cell(column, place, values[column.at] ?? null, role + TINT_STEP * tint)
    }
    xml.reserve(CELL_BYTES)
    xml.piece(ROW_CLOSE)
  }

  #cell(column: WrittenColumn, place: RowPlace, value: CellInput, key: number): void {
    const xml = this.#xml
    const { kind } = column
    xml.reserve(CELL_BYTES)
    xml.piece(column.start)
    xml.again(place.from, place.to)
    if (value === null || value === "") {
      xml.piece(this.#opening(column, key).empty)
      return
    }
    const amount = kind === "text" ? null : numberOf(value, kind)
    if (amount === null) {
      this.#text(column, typeof value === "string" ? value : String(value), key + AS_TEXT)
      return
    }
    xml.piece(this.#opening(column, key).number)
    if (amount >= 0 && amount < 2 ** 31 && Number.isInteger(amount)) xml.digits(amount)
    else xml.xml(String(amount))
    xml.piece(VALUE_CLOSE)
  }

  /** A cell of type text is never evaluated, whatever its first character. */
  #text(column: WrittenColumn, text: string, base: number): void {
    const xml = this.#xml
    const key = base + (text.length > column.width ? WRAP : 0) + (needsQuote(text) ? QUOTED : 0)
    if (text.length <= PLAIN_MAX) {
      xml.reserve(CELL_BYTES + text.length)
      const start = xml.length
      xml.piece(this.#opening(column, key).text)
      if (xml.plain(text)) {
        xml.piece(VALUE_CLOSE)
        return
      }
      xml.rewind(start)
    }
    const hasBreaks = text.includes("\n")
    this.#hasBreaks ||= hasBreaks
    xml.piece(this.#opening(column, hasBreaks ? key | WRAP : key).inline)
    xml.xml(inlineText(text))
    xml.reserve(CELL_BYTES)
    xml.piece(CELL_CLOSE)
  }

  #opening(column: WrittenColumn, key: number): Opening {
    return (column.openings[key] ??= this.#openingOf(column, key))
  }

  #openingOf(column: WrittenColumn, key: number): Opening {
    const style = this.#styles.indexOf({
      role: ROLES[Math.floor(key / ROLE_STEP)] ?? "body",
      kind: (key & AS_TEXT) > 0 ? "text" : column.kind,
      tint: TINTS[Math.floor((key % ROLE_STEP) / TINT_STEP)],
      wrap: (key & WRAP) > 0,
      quoted: (key & QUOTED) > 0,
    })
    return {
      empty: ascii(`" s="${style}"/>`),
      text: ascii(`" s="${style}" t="str"><v>`),
      inline: ascii(`" s="${style}" t="inlineStr">`),
      number: ascii(`" s="${style}"><v>`),
    }
  }
}

function isLonger(value: CellInput | undefined, width: number): boolean {
  return typeof value === "string" && value.length > width
}

export function textCell(at: string, text: string, style: number): string {
  if (text === "") return `<c r="${at}" s="${style}"/>`
  return `<c r="${at}" s="${style}" t="inlineStr">${inlineText(text)}</c>`
}

function numberOf(value: string | number | bigint, kind: SheetColumn["kind"]): number | null {
  if (typeof value === "string") return kind === "date" ? dateSerial(value) : null
  const number = Number(value)
  assert(Number.isFinite(number), "a cell is not a finite number")
  assert(typeof value === "number" || Number.isSafeInteger(number), "an amount is beyond 2^53")
  return number
}

/**
 * Days since 1899-12-30; `null` for other text and before March 1900, where Excel counts wrongly.
 */
export function dateSerial(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const days = Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25_569
  return Number.isInteger(days) && days > 60 ? days : null
}
