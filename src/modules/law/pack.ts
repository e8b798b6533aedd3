import type { LocalDate } from "../../kernel/local-date.ts"
import type { Month } from "../../kernel/period.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import type { Criterion } from "./criterion.ts"
import type { FundingSource, Programme } from "./programme.ts"
import type { Provenance } from "./provenance.ts"

/** Where and how one local government runs the programme. It holds rules' names, never code. */
export interface PolicyPack {
  /** Folder below law/, such as "64.71-balikpapan". */
  readonly code: string
  readonly tenantId: number
  /** Dotted Kemendagri code of the area: "64.71". */
  readonly regionCode: string
  readonly name: string
  /** IANA name; shows instants, never decides a date of law. */
  readonly timeZone: string
  readonly programme: PackProgramme
  readonly areas: readonly Area[]
  readonly sectors: readonly Sector[]
  readonly offices: readonly Office[]
  readonly criteria: readonly Criterion[]
  readonly order: SelectionOrder
  readonly selection: SelectionPolicy
  readonly cycles: readonly Cycle[]
}

export interface PackProgramme {
  readonly code: string
  readonly name: string
  /** Contributions this programme pays. */
  readonly pays: readonly Programme[]
  /** The office responsible, by date. */
  readonly owners: readonly OfficeTerm[]
}

export interface OfficeTerm extends Provenance {
  readonly office: string
}

/** A programme year. */
export interface Cycle {
  readonly year: number
  /** Register versions and deaths count up to this day. */
  readonly referenceOn: LocalDate
  /** Age and residence are measured on this day. */
  readonly registrationOn: LocalDate
  readonly firstMonth: Month
  readonly months: number
  readonly ceiling: Ceiling
  readonly fundingLines: readonly FundingLine[]
}

export interface Ceiling extends Provenance {
  readonly amount: Rupiah
}

export interface FundingLine extends Provenance {
  readonly id: string
  readonly source: FundingSource
  readonly office: string
  /** Budget code of the sub-activity; null while the city has not told it. */
  readonly subActivity: string | null
  /** One budget account per contribution paid. */
  readonly accounts: Readonly<Partial<Record<Programme, string>>>
  /** null: bounded by the cycle's ceiling only. */
  readonly amount: Rupiah | null
}

export interface Area {
  /** Dotted Kemendagri code: 64.71.01 a kecamatan, 64.71.01.1001 a kelurahan. */
  readonly code: string
  readonly name: string
  readonly level: "kecamatan" | "kelurahan"
  /** The kecamatan of a kelurahan; null for a kecamatan. */
  readonly parent: string | null
  readonly aliases: readonly string[]
}

/** A kind of informal work, as sectors.yaml names it. */
export interface Sector {
  /** Slug, such as "ojek_pangkalan"; what rows and persons carry. */
  readonly code: string
  readonly nameId: string
  readonly nameEn: string
}

export interface OfficeSector extends Provenance {
  readonly sector: string
}

export interface Office extends Provenance {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly tasks: readonly string[]
  /** Sectors whose field check this office answers for, each with its validity. */
  readonly verifies: readonly OfficeSector[]
}

export type PriorityRule =
  | "continuing"
  | "disability"
  | "female_head_of_household"
  | "everyone_else"

export interface PriorityGroup extends Provenance {
  /** 1 comes first. */
  readonly number: number
  readonly title: string
  readonly rule: PriorityRule
}

export interface OrderKey extends Provenance {
  /** 1 is compared first. */
  readonly number: number
  readonly title: string
  readonly rule: "poverty_decile" | "declared_income" | "age" | "lottery"
  readonly direction: "ascending" | "descending"
  readonly missing: "first" | "last"
}

export interface SelectionOrder {
  readonly groups: readonly PriorityGroup[]
  readonly keys: readonly OrderKey[]
  /** Hashed with the NIK for the lottery number; published before the list is locked. */
  readonly seed: string
}

/** A floor is filled first, by the same order; never a cap. */
export interface SelectionFloor extends Provenance {
  readonly by: "kelurahan" | "sector" | "sex" | "disability"
  readonly value: string
  readonly minimumPersons: number
}

export interface SelectionPolicy extends Provenance {
  /** Of the number selected, rounded up. */
  readonly reservePercent: number
  readonly whenNextDoesNotFit: "stop" | "skip"
  /** Of the ceiling, kept for replacements during the year. */
  readonly holdbackPercent: number
  readonly floors: readonly SelectionFloor[]
}
