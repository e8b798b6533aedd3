import { damerauLevenshtein, jaroWinkler } from "../../../kernel/edit-distance.ts"
import { LENGTH, LETTERS, SOUND, WORD, type NameWords } from "../rows/name-words.ts"

/** How near two different words are: apart, spelt as they sound, or a slip of the pen. */
export const [APART, VARIANT, SLIP] = [0, 1, 2]
export type Nearness = number

/** Slots of the memory; a pair that meets a taken slot takes it over. */
const SLOTS = 1 << 18
const LENGTH_GAP_MAX = 2

/** Compares words by number, remembering pairs that it measured. */
export class WordCloseness {
  private readonly words: NameWords
  private readonly pairs = new Float64Array(SLOTS)
  private readonly answers = new Uint8Array(SLOTS)

  constructor(words: NameWords) {
    this.words = words
  }

  /** Two different words. */
  of(a: number, b: number): Nearness {
    const { cells } = this.words
    const at = a * WORD
    const other = b * WORD
    const left = cells[at + LENGTH] ?? 0
    const right = cells[other + LENGTH] ?? 0
    if (Math.abs(left - right) > LENGTH_GAP_MAX) return APART
    if (cells[at + SOUND] === cells[other + SOUND]) return VARIANT
    // One edit changes two letters at most, and two are a slip in long words only.
    const changed = bitCount((cells[at + LETTERS] ?? 0) ^ (cells[other + LETTERS] ?? 0))
    if (changed > (Math.min(left, right) >= LONG_WORD ? 4 : 2)) return APART
    return this.measured(a < b ? a : b, a < b ? b : a)
  }

  private measured(a: number, b: number): Nearness {
    const pair = a * PAIR_BASE + b
    const slot = (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - SLOT_BITS)
    if (this.pairs[slot] === pair) return this.answers[slot] ?? APART
    const { texts } = this.words
    const answer = isSlip(texts[a] ?? "", texts[b] ?? "") ? SLIP : APART
    this.pairs[slot] = pair
    this.answers[slot] = answer
    return answer
  }
}

const SLOT_BITS = 18
/** More words than any list has. */
const PAIR_BASE = 2 ** 26
const LONG_WORD = 7

/** One edit in words of three letters or more; two in long words that begin alike. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 3) return false
  if (isOneEdit(a, b)) return true
  // What is far apart by this measure is far from two edits too, and the measure costs less.
  if (shorter < LONG_WORD || jaroWinkler(a, b) < 0.93) return false
  return damerauLevenshtein(a, b) === 2
}

/** Without the letters that they begin and end with alike, there is one letter on a side at most, or a swap. */
function isOneEdit(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length)
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let end = 0
  while (
    end < shorter - start &&
    a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)
  )
    end++
  const rest = longer - start - end
  if (rest <= 1) return true
  if (rest !== 2 || a.length !== b.length) return false
  return (
    a.charCodeAt(start) === b.charCodeAt(start + 1) &&
    a.charCodeAt(start + 1) === b.charCodeAt(start)
  )
}

/** Joining may double a letter that folding makes single ("Abdul Rahman", "Abdurrahman"). */
export function isJoin(joined: string, word: string): boolean {
  if (joined === word) return true
  if (joined[0] !== word[0] || Math.abs(joined.length - word.length) > 1) return false
  return joined.length >= 6 && word.length >= 6 && isOneEdit(joined, word)
}

function bitCount(bits: number): number {
  let value = bits - ((bits >>> 1) & 0x55555555)
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333)
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
