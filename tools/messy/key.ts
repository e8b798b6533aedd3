/** What is true of a person, by the name that the score uses. */
export type TrueField =
  | "nik"
  | "kk"
  | "name"
  | "birth_place"
  | "birth_date"
  | "sex"
  | "area"
  | "rt"
  | "mother_name"
  | "sector"
  | "income_low"
  | "income_high"
  | "phone"

export const TRUE_FIELDS: readonly TrueField[] = [
  ...(["nik", "kk", "name", "birth_place", "birth_date", "sex", "area", "rt"] as const),
  ...(["mother_name", "sector", "income_low", "income_high", "phone"] as const),
]

/**
 * What may be made of a written value. `certain`: one reading, take it; a question is one too many.
 * `open`: taking the truth or asking are both right. `ask`: the truth is not in the cell, a value
 * would be a guess. `written`: the sender wrote a well-formed value that is not true; nobody can see
 * that in the cell, so taking it as written is no repair.
 */
export type Expect = "certain" | "open" | "ask" | "written"

export interface ValueKey {
  readonly truth: string
  readonly expect: Expect
  /** Other values that are right as well, such as a name as it is written. */
  readonly also?: readonly string[]
  /** The cell of a name as it stands: not tidied it is no wrong repair. */
  readonly written?: string
  /** Which accident the cell had. */
  readonly by: string
}

export type Says = Partial<Record<TrueField, ValueKey>>

/** A form has many rows, and a document none that a spreadsheet shows: her texts find the person. */
export const UNKNOWN_ROW = 0

export interface RowKey {
  /** As a spreadsheet shows it; UNKNOWN_ROW where only her texts tell. */
  readonly row: number
  /** Which table of the sheet; tables beside each other share rows. */
  readonly table: number
  /** Texts that the row of this person shows, to tell it from a neighbour in the same row. */
  readonly marks: readonly string[]
  readonly hidden: boolean
  readonly values: Says
}

export interface TableKey {
  /** As a spreadsheet shows them; empty where a table continues without a header of its own. */
  readonly headerRows: readonly number[]
  /** Column of each field, 0-based; `other` is what the programme does not ask for. */
  readonly columns: Readonly<Record<string, number>>
  readonly others: readonly number[]
  readonly labels: Readonly<Record<string, string>>
}

export interface SheetKey {
  readonly name: string
  readonly kind: "list" | "recap" | "notes" | "hidden"
  readonly tables: readonly TableKey[]
  readonly people: readonly RowKey[]
  /** Rows that tell of nobody: totals, headings, signatures, numbering, repeated headers. */
  readonly nobody: readonly number[]
}

/** A reader may call one of several tables of a sheet "Data [R:AE]". */
export function isOfSheet(read: string, sheet: string): boolean {
  return sheet === "" || read === sheet || read.startsWith(`${sheet} [`)
}

export interface FileKey {
  readonly file: string
  readonly tenant: string
  readonly layout: string
  readonly sheets: readonly SheetKey[]
}

export interface AreaKey {
  readonly code: string
  readonly name: string
}

export interface TenantKey {
  readonly id: string
  readonly city: string
  readonly districts: readonly { readonly name: string; readonly areas: readonly AreaKey[] }[]
}

export interface MessyKey {
  readonly seed: number
  /** The day on which the lists are read. */
  readonly on: string
  readonly tenants: readonly TenantKey[]
  readonly files: readonly FileKey[]
}
