import { damerauLevenshtein, jaroWinkler } from "../../kernel/edit-distance.ts"
import type { ListFrequencies } from "./list-frequencies.ts"
import { NAME_WORD_BITS_MAX, NAME_WORD_M } from "./weights.ts"

export type Closeness = "apart" | "variant" | "close" | "established"

/** What is known of the words of one list; remembers words and pairs of words it has seen. */
export class NameLexicon {
  private readonly frequencies: ListFrequencies
  private readonly bitsOf = new Map<string, number>()
  private readonly closenessOf = new Map<string, Closeness>()

  constructor(frequencies: ListFrequencies) {
    this.frequencies = frequencies
  }

  /** Bits for the agreement of this word. */
  bits(word: string): number {
    const known = this.bitsOf.get(word)
    if (known !== undefined) return known
    const bits = Math.log2(NAME_WORD_M / this.frequencies.word(word))
    this.bitsOf.set(word, Math.min(NAME_WORD_BITS_MAX, bits))
    return Math.min(NAME_WORD_BITS_MAX, bits)
  }

  closeness(a: string, b: string): Closeness {
    if (Math.abs(a.length - b.length) > 2) return "apart"
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const known = this.closenessOf.get(key)
    if (known !== undefined) return known
    const closeness = this.measure(a, b)
    this.closenessOf.set(key, closeness)
    return closeness
  }

  private measure(a: string, b: string): Closeness {
    if (soundOf(a) === soundOf(b)) return "variant"
    if (!isSlip(a, b)) return "apart"
    const { isEstablished } = this.frequencies
    return isEstablished(a) && isEstablished(b) ? "established" : "close"
  }
}

/**
 * How a folded word sounds in everyday Indonesian, looser than folding because it would merge too
 * much as a key: h is silent (Rahman, Raman), f is often p (Fitri, Pitri), a final d is t
 * (Ahmad, Ahmat), ai is e (Zainal, Zenal), au is o, and sy may be written si (Alamsyah, Alamsiah).
 */
export function soundOf(word: string): string {
  return word
    .replace(/h/g, "")
    .replace(/f/g, "p")
    .replace(/d$/, "t")
    .replace(/si(?=[aou])/g, "s")
    .replace(/ai/g, "e")
    .replace(/au/g, "o")
    .replace(/(.)\1+/g, "$1")
}

/** One edit in words of three letters or more; two in long words that begin alike. */
export function isSlip(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3) return false
  const distance = damerauLevenshtein(a, b)
  if (distance <= 1) return true
  return distance === 2 && Math.min(a.length, b.length) >= 7 && jaroWinkler(a, b) >= 0.93
}

/** Joining may double a letter that folding makes single ("Abdul Rahman", "Abdurrahman"). */
export function isJoin(joined: string, word: string): boolean {
  if (joined === word) return true
  if (joined[0] !== word[0] || Math.abs(joined.length - word.length) > 1) return false
  return joined.length >= 6 && word.length >= 6 && damerauLevenshtein(joined, word) <= 1
}
