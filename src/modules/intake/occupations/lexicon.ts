// The dictionary behind a written occupation, and how a word that is not in it may be repaired.
import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"

export interface ReadWords {
  readonly words: readonly string[]
  readonly abbreviated: boolean
}

/** The dictionary of single words. `meaning` groups words that say the same. */
export interface Lexicon {
  readonly meaning: ReadonlyMap<string, string>
  readonly spellings: ReadonlyMap<string, readonly string[]>
  readonly abbreviations: ReadonlyMap<string, readonly string[]>
  /** Spellings and short forms of several words ("pick up", "ibu rt"). */
  readonly severalSpelled: Several
  readonly severalShort: Several
  readonly nearby: ReadonlyMap<string, readonly string[]>
  readonly skeletons: ReadonlyMap<string, readonly string[]>
  readonly words: readonly string[]
  /** Words of the language that are no slip of any of these. */
  readonly others: ReadonlySet<string>
}

export interface Several {
  readonly pattern: RegExp
  readonly opened: ReadonlyMap<string, string>
}

const CORRECTED_LENGTH = 5

export function buildLexicon(input: {
  meaning: ReadonlyMap<string, string>
  spellings: ReadonlyMap<string, string>
  abbreviations: ReadonlyMap<string, string>
  others: readonly string[]
}): Lexicon {
  const nearby = new Map<string, string[]>()
  const skeletons = new Map<string, string[]>()
  const words = [...input.meaning.keys()].sort()
  for (const word of words) {
    if (word.length >= CORRECTED_LENGTH)
      for (const key of [word, ...deletions(word)]) append(nearby, key, word)
    if (word.length >= 4) for (const key of skeletonKeys(word)) append(skeletons, key, word)
  }
  const split = (map: ReadonlyMap<string, string>) =>
    new Map([...map].map(([key, value]) => [key, value.split(" ")] as const))
  return {
    meaning: input.meaning,
    severalSpelled: several(input.spellings),
    severalShort: several(input.abbreviations),
    spellings: split(input.spellings),
    abbreviations: split(input.abbreviations),
    nearby,
    skeletons,
    words,
    others: new Set(input.others),
  }
}

/** A word as it stands in the dictionary, by spelling, or by short form; else null. */
export function known(lexicon: Lexicon, word: string): ReadWords | null {
  if (lexicon.meaning.has(word)) return { words: [word], abbreviated: false }
  const spelled = lexicon.spellings.get(word)
  if (spelled) return { words: spelled, abbreviated: false }
  const opened = lexicon.abbreviations.get(word)
  return opened ? { words: opened, abbreviated: true } : null
}

/** "nelay.": one word of the dictionary begins so. */
export function cutWord(lexicon: Lexicon, start: string): string | null {
  return only(
    lexicon,
    lexicon.words.filter((word) => word.startsWith(start)),
  )
}

/** "pdgng", "pmbngnan": only vowels are missing, at least two of them. */
export function droppedVowels(lexicon: Lexicon, word: string): string | null {
  if (word.length < 3) return null
  const candidates = lexicon.skeletons.get(skeleton(word)) ?? []
  return only(
    lexicon,
    candidates.filter(
      (full) =>
        // Where only the end is missing no vowels were dropped: "galam" is a tree, no "galamai".
        full.length >= word.length + 2 && !full.startsWith(word) && isSubsequence(word, full),
    ),
  )
}

export function oneSlip(lexicon: Lexicon, word: string): string | null {
  if (word.length < CORRECTED_LENGTH - 1) return null
  const found = new Set<string>()
  for (const key of [word, ...deletions(word)])
    for (const candidate of lexicon.nearby.get(key) ?? [])
      if (isSlip(word, candidate)) found.add(candidate)
  return only(lexicon, [...found].sort())
}

/**
 * A letter changed in a short word makes another word ("cacat", "camat"), a letter added to a shorter one
 * does ("bato", "batok"): only swaps are slips there. The first letter is the one that everybody writes:
 * "serabot" is no "perabot".
 */
function isSlip(word: string, candidate: string): boolean {
  if (damerauLevenshtein(word, candidate) !== 1) return false
  if (isSwap(word, candidate)) return true
  if (word.length !== candidate.length) return word.length >= CORRECTED_LENGTH
  return word.length > CORRECTED_LENGTH && word[0] === candidate[0]
}

function isSwap(word: string, candidate: string): boolean {
  return [...word].sort().join("") === [...candidate].sort().join("")
}

export function twoJoined(lexicon: Lexicon, word: string): readonly string[] | null {
  for (let at = word.length - 3; at >= 3; at--) {
    const [left, right] = [known(lexicon, word.slice(0, at)), known(lexicon, word.slice(at))]
    // "brhtani": a short form stands first, and a whole word must follow.
    if (left && right && !right.abbreviated && (!left.abbreviated || word.length - at >= 4))
      return [...left.words, ...right.words]
  }
  return null
}

/** The first candidate if all of them mean the same, else nothing. */
function only(lexicon: Lexicon, candidates: readonly string[]): string | null {
  const meanings = new Set(candidates.map((word) => lexicon.meaning.get(word)))
  return meanings.size === 1 ? (candidates[0] ?? null) : null
}

function skeleton(word: string): string {
  return word.slice(0, 1) + word.slice(1).replace(/[aeiou]/g, "")
}

/** "bgnan", "tkg": the ng is one sound and often written as its g. */
function skeletonKeys(word: string): string[] {
  return [...new Set([skeleton(word), skeleton(word.replaceAll("ng", "g"))])]
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

function deletions(word: string): string[] {
  return Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}

function several(map: ReadonlyMap<string, string>): Several {
  const opened = new Map([...map].filter(([key]) => key.includes(" ")))
  const keys = [...opened.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const body = keys.length === 0 ? "(?!)" : keys.join("|").replaceAll(" ", "[ .'-]+")
  return { pattern: new RegExp(`\\b(?:${body})\\b`, "g"), opened }
}
