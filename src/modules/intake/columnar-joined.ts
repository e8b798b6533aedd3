import { addCode } from "../../columns/code-sets.ts"
import { InternTable } from "../../columns/intern-table.ts"
import { HANDED_OVER, type LoneParts } from "./columnar-lone.ts"
import { HANDED, type ScannedColumns, type ScannedRows } from "./columnar-rows.ts"

/** All columns of a list. */
export interface JoinedRows extends Omit<ScannedColumns, "rows"> {
  readonly rows: ScannedRows
  readonly names: InternTable
}

/** Puts the columns beside each other that were read apart. */
export function joinColumns(scanned: ScannedColumns, lone: LoneParts): JoinedRows {
  const { flags, codes } = scanned.rows
  const { notedRows, notedCodes, nameWords, nameStarts, nameEnds, phones } = lone
  for (const [at, row] of notedRows.entries()) {
    const code = notedCodes[at] ?? 0
    if (code === HANDED_OVER) flags[row] = HANDED
    else addCode(codes, row, code)
  }
  const names = new InternTable()
  // An empty table gives the numbers that the texts have already.
  names.adopt(lone.names)
  return { ...scanned, rows: { ...scanned.rows, nameWords, nameStarts, nameEnds, phones }, names }
}
