import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { MAX_COLUMNS } from "../cell-reference.ts"
import { SheetCollector } from "../collect-sheets.ts"
import { decodeText } from "./encoding.ts"
import { csvRecords, detectDelimiter } from "./records.ts"
import { KINDS, type RowView } from "../row-view.ts"
import type { ReadRefusal, Workbook } from "../workbook.ts"
import type { BookVisitor } from "../xlsx/read-xlsx.ts"
import { XmlFault } from "../xml/fault.ts"

type TextBook = Omit<Workbook, "sheets">

/** Delimited text as one sheet in memory; see `scanCsv`. */
export function readCsv(bytes: Uint8Array): Result<Workbook, ReadRefusal> {
  const collector = new SheetCollector()
  const read = scanCsv(bytes, collector)
  return read.ok ? ok({ ...read.value, sheets: collector.sheets() }) : read
}

/**
 * Tells a visitor of delimited text, as of one sheet named "". Row numbers are record numbers, empty
 * lines counted; every non-empty field is a text cell. Refuses text that no spreadsheet could have
 * written, and one of more cells and rows than `maxUnits`.
 */
export function scanCsv(
  bytes: Uint8Array,
  visitor: BookVisitor,
  maxUnits = Infinity,
): Result<TextBook, ReadRefusal> {
  const { text, encoding } = decodeText(bytes)
  if (text.includes("\0")) return unreadable("the text contains NUL characters")
  if (text.trim() === "") return unreadable("the file holds no text")
  try {
    const delimiter = detectDelimiter(text)
    scanText({ text, delimiter }, visitor, maxUnits)
    return ok({ format: "csv", encoding, delimiter })
  } catch (error) {
    if (error instanceof XmlFault) return unreadable(error.message)
    throw error
  }
}

function scanText(
  { text, delimiter }: { readonly text: string; readonly delimiter: string },
  visitor: BookVisitor,
  maxUnits: number,
): void {
  const sheet = visitor.sheet({ name: "", hidden: false, date1904: false })
  const row = new RecordView()
  let units = 0
  for (const fields of csvRecords(text, delimiter)) {
    row.show(fields)
    if (fields.length > MAX_COLUMNS) throw new XmlFault(`record ${row.number} has too many fields`)
    units += row.count + 1
    if (units > maxUnits) throw new XmlFault("too many cells")
    if (row.count > 0) sheet.row(row)
  }
}

const TEXT = KINDS.indexOf("text")

/** The fields of one record that say something, as cells. */
class RecordView implements RowView {
  number = 0
  readonly hidden = false
  count = 0
  #fields: readonly string[] = []
  readonly #columns: number[] = []

  /** The next record; one without fields counts too. */
  show(fields: readonly string[]): void {
    this.number++
    this.#fields = fields
    this.count = 0
    for (let at = 0; at < fields.length; at++)
      if (fields[at] !== "") this.#columns[this.count++] = at
  }

  column(cell: number): number {
    return this.#columns[cell] ?? 0
  }

  text(cell: number): string {
    return this.#fields[this.column(cell)] ?? ""
  }

  marks(): number {
    return TEXT
  }
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}
