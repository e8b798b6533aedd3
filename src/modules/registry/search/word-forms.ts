import { foldWord } from "../../../kernel/text-fold.ts"

/**
 * Words that are one slip apart share a form: the word itself or the word less one letter. So near
 * words are found by equality of texts, which PostgreSQL answers from an index under row security too;
 * of trigrams and arrays it does not, because their operators may leak rows.
 */

/** Below, a word less a letter says nothing. */
const SHORT = 3
/** From here on a word may hold two slips. */
export const LONG = 7

/** Under which forms a folded word is kept, given the spellings in which it was met. */
export function keptForms(folded: string, spellings: Iterable<string>): Set<string> {
  const forms = new Set<string>()
  for (const word of [folded, ...spellings]) {
    forms.add(word)
    if (word.length >= SHORT) for (const less of without(word)) forms.add(less)
  }
  return forms
}

/** Under which forms a typed word is looked for: as typed, as folded, less one letter, or two. */
export function askedForms(typed: string): Set<string> {
  const folded = foldWord(typed)
  const forms = keptForms(folded, [typed])
  if (folded.length >= LONG)
    for (const less of without(folded)) for (const both of without(less)) forms.add(both)
  return forms
}

/** Each way to leave one letter out. */
function without(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}
