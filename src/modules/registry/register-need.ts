import type { RegisterField } from "./register-field.ts"
import type { RegisterKind } from "./register-kind.ts"
import type { RegisterTable } from "./register-table.ts"

/** What a criterion asks of each kind; every other kind needs its numbers only. */
const NEEDED: Partial<Record<RegisterKind, readonly RegisterField[]>> = {
  population: ["nik", "result", "resident_since", "birth_matches"],
  membership: ["nik", "segment", "payer", "membership_status"],
  field_check: ["nik", "result", "checked_on", "reason"],
  decile: ["nik", "decile"],
  answers: ["file", "row", "field", "value"],
}

/** Columns that are read where the one asked for is missing. */
const INSTEAD: Partial<Record<RegisterKind, Partial<Record<RegisterField, RegisterField>>>> = {
  population: { result: "membership_status", resident_since: "since" },
  field_check: { reason: "note", result: "membership_status" },
}

/** Columns that the kind needs and the table does not have: what it tells is incomplete. */
export function lackingColumns(kind: RegisterKind, table: RegisterTable): RegisterField[] {
  const needed = NEEDED[kind] ?? ["nik"]
  return needed.filter((field) => !table.columns.has(columnFor(kind, table, field)))
}

/** The column that answers for a field in a register of this kind. */
export function columnFor(
  kind: RegisterKind,
  table: RegisterTable,
  field: RegisterField,
): RegisterField {
  return table.columns.has(field) ? field : (INSTEAD[kind]?.[field] ?? field)
}
