import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { MAX_COLUMNS } from "../cell-reference.ts"
import { decodeText } from "./encoding.ts"
import { csvRecords, detectDelimiter } from "./records.ts"
import type { RawCell, RawRow, ReadRefusal, Workbook } from "../workbook.ts"
import { XmlFault } from "../xml/fault.ts"

/**
 * Reads delimited text as one sheet named "". Row numbers are record numbers, empty lines counted;
 * every non-empty field is a text cell. Refuses text that no spreadsheet could have written.
 */
export function readCsv(bytes: Uint8Array, maxCells = Infinity): Result<Workbook, ReadRefusal> {
  const { text, encoding } = decodeText(bytes)
  if (text.includes("\0")) return unreadable("the text contains NUL characters")
  if (text.trim() === "") return unreadable("the file holds no text")
  try {
    return readText(text, encoding, maxCells)
  } catch (error) {
    if (error instanceof XmlFault) return unreadable(error.message)
    throw error
  }
}

function readText(text: string, encoding: string, maxCells: number): Result<Workbook, ReadRefusal> {
  const delimiter = detectDelimiter(text)
  const rows: RawRow[] = []
  let [number, filled] = [0, 0]
  for (const fields of csvRecords(text, delimiter)) {
    number++
    if (fields.length > MAX_COLUMNS) return unreadable(`record ${number} has too many fields`)
    const cells: RawCell[] = []
    for (const [column, value] of fields.entries())
      if (value !== "")
        cells.push({ column, text: value, kind: "text", formula: false, struck: false })
    filled += cells.length
    if (filled > maxCells) return unreadable("too many cells")
    if (cells.length > 0) rows.push({ number, hidden: false, cells })
  }
  const sheet = { name: "", hidden: false, date1904: false, rows, merges: [], hiddenColumns: [] }
  return ok({ format: "csv", encoding, delimiter, sheets: [sheet] })
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}
