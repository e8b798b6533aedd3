import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"
import type { LabelledColumn } from "./column-conflict.ts"
import { foldHeader, type Field } from "./field.ts"

const PARTS: readonly (readonly [field: Field, label: RegExp])[] = [
  ["birth_day", /^(tanggal|tgl|tg|hari)$/],
  ["birth_month", /^(bulan|bln|bl)$/],
  ["birth_year", /^(tahun|thn|th)$/],
]
const BIRTH = /^birth_(date|place_date|day|month|year)$/
/** Of people who work; a year of today is the year of something else. */
const BIRTH_YEAR = /^(19\d\d|200\d|\d\d)$/
const YEARS_MIN = 0.8

/**
 * "Tgl", "Bln" and "Thn" beside each other are the date of birth where no other column says that it is
 * and the years are those of people who work.
 */
export function withBareBirth(
  columns: readonly LabelledColumn[],
  cells: ReadonlyMap<number, readonly Pick<RawCell, "text">[]>,
): readonly LabelledColumn[] {
  const labels = columns.map(({ label }) => foldHeader(label))
  const at = labels.findIndex((_, from) =>
    PARTS.every(([, label], part) => label.test(labels[from + part] ?? "")),
  )
  const isBare = (index: number): boolean => at <= index && index < at + PARTS.length
  const isSaid = columns.some(
    ({ said }, index) => said !== null && BIRTH.test(said.field) && !isBare(index),
  )
  if (at < 0 || isSaid) return columns
  const years = (cells.get(columns[at + 2]?.column ?? -1) ?? []).map(({ text }) => text.trim())
  const fitting = years.filter((year) => BIRTH_YEAR.test(year)).length
  if (fitting === 0 || fitting < YEARS_MIN * years.length) return columns
  return columns.map((column, index) => {
    const field = isBare(index) ? PARTS[index - at]?.[0] : undefined
    return field === undefined ? column : { ...column, said: { field, weight: 1 } }
  })
}
