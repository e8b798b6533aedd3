import type { StandardRow } from "./standard-row.ts"
import {
  COMMON_WORDS,
  DATE_ANCHOR_ROWS,
  BIRTH_DATE_LEVELS,
  LIST_ROWS_MIN,
  PHONE_ROWS_MAX,
  WORD_ANCHOR_ROWS,
  WORD_FREQUENCY_DEFAULT,
} from "./weights.ts"

/** How common values are on this very list: a rare name that agrees says more than "Siti". */
export interface ListFrequencies {
  /** Counting rows. */
  readonly rows: number
  readonly word: (word: string) => number
  /** The word stands on so many rows that it is a name of its own and not a slip of the pen. */
  readonly isEstablished: (word: string) => boolean
  /** Share of rows with this whole name, words in any order. */
  readonly wholeName: (sortedName: string) => number
  /** Share of rows born on this date (yymmdd). */
  readonly birthDate: (date: string) => number
  readonly isCrowdedPhone: (phone: string) => boolean
}

/** A word on one row in 5,000 is a name; 4 rows at least, which one person's duplicates are not. */
const ESTABLISHED_SHARE = 1 / 5_000
const ESTABLISHED_ROWS_MIN = 4

export function countFrequencies(all: readonly StandardRow[]): ListFrequencies {
  const rows = all.filter((row) => row.counts)
  const words = countEach(rows.map((row) => new Set(row.words)))
  const names = countEach(rows.map((row) => [row.sortedName]))
  const dates = countEach(rows.map((row) => [row.writtenDate || row.nikDate]))
  const phones = countEach(rows.map((row) => [row.phone]))
  const established = Math.max(ESTABLISHED_ROWS_MIN, rows.length * ESTABLISHED_SHARE)
  return {
    rows: rows.length,
    word: (word) => {
      const anchor = (COMMON_WORDS[word] ?? WORD_FREQUENCY_DEFAULT) * WORD_ANCHOR_ROWS
      return ((words.get(word) ?? 0) + anchor) / (rows.length + WORD_ANCHOR_ROWS)
    },
    isEstablished: (word) => word in COMMON_WORDS || (words.get(word) ?? 0) >= established,
    wholeName: (name) => Math.max(1, names.get(name) ?? 1) / Math.max(rows.length, LIST_ROWS_MIN),
    birthDate: (date) =>
      ((dates.get(date) ?? 0) + BIRTH_DATE_LEVELS.equal.u * DATE_ANCHOR_ROWS) /
      (rows.length + DATE_ANCHOR_ROWS),
    isCrowdedPhone: (phone) => (phones.get(phone) ?? 0) > PHONE_ROWS_MAX,
  }
}

function countEach(valuesOfRows: readonly Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const values of valuesOfRows) {
    for (const value of values) {
      if (value !== "") counts.set(value, (counts.get(value) ?? 0) + 1)
    }
  }
  return counts
}
