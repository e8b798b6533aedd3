// What is known before a list is read: it holds short lists steady, and long ones overrule it.

/**
 * Frequencies of very common name words. Reasoned from everyday experience of Indonesian lists; the
 * list itself takes over as it grows.
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
export const WORD_SHARE_DEFAULT = 5e-4
export const WORD_ANCHOR_ROWS = 2_000

/** One of the 16,000 days on which workers of today were born, or so. */
export const DATE_SHARE_DEFAULT = 6e-5
export const DATE_ANCHOR_ROWS = 5_000

/** Lists below this size are judged as if they were part of a list of this size. */
export const LIST_ROWS_MIN = 5_000

/** A phone on more rows than this belongs to a coordinator, not to a household. */
export const PHONE_ROWS_MAX = 6

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
