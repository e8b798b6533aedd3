import type { StandardRow } from "./standard-row.ts"
import type { BIRTH_DATE_LEVELS } from "./weights.ts"

export type BirthDateLevel = keyof typeof BIRTH_DATE_LEVELS

/**
 * Dates are yymmdd: the century is left out because a NIK does not carry it. A date that only the
 * NIKs give is no second witness beside the NIK comparison: it counts against a written one only.
 */
export function compareBirthDate(a: StandardRow, b: StandardRow): BirthDateLevel {
  const [left, right] = [a.writtenDate, b.writtenDate]
  if (left !== "" && left === right) return "equal"
  if (left !== "" && left === b.nikDate) return right === "" ? "equal" : "nik_date"
  if (right !== "" && right === a.nikDate) return left === "" ? "equal" : "nik_date"
  if (left !== "" && right !== "") return compareDifferent(left, right)
  return "unknown"
}

function compareDifferent(left: string, right: string): BirthDateLevel {
  if (left.slice(0, 2) === right.slice(0, 2)) return compareSameYear(left, right)
  if (!isOneSlip(left, right)) return "apart"
  return Math.abs(Number(left.slice(0, 2)) - Number(right.slice(0, 2))) >= 10
    ? "decade_digit"
    : "one_digit"
}

function compareSameYear(left: string, right: string): BirthDateLevel {
  if (left.slice(2, 4) === right.slice(4, 6) && left.slice(4, 6) === right.slice(2, 4))
    return "day_month_swapped"
  if (isOneSlip(left, right)) return "one_digit"
  return left.endsWith("0101") || right.endsWith("0101") ? "year_only" : "same_year"
}

/** One digit substituted, or two neighbours swapped. */
function isOneSlip(left: string, right: string): boolean {
  const places = [0, 1, 2, 3, 4, 5].filter((i) => left[i] !== right[i])
  const [first = 0, second = 0] = places
  if (places.length === 1) return true
  if (places.length !== 2 || second !== first + 1) return false
  return left[first] === right[second] && left[second] === right[first]
}
