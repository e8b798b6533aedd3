import { jaroWinkler } from "../../kernel/edit-distance.ts"
import { nameTokens } from "../../kernel/text-fold.ts"

/** Words between given names that carry no identity. */
const PARTICLES: ReadonlySet<string> = new Set(["bin", "binti", "bt", "bte", "al", "alias"])
const WORD_SAME_MIN = 0.88

/**
 * Two spellings of one name: every word of the shorter stands, in any order, among the words of the
 * longer; an initial stands for its word. Two names without a word in common differ.
 */
export function namesAgree(a: string, b: string): boolean {
  if (a === b) return !isNameless(a)
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const [short, long] = first.length <= second.length ? [first, second] : [second, first]
  if (short.length === 0) return false
  const open = [...long]
  for (const word of short) {
    const index = open.findIndex((other) => wordsAgree(word, other))
    if (index < 0) return false
    open.splice(index, 1)
  }
  return true
}

/** UTF-8 that was once read as Windows-1252 ("Ma’ruf" with three signs for one mark). */
const MOJIBAKE = /[âÂãÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}/gu

function wordsOf(name: string): string[] {
  return nameTokens(name.replace(MOJIBAKE, "")).filter((word) => !PARTICLES.has(word))
}

/** A row without a name cannot agree or disagree with any. */
export function isNameless(name: string): boolean {
  return wordsOf(name).length === 0
}

function wordsAgree(a: string, b: string): boolean {
  if (a === b) return true
  if (a.length === 1 || b.length === 1) return a[0] === b[0]
  return jaroWinkler(a, b) >= WORD_SAME_MIN
}
