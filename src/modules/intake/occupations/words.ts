// From a written occupation to known words: short forms opened, spellings and one slip repaired.
import { foldText } from "../../../kernel/text-fold.ts"
import { roots } from "./affixes.ts"
import {
  type Lexicon,
  type ReadWords,
  type Several,
  cutWord,
  droppedVowels,
  known,
  oneSlip,
  twoJoined,
} from "./lexicon.ts"

/** Parts the text like a comma; never a word. */
export const BREAK = "|"

/** A word with its point, or a mark that parts; a dash parts only between blanks. */
const TOKEN = /[a-z0-9]+\.?|[/\\()[\],;:&+|]|[.]+|(?<=\s)[-–]+(?=\s)/g

/** Words in their order with `BREAK` between parts; unknown words stay as they are. */
export function readWords(lexicon: Lexicon, text: string): ReadWords {
  const spelled = openSeveral(lexicon.severalSpelled, joinInitials(foldText(text)))
  const folded = openSeveral(lexicon.severalShort, spelled)
  let abbreviated = folded !== spelled || /[/\\()[\]]/.test(folded)
  const words: string[] = []
  const tokens = folded.match(TOKEN) ?? []
  const isName = hasInitial(lexicon, tokens)
  for (const [at, token] of tokens.entries()) {
    if (isName && LETTER.test(token)) {
      words.push(token)
      continue
    }
    if (!/[a-z0-9]/.test(token)) {
      if (words.length > 0 && words.at(-1) !== BREAK) words.push(BREAK)
      continue
    }
    const read = readToken(lexicon, token)
    const spelledOut = isInitialsBefore(read.words, token, tokens[at + 1])
    abbreviated ||= read.abbreviated && !spelledOut
    words.push(...(spelledOut ? read.words.slice(0, -1) : read.words))
  }
  if (words.at(-1) === BREAK) words.pop()
  return { words, abbreviated }
}

const LETTER = /^[a-z]\.?$/

/** "H. ANWAR AKBAR P.": beside words that nobody knows a letter is a person's, and no "pedagang". */
function hasInitial(lexicon: Lexicon, tokens: readonly string[]): boolean {
  if (!tokens.some((token) => LETTER.test(token))) return false
  return tokens.some((token) => {
    if (!/^[a-z]{2}/.test(token) || lexicon.others.has(token)) return false
    return readToken(lexicon, token).words.some((word) => !lexicon.meaning.has(word))
  })
}

/**
 * "abk kapal": initials before the very word that their last letter stands for are used as a word
 * of their own, as in "PIN number". Nothing is cut short there, and nothing said twice is read twice.
 */
function isInitialsBefore(opened: readonly string[], token: string, next?: string): boolean {
  if (opened.length < 2 || next === undefined || opened.at(-1) !== next) return false
  return opened.map((word) => word.slice(0, 1)).join("") === token
}

function openSeveral({ pattern, opened }: Several, text: string): string {
  return text.replace(pattern, (found) => opened.get(found.replace(/[ .'-]+/g, " ")) ?? found)
}

/** "B.H.L", "P. K. L" and "n e l a y a n" are one word each. */
function joinInitials(text: string): string {
  return text.replace(/(?<![a-z0-9])[a-z](?:\s?[.\s]\s?[a-z]){2,}\.?(?![a-z0-9])/g, (run) =>
    run.replace(/[.\s]/g, ""),
  )
}

/**
 * In this order: the word itself, another spelling, a short form of the table, "-nya" and the
 * doubling "2", a common word of another meaning, a cut word with its point, dropped vowels, the root
 * of a derived word, one slip of the pen, two joined words.
 */
function readToken(lexicon: Lexicon, token: string): ReadWords {
  const word = token.replace(".", "")
  const plain = (words: readonly string[]): ReadWords => ({ words, abbreviated: false })
  const opened = (words: readonly string[]): ReadWords => ({ words, abbreviated: true })
  const direct = known(lexicon, word)
  if (direct) return direct
  if (/^\d/.test(word)) return plain([word])
  if (/(.)\1\1/.test(word)) return readToken(lexicon, token.replace(/(.)\1{2,}/g, "$1"))
  const doubled = /^([a-z]{2,})2(an|nya)?$/.exec(word)
  if (doubled) return opened(openDoubled(lexicon, doubled[1] ?? "", doubled[2] ?? ""))
  const stem = known(lexicon, word.replace(/(nya|ku)$/, ""))
  if (stem) return stem
  if (lexicon.others.has(word)) return plain([word])
  const cut = token.endsWith(".") && word.length >= 3 ? cutWord(lexicon, word) : null
  if (cut !== null) return opened([cut])
  const skeletal = droppedVowels(lexicon, word)
  if (skeletal !== null) return opened([skeletal])
  const root = rootOf(lexicon, word)
  if (root !== null) return plain(root)
  // "penimbang" is of "timbang", a word of the language, and no slip of "penambang".
  const isDerived = roots(word).some((of) => lexicon.others.has(of))
  const corrected = isDerived ? null : oneSlip(lexicon, word)
  if (corrected !== null) return plain([corrected])
  return plain(twoJoined(lexicon, word) ?? [word])
}

/** "penyemprot": the root, where a word of the dictionary or its spelling is one. */
function rootOf(lexicon: Lexicon, word: string): readonly string[] | null {
  for (const root of roots(word)) {
    const read = known(lexicon, root)
    if (read !== null && !read.abbreviated) return read.words
  }
  return null
}

function openDoubled(lexicon: Lexicon, root: string, suffix: string): string[] {
  const first = readToken(lexicon, root).words
  return suffix === "an" ? [...first, `${root}an`] : [...first, ...first]
}
