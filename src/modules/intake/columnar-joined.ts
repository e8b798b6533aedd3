import { addCode } from "../../columns/code-sets.ts"
import { InternTable, type InternParts } from "../../columns/intern-table.ts"
import type { Decode } from "./columnar-decode.ts"
import { HANDED_OVER, type LoneParts } from "./columnar-lone.ts"
import { HANDED, type ScannedColumns, type ScannedRows } from "./columnar-rows.ts"

/** All columns of a list. */
export interface JoinedRows extends Omit<ScannedColumns, "rows"> {
  readonly rows: ScannedRows
  readonly names: InternTable
  readonly areas: InternTable
  readonly jobs: InternTable
}

/** Puts the columns beside each other that were read apart. */
export function joinColumns(scanned: ScannedColumns, lone: LoneParts, decode: Decode): JoinedRows {
  const { flags, codes } = scanned.rows
  const { notedRows, notedCodes, names, areas, jobs, ...columns } = lone
  for (let at = 0; at < notedRows.length; at++) {
    const [row, code] = [notedRows[at] ?? 0, notedCodes[at] ?? 0]
    if (code === HANDED_OVER) flags[row] = HANDED
    else addCode(codes, row, code)
  }
  const decodeText = (bytes: Uint8Array): string => decode(bytes, 0, bytes.length)
  return {
    ...scanned,
    rows: { ...scanned.rows, ...columns },
    names: adopted(names),
    areas: adopted(areas, decodeText),
    jobs: adopted(jobs, decodeText),
  }
}

/** An empty table gives the numbers that the texts have already. */
function adopted(parts: InternParts, decode?: (bytes: Uint8Array) => string): InternTable {
  const table = new InternTable(decode)
  table.adopt(parts)
  return table
}
