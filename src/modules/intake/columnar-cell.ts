// One cell of a csv as the readers of single rows see it: what they say of a cell by itself is said of
// every equal cell of a column.
import type { RawCell } from "../../platform/spreadsheet/workbook.ts"
import type { Field } from "./field.ts"
import type { Finding, FindingCode } from "./finding.ts"
import type { Columns } from "./header-labels.ts"
import { readingRow } from "./read-row.ts"
import type { ReadingRow, RowContext } from "./row-context.ts"
import { cellFindings } from "./row-marks.ts"

/** What is written down about a cell by itself. */
export interface CellReading<T> {
  readonly value: T
  readonly codes: readonly FindingCode[]
}

/** Reads a row that holds one cell; what is noted of other fields is about their emptiness. */
export function readAlone<T>(
  context: RowContext,
  field: Field,
  text: string,
  read: (row: ReadingRow) => T,
): CellReading<T> {
  const cell = text === "" ? undefined : csvCell(0, text)
  const columns: Columns = new Map([[field, 0]])
  const findings: Finding[] = []
  const value = read(readingRow(context, { columns, at: () => cell, findings }))
  const own = findings.filter((noted) => noted.field === field || noted.field === "row")
  return { value, codes: own.map(({ code }) => code) }
}

export function csvCell(column: number, text: string): RawCell {
  return { column, text, kind: "text", formula: false, struck: false }
}

/** A text in which the finder of marks can find one; most are told apart by their first letter. */
const MAYBE_MARKED = /^[\s#=+\-@\u0080-\uffff]|[\r\n]/

/** What a cell shows beside its value: a failed formula, a line break, hostile text. */
export function marksOf(field: Field, text: string): FindingCode[] {
  if (!MAYBE_MARKED.test(text)) return []
  const codes: FindingCode[] = []
  const cell = csvCell(0, text)
  cellFindings({
    raw: { number: 1, hidden: false, cells: [cell] },
    columns: new Map([[field, 0]]),
    cell: () => cell,
    own: new Map([[0, cell]]),
    filled: () => undefined,
    note: (code) => void codes.push(code),
  })
  return codes
}

/** The readers' words for a cell need its column to exist; a context with that one column. */
export function contextOf(context: RowContext, ...fields: readonly Field[]): RowContext {
  return { ...context, columns: new Map(fields.map((field, column) => [field, column])) }
}
