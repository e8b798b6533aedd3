/**
 * The model: for every comparison level, m = how often rows of one person show it, u = how often
 * rows of two people that a blocking rule brings together would show it by chance. Match weight =
 * log2(m / u) bits (Fellegi and Sunter 1969, in Splink's words). The figures are reasoned priors,
 * not fitted to any list; the reasons stand beside them, training may replace the table.
 */
export interface Level {
  readonly m: number
  readonly u: number
}

export const NIK_LEVELS = {
  /** Chance agreement is only a copied number: one row in some ten thousand. */
  equal: { m: 0.85, u: 1e-6 },
  /** Equal, but the register names another person for one of the rows. */
  equal_disputed: { m: 0.05, u: 2e-4 },
  /** The family-card number stands in the NIK column and the NIK in the other. */
  kk_swapped: { m: 0.002, u: 1e-6 },
  /** At least 14 readable digits, and all agree (number cell, a letter, 15 or 17 digits). */
  partial: { m: 0.05, u: 4e-6 },
  /** 11 to 13 readable digits agree: place and birth date, little of the serial. */
  partial_date: { m: 0.02, u: 5e-4 },
  /** Fewer digits agree: hardly more than the place (6,47101E+15). */
  partial_place: { m: 0.3, u: 0.15 },
  /** One digit substituted or two neighbours swapped; weak because twins do the same. */
  one_edit: { m: 0.06, u: 8e-4 },
  /** Same place, date and sex, serials at most 3 apart, neither refuted: twins, or a slip. */
  serial_neighbour: { m: 0.01, u: 2e-3 },
  /** One edit, and the register does not know one of the two numbers. */
  one_edit_not_found: { m: 0.06, u: 1.5e-4 },
  /** Readable digits agree but one. */
  partial_near: { m: 0.01, u: 8e-4 },
  /** Different, but one of the numbers is known to be wrong. */
  apart_doubtful: { m: 0.1, u: 0.9 },
  /** Different beyond a slip of the pen: hardly anybody writes two sound numbers. */
  apart: { m: 6e-5, u: 0.97 },
  /** Readable digits differ beyond a slip of the pen. */
  partial_apart: { m: 8e-4, u: 0.97 },
  /** The register confirmed two numbers, so it knows two people. */
  confirmed_apart: { m: 1e-9, u: 0.97 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

/**
 * Names are weighed by the frequency of their words on the list; these are the corrections. m of an
 * agreeing word is 0.9, its u is its frequency.
 */
export const NAME_WORD_M = 0.9
/** No word and no whole name counts more than this, however rare: typed lists are not that pure. */
export const NAME_WORD_BITS_MAX = 10
export const NAME_BITS_MAX = 15
export const NAME_CORRECTION_BITS = {
  /** A word spelt as it sounds (Fitri, Pitri; Rahman, Raman). */
  variant: -1,
  /** A word differs by a slip of the pen from a rare word: less sure than agreement. */
  close: -2,
  /** Both words are established names one letter apart (Rina, Rini): a slip or a sibling. */
  established: -8,
  /** An initial that fits. */
  initial: 1.5,
  initial_misfit: -2,
  /** A word that only one row has: short forms of names are common habit. */
  missing: -1,
  /** The first word that only one row has, unless it is a prefix name (Muhamad, Siti, Abdul …). */
  missing_first: -2,
  reordered: -0.5,
  /** Each row has a word that the other lacks; agreeing words then count for little. */
  conflict: -9,
  conflict_agreed_max: 2,
} as const

export const BIRTH_DATE_LEVELS = {
  /** u is the date's own frequency on the list: 1 January and 1 July are favourites. */
  equal: { m: 0.92, u: 6e-5 },
  /** Day and month exchanged, both readings possible. */
  day_month_swapped: { m: 0.01, u: 5e-5 },
  /** The date inside the other row's NIK, where the written date says otherwise or is missing. */
  nik_date: { m: 0.02, u: 1e-4 },
  /** One digit wrong or two neighbours swapped; about 20 dates are that near. */
  one_digit: { m: 0.02, u: 1.2e-3 },
  /** One digit of the decade: ten years or more apart, where parents and children begin. */
  decade_digit: { m: 0.003, u: 5e-4 },
  /** Same year and one of the dates is 1 January: only the year was known. */
  year_only: { m: 0.01, u: 1.5e-3 },
  same_year: { m: 0.01, u: 0.022 },
  apart: { m: 0.015, u: 0.97 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

export const SEX_LEVELS = {
  equal: { m: 0.98, u: 0.5 },
  apart: { m: 0.02, u: 0.5 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

/** u is far above 1/34: a blocking rule mostly brings neighbours together. */
export const AREA_LEVELS = {
  equal_rt: { m: 0.6, u: 0.06 },
  equal: { m: 0.25, u: 0.06 },
  apart: { m: 0.15, u: 0.6 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

/** KK, phone and address are facts of a household: they do not tell its members apart. */
export const KK_LEVELS = {
  equal: { m: 0.8, u: 0.04 },
  one_edit: { m: 0.05, u: 0.02 },
  apart: { m: 0.15, u: 0.8 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

export const PHONE_LEVELS = {
  equal: { m: 0.6, u: 0.02 },
  /** A number that many rows give is a coordinator's. */
  equal_crowded: { m: 0.3, u: 0.2 },
  apart: { m: 0.4, u: 0.8 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

export const ADDRESS_LEVELS = {
  equal: { m: 0.5, u: 0.08 },
  similar: { m: 0.2, u: 0.1 },
  apart: { m: 0.3, u: 0.6 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

export const SECTOR_LEVELS = {
  equal: { m: 0.6, u: 0.4 },
  apart: { m: 0.4, u: 0.6 },
  unknown: { m: 1, u: 1 },
} as const satisfies Record<string, Level>

/** KK, phone and address together never give more: they are one fact, "the same household". */
export const HOUSEHOLD_BITS_MAX = 6

/** A phone on more rows than this belongs to a coordinator, not to a household. */
export const PHONE_ROWS_MAX = 6

/** Every tenth row has a second row on a city's list; so P(two random rows match) = 0.2 / rows. */
export const DUPLICATES_PER_ROW = 0.1

/** Lists below this size are judged as if they were part of a list of this size. */
export const LIST_ROWS_MIN = 5_000

/** "same" links without a human, so it asks for 9 to 1; "review" begins where a look may pay. */
export const SAME_PROBABILITY = 0.9
export const REVIEW_PROBABILITY = 0.1

/** Inside a cluster the comparisons of no pair (without the prior) may sum to less than this. */
export const CONTRADICTION_BITS = -10

/**
 * Frequencies of very common name words, as an anchor for short lists. Reasoned from everyday
 * experience of Indonesian lists; the list itself takes over as it grows.
 */
export const COMMON_WORDS: Readonly<Record<string, number>> = {
  muhamad: 0.08,
  siti: 0.04,
  abdul: 0.03,
  nur: 0.02,
  ahmad: 0.02,
  sri: 0.015,
  dui: 0.01,
  deui: 0.01,
  eko: 0.008,
  agus: 0.008,
  andi: 0.008,
}
export const WORD_FREQUENCY_DEFAULT = 5e-4
export const WORD_ANCHOR_ROWS = 2_000
export const DATE_ANCHOR_ROWS = 5_000

/** Words that stand before a given name and are dropped easily. */
export const PREFIX_WORDS: ReadonlySet<string> = new Set([
  "muhamad",
  "siti",
  "abdul",
  "nur",
  "sri",
  "andi",
  "ahmad",
])

/** Match weight of a level in bits. */
export function levelBits(level: Level): number {
  return Math.log2(level.m / level.u)
}

export function probabilityOfBits(bits: number): number {
  return 1 / (1 + 2 ** -bits)
}

/** Prior bits of a pair in a list of so many counting rows. */
export function priorBits(rows: number): number {
  return Math.log2((2 * DUPLICATES_PER_ROW) / Math.max(rows, LIST_ROWS_MIN))
}
