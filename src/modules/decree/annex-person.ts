import type { LocalDate } from "../../kernel/local-date.ts"
import type { Month } from "../../kernel/period.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"

/** A person of the list or of the reserve, as the documents need him. The NIK is in clear. */
export interface AnnexPerson {
  readonly personId: string
  readonly name: string
  /** Its letters are garbled or missing: the sender is asked, and no paper may show it as sure. */
  readonly isNameOpen: boolean
  readonly nik: string
  readonly birthDate: LocalDate | null
  readonly sex: "L" | "P" | null
  /** Dotted code of the kelurahan; null or a code outside the frame stands in a last group. */
  readonly areaCode: string | null
  /** Slug of the sector. */
  readonly sector: string | null
  readonly address: string | null
  readonly rt: string | null
  readonly phone: string | null
  readonly incomeRupiah: bigint | null
  readonly motherName: string | null
  readonly birthPlace: string | null
  /** Place in the order of the selection, from 1. */
  readonly rank: number
  /** Label of the priority group. */
  readonly group: string
  /** The keys that gave the place inside the group, as one readable text. */
  readonly keysText: string
}

export interface AnnexArea {
  readonly code: string
  readonly name: string
  readonly districtCode: string
  readonly districtName: string
}

/** What holds for the whole annex. */
export interface AnnexFrame {
  readonly cityName: string
  /** Programme year. */
  readonly year: number
  /** First of the covered months. */
  readonly firstMonth: Month
  /** Number of covered months. */
  readonly months: number
  /** Contribution of one person for one month, the same for everybody in the annex. */
  readonly jkkMonthly: Rupiah
  readonly jkmMonthly: Rupiah
  readonly ceiling: Rupiah
  readonly areas: readonly AnnexArea[]
  readonly sectors: readonly { readonly slug: string; readonly label: string }[]
  /** Business date of the run, never the clock. Its year is the year of the decree. */
  readonly generatedOn: LocalDate
  readonly resultHash: string
  readonly law: { readonly pack: string; readonly version: string }
}
