import type { BookVisitor, SheetInfo } from "./xlsx/read-xlsx.ts"
import { rawCell, RawRowView, type RowView } from "./row-view.ts"
import { tidySheet } from "./tidy-sheet.ts"
import { PackedReader, PackedTexts, PackedWriter, type TextBlock } from "./packed-bytes.ts"
import type { Merge, RawCell, RawRow, RawSheet, Workbook } from "./workbook.ts"
import type { SheetVisitor } from "./xlsx/sheet.ts"
import { XmlFault } from "./xml/fault.ts"

/** What a packed workbook tells of itself before its bytes. */
interface PackedHead extends Omit<Workbook, "sheets"> {
  readonly blocks: readonly TextBlock[]
  readonly sheets: readonly SheetHead[]
}

interface SheetHead extends SheetInfo {
  readonly hiddenColumns: readonly number[]
  readonly rows: number
  readonly cells: number
  readonly merges: number
}

export interface PackAllowance {
  readonly cells: number
  /** Characters of all different texts. */
  readonly characters: number
}

/** Programs write each row once; of one that is written again only the last cells count. */
const ROWS_AGAIN_MAX = 100_000

/** Growing numbers of a fixed width. */
class Numbers<T extends Int32Array | Uint8Array | Uint16Array> {
  count = 0
  #array: T
  readonly #make: (length: number) => T

  constructor(make: (length: number) => T) {
    this.#make = make
    this.#array = make(1024)
  }

  push(number: number): void {
    if (this.count === this.#array.length) {
      const larger = this.#make(2 * this.count)
      larger.set(this.#array)
      this.#array = larger
    }
    this.#array[this.count++] = number
  }

  bytes(): Uint8Array {
    const { buffer, byteOffset, BYTES_PER_ELEMENT: width } = this.#array
    return new Uint8Array(buffer, byteOffset, this.count * width)
  }
}

const int32 = (length: number) => new Int32Array(length)

class PackedSheet implements SheetVisitor {
  readonly info: SheetInfo
  readonly #packer: WorkbookPacker
  readonly #numbers = new Numbers(int32)
  /** Twice the count of cells, plus one when the row is hidden. */
  readonly #shapes = new Numbers(int32)
  readonly #columns = new Numbers((length) => new Uint16Array(length))
  readonly #marks = new Numbers((length) => new Uint8Array(length))
  readonly #texts = new Numbers(int32)
  readonly #merges = new Numbers(int32)
  readonly #hiddenColumns: number[] = []
  #highest = 0

  constructor(info: SheetInfo, packer: WorkbookPacker) {
    this.info = info
    this.#packer = packer
  }

