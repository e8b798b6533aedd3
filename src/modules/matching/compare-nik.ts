import { damerauLevenshtein } from "../../kernel/edit-distance.ts"
import type { StandardRow } from "./standard-row.ts"
import type { NIK_LEVELS } from "./weights.ts"

export type NikLevel = keyof typeof NIK_LEVELS

/** Which level of NIK_LEVELS two rows reach; symmetric. */
export function compareNik(a: StandardRow, b: StandardRow): NikLevel {
  if (a.nik !== "" && a.nik === b.nik) return isDisputed(a, b) ? "equal_disputed" : "equal"
  if (areColumnsSwapped(a, b) || areColumnsSwapped(b, a)) return "kk_swapped"
  if (a.nik !== "" && b.nik !== "") return compareWhole(a, b)
  const [left, right] = [a.nik || a.nikPattern, b.nik || b.nikPattern]
  if (left === "" || right === "") return "unknown"
  const level = comparePattern(left, right)
  const doubtful = a.standing === "not_found" || b.standing === "not_found" || isForeign(a, b)
  return level === "partial_apart" && doubtful ? "apart_doubtful" : level
}

/** The register confirms the number for one row and names somebody else for the other. */
function isDisputed(a: StandardRow, b: StandardRow): boolean {
  return (a.standing === "name_differs") !== (b.standing === "name_differs")
}

function isForeign(a: StandardRow, b: StandardRow): boolean {
  return a.standing === "name_differs" || b.standing === "name_differs"
}

/**
 * `a` has its NIK in the family-card column: that number is the NIK of `b`, and it is really a NIK
 * because `b` gives the family card that `a` has as NIK, or because it carries `b`'s birth date.
 */
function areColumnsSwapped(a: StandardRow, b: StandardRow): boolean {
  if (a.kk === "" || a.kk !== b.nik) return false
  if (b.kk !== "") return b.kk === a.nik
  return b.nikDate !== "" && b.nikDate === b.writtenDate
}

function compareWhole(a: StandardRow, b: StandardRow): NikLevel {
  if (a.standing === "confirmed" && b.standing === "confirmed") return "confirmed_apart"
  const notFound = a.standing === "not_found" || b.standing === "not_found"
  if (!notFound && isSerialNeighbour(a.nik, b.nik)) return "serial_neighbour"
  if (isOneEditSameLength(a.nik, b.nik)) return notFound ? "one_edit_not_found" : "one_edit"
  return notFound || isForeign(a, b) ? "apart_doubtful" : "apart"
}

/** Twins are registered one after the other. */
const SERIAL_STEPS_MAX = 3

function isSerialNeighbour(a: string, b: string): boolean {
  if (a.slice(0, 12) !== b.slice(0, 12)) return false
  return Math.abs(Number(a.slice(12)) - Number(b.slice(12))) <= SERIAL_STEPS_MAX
}

/** One digit substituted or two neighbours swapped. */
export function isOneEditSameLength(a: string, b: string): boolean {
  let first = -1
  let count = 0
  for (let i = 0; i < a.length; i++) {
    if (a.charCodeAt(i) === b.charCodeAt(i)) continue
    if (++count > 2) return false
    if (count === 1) first = i
  }
  if (count < 2) return count === 1
  return a[first] === b[first + 1] && a[first + 1] === b[first]
}

function comparePattern(left: string, right: string): NikLevel {
  if (left.length === right.length) return compareAligned(left, right)
  if (left.includes("?") || right.includes("?")) return "unknown"
  const distance = damerauLevenshtein(left, right)
  if (distance <= 1) return "partial"
  return distance === 2 ? "partial_near" : "partial_apart"
}

function compareAligned(left: string, right: string): NikLevel {
  let [known, different] = [0, 0]
  for (let i = 0; i < left.length; i++) {
    if (left[i] === "?" || right[i] === "?") continue
    known++
    if (left[i] !== right[i]) different++
  }
  if (different === 0) {
    if (known >= 14) return "partial"
    return known >= 11 ? "partial_date" : known >= 6 ? "partial_place" : "unknown"
  }
  if (known < 11) return "unknown"
  return different === 1 ? "partial_near" : "partial_apart"
}
