import { TextBuffer, UNDERSCORE, WIDE } from "./byte-strings.ts"
import type { CellKind, RawCell, RawRow } from "./workbook.ts"
import { decodeEscapes, type SharedStrings } from "./xlsx/strings.ts"

/**
 * One row as a reader passes it on. It is used again for the next row: take what you need before you
 * return. Cells stand in the order of the file, only those that exist there; a text is made when
 * asked for.
 */
export interface RowView {
  /** As in RawRow. */
  readonly number: number
  readonly hidden: boolean
  readonly count: number
  column(cell: number): number
  text(cell: number): string
  /** The kind's place in KINDS, with the marks FORMULA and STRUCK. */
  marks(cell: number): number
}

export const KINDS: readonly CellKind[] = ["text", "number", "date", "boolean", "error"]
export const KIND_MASK = 7
export const FORMULA = 8
export const STRUCK = 16

export function rawRow(row: RowView): RawRow {
  const cells: RawCell[] = []
  for (let i = 0; i < row.count; i++) cells.push(rawCell(row.column(i), row.text(i), row.marks(i)))
  return { number: row.number, hidden: row.hidden, cells }
}

export function rawCell(column: number, text: string, marks: number): RawCell {
  const kind = KINDS[marks & KIND_MASK] ?? "text"
  return { column, text, kind, formula: (marks & FORMULA) !== 0, struck: (marks & STRUCK) !== 0 }
}

/** A row that lies in memory as objects. */
export class RawRowView implements RowView {
  #row: RawRow = { number: 0, hidden: false, cells: [] }

  show(row: RawRow): this {
    this.#row = row
    return this
  }

  get number(): number {
    return this.#row.number
  }

  get hidden(): boolean {
    return this.#row.hidden
  }

  get count(): number {
    return this.#row.cells.length
  }

  column(cell: number): number {
    return this.#row.cells[cell]?.column ?? 0
  }

  text(cell: number): string {
    return this.#row.cells[cell]?.text ?? ""
  }

  marks(cell: number): number {
    const raw = this.#row.cells[cell]
    if (raw === undefined) return 0
    return KINDS.indexOf(raw.kind) | (raw.formula ? FORMULA : 0) | (raw.struck ? STRUCK : 0)
  }
}

/** In place of the end of a text: it is the shared string whose index stands where it would begin. */
const SHARED = -1

/** The row that the scanner of a sheet fills: numbers in arrays, text as bytes. */
export class RowBuffer implements RowView {
  number = 0
  hidden = false
  count = 0
  /** Texts of the row's cells, one behind the other. */
  readonly texts = new TextBuffer(16 * 1024)
  readonly #strings: SharedStrings
  /** What all texts of the row hold together. */
  #wide = 0
  #rowText: string | null = null
  #capacity = 256
  #columns = new Int32Array(this.#capacity)
  #marks = new Uint8Array(this.#capacity)
  #flags = new Uint8Array(this.#capacity)
  #starts = new Int32Array(this.#capacity)
  #ends = new Int32Array(this.#capacity)

  constructor(strings: SharedStrings) {
    this.#strings = strings
  }

  begin(number: number, hidden: boolean): void {
    this.number = number
    this.hidden = hidden
    this.count = 0
    this.texts.length = 0
    this.#wide = 0
    this.#rowText = null
  }

  /** A cell whose text is what was added to `texts` since `start`. */
  add(column: number, marks: number, start: number, flags: number): void {
    this.#put(column, marks, start, this.texts.length)
    this.#flags[this.count - 1] = flags
    this.#wide |= flags
  }

  addShared(column: number, marks: number, index: number): void {
    this.#put(column, marks, index, SHARED)
  }

  column(cell: number): number {
    return this.#columns[cell] as number
  }

  marks(cell: number): number {
    return this.#marks[cell] as number
  }

  text(cell: number): string {
    const start = this.#starts[cell] as number
    const end = this.#ends[cell] as number
    if (end === SHARED) return this.#strings.text(start)
    const flags = this.#flags[cell] as number
    const text =
      (this.#wide & WIDE) === 0 ? this.#narrow(start, end) : this.texts.slice(start, end, flags)
    const isEscaped = (flags & UNDERSCORE) !== 0 && (this.marks(cell) & KIND_MASK) === 0
    return isEscaped ? decodeEscapes(text) : text
  }

  /** One string for the row, and the cells as parts of it: a tenth of the calls out of JavaScript. */
  #narrow(start: number, end: number): string {
    this.#rowText ??= this.texts.slice(0, this.texts.length, 0)
    return this.#rowText.slice(start, end)
  }

  #put(column: number, marks: number, start: number, end: number): void {
    if (this.count === this.#capacity) this.#grow()
    const at = this.count++
    this.#columns[at] = column
    this.#marks[at] = marks
    this.#starts[at] = start
    this.#ends[at] = end
  }

  #grow(): void {
    this.#capacity *= 2
    this.#columns = enlarged(this.#columns, new Int32Array(this.#capacity))
    this.#marks = enlarged(this.#marks, new Uint8Array(this.#capacity))
    this.#flags = enlarged(this.#flags, new Uint8Array(this.#capacity))
    this.#starts = enlarged(this.#starts, new Int32Array(this.#capacity))
    this.#ends = enlarged(this.#ends, new Int32Array(this.#capacity))
  }
}

function enlarged<T extends Int32Array | Uint8Array>(from: T, to: T): T {
  to.set(from)
  return to
}
