// Where the values of a column say something else than its label.
import { nikShapeShare, type ColumnProfile } from "./column-profile.ts"
import type { Field, LabelReading } from "./field.ts"

/** A column of a header with all that may tell its meaning. */
export interface LabelledColumn {
  readonly column: number
  readonly label: string
  /** What the label says; null where no word of it is known, or there is none. */
  readonly said: LabelReading | null
  readonly profile: ColumnProfile
  readonly hidden: boolean
}

/** Fewer cells are no sample. */
export const CELLS_MIN = 5
/** Values that so few cells of could stand under the label contradict it. */
export const CONTRADICTED = 0.2
export const DECISIVE = 0.8
export const FITS = 0.7

/** Columns whose values show another field than their label, with that field. */
export function contradictions(columns: readonly LabelledColumn[]): Map<LabelledColumn, Field> {
  const found = new Map<LabelledColumn, Field>()
  for (const column of columns) {
    const shown = contradiction(column)
    if (shown !== null) found.set(column, shown)
  }
  // Digits hint at a NIK under "KK"; where the NIK stands elsewhere, the label is right.
  const hasNik = columns.some((column) =>
    column.said === null
      ? sixteenReading(column) === "nik"
      : column.said.field === "nik" && !found.has(column),
  )
  for (const [column, shown] of found)
    if (hasNik && column.said?.field === "kk" && shown === "nik") found.delete(column)
  return found
}

/** The field that the values show where hardly one of them could stand under the label. */
function contradiction(from: LabelledColumn): Field | null {
  const { said, profile } = from
  if (said === null || said.field === "other" || said.field === "remarks") return null
  if (profile.filled < CELLS_MIN) return null
  if (said.field === "nik" || said.field === "kk") {
    const swapped = sixteenReading(from)
    if (swapped !== null && swapped !== said.field) return swapped
  }
  const strictOwn = profile.strict.get(said.field)
  const shown = shownField(from)
  if (shown === null || shown === said.field || sameKind(said.field, shown)) return null
  const own = strictOwn ?? 0
  return looseShare(from, said.field) < CONTRADICTED ||
    (worded(said.field, shown) && own < CONTRADICTED)
    ? shown
    : null
}

/** A label of words over other words is contradicted only by values that nobody mistakes. */
function worded(said: Field, shown: Field): boolean {
  const words: readonly Field[] = ["name", "occupation", "area"]
  return words.includes(said) && (shown === "area" || shown === "occupation")
}

const KINDS: readonly (readonly Field[])[] = [
  ["birth_date", "birth_place_date", "birth_place", "birth_day", "birth_month", "birth_year"],
  ["address", "area", "area_or_district", "district", "rt", "rw", "rt_rw", "birth_place"],
  ["sex", "sex_male", "sex_female"],
  ["name", "mother_name", "name_first", "name_last", "name_of_head"],
  ["number", "age", "rt", "rw"],
]

function sameKind(a: Field, b: Field): boolean {
  return KINDS.some((kind) => kind.includes(a) && kind.includes(b))
}

/** The field that most cells fit and no other as well. */
function shownField(from: LabelledColumn): Field | null {
  const sixteen = sixteenReading(from)
  if (sixteen !== null) return sixteen
  let [best, share]: [Field | null, number] = [null, DECISIVE]
  for (const [field, fits] of from.profile.strict) {
    if (field === "nik" || field === "kk" || fits < share) continue
    if (best === null || fits > share) [best, share] = [field, fits]
  }
  return best
}

/** NIK or family card; null where the column holds neither, or the digits tell nothing. */
export function sixteenReading({ profile }: LabelledColumn): "nik" | "kk" | null {
  if ((profile.strict.get("kk") ?? 0) < FITS || profile.filled < CELLS_MIN) return null
  const shape = nikShapeShare(profile.texts)
  const dated = profile.strict.get("nik") ?? 0
  if (shape >= 0.6 && dated >= FITS) return "nik"
  return shape <= 0.15 && profile.filled >= 2 * CELLS_MIN ? "kk" : null
}

export function looseShare({ profile }: LabelledColumn, field: Field): number {
  return profile.loose.get(field) ?? 1
}
