import { isGarbled, ungarbled } from "../../../kernel/garbled-text.ts"
import { foldText, foldWord } from "../../../kernel/text-fold.ts"
import { roomFor } from "../../../columns/growing.ts"
import { textHash } from "../../../columns/hash.ts"
import { soundOf } from "./sound.ts"

/** Of a word in `cells`: words that sound alike share a SOUND; the letters that occur, a bit each. */
export const WORD = 4
export const [SOUND, LETTERS, LENGTH, SOUND_HASH] = [0, 1, 2, 3]

/** Distinct folded words of names by number, with what comparing them needs; 0 is no word. */
export class NameWords {
  readonly texts: string[] = [""]
  /** WORD words a word: what a comparison looks at lies together. */
  cells: Uint32Array = new Uint32Array(1024 * WORD)
  private readonly numbers = new Map<string, number>([["", 0]])
  private readonly soundNumbers = new Map<string, number>([["", 0]])
  private readonly tokens = new Map<string, Token>()

  get size(): number {
    return this.texts.length
  }

  numberOf(folded: string): number {
    const known = this.numbers.get(folded)
    return known ?? this.add(folded)
  }

  /**
   * Splits a name into numbers of its words, written to `into` as far as they fit, and its initials. Titles
   * go, a patronymic ends the name, single letters are initials except a leading M.
   */
  split(name: string, into: Uint32Array): { count: number; initials: number } {
    const written = wordsOf(name)
    let count = 0
    let initials = 0
    for (const [position, word] of written.entries()) {
      const token = this.tokenOf(word)
      if (token.isPatronymic && position > 0) break
      if (token.isTitle && written.length > 1) continue
      if (word.length > 1 || (word === "m" && count === 0)) {
        if (token.word !== 0 && count < into.length) into[count++] = token.word
      } else initials |= token.initial
    }
    return { count, initials }
  }

  private tokenOf(word: string): Token {
    const known = this.tokens.get(word)
    if (known !== undefined) return known
    const folded = foldWord(word)
    const token: Token = {
      isTitle: TITLES.has(word),
      isPatronymic: PATRONYMICS.has(word),
      word: word.length > 1 || word === "m" ? this.numberOf(folded) : 0,
      initial: letterBit(word === "m" ? "m" : folded.slice(0, 1)),
    }
    this.tokens.set(word, token)
    return token
  }

  private add(folded: string): number {
    const number = this.texts.push(folded) - 1
    this.numbers.set(folded, number)
    const sound = soundOf(folded)
    let heard = this.soundNumbers.get(sound)
    if (heard === undefined) this.soundNumbers.set(sound, (heard = this.soundNumbers.size))
    const at = number * WORD
    this.cells = roomFor(this.cells, at + WORD)
    this.cells[at + SOUND] = heard
    this.cells[at + LETTERS] = lettersOf(folded)
    this.cells[at + LENGTH] = folded.length
    this.cells[at + SOUND_HASH] = textHash(sound)
    return number
  }
}

interface Token {
  readonly isTitle: boolean
  readonly isPatronymic: boolean
  readonly word: number
  readonly initial: number
}

const TITLES = new Set(["h", "hj", "haji", "hajah", "drs", "dra", "ir", "alm", "almh", "ust"])
const PATRONYMICS = new Set(["bin", "binti", "bt", "bte"])

/** Letters that were garbled on their way are read as they were, where that is certain. */
function wordsOf(name: string): string[] {
  return foldText(isGarbled(name) ? (ungarbled(name) ?? name) : name)
    .replace(/'/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
}

function letterBit(letter: string): number {
  const at = letter.charCodeAt(0) - LETTER_A
  return at >= 0 && at < 26 ? 1 << at : 0
}

function lettersOf(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) - LETTER_A)
  return letters
}

const LETTER_A = 97
