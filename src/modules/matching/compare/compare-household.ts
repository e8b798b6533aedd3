import { arePackedSlip, NO_DIGITS_PACKED } from "../../../columns/packed-digits.ts"
import {
  ADDRESS,
  AREA,
  COMMON,
  CROWDED_PHONE,
  KK_HIGH,
  KK_LOW,
  PHONE_HIGH,
  PHONE_LOW,
  UNKNOWN,
  type MatchTable,
} from "../rows/match-table.ts"

export const AREA_LEVELS = ["unknown", "equal_rt", "equal", "apart"] as const
export const KK_LEVELS = ["unknown", "equal", "one_edit", "apart"] as const
/** equal_crowded: on more rows than one household has: a coordinator's. */
export const PHONE_LEVELS = ["unknown", "equal", "equal_crowded", "one_edit", "apart"] as const
export const ADDRESS_LEVELS = ["unknown", "equal", "similar", "apart"] as const
export const EQUAL_LEVELS = ["unknown", "equal", "apart"] as const

/** Levels by number, as far as comparisons of a household have them in common. */
export const [EQUAL, NEAR, APART_OF_FOUR] = [1, 2, 3]
const [PHONE_CROWDED, PHONE_NEAR, PHONE_APART] = [2, 3, 4]
const EQUAL_APART = 2

/** Kelurahan, and the RT beside it. */
export function compareArea(cells: Uint32Array, a: number, b: number): number {
  const left = cells[a + AREA] ?? UNKNOWN
  const right = cells[b + AREA] ?? UNKNOWN
  if ((left & 0xffff) === UNKNOWN || (right & 0xffff) === UNKNOWN) return UNKNOWN
  if ((left & 0xffff) !== (right & 0xffff)) return APART_OF_FOUR
  return left === right && left >>> 16 !== UNKNOWN ? EQUAL : NEAR
}

export function compareKk(cells: Uint32Array, a: number, b: number): number {
  const high = cells[a + KK_HIGH] ?? 0
  const otherHigh = cells[b + KK_HIGH] ?? 0
  if (high === NO_DIGITS_PACKED || otherHigh === NO_DIGITS_PACKED) return UNKNOWN
  const low = cells[a + KK_LOW] ?? 0
  const otherLow = cells[b + KK_LOW] ?? 0
  if (high === otherHigh && low === otherLow) return EQUAL
  return arePackedSlip(high, low, otherHigh, otherLow) ? NEAR : APART_OF_FOUR
}

export function comparePhone(cells: Uint32Array, a: number, b: number): number {
  const high = cells[a + PHONE_HIGH] ?? 0
  const otherHigh = cells[b + PHONE_HIGH] ?? 0
  if (high === NO_DIGITS_PACKED || otherHigh === NO_DIGITS_PACKED) return UNKNOWN
  const low = cells[a + PHONE_LOW] ?? 0
  const otherLow = cells[b + PHONE_LOW] ?? 0
  if (high === otherHigh && low === otherLow)
    return ((cells[a + COMMON] ?? 0) & CROWDED_PHONE) === 0 ? EQUAL : PHONE_CROWDED
  return arePackedSlip(high, low, otherHigh, otherLow) ? PHONE_NEAR : PHONE_APART
}

/** Addresses of which so many words stand in both are similar: three of five. */
const SIMILAR_SHARE = 0.6

export function compareAddress({ cells, addresses }: MatchTable, a: number, b: number): number {
  const level = sameAddress(cells, a, b)
  if (level !== APART_OF_FOUR) return level
  const shared = addresses.sharedWords(cells[a + ADDRESS] ?? 0, cells[b + ADDRESS] ?? 0)
  return shared >= SIMILAR_SHARE ? NEAR : APART_OF_FOUR
}

/** The same address or another, without a look at how similar it is. */
export function sameAddress(cells: Uint32Array, a: number, b: number): number {
  const left = cells[a + ADDRESS] ?? UNKNOWN
  const right = cells[b + ADDRESS] ?? UNKNOWN
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
  return left === right ? EQUAL : APART_OF_FOUR
}

/** Values that are equal or not. */
export function compareEqual(left: number, right: number): number {
  if (left === UNKNOWN || right === UNKNOWN) return UNKNOWN
  return left === right ? EQUAL : EQUAL_APART
}
