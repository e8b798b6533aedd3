// What a list's columns lack is said of each of its rows, as the reader of single rows says it.
import { ABSENT, openColumns } from "../layout/column-open.ts"
import { codeNumber } from "./codes.ts"
import type { SettledHeaders } from "./layout.ts"
import type { ScannedRows } from "./rows.ts"

/** Rows without a column of NIKs, and rows that wait for the answer about a column. */
export function holdRows(rows: ScannedRows, { headers }: SettledHeaders): void {
  const { codes, codeSets, flags, segments } = rows
  for (const [at, { plan, firstRow }] of segments.entries()) {
    const open = openColumns(headers[at]).fields
    if (plan.nik >= 0 && open.size === 0) continue
    const absent = [...open].flatMap((field) => ABSENT[field] ?? []).map(codeNumber)
    const noted = plan.nik < 0 && !open.has("nik") ? [codeNumber("NIK_EMPTY")] : []
    if (open.size > 0) noted.push(codeNumber("COLUMN_OPEN"))
    // A million rows carry few sets.
    const held = new Map<number, number>()
    const hold = (set: number): number => {
      const known = held.get(set)
      if (known !== undefined) return known
      const kept = codeSets.codesOf(set).filter((code) => !absent.includes(code))
      const after = codeSets.numberOf([...kept, ...noted])
      held.set(set, after)
      return after
    }
    for (let row = firstRow; row < (segments[at + 1]?.firstRow ?? rows.length); row++) {
      if (flags[row] === 0) codes[row] = hold(codes[row] ?? 0)
    }
  }
}
