import { changesBetween, type FieldChange } from "../rows/said.ts"
import type { IntakeRow } from "../rows/row.ts"
import { pairRows, type ListSide, type Pairing } from "./pairs.ts"

export type RowDiff =
  | { readonly kind: "same"; readonly earlier: IntakeRow; readonly later: IntakeRow }
  | {
      readonly kind: "changed"
      readonly earlier: IntakeRow
      readonly later: IntakeRow
      readonly fields: readonly FieldChange[]
    }
  | { readonly kind: "added"; readonly later: IntakeRow }
  | { readonly kind: "missing"; readonly earlier: IntakeRow }

export interface DiffCounts {
  readonly added: number
  readonly same: number
  readonly changed: number
  readonly missing: number
}

/** What a later list says otherwise than an earlier one: rows of the later, then the missing. */
export interface SendingDiff {
  readonly counts: DiffCounts
  readonly rows: readonly RowDiff[]
}

/** Compares the people of two lists; a row is the same when every field reads the same. */
export function diffOf(earlier: ListSide, later: ListSide): SendingDiff {
  return diffOfPairing(pairRows(earlier, later), later)
}

export function diffOfPairing(pairing: Pairing, later: ListSide): SendingDiff {
  const told = new Map<IntakeRow, RowDiff>()
  for (const { earlier, later: after } of pairing.pairs) {
    const fields = changesBetween(earlier, after)
    const rows = { earlier: earlier.row, later: after.row }
    const changed = { kind: "changed" as const, ...rows, fields }
    told.set(after.row, fields.length === 0 ? { kind: "same", ...rows } : changed)
  }
  for (const { row } of pairing.added) told.set(row, { kind: "added", later: row })
  const missing = pairing.missing.map(({ row }) => ({ kind: "missing" as const, earlier: row }))
  const rows = [...later.rows.flatMap((row) => told.get(row) ?? []), ...missing]
  return { counts: countDiff(rows), rows }
}

export function countDiff(rows: readonly RowDiff[]): DiffCounts {
  const counts = { added: 0, same: 0, changed: 0, missing: 0 }
  for (const { kind } of rows) counts[kind]++
  return counts
}
