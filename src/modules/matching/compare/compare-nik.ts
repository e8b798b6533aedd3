import {
  arePackedSlip,
  differingDigits,
  fourDigits,
  NO_DIGITS_PACKED,
} from "../../../columns/packed-digits.ts"
import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"
import {
  CONFIRMED,
  FOREIGN_SHIFT,
  KK_HIGH,
  KK_LOW,
  NAME_DIFFERS,
  NIK_DATE,
  NIK_HIGH,
  NIK_LOW,
  NOT_FOUND,
  PATTERN,
  STANDING_SHIFT,
  TRAITS,
  UNKNOWN,
  WRITTEN_DATE,
  type MatchTable,
} from "../rows/match-table.ts"

/**
 * equal: the same number · equal_disputed: but the register names another person for one row ·
 * kk_swapped: NIK and family-card number stand in each other's column · one_edit: one digit or one swap ·
 * one_edit_not_found: and the register does not know one of the two · serial_neighbour: as twins have ·
 * serial_differs: place, birth date and sex agree · near: two or three digits differ · partial …: what is
 * readable of a damaged number · apart_doubtful: one of them is known to be wrong ·
 * confirmed_apart: the register knows both · apart_foreign: one carries another birth date than its row
 * writes, as a number does that was copied from the row above
 */
export const NIK_LEVELS = [
  "unknown",
  ...(["equal", "equal_disputed", "kk_swapped", "one_edit", "one_edit_not_found"] as const),
  ...(["serial_neighbour", "serial_differs", "near", "partial", "partial_date"] as const),
  ...(["partial_place", "partial_near", "apart_doubtful", "apart", "confirmed_apart"] as const),
  "apart_foreign",
] as const
export type NikLevel = (typeof NIK_LEVELS)[number]

export const NIK = Object.fromEntries(NIK_LEVELS.map((level, at) => [level, at])) as {
  readonly [L in NikLevel]: number
}

/** Which level of NIK_LEVELS two rows reach; symmetric. Rows by where they stand in the cells. */
export function compareNik(table: MatchTable, a: number, b: number): number {
  const { cells } = table
  const high = cells[a + NIK_HIGH] ?? 0
  const otherHigh = cells[b + NIK_HIGH] ?? 0
  const low = cells[a + NIK_LOW] ?? 0
  const otherLow = cells[b + NIK_LOW] ?? 0
  const areWhole = high !== NO_DIGITS_PACKED && otherHigh !== NO_DIGITS_PACKED
  const said = standingAt(cells, a)
  const otherSaid = standingAt(cells, b)
  if (areWhole && high === otherHigh && low === otherLow) {
    const isDisputed = (said === NAME_DIFFERS) !== (otherSaid === NAME_DIFFERS)
    return isDisputed ? NIK.equal_disputed : NIK.equal
  }
  if (areColumnsSwapped(cells, a, b) || areColumnsSwapped(cells, b, a)) return NIK.kk_swapped
  if (!areWhole) return comparePartial(table, a, b)
  if (said === CONFIRMED && otherSaid === CONFIRMED) return NIK.confirmed_apart
  if (said === NOT_FOUND || otherSaid === NOT_FOUND)
    return compareUnknownNumber(high, low, otherHigh, otherLow)
  const level = compareWhole(high, low, otherHigh, otherLow)
  const isDoubtful = said === NAME_DIFFERS || otherSaid === NAME_DIFFERS
  if (isDoubtful && level > NIK.serial_neighbour) return NIK.apart_doubtful
  if (level !== NIK.apart) return level
  return isForeign(cells, a) || isForeign(cells, b) ? NIK.apart_foreign : level
}

function standingAt(cells: Uint32Array, at: number): number {
  return ((cells[at + TRAITS] ?? 0) >>> STANDING_SHIFT) & 3
}

function isForeign(cells: Uint32Array, at: number): boolean {
  return (((cells[at + TRAITS] ?? 0) >>> FOREIGN_SHIFT) & 1) === 1
}

/**
 * `a` has its NIK in the family-card column: that number is the NIK of `b`, and it is really a NIK
 * because `b` gives the family card that `a` has as NIK, or because it carries `b`'s birth date.
 */
function areColumnsSwapped(cells: Uint32Array, a: number, b: number): boolean {
  const kk = cells[a + KK_HIGH]
  if (kk !== cells[b + NIK_HIGH] || kk === NO_DIGITS_PACKED) return false
  if (cells[a + KK_LOW] !== cells[b + NIK_LOW]) return false
  if (cells[b + KK_HIGH] !== NO_DIGITS_PACKED)
    return cells[b + KK_HIGH] === cells[a + NIK_HIGH] && cells[b + KK_LOW] === cells[a + NIK_LOW]
  return cells[b + NIK_DATE] !== UNKNOWN && cells[b + NIK_DATE] === cells[b + WRITTEN_DATE]
}

/** Twins are registered one after the other. */
const SERIAL_STEPS_MAX = 3
const NEAR_DIGITS_MAX = 3

function compareWhole(high: number, low: number, otherHigh: number, otherLow: number): number {
  const isSameBirth = high === otherHigh && (low ^ otherLow) >>> 16 === 0
  if (isSameBirth && Math.abs(fourDigits(low) - fourDigits(otherLow)) <= SERIAL_STEPS_MAX)
    return NIK.serial_neighbour
  if (arePackedSlip(high, low, otherHigh, otherLow)) return NIK.one_edit
  if (isSameBirth) return NIK.serial_differs
  const different = differingDigits(high ^ otherHigh) + differingDigits(low ^ otherLow)
  return different <= NEAR_DIGITS_MAX ? NIK.near : NIK.apart
}

/** Where the register does not know one of two numbers, a slip of the pen is more likely than a twin. */
function compareUnknownNumber(
  high: number,
  low: number,
  otherHigh: number,
  otherLow: number,
): number {
  const isSlip = arePackedSlip(high, low, otherHigh, otherLow)
  return isSlip ? NIK.one_edit_not_found : NIK.apart_doubtful
}

function comparePartial(table: MatchTable, a: number, b: number): number {
  const { cells } = table
  if (!hasDigits(cells, a) || !hasDigits(cells, b)) return NIK.unknown
  const level = comparePattern(table.digitsAt(a), table.digitsAt(b))
  if (level !== NIK.apart) return level
  const said = standingAt(cells, a)
  const otherSaid = standingAt(cells, b)
  const isDoubtful = said >= NAME_DIFFERS || otherSaid >= NAME_DIFFERS
  return isDoubtful ? NIK.apart_doubtful : level
}

function hasDigits(cells: Uint32Array, at: number): boolean {
  return cells[at + NIK_HIGH] !== NO_DIGITS_PACKED || cells[at + PATTERN] !== UNKNOWN
}

function comparePattern(left: string, right: string): number {
  if (left.length === right.length) return compareAligned(left, right)
  if (left.includes("?") || right.includes("?")) return NIK.unknown
  const distance = damerauLevenshtein(left, right)
  if (distance <= 1) return NIK.partial
  return distance === 2 ? NIK.partial_near : NIK.apart
}

function compareAligned(left: string, right: string): number {
  let known = 0
  let different = 0
  for (let i = 0; i < left.length; i++) {
    if (left[i] === "?" || right[i] === "?") continue
    known++
    if (left[i] !== right[i]) different++
  }
  if (different === 0) {
    if (known >= 14) return NIK.partial
    return known >= 11 ? NIK.partial_date : known >= 6 ? NIK.partial_place : NIK.unknown
  }
  if (known < 11) return NIK.unknown
  return different === 1 ? NIK.partial_near : NIK.apart
}
