import { addCode } from "../../columns/code-sets.ts"
import { InternTable } from "../../columns/intern-table.ts"
import type { Decode } from "./columnar-decode.ts"
import { HANDED_OVER, type LoneParts } from "./columnar-lone-parts.ts"
import { HANDED, type ScannedColumns, type ScannedRows } from "./columnar-rows.ts"

/** All columns of a list. */
export interface JoinedRows extends Omit<ScannedColumns, "rows"> {
  readonly rows: ScannedRows
  readonly names: InternTable
  /** In the order of LATE_FIELDS. */
  readonly values: readonly { readonly texts: InternTable; readonly numbers: Uint32Array }[]
}

/** Puts the columns beside each other that were read apart. */
export function joinColumns(scanned: ScannedColumns, lone: LoneParts, decode: Decode): JoinedRows {
  const { flags, codes } = scanned.rows
  const { notedRows, notedCodes, names, values, ...columns } = lone
  for (let at = 0; at < notedRows.length; at++) {
    const [row, code] = [notedRows[at] ?? 0, notedCodes[at] ?? 0]
    if (code === HANDED_OVER) flags[row] = HANDED
    else addCode(codes, row, code)
  }
  const decodeText = (bytes: Uint8Array): string => decode(bytes, 0, bytes.length)
  return {
    ...scanned,
    rows: {
      ...{ ...scanned.rows, ...columns },
      incomeLow: new Uint32Array(scanned.rows.length),
      incomeHigh: new Uint32Array(scanned.rows.length),
    },
    names: InternTable.of(names),
    values: values.map(({ texts, numbers }) => ({
      texts: InternTable.of(texts, decodeText),
      numbers,
    })),
  }
}
