import type { LocalDate } from "../../kernel/local-date.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import type { PolicyPack } from "./pack.ts"
import type { LawStatus, Provenance, Reference } from "./provenance.ts"

export interface LawSource {
  readonly title: string
  readonly link: string | null
  readonly publishedOn: LocalDate | null
}

export interface ContributionBand {
  readonly band: number
  /** Inclusive; a band ends below the next band's minimum, so that no income falls between two. */
  readonly incomeMinimum: Rupiah
  readonly base: Rupiah
  readonly jkk: Rupiah
  readonly jkm: Rupiah
  readonly jht: Rupiah
}

/** What a series holds. `sen` keeps a published wage exact; whoever compares floors it. */
export type LawValue =
  | { readonly unit: "contribution_bands"; readonly bands: readonly ContributionBand[] }
  | { readonly unit: "relief"; readonly relief: Relief }
  | { readonly unit: "band_rule"; readonly rule: "lowest" | "declared" }
  | { readonly unit: "rupiah_sen"; readonly sen: bigint }
  | { readonly unit: "years"; readonly years: number }
  | { readonly unit: "months"; readonly months: number }
  | { readonly unit: "sectors"; readonly sectors: readonly string[] }

/** The share of the contribution that stays due, in percent. An exclusion beats any discount. */
export interface Relief {
  readonly effect: "exclusion" | "discount"
  readonly jkkPercent: number
  readonly jkmPercent: number
}

export type LawUnit = LawValue["unit"]

/** What a norm depends on, such as {area: "64.71"}; the word "all" in a value stands for any. */
export type Dimensions = Readonly<Record<string, string>>

export interface DatedValue extends Provenance {
  readonly series: string
  readonly dims: Dimensions
  readonly value: LawValue
}

export interface Series {
  readonly id: string
  readonly title: string
  readonly unit: LawUnit
  readonly dims: readonly string[]
  /** `continuous`: a gap between two values is a mistake; `sparse`: no value means no such rule. */
  readonly coverage: "continuous" | "sparse"
  /** Path below law/ of the file where a missing value is to be added. */
  readonly file: string
  readonly values: readonly DatedValue[]
}

/** All law of one policy pack: pure, complete, independent of files and database. */
export interface LawBook {
  readonly series: ReadonlyMap<string, Series>
  /**
   * Path below law/ → parsed YAML of every file that is no series: the pack as written, and the
   * vocabulary that other rooms interpret (occupations, sectors). Decisions depend on them.
   */
  readonly files: ReadonlyMap<string, unknown>
  /** Key → what it is; `Reference.sources` points here. */
  readonly sources: ReadonlyMap<string, LawSource>
  readonly pack: PolicyPack
  /** SHA-256 over the sorted canonical values, rules and tables. */
  readonly version: string
}

/** One use of a value, as a decision stores and shows it. */
export interface ValueUse<V extends LawValue = LawValue> {
  readonly seriesId: string
  readonly dims: Dimensions
  readonly from: LocalDate
  readonly value: V
  readonly reference: Reference
  readonly status: LawStatus
  /** Nobody could know this value on the day of knowledge asked for: the decision must say so. */
  readonly knownLater: boolean
}

/** No value for that day: exit code 8 of the command line. */
export interface LawMissing {
  readonly kind: "law_value_missing"
  readonly series: string
  readonly on: LocalDate
  readonly dims: Dimensions
  /** The file below law/ that should hold it. */
  readonly file: string
}
