import type { LocalDate } from "../../kernel/local-date.ts"
import type { Nik } from "../../kernel/nik.ts"
import type { RegisterRecord, RegisterTable } from "./register-table.ts"
import { dateOf, isActiveStatus, isWageEarner, nikOf, yesNo } from "./register-value.ts"
import type { Decile, LastYearRecipient, Membership } from "./registers.ts"

// Each reader gives null for a line that identifies nobody, and nothing for one without an answer.

/**
 * A list without a status column is a list of active members; an empty status tells nothing. Where
 * no column names the payer, only a wage earner's line shows that another one pays.
 */
export function readMemberships(table: RegisterTable): (Membership | null)[] {
  const hasStatus = table.columns.has("membership_status")
  return table.records.flatMap((record) => {
    const status = record.text("membership_status")
    if (hasStatus && status === "" && record.text("kpj") === "") return []
    const nik = nikOf(record)
    if (nik === null) return [null]
    const active = hasStatus ? isActiveStatus(status) === true : true
    const [kpj, segment, payer] = [record.text("kpj"), record.text("segment"), record.text("payer")]
    if (!table.columns.has("payer") && !isWageEarner(segment)) return []
    return [{ nik, kpj, segment, payer, active }]
  })
}

/** People whom a list names; where it has a column of answers, those whom it affirms. */
export function readListed(table: RegisterTable): ({ readonly nik: Nik } | null)[] {
  return table.records.flatMap((record) => {
    if (!isAffirmed(record, table)) return []
    const nik = nikOf(record)
    return [nik === null ? null : { nik }]
  })
}

function isAffirmed(record: RegisterRecord, table: RegisterTable): boolean {
  const result = record.text("result")
  if (table.columns.has("result")) return yesNo(result) ?? isActiveStatus(result) ?? false
  const status = record.text("membership_status")
  return status === "" || isActiveStatus(status) !== false
}

export function readDeciles(
  table: RegisterTable,
  on: LocalDate,
): ((Decile & { readonly nik: Nik }) | null)[] {
  return table.records.flatMap((record) => {
    const decile = Number(/\d+/.exec(record.text("decile"))?.[0] ?? Number.NaN)
    if (!(decile >= 1 && decile <= 10)) return []
    const nik = nikOf(record)
    return [nik === null ? null : { nik, decile, versionOn: dateOf(record, "version", on) }]
  })
}

export function readRecipients(table: RegisterTable): (LastYearRecipient | null)[] {
  return table.records.map((record) => {
    const nik = nikOf(record)
    const [name, kpj, sector] = [record.text("name"), record.text("kpj"), record.text("sector")]
    return nik === null ? null : { nik, name, kpj, sector }
  })
}
