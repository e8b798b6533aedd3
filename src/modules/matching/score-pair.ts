import { compareBirthDate, type BirthDateLevel } from "./compare-birth-date.ts"
import { compareAddress, compareArea, compareKk, comparePhone } from "./compare-household.ts"
import { nameComparer, type NameComparison } from "./compare-name.ts"
import { compareNik } from "./compare-nik.ts"
import { decide, isContradiction, isNever, type EqualLevel, type Levels } from "./decide-pair.ts"
import type { ListFrequencies } from "./list-frequencies.ts"
import type { Verdict } from "./match-row.ts"
import type { StandardRow } from "./standard-row.ts"
import {
  ADDRESS_LEVELS,
  AREA_LEVELS,
  BIRTH_DATE_LEVELS,
  HOUSEHOLD_BITS_MAX,
  KK_LEVELS,
  levelBits,
  NAME_BITS_MAX,
  NIK_LEVELS,
  PHONE_LEVELS,
  priorBits,
  REVIEW_PROBABILITY,
  SECTOR_LEVELS,
  SEX_LEVELS,
} from "./weights.ts"

/** The levels that two rows reach, the bits they give, and what follows. */
export interface ScoredPair {
  readonly bits: number
  readonly verdict: Verdict | "apart"
  /** The two rows may never stand in one cluster, whatever links them to others. */
  readonly cannotLink: boolean
  readonly levels: Levels
}

export interface PairScorer {
  /** Symmetric: the row with the smaller key goes first. */
  readonly score: (first: StandardRow, second: StandardRow) => ScoredPair
  /** Number and birth date alone already rule out even a review; spares the comparison of names. */
  readonly isHopeless: (a: StandardRow, b: StandardRow) => boolean
}

/** A scorer with the frequencies and the prior of one list. */
export function pairScorer(frequencies: ListFrequencies): PairScorer {
  const compareName = nameComparer(frequencies)
  const prior = priorBits(frequencies.rows)
  return {
    isHopeless: (a, b) => {
      const [nik, birthDate] = [compareNik(a, b), compareBirthDate(a, b)]
      if (nik === "equal" || nik === "equal_disputed") return false
      const known = NIK_BITS[nik] + birthDateBits(birthDate, a, frequencies)
      const home = AREA_BITS[compareArea(a, b)] + HOUSEHOLD_BITS_MAX
      const other = NAME_BITS_MAX + SEX_BITS.equal + SECTOR_BITS.equal
      return prior + known + home + other < REVIEW_BITS
    },
    score: (first, second) => {
      const [a, b] = first.key < second.key ? [first, second] : [second, first]
      const levels = compare({ a, b, frequencies, name: compareName(a, b) })
      const evidence = levelBitsOf(levels).reduce((sum, value) => sum + value, 0)
      const bits = prior + evidence
      const verdict = isNever(levels) ? "apart" : decide(levels, bits)
      return { bits, verdict, cannotLink: isContradiction(levels, { verdict, evidence }), levels }
    },
  }
}

function compare(pair: {
  a: StandardRow
  b: StandardRow
  frequencies: ListFrequencies
  name: NameComparison
}): Levels {
  const { a, b, frequencies, name } = pair
  const birthDate = compareBirthDate(a, b)
  return {
    nik: compareNik(a, b),
    name,
    birthDate,
    birthDateBits: birthDateBits(birthDate, a, frequencies),
    sex: compareText(a.sex, b.sex),
    area: compareArea(a, b),
    kk: compareKk(a, b),
    phone: comparePhone(a, b, frequencies),
    address: compareAddress(a, b),
    sector: compareText(a.sector, b.sector),
  }
}

/** "comparison=level" in a fixed order; the entries of levelBitsOf belong to them. */
export function levelCodesOf(levels: Levels): string[] {
  return [
    `nik=${levels.nik}`,
    `name=${levels.name.level}`,
    `birth_date=${levels.birthDate}`,
    `sex=${levels.sex}`,
    `area=${levels.area}`,
    `kk=${levels.kk}`,
    `phone=${levels.phone}`,
    `address=${levels.address}`,
    `household=${householdExcess(levels) < 0 ? "capped" : "free"}`,
    `sector=${levels.sector}`,
  ]
}

export function levelBitsOf(levels: Levels): number[] {
  return [
    NIK_BITS[levels.nik],
    levels.name.bits,
    levels.birthDateBits,
    SEX_BITS[levels.sex],
    AREA_BITS[levels.area],
    KK_BITS[levels.kk],
    PHONE_BITS[levels.phone],
    ADDRESS_BITS[levels.address],
    householdExcess(levels),
    SECTOR_BITS[levels.sector],
  ]
}

/** What the household comparisons give beyond their common ceiling, negative or 0. */
function householdExcess(levels: Levels): number {
  const bits = KK_BITS[levels.kk] + PHONE_BITS[levels.phone] + ADDRESS_BITS[levels.address]
  return Math.min(0, HOUSEHOLD_BITS_MAX - bits)
}

function birthDateBits(
  level: BirthDateLevel,
  a: StandardRow,
  frequencies: ListFrequencies,
): number {
  if (level !== "equal") return DATE_BITS[level]
  const share = frequencies.birthDate(a.writtenDate || a.nikDate)
  return levelBits({ m: BIRTH_DATE_LEVELS.equal.m, u: share })
}

function compareText(a: string, b: string): EqualLevel {
  if (a === "" || b === "") return "unknown"
  return a === b ? "equal" : "apart"
}

type Bits<T> = { readonly [K in keyof T]: number }

function bitsOf<T extends Record<string, { m: number; u: number }>>(levels: T): Bits<T> {
  const entries = Object.entries(levels).map(([name, level]) => [name, levelBits(level)])
  return Object.fromEntries(entries) as Bits<T>
}

const NIK_BITS = bitsOf(NIK_LEVELS)
const DATE_BITS = bitsOf(BIRTH_DATE_LEVELS)
const SEX_BITS = bitsOf(SEX_LEVELS)
const AREA_BITS = bitsOf(AREA_LEVELS)
const KK_BITS = bitsOf(KK_LEVELS)
const PHONE_BITS = bitsOf(PHONE_LEVELS)
const ADDRESS_BITS = bitsOf(ADDRESS_LEVELS)
const SECTOR_BITS = bitsOf(SECTOR_LEVELS)
const REVIEW_BITS = Math.log2(REVIEW_PROBABILITY / (1 - REVIEW_PROBABILITY))
