import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"

/** Names of a month in Indonesian, its older spellings, Malay, and English. */
const MONTHS: readonly (readonly string[])[] = [
  ["januari", "january", "djanuari"],
  ["februari", "february", "pebruari", "febuari"],
  ["maret", "march", "mrt", "mac"],
  ["april"],
  ["mei", "may"],
  ["juni", "june", "djuni"],
  ["juli", "july", "djuli", "julai"],
  ["agustus", "august", "agt", "ags", "agst", "agoestoes", "ogos"],
  ["september"],
  ["oktober", "october"],
  ["november", "nopember"],
  ["desember", "december", "disember"],
]
const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

/** Shorter words that miss a letter could be another month ("juni", "juli"). */
const MISSPELT_LENGTH_MIN = 5

/**
 * The month, 1 to 12, that a folded word names: whole, cut short to three letters or more, roman,
 * or with one slip of the hand; null where it names none or more than one.
 */
export function monthOfWord(word: string): number | null {
  const roman = ROMAN.indexOf(word)
  if (roman >= 0) return roman + 1
  const plain = word.replace(/\.$/, "")
  if (plain.length < 3) return null
  return onlyMonth((name) => name.startsWith(plain)) ?? misspelt(plain)
}

function misspelt(word: string): number | null {
  if (word.length < MISSPELT_LENGTH_MIN) return null
  return onlyMonth((name) => name.length >= 4 && damerauLevenshtein(name, word) === 1)
}

function onlyMonth(fits: (name: string) => boolean): number | null {
  const found = MONTHS.flatMap((names, index) => (names.some(fits) ? [index + 1] : []))
  return found.length === 1 ? (found[0] ?? null) : null
}
