import { BIRTH_DATE } from "./compare/compare-birth-date.ts"
import { NIK } from "./compare/compare-nik.ts"
import { levelIn, type Pattern } from "./compare/comparisons.ts"
import { NAME } from "./compare/name-levels.ts"
import { probabilityOfBits, sharesHousehold, type PatternScore } from "./model/score-pattern.ts"

/** "same" links without a human, so it asks for 9 to 1; "review" begins where a look may pay. */
const SAME_PROBABILITY = 0.9
export const REVIEW_PROBABILITY = 0.1

/** Inside a cluster the comparisons of no pair (without the prior) may sum to less than this. */
const CONTRADICTION_BITS = -10

const SEX_APART = 2

/** What follows for two rows of one pattern. */
export interface Judgement {
  /** log2 of the odds, prior included. */
  readonly bits: number
  readonly likeness: number
  readonly verdict: "same" | "review" | "apart"
  /** The two rows may never stand in one cluster, whatever links them to others. */
  readonly cannotLink: boolean
}

/** From pattern and bits to a verdict. */
export function judge(pattern: Pattern, score: PatternScore): Judgement {
  const isNo = isNever(pattern)
  const verdict = isNo ? "apart" : decide(pattern, score.bits)
  return {
    bits: score.bits,
    likeness: score.likeness,
    verdict,
    cannotLink: verdict !== "same" && (isNo || isContradiction(pattern, score)),
  }
}

/** Two people for certain: two confirmed numbers, or sex, birth date and number all differ. */
function isNever(pattern: Pattern): boolean {
  const nik = levelIn(pattern, "nik")
  if (nik === NIK.confirmed_apart) return true
  const isOther =
    levelIn(pattern, "sex") === SEX_APART && levelIn(pattern, "birth_date") === BIRTH_DATE.apart
  return isOther && !isEqualNik(nik)
}

/** Not only no evidence for one person, but evidence against: keeps strangers out of a cluster. */
function isContradiction(pattern: Pattern, score: PatternScore): boolean {
  const nik = levelIn(pattern, "nik")
  const areTwoNumbers =
    nik === NIK.apart || nik === NIK.serial_neighbour || nik === NIK.serial_differs
  return areTwoNumbers || Math.min(score.stranger, score.household) < CONTRADICTION_BITS
}

function decide(pattern: Pattern, bits: number): Judgement["verdict"] {
  const probability = probabilityOfBits(bits)
  if (probability >= SAME_PROBABILITY) return mayBeLinked(pattern) ? "same" : "review"
  // One number on two rows is always a question, even when everything else says two people.
  const isQuestion = isEqualNik(levelIn(pattern, "nik")) || probability >= REVIEW_PROBABILITY
  return isQuestion ? "review" : "apart"
}

/** What bits alone must not decide. */
function mayBeLinked(pattern: Pattern): boolean {
  const [nik, name] = [levelIn(pattern, "nik"), levelIn(pattern, "name")]
  // A family member's number copied: when names differ, birth date and sex must both agree.
  if (nik === NIK.equal) return !isClash(name) || hasSameBirth(pattern)
  // Without a name nothing but the whole number tells the person from a twin.
  if (name === NAME.unknown || isClash(name)) return false
  // A name and a house are shared by father and son, a name and a year by namesakes: without a number a date
  // must speak for it, or the year and the house.
  if (nik === NIK.unknown && !hasNearBirth(pattern)) return false
  // Namesakes born on one day: two whole numbers, each fit for its row, are joined by nothing less than a house.
  if (nik === NIK.apart) return sharesHousehold(pattern)
  // Twins are registered together: place, date and household agree, and the serials are neighbours.
  if (nik === NIK.serial_neighbour) return name <= NAME.joined
  // A twin has a number of his own that the register knows; a slip of the pen it does not.
  if (nik === NIK.one_edit_not_found) return true
  return name !== NAME.established || !sharesHousehold(pattern)
}

function hasSameBirth(pattern: Pattern): boolean {
  const date = levelIn(pattern, "birth_date")
  const isSame = date === BIRTH_DATE.equal || date === BIRTH_DATE.equal_heaped
  return isSame && levelIn(pattern, "sex") !== SEX_APART
}

function hasNearBirth(pattern: Pattern): boolean {
  const date = levelIn(pattern, "birth_date")
  const isOneYear = date === BIRTH_DATE.year_only || date === BIRTH_DATE.same_year
  const isNear = date >= BIRTH_DATE.equal && date <= BIRTH_DATE.one_digit
  return isNear || (isOneYear && sharesHousehold(pattern))
}

function isEqualNik(nik: number): boolean {
  return nik === NIK.equal || nik === NIK.equal_disputed
}

function isClash(name: number): boolean {
  return name === NAME.conflict || name === NAME.conflict_part
}
