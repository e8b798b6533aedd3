import type { LocalDate } from "../../kernel/local-date.ts"

/** How sure we are of a value: of `assumed` ones every decision that used them says so. */
export type LawStatus = "confirmed" | "likely" | "assumed"

export interface Reference {
  readonly regulation: string
  readonly article: string | null
  readonly link: string | null
  /** Keys of law/sources.yaml. */
  readonly sources: readonly string[]
}

/** Where a line of law comes from and when it holds: every value and every rule has one. */
export interface Provenance {
  readonly from: LocalDate
  /** Inclusive; null while open. */
  readonly to: LocalDate | null
  /** The first day on which anybody could know it (promulgation). */
  readonly knownFrom: LocalDate
  readonly reference: Reference
  readonly checkedOn: LocalDate
  readonly status: LawStatus
  readonly note: string | null
}
