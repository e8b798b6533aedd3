import { InternTable } from "../../../columns/intern-table.ts"
import type { Decode } from "../../../platform/spreadsheet/csv/decode.ts"
import { HANDED_OVER, LATE_FIELDS, type LateField, type LoneParts } from "./lone-parts.ts"
import { isDitto, mayBeginDitto } from "../layout/ditto.ts"
import { HANDED, type ScannedColumns, type ScannedRows } from "./rows.ts"

/** All columns of a list. */
export interface JoinedRows extends Omit<ScannedColumns, "rows"> {
  readonly rows: ScannedRows
  readonly names: InternTable
  /** In the order of LATE_FIELDS. */
  readonly values: readonly { readonly texts: InternTable; readonly numbers: Uint32Array }[]
}

/** Puts the columns beside each other that were read apart. */
export function joinColumns(scanned: ScannedColumns, lone: LoneParts, decode: Decode): JoinedRows {
  const { flags, codes, codeSets } = scanned.rows
  const { notedRows, notedCodes, names, values, ...columns } = lone
  for (let at = 0; at < notedRows.length; at++) {
    const [row, code] = [notedRows[at] ?? 0, notedCodes[at] ?? 0]
    if (code === HANDED_OVER) flags[row] = HANDED
    else codes[row] = codeSets.with(codes[row] ?? 0, code)
  }
  const decodeText = (bytes: Uint8Array): string => decode(bytes, 0, bytes.length)
  const texts = values.map(({ texts: parts, numbers }) => ({
    texts: InternTable.of(parts, decodeText),
    numbers,
  }))
  for (const each of texts) handMarks(flags, each)
  return {
    ...scanned,
    rows: {
      ...{ ...scanned.rows, ...columns },
      incomeLow: meaningsOf("income", values, scanned.rows.length),
      incomeHigh: new Uint32Array(scanned.rows.length),
    },
    names: InternTable.of(names),
    values: texts,
  }
}

/**
 * Where the meanings of a column's texts are written: in place of their numbers, which nobody asks for
 * again, since memory that is touched for the first time is what costs most here.
 */
export function meaningsOf(
  field: LateField,
  values: readonly { readonly numbers: Uint32Array }[],
  rows: number,
): Uint32Array {
  const numbers = values[LATE_FIELDS.indexOf(field)]?.numbers
  return numbers !== undefined && numbers.length >= rows ? numbers : new Uint32Array(rows)
}

interface NumberedColumn {
  readonly texts: InternTable
  readonly numbers: Uint32Array
}

/** What a mark for "as above" stands for, the row above says: such rows are read as a whole. */
function handMarks(flags: Uint8Array, { texts, numbers }: NumberedColumn): void {
  const marks = new Set<number>()
  for (let number = 0; number < texts.size; number++)
    if (mayBeginDitto(texts.bytesOf(number), 0) && isDitto(texts.textOf(number))) marks.add(number)
  if (marks.size === 0) return
  for (let row = 0; row < numbers.length; row++)
    if (marks.has(numbers[row] ?? 0) && flags[row] === 0) flags[row] = HANDED
}
