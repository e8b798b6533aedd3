import type { Provenance } from "./provenance.ts"

export const REASON_CODES = [
  "ACTIVE_PU",
  "ACTIVE_BPU",
  "ACTIVE_PROV",
  "ACTIVE_CSR",
  "AGE_65_OR_MORE",
  "AGE_BELOW_MINIMUM",
  "AGE_NOT_KNOWN",
  "CIVIL_SERVANT",
  "DECEASED",
  "DECILE_ABOVE_MAXIMUM",
  "DECILE_NOT_KNOWN",
  "DUKCAPIL_NOT_ASKED",
  "DUKCAPIL_NOT_FOUND",
  "EMPLOYER",
  "INCOME_ABOVE_UMK",
  "INCOME_NOT_KNOWN",
  "MOVED_OUT",
  "NIK_NOT_KNOWN",
  "NOT_FOUND_AT_ADDRESS",
  "NOT_INFORMAL",
  "ONLY_STRUCK_ROWS",
  "REGISTER_NOT_RECEIVED",
  "RESIDENCE_NOT_KNOWN",
  "RESIDENT_UNDER_6_MONTHS",
  "RULE_FAILED",
  "SECTOR_NOT_KNOWN",
  "SECTOR_NOT_VERIFIED",
  "VERIF_BUKAN_PEKERJA_SEKTOR",
  "VERIF_SUDAH_KERJA_FORMAL",
  "VERIF_TIDAK_LAGI_BEKERJA",
] as const

export type ReasonCode = (typeof REASON_CODES)[number]

/** The named pure functions of `eligibility` that a pack switches on, with their parameters. */
export type CriterionRule =
  | { readonly rule: "identity_exists" }
  | { readonly rule: "alive" }
  | { readonly rule: "resident_months"; readonly months: number }
  | {
      readonly rule: "age_below"
      /** Series of unit `years`: a person of that age or more is refused. */
      readonly limitSeries: string
      readonly minimumYears: number | null
    }
  | {
      readonly rule: "income_at_most"
      /** Series of unit `rupiah_sen` by area. */
      readonly limitSeries: string
      readonly area: string
      readonly year: "programme_year" | "collection_year"
    }
  | { readonly rule: "informal" }
  | {
      readonly rule: "no_other_payer"
      /** Names of the payer that are this very programme, as registers write them. */
      readonly ownPayers: readonly string[]
    }
  | { readonly rule: "sector_verified"; readonly missingCheck: "no_obstacle" | "undecided" }
  | { readonly rule: "poverty_decile"; readonly maximumDecile: number | null }

export type CriterionRuleName = CriterionRule["rule"]

export interface Criterion extends Provenance {
  /** "C1" … of the pack. */
  readonly id: string
  readonly title: string
  readonly rule: CriterionRule
  /** Parameters whose choice is only assumed, though the criterion itself is known. */
  readonly assumedParameters: readonly string[]
  /** Codes this criterion may give as "no" and as "unknown". */
  readonly noReasons: readonly ReasonCode[]
  readonly unknownReasons: readonly ReasonCode[]
}
