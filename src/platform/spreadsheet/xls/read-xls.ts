import { CFB, read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx"
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { decodeText } from "../csv/encoding.ts"
import { SPREADSHEET } from "../file-kind.ts"
import { columnLetters } from "../cell-reference.ts"
import { closeCells } from "./html-tables.ts"
import { isDateFormat } from "../number-format.ts"
import { struckCells, type StruckCells } from "./strike.ts"
import { tidySheet } from "../tidy-sheet.ts"
import {
  NOTES_MAX,
  someNotes,
  type CellKind,
  type Merge,
  type RawCell,
  type RawRow,
  type RawSheet,
  type ReadRefusal,
  type Workbook,
} from "../workbook.ts"

const ERRORS = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
])

/**
 * Reads a binary Excel workbook (.xls) with a large library. Number cells are doubles there, printed
 * with all their digits.
 */
export function readXls(bytes: Buffer): Result<Workbook, ReadRefusal> {
  return sheetsOf(() => {
    const book = read(bytes, { type: "buffer", ...WHOLE })
    return { book, struck: struckOf(bytes) }
  })
}

/**
 * Reads a spreadsheet that is one text of marks: the tables of a web page, XML of Excel 2003, flat
 * OpenDocument. Excel opens them as .xls, and so do we. What a web page says is taken as text.
 */
export function readMarkup(bytes: Uint8Array): Result<Workbook, ReadRefusal> {
  const { text } = decodeText(bytes)
  const written = SPREADSHEET.test(text.slice(0, 4096)) ? text : closeCells(text)
  if (written === null)
    return refuse({ kind: "foreign", detail: "HTML page, tables within tables" })
  return sheetsOf(() => {
    const book = read(written, { type: "string", raw: true, ...WHOLE })
    return { book, struck: [] }
  })
}

const SAID = { cellText: false, cellStyles: true, cellNF: true, cellFormula: true } as const
const WHOLE = { dense: true, ...SAID } as const

function sheetsOf(
  open: () => { readonly book: WorkBook; readonly struck: readonly StruckCells[] },
): Result<Workbook, ReadRefusal> {
  try {
    const { book, struck } = open()
    const sheets = book.SheetNames.map((_, i) => rawSheet(book, i, struck[i] ?? new Set()))
    if (sheets.length === 0) return refuse({ kind: "unreadable", detail: "xls: no sheets" })
    return ok({ format: "xls", sheets: sheets.map(tidySheet) })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (/password|encrypt/i.test(message)) return refuse({ kind: "protected" })
    return refuse({ kind: "unreadable", detail: `xls: ${message.slice(0, 200)}` })
  }
}

function struckOf(bytes: Buffer): readonly StruckCells[] {
  if (bytes.readUInt16LE(0) !== 0xcfd0) return []
  const container = CFB.read(bytes, { type: "buffer" })
  const stream = CFB.find(container, "/Workbook") ?? CFB.find(container, "/Book")
  return stream ? struckCells(Uint8Array.from(stream.content)) : []
}

function rawSheet(book: WorkBook, index: number, struck: StruckCells): RawSheet {
  const name = book.SheetNames[index] ?? ""
  const sheet: WorkSheet = book.Sheets[name] ?? {}
  const rows: RawRow[] = []
  const notes: string[] = []
  // forEach steps over the holes of a sparse array.
  sheet["!data"]?.forEach((line, row) => {
    const cells: RawCell[] = []
    line.forEach((cell, column) => {
      const isNoted = (cell.c?.length ?? 0) > 0 && notes.length < NOTES_MAX
      if (isNoted) notes.push(`${columnLetters(column)}${row + 1}`)
      const content = contentOf(cell)
      if (!content) return
      cells.push({ column, ...content, struck: struck.has(`${row}:${column}`) })
    })
    const format = sheet["!rows"]?.[row]
    const hidden = format?.hidden === true || format?.hpt === 0
    if (cells.length > 0) rows.push({ number: row + 1, hidden, cells })
  })
  return {
    name,
    rows,
    merges: (sheet["!merges"] ?? []).map(rawMerge),
    hidden: (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    date1904: book.Workbook?.WBProps?.date1904 === true,
    ...someNotes(notes),
    hiddenColumns: (sheet["!cols"] ?? []).flatMap((column, at) => (column?.hidden ? [at] : [])),
  }
}

function rawMerge({ s, e }: { s: { r: number; c: number }; e: { r: number; c: number } }): Merge {
  return { top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }
}

type Content = Pick<RawCell, "text" | "kind" | "formula">

function contentOf(cell: CellObject): Content | undefined {
  const formula = cell.f !== undefined || cell.F !== undefined
  const [text, kind] = valueOf(cell)
  return text === "" && !formula ? undefined : { text, kind, formula }
}

function valueOf(cell: CellObject): readonly [text: string, kind: CellKind] {
  switch (cell.t) {
    case "n":
      return [String(cell.v ?? ""), isDateFormat(0, String(cell.z ?? "")) ? "date" : "number"]
    case "b":
      return [cell.v ? "1" : "0", "boolean"]
    case "e":
      return [errorText(Number(cell.v)), "error"]
    case "s":
      return [String(cell.v ?? ""), "text"]
    default:
      return ["", "text"]
  }
}

function errorText(code: number): string {
  return ERRORS.get(code) ?? `#ERROR ${code}`
}
