import { isPackedSlip, NO_DIGITS_PACKED, twoDigits } from "../../../columns/packed-digits.ts"
import {
  COMMON,
  HEAPED_WRITTEN,
  NIK_DATE,
  NIK_HIGH,
  NIK_LOW,
  UNKNOWN,
  WRITTEN_DATE,
} from "../rows/match-table.ts"

/**
 * equal_heaped: equal, on a day that is written for many who do not know theirs · nik_date: the date
 * inside the other row's NIK, where the written date says otherwise · one_digit: one digit or one swap ·
 * decade_digit: so that ten years or more lie between · year_only: same year, one row says 1 January
 */
export const BIRTH_DATE_LEVELS = [
  "unknown",
  ...(["equal", "equal_heaped", "day_month_swapped", "nik_date", "one_digit"] as const),
  ...(["decade_digit", "year_only", "same_year", "apart"] as const),
] as const
export type BirthDateLevel = (typeof BIRTH_DATE_LEVELS)[number]

export const BIRTH_DATE = Object.fromEntries(BIRTH_DATE_LEVELS.map((level, at) => [level, at])) as {
  readonly [L in BirthDateLevel]: number
}

/**
 * Dates are yymmdd: the century is left out because a NIK does not carry it. A date that only the
 * NIKs give is no second witness beside the NIK comparison: it counts against a written one only, and not
 * where both rows give the one NIK, which then would speak twice.
 */
export function compareBirthDate(cells: Uint32Array, a: number, b: number): number {
  const left = cells[a + WRITTEN_DATE] ?? UNKNOWN
  const right = cells[b + WRITTEN_DATE] ?? UNKNOWN
  if (left !== UNKNOWN && left === right) return equalLevel(cells, a)
  if (isOneNik(cells, a, b))
    return left === UNKNOWN || right === UNKNOWN
      ? BIRTH_DATE.unknown
      : compareDifferent(left, right)
  if (left !== UNKNOWN && left === cells[b + NIK_DATE])
    return right === UNKNOWN ? equalLevel(cells, a) : BIRTH_DATE.nik_date
  if (right !== UNKNOWN && right === cells[a + NIK_DATE])
    return left === UNKNOWN ? equalLevel(cells, b) : BIRTH_DATE.nik_date
  return left === UNKNOWN || right === UNKNOWN ? BIRTH_DATE.unknown : compareDifferent(left, right)
}

function isOneNik(cells: Uint32Array, a: number, b: number): boolean {
  const high = cells[a + NIK_HIGH]
  return (
    high === cells[b + NIK_HIGH] &&
    cells[a + NIK_LOW] === cells[b + NIK_LOW] &&
    high !== NO_DIGITS_PACKED
  )
}

function equalLevel(cells: Uint32Array, at: number): number {
  const isHeaped = ((cells[at + COMMON] ?? 0) & HEAPED_WRITTEN) !== 0
  return isHeaped ? BIRTH_DATE.equal_heaped : BIRTH_DATE.equal
}

function compareDifferent(left: number, right: number): number {
  const year = left >>> 16
  const otherYear = right >>> 16
  if (year === otherYear) return compareSameYear(left & 0xffff, right & 0xffff)
  if (!isPackedSlip(left, right)) return BIRTH_DATE.apart
  const isDecade = Math.abs(twoDigits(year) - twoDigits(otherYear)) >= 10
  return isDecade ? BIRTH_DATE.decade_digit : BIRTH_DATE.one_digit
}

const NEW_YEAR = 0x0101

/** Month and day. */
function compareSameYear(left: number, right: number): number {
  if (right === (((left & 255) << 8) | (left >>> 8))) return BIRTH_DATE.day_month_swapped
  if (isPackedSlip(left, right)) return BIRTH_DATE.one_digit
  const isDefault = left === NEW_YEAR || right === NEW_YEAR
  return isDefault ? BIRTH_DATE.year_only : BIRTH_DATE.same_year
}
