import type { BirthDateLevel } from "./compare-birth-date.ts"
import type { NameComparison } from "./compare-name.ts"
import type { NikLevel } from "./compare-nik.ts"
import type { Verdict } from "./match-row.ts"
import type { NameLevel } from "./name-alignment.ts"
import {
  CONTRADICTION_BITS,
  probabilityOfBits,
  REVIEW_PROBABILITY,
  SAME_PROBABILITY,
  type ADDRESS_LEVELS,
  type AREA_LEVELS,
  type KK_LEVELS,
  type PHONE_LEVELS,
} from "./weights.ts"

export type EqualLevel = "equal" | "apart" | "unknown"

/** The comparison level that two rows reach in each comparison. */
export interface Levels {
  readonly nik: NikLevel
  readonly name: NameComparison
  readonly birthDate: BirthDateLevel
  readonly birthDateBits: number
  readonly sex: EqualLevel
  readonly area: keyof typeof AREA_LEVELS
  readonly kk: keyof typeof KK_LEVELS
  readonly phone: keyof typeof PHONE_LEVELS
  readonly address: keyof typeof ADDRESS_LEVELS
  readonly sector: EqualLevel
}

/** Two people for certain: two confirmed numbers, or sex, birth date and number all differ. */
export function isNever(levels: Levels): boolean {
  if (levels.nik === "confirmed_apart") return true
  const otherPerson = levels.sex === "apart" && levels.birthDate === "apart"
  return otherPerson && levels.nik !== "equal" && levels.nik !== "equal_disputed"
}

/** Not only no evidence for one person, but evidence against: keeps strangers out of a cluster. */
export function isContradiction(
  levels: Levels,
  scored: { verdict: Verdict | "apart"; evidence: number },
): boolean {
  if (scored.verdict === "same") return false
  const twoNumbers = levels.nik === "apart" || levels.nik === "serial_neighbour"
  return twoNumbers || isNever(levels) || scored.evidence < CONTRADICTION_BITS
}

/** From levels and bits to a verdict. */
export function decide(levels: Levels, bits: number): Verdict | "apart" {
  const probability = probabilityOfBits(bits)
  const equalNik = levels.nik === "equal" || levels.nik === "equal_disputed"
  if (probability >= SAME_PROBABILITY) return mayBeLinked(levels) ? "same" : "review"
  // One number on two rows is always a question, even when everything else says two people.
  return equalNik || probability >= REVIEW_PROBABILITY ? "review" : "apart"
}

/** What bits alone must not decide. */
function mayBeLinked(levels: Levels): boolean {
  const name = levels.name.level
  // A family member's number copied: when names differ, birth date and sex must both agree.
  if (levels.nik === "equal") {
    return !isClash(name) || (levels.birthDate === "equal" && levels.sex !== "apart")
  }
  // Without a name nothing but the whole number tells the person from a twin.
  if (name === "unknown" || isClash(name)) return false
  // Twins are registered together: place, date and household agree, and the serials are neighbours.
  if (levels.nik === "serial_neighbour") return SAME_WORDS.has(name)
  // A twin has a number of his own that the register knows; a slip of the pen it does not.
  if (levels.nik === "one_edit_not_found") return true
  return name !== "established" || !hasHousehold(levels)
}

const SAME_WORDS: ReadonlySet<NameLevel> = new Set(["exact", "reordered", "joined"])

function isClash(level: NameLevel): boolean {
  return level === "conflict" || level === "conflict_part"
}

function hasHousehold(levels: Levels): boolean {
  return levels.kk === "equal" || levels.phone === "equal" || levels.address === "equal"
}
