import type { LocalDate } from "../../kernel/local-date.ts"
import type { Nik } from "../../kernel/nik.ts"
import { checkResult, type CheckResult } from "./check-result.ts"
import { columnFor } from "./register-need.ts"
import type { RegisterTable } from "./register-table.ts"
import { dateOf, nikOf } from "./register-value.ts"

/** A field check of one person by a sector office or kelurahan. */
export interface FieldCheck {
  readonly nik: Nik
  readonly result: CheckResult
  readonly checkedOn: LocalDate
  /** As the office writes it. */
  readonly sector: string
  readonly minutes: string
  readonly file: string
}

export interface FieldCheckRound {
  /** The round's first day; a check dated earlier belongs to another round. */
  readonly from: LocalDate
  readonly to: LocalDate
}

export interface FieldChecks {
  readonly checks: readonly FieldCheck[]
  /** Lines that are counted but never used. */
  readonly unusable: UnusableChecks
}

export interface UnusableChecks {
  /** No result yet. */
  readonly blank: number
  /** No date, or one outside the round. */
  readonly dateBad: number
  readonly nikBad: number
  /** A result in words that say neither yes nor no. */
  readonly unclear: number
}

export function readFieldChecks(
  tables: readonly RegisterTable[],
  round: FieldCheckRound,
): FieldChecks {
  const unusable = { blank: 0, dateBad: 0, nikBad: 0, unclear: 0 }
  const checks: FieldCheck[] = []
  for (const table of tables) {
    const { file, records } = table
    const resultColumn = columnFor("field_check", table, "result")
    for (const record of records) {
      const [nik, checkedOn] = [nikOf(record), dateOf(record, "checked_on", round.to)]
      const [text, reason] = [record.text(resultColumn), record.text("reason")]
      const result = checkResult(text, `${reason} ${record.text("note")}`)
      if (nik === null) unusable.nikBad++
      else if (text === "" && reason === "") unusable.blank++
      else if (checkedOn === null || checkedOn < round.from || checkedOn > round.to)
        unusable.dateBad++
      else if (result === null) unusable.unclear++
      else {
        // "Bidang" means the sector in a field check, a column of the list in an answer.
        const sector = record.text("sector") || record.text("field")
        const minutes = record.text("minutes")
        checks.push({ nik, result, checkedOn, sector, minutes, file })
      }
    }
  }
  return { checks, unusable }
}

/** The later date counts; two different results of one day contradict each other. */
export function latestCheck(checks: readonly FieldCheck[]): {
  check: FieldCheck | null
  contradicted: boolean
} {
  let ofDay: FieldCheck[] = []
  for (const check of checks) {
    const day = ofDay[0]?.checkedOn ?? ""
    if (check.checkedOn > day) ofDay = [check]
    else if (check.checkedOn === day) ofDay.push(check)
  }
  const contradicted = new Set(ofDay.map((check) => check.result)).size > 1
  const sorted = ofDay.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return { check: sorted[0] ?? null, contradicted }
}
