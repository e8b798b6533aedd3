// Which column of a list is read how: as digits, as a name, as a date, as one of few values, or as text.
import type { Field } from "../layout/field.ts"
import { LATE_FIELDS, type LonePlan } from "./lone-parts.ts"
import type { Columns } from "../layout/header-labels.ts"
import { PERSONAL } from "../rows/kind.ts"

/** Columns of few values; what the sex says is compared with the NIK. */
export type ValueField = "sex" | (typeof LATE_FIELDS)[number]

/** Fields spread over several columns: rows with them are read one by one. */
const SPREAD: readonly Field[] = [
  ...(["sex_male", "sex_female", "birth_day", "name_first", "name_last", "income_high"] as const),
  ...(["name_nik", "nik_boxes", "occupation_ticks"] as const),
]

export interface ColumnPlan extends LonePlan {
  readonly columns: Columns
  /** Columns of the fields with a reader of their own; -1 where the list has none. */
  readonly nik: number
  readonly kk: number
  readonly sex: number
  readonly birth: number
  readonly birthField: "birth_date" | "birth_place_date" | null
  /** Columns that show a person. */
  readonly personal: readonly number[]
  readonly isSpread: boolean
}

export function planColumns(columns: Columns): ColumnPlan {
  const at = (field: Field): number => columns.get(field) ?? -1
  const birthField = birthFieldOf(columns)
  const read = new Set<Field>(["nik", "kk", "name", "phone", "sex", ...LATE_FIELDS])
  if (birthField !== null) read.add(birthField)
  const texts = [...columns].filter(([field]) => !read.has(field))
  return {
    columns,
    nik: at("nik"),
    kk: at("kk"),
    name: at("name"),
    phone: at("phone"),
    sex: at("sex"),
    birth: birthField === null ? -1 : at(birthField),
    birthField,
    values: LATE_FIELDS.map(at),
    texts: texts.map(([field, column]) => ({ field, column })),
    personal: PERSONAL.map(at).filter((column) => column >= 0),
    isSpread: SPREAD.some((field) => columns.has(field)),
  }
}

function birthFieldOf(columns: Columns): ColumnPlan["birthField"] {
  if (columns.has("birth_date")) return "birth_date"
  return columns.has("birth_place_date") ? "birth_place_date" : null
}

/** The columns that are read beside the others, but for one. */
export function lonePlan({ name, phone, values, texts }: ColumnPlan, but: number): LonePlan {
  return { name, phone, values, texts: texts.filter(({ column }) => column !== but) }
}