  row(row: RowView): void {
    const { count, number } = row
    this.#packer.spend(count)
    this.#highest = Math.max(this.#highest, number)
    if (this.#numbers.count >= this.#highest + ROWS_AGAIN_MAX)
      throw new XmlFault("too many rows written again")
    this.#numbers.push(number)
    this.#shapes.push(2 * count + (row.hidden ? 1 : 0))
    for (let cell = 0; cell < count; cell++) {
      this.#columns.push(row.column(cell))
      this.#marks.push(row.marks(cell))
      this.#texts.push(this.#packer.textId(row.text(cell)))
    }
  }

  merge({ top, bottom, left, right }: Merge): void {
    this.#packer.spend(1)
    for (const edge of [top, bottom, left, right]) this.#merges.push(edge)
  }

  hiddenColumn(column: number): void {
    this.#hiddenColumns.push(column)
  }

  write(writer: PackedWriter): SheetHead {
    const { info } = this
    for (const part of [this.#numbers, this.#shapes, this.#columns, this.#marks, this.#texts])
      writer.add(part.bytes())
    writer.add(this.#merges.bytes())
    const counts = { rows: this.#numbers.count, cells: this.#columns.count }
    const merges = this.#merges.count / 4
    return { ...info, hiddenColumns: this.#hiddenColumns, ...counts, merges }
  }
}

/**
 * Packs what it is told of a workbook for the way to another process: numbers in arrays, each text
 * once or, where it is rare, once a cell. Refuses what is more than allowed.
 */
export class WorkbookPacker implements BookVisitor {
  readonly #sheets: PackedSheet[] = []
  readonly #texts = new PackedTexts()
  readonly #allowance: PackAllowance
  #cells = 0

  constructor(allowance: PackAllowance) {
    this.#allowance = allowance
  }

  sheet(info: SheetInfo): PackedSheet {
    const sheet = new PackedSheet(info, this)
    this.#sheets.push(sheet)
    return sheet
  }

  addSheets(sheets: readonly RawSheet[]): void {
    const view = new RawRowView()
    for (const { rows, merges, hiddenColumns, ...info } of sheets) {
      const sheet = this.sheet(info)
      for (const row of rows) sheet.row(view.show(row))
      for (const merge of merges) sheet.merge(merge)
      for (const column of hiddenColumns) sheet.hiddenColumn(column)
    }
  }

  spend(cells: number): void {
    this.#cells += cells
    if (this.#cells > this.#allowance.cells) throw new XmlFault("too many cells")
  }

  textId(text: string): number {
    const id = this.#texts.add(text)
    if (this.#texts.characters > this.#allowance.characters) throw new XmlFault("too much text")
    return id
  }

  packed(book: Omit<Workbook, "sheets">): Buffer[] {
    const writer = new PackedWriter()
    const blocks = this.#texts.write(writer)
    const sheets = this.#sheets.map((sheet) => sheet.write(writer))
    return writer.buffers({ ...book, blocks, sheets } satisfies PackedHead)
  }
}

/** The workbook that was packed; throws where the bytes are not what a packer makes. */
export function unpackWorkbook(bytes: Buffer): Workbook {
  const reader = new PackedReader(bytes)
  const { blocks, sheets, ...book } = reader.head as PackedHead
  const texts = reader.texts(blocks)
  return { ...book, sheets: sheets.map((head) => tidySheet(unpackSheet(reader, head, texts))) }
}

function unpackSheet(reader: PackedReader, head: SheetHead, texts: readonly string[]): RawSheet {
  const numbers = reader.int32(head.rows)
  const shapes = reader.int32(head.rows)
  const columns = reader.uint16(head.cells)
  const marks = reader.uint8(head.cells)
  const ids = reader.int32(head.cells)
  const edges = reader.int32(4 * head.merges)
  const cellAt = (cell: number): RawCell => {
    const text = texts[ids[cell] ?? -1]
    if (text === undefined) throw new Error("a packed cell without a text")
    return rawCell(columns[cell] ?? 0, text, marks[cell] ?? 0)
  }
  const { rows: _, cells: _cells, merges: _merges, ...info } = head
  const rows = unpackRows({ numbers, shapes, columns }, cellAt)
  return { ...info, rows, merges: mergesOf(edges) }
}

interface PackedRows {
  readonly numbers: Int32Array
  readonly shapes: Int32Array
  readonly columns: Uint16Array
}

function unpackRows(packed: PackedRows, cellAt: (cell: number) => RawCell): RawRow[] {
  const { numbers, shapes } = packed
  if (numbers.some((number, row) => row > 0 && number <= (numbers[row - 1] ?? 0)))
    return joinedRows(packed, cellAt)
  let cell = 0
  return Array.from(numbers, (number, row) => {
    const shape = shapes[row] ?? 0
    const cells: RawCell[] = []
    for (const end = cell + (shape >> 1); cell < end; cell++) cells.push(cellAt(cell))
    return { number, hidden: (shape & 1) === 1, cells }
  })
}

/**
 * Rows that do not ascend. A file may repeat a few of them a million times, of which only the last
 * cell at each place counts: no other is made.
 */
function joinedRows(
  { numbers, shapes, columns }: PackedRows,
  cellAt: (cell: number) => RawCell,
): RawRow[] {
  const rows = new Map<number, { hidden: boolean; readonly last: Map<number, number> }>()
  let cell = 0
  for (const [at, number] of numbers.entries()) {
    const shape = shapes[at] ?? 0
    const row = rows.get(number) ?? { hidden: false, last: new Map() }
    rows.set(number, row)
    row.hidden ||= (shape & 1) === 1
    for (const end = cell + (shape >> 1); cell < end; cell++) row.last.set(columns[cell] ?? 0, cell)
  }
  return Array.from(rows, ([number, { hidden, last }]) => {
    return { number, hidden, cells: Array.from(last.values(), cellAt) }
  })
}

function mergesOf(edges: Int32Array): Merge[] {
  const merges: Merge[] = []
  for (let at = 0; at < edges.length; at += 4) {
    const [top = 0, bottom = 0, left = 0, right = 0] = edges.subarray(at, at + 4)
    merges.push({ top, bottom, left, right })
  }
  return merges
}
