import type { LocalDate } from "../../../kernel/local-date.ts"
import type { Rupiah } from "../../../kernel/rupiah.ts"
import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"
import type { OpenColumns } from "../layout/column-open.ts"
import type { ColumnUnits } from "../layout/column-units.ts"
import type { DateOrder } from "../values/date-order.ts"
import type { Field } from "../layout/field.ts"
import type { FindingCode } from "../findings/finding.ts"
import type { Columns } from "../layout/header-labels.ts"
import type { OccupationTable } from "../occupations/occupation.ts"
import type { IntakeRow } from "./row.ts"
import type { AreaTable } from "../values/area.ts"

/** What a row cannot say by itself: where it stands, who sent it, and the tenant's tables. */
export interface RowContext {
  readonly file: string
  readonly sheet: string
  readonly csv: boolean
  readonly date1904: boolean
  /** How the numeric dates of birth of its table stand. */
  readonly dateOrder: DateOrder
  readonly on: LocalDate
  readonly columns: Columns
  /** Fields whose column is asked: no row is taken before the answer. */
  readonly open: OpenColumns
  readonly units: ColumnUnits
  readonly areas: AreaTable
  readonly occupations: OccupationTable
  /** The minimum wage of the day, for incomes that name it. */
  readonly minimumWage?: Rupiah | null | undefined
  /** The area or sector that the sender stands for where a list has no such column. */
  readonly senderAreaCode: string | null
  readonly senderSector: string | null
  readonly sheetRt: string
  readonly sheetRw: string
  /** A recapitulation stands above: a word with a count is a line of it. */
  readonly isRecap: boolean
  /** A cell that a vertical merge fills from above. */
  readonly filled: (row: number, column: number) => RawCell | undefined
  /** The cell of the person above for which a mark stands; none where that is not certain. */
  readonly above: (column: number) => RawCell | undefined
}

export type Note = (code: FindingCode, field: Field | "row", after?: string) => void

/** A row while it is read: its cells by field, and where findings are written down. */
export interface ReadingRow {
  readonly context: RowContext
  /** The cell in which a field stands, merges filled; none where it is absent. */
  readonly cell: (field: Field) => RawCell | undefined
  /** Text of a field; empty where the cell is absent or its formula failed. */
  readonly text: (field: Field) => string
  /** The formula of the cell failed: the question is about the formula, not about the field. */
  readonly broken: (field: Field) => boolean
  readonly note: Note
}

/** What the cells of a person's row say. */
export type RowValues = Omit<
  IntakeRow,
  | "rowId"
  | "file"
  | "sheet"
  | "row"
  | "kind"
  | "hidden"
  | "struck"
  | "cells"
  | "findings"
  | "outcome"
>

/** The values of a row that is no person. */
export const NO_VALUES: RowValues = {
  nik: null,
  nikPattern: "",
  kk: null,
  name: "",
  alias: "",
  birthPlace: "",
  birthDate: null,
  dateShape: "",
  birthField: "birth_date",
  birthWritten: "",
  sex: null,
  areaCode: null,
  address: "",
  rt: "",
  rw: "",
  motherName: "",
  occupation: "",
  sector: null,
  informal: "unknown",
  employer: false,
  incomeLow: null,
  incomeHigh: null,
  phone: "",
  remarks: "",
}
