import type { ListFrequencies } from "./list-frequencies.ts"
import { isOneEditSameLength } from "./compare-nik.ts"
import type { StandardRow } from "./standard-row.ts"
import type { ADDRESS_LEVELS, AREA_LEVELS, KK_LEVELS, PHONE_LEVELS } from "./weights.ts"

export function compareArea(a: StandardRow, b: StandardRow): keyof typeof AREA_LEVELS {
  if (a.area === "" || b.area === "") return "unknown"
  if (a.area !== b.area) return "apart"
  return a.rt !== "" && a.rt === b.rt ? "equal_rt" : "equal"
}

export function compareKk(a: StandardRow, b: StandardRow): keyof typeof KK_LEVELS {
  if (a.kk === "" || b.kk === "") return "unknown"
  if (a.kk === b.kk) return "equal"
  return isOneEditSameLength(a.kk, b.kk) ? "one_edit" : "apart"
}

export function comparePhone(
  a: StandardRow,
  b: StandardRow,
  frequencies: ListFrequencies,
): keyof typeof PHONE_LEVELS {
  if (a.phone === "" || b.phone === "") return "unknown"
  if (a.phone !== b.phone) return "apart"
  return frequencies.isCrowdedPhone(a.phone) ? "equal_crowded" : "equal"
}

/** Shares of equal words; three words of five agreeing is "similar". */
const SIMILAR_SHARE = 0.6

export function compareAddress(a: StandardRow, b: StandardRow): keyof typeof ADDRESS_LEVELS {
  if (a.address === "" || b.address === "") return "unknown"
  if (a.address === b.address) return "equal"
  const left = new Set(a.address.split(" "))
  const right = new Set(b.address.split(" "))
  const shared = [...left].filter((word) => right.has(word)).length
  return shared / (left.size + right.size - shared) >= SIMILAR_SHARE ? "similar" : "apart"
}
