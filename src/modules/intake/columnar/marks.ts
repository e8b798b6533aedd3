import { csvCell } from "../../../platform/spreadsheet/csv/raw-row.ts"
import type { Field } from "../layout/field.ts"
import type { FindingCode } from "../findings/finding.ts"
import { cellFindings } from "../rows/marks.ts"

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
