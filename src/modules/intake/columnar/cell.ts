// One cell of a csv as the readers of single rows see it: what they say of a cell by itself is said of
// every equal cell of a column.
import { csvCell } from "../../../platform/spreadsheet/csv/raw-row.ts"
import type { Field } from "../layout/field.ts"
import type { Finding, FindingCode } from "../findings/finding.ts"
import type { Columns } from "../layout/header-labels.ts"
import { readingRow } from "../rows/read-row.ts"
import type { ReadingRow, RowContext } from "../rows/context.ts"

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

/** The readers' words for a cell need its column to exist; a context with that one column. */
export function contextOf(context: RowContext, ...fields: readonly Field[]): RowContext {
  return { ...context, columns: new Map(fields.map((field, column) => [field, column])) }
}
