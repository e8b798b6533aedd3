// From a written occupation to known words: short forms opened, spellings and one slip repaired.
import { foldText } from "../../kernel/text-fold.ts"
import {
  type Lexicon,
  type ReadWords,
  type Several,
  cutWord,
  droppedVowels,
  known,
  oneSlip,
  twoJoined,
} from "./occupation-lexicon.ts"

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
  for (const [token] of folded.matchAll(TOKEN)) {
    if (!/[a-z0-9]/.test(token)) {
      if (words.length > 0 && words.at(-1) !== BREAK) words.push(BREAK)
      continue
    }
    const read = readToken(lexicon, token)
    abbreviated ||= read.abbreviated
    words.push(...read.words)
  }
  if (words.at(-1) === BREAK) words.pop()
  return { words, abbreviated }
}

function openSeveral({ pattern, opened }: Several, text: string): string {
  return text.replace(pattern, (found) => opened.get(found.replace(/[ .-]+/g, " ")) ?? found)
}

/** "B.H.L", "P. K. L" and "n e l a y a n" are one word each. */
function joinInitials(text: string): string {
  return text.replace(/(?<![a-z0-9])[a-z](?:\s?[.\s]\s?[a-z]){2,}\.?(?![a-z0-9])/g, (run) =>
    run.replace(/[.\s]/g, ""),
  )
}

/**
 * In this order: the word itself, another spelling, a short form of the table, "-nya" and the
 * doubling "2", a cut word with its point, dropped vowels, one slip of the pen, two joined words.
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
  const cut = token.endsWith(".") && word.length >= 3 ? cutWord(lexicon, word) : null
  if (cut !== null) return opened([cut])
  const skeletal = droppedVowels(lexicon, word)
  if (skeletal !== null) return opened([skeletal])
  const corrected = oneSlip(lexicon, word)
  if (corrected !== null) return plain([corrected])
  return plain(twoJoined(lexicon, word) ?? [word])
}

function openDoubled(lexicon: Lexicon, root: string, suffix: string): string[] {
  const first = readToken(lexicon, root).words
  return suffix === "an" ? [...first, `${root}an`] : [...first, ...first]
}
