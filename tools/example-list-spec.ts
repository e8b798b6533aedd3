import type { CsvForm } from "./example-csv.ts"
import type { DateStyle, IncomeStyle } from "./example-styles.ts"

export type Field =
  | "no"
  | "code"
  | "nik"
  | "kk"
  | "name"
  | "birth"
  | "ttl"
  | "place"
  | "sex"
  | "address"
  | "rt"
  | "kelurahan"
  | "job"
  | "income"
  | "phone"
  | "mother"
  | "note"
  | "spare"

/** One way of sending a list: layout, words and styles of one office. */
export interface ListSpec {
  readonly file: string
  readonly sender: string
  /** The kelurahan the list is from, or null for a list of the whole city. */
  readonly kelurahan: string | null
  readonly receivedOn: string
  readonly claimedMore?: number
  readonly people: number
  /** Rows of people who are in the list of a kelurahan, too. */
  readonly borrowed?: number
  readonly sectors: readonly string[]
  readonly form: { readonly kind: "xlsx" | "xls" | "ods" } | ({ readonly kind: "csv" } & CsvForm)
  /** A header of two rows is written as "upper|lower". */
  readonly columns: readonly (readonly [Field, string])[]
  readonly dateStyle: DateStyle
  readonly incomeStyle: IncomeStyle
  readonly nikStyle?: "apostrophe" | "grouped"
  readonly nameStyle: "upper" | "title"
  readonly phoneStyle?: "plus" | "dashes"
  readonly sexWords: readonly [string, string]
  readonly heading: readonly string[]
  readonly sheets?: "per-rt"
  readonly sheetName: string
  readonly subheaders?: true
  readonly mergedRt?: true
  readonly numberRow?: true
  readonly repeatedHeader?: true
  readonly total?: string
  readonly notes?: readonly string[]
  readonly signature?: string
}
