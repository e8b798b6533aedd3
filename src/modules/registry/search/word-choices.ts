import { damerauLevenshtein } from "../../../kernel/edit-distance.ts"
import { foldWord } from "../../../kernel/text-fold.ts"
import type { AskedWord } from "./search-query.ts"
import { askedForms, keptForms, LONG } from "./word-forms.ts"

/** A word of the vocabulary that shares a form with a word that was asked for. */
export interface NearWord {
  readonly word: string
  readonly holders: number
  /** Numbers of those who bear it, packed. */
  readonly people: string
  /** Which of the asked forms led here. */
  readonly forms: readonly string[]
}

/** What may stand for an asked word: one word, or two that were written as one. */
export interface Choice {
  readonly words: readonly NearWord[]
  /** 0 to 1. */
  readonly likeness: number
}

/** An asked word with everything that may have been meant; rare words weigh more. */
export interface Slot {
  readonly asked: AskedWord
  readonly weight: number
  readonly choices: readonly Choice[]
}

const HALF_MIN = 3
const JOINED = 0.95
const CHOICES_MAX = 48

/** Every form to be looked up for a query, in one statement. */
export function formsToAsk(words: readonly AskedWord[]): string[] {
  const forms = new Set<string>()
  for (const [at, word] of words.entries()) {
    for (const form of askedForms(word.typed)) forms.add(form)
    for (const half of halvesOf(word).flat()) forms.add(half)
    const both = joined(words, at)
    if (both !== null) for (const form of keptForms(both.folded, [])) forms.add(form)
  }
  forms.delete("")
  return [...forms]
}

export function planSlots(
  words: readonly AskedWord[],
  near: readonly NearWord[],
  persons: number,
): Slot[] {
  const known = new Map(near.map((one) => [one.word, one]))
  return words.map((asked, at) => {
    const whole = near.flatMap((one) => {
      const likeness = likenessOf(asked, one)
      return likeness === 0 ? [] : [{ words: [one], likeness }]
    })
    const nearest = Math.max(0, ...whole.map(({ likeness }) => likeness))
    const holders = whole
      .filter(({ likeness }) => likeness === nearest)
      .reduce((sum, { words: [one] }) => sum + (one?.holders ?? 0), 0)
    const others = [
      ...[at - 1, at].flatMap((first) => joinedChoices(joined(words, first), near)),
      ...halvesOf(asked).flatMap((part) => choiceOf(part, known)),
    ]
    return {
      asked,
      weight: 0.5 + Math.log(1 + persons / (1 + holders)),
      choices: [...whole, ...others].sort(byLikeness).slice(0, CHOICES_MAX),
    }
  })
}

function byLikeness(a: Choice, b: Choice): number {
  const [one] = a.words
  const [other] = b.words
  if (one === undefined || other === undefined || a.likeness !== b.likeness)
    return b.likeness - a.likeness
  return other.holders - one.holders || (one.word < other.word ? -1 : 1)
}

function choiceOf(part: readonly string[], known: ReadonlyMap<string, NearWord>): Choice[] {
  const words = part.flatMap((word) => known.get(word) ?? [])
  return words.length === part.length ? [{ words, likeness: JOINED }] : []
}

/** "Nur Hayati" for Nurhayati: two neighbours as one word. */
function joined(words: readonly AskedWord[], at: number): AskedWord | null {
  const [first, second] = [words[at], words[at + 1]]
  if (first === undefined || second === undefined) return null
  const typed = first.typed + second.typed
  return { typed, folded: foldWord(typed) }
}

function joinedChoices(both: AskedWord | null, near: readonly NearWord[]): Choice[] {
  if (both === null) return []
  return near.flatMap((one) => {
    if (Math.abs(one.word.length - both.folded.length) > 1) return []
    const likeness = likenessOf(both, one)
    return likeness < ONE_SLIP ? [] : [{ words: [one], likeness: JOINED * likeness }]
  })
}

/** "Nurhayati" for Nur Hayati: each way to part a word in two. */
function halvesOf({ typed }: AskedWord): [string, string][] {
  const cuts = Math.max(0, typed.length - 2 * HALF_MIN + 1)
  return Array.from({ length: cuts }, (_, cut) => [
    foldWord(typed.slice(0, cut + HALF_MIN)),
    foldWord(typed.slice(cut + HALF_MIN)),
  ])
}

const ONE_SLIP = 0.85
const ONE_SLIP_SHORT = 0.7
const TWO_SLIPS = 0.65
const AS_SPELLED = 0.6
const SAME_BEGINNING = 0.03
const SLIPS_MAX = 3

/**
 * How likely the word was meant. Slips are counted in folded words; a slip within an old spelling
 * ("Seokardi") is two or three of them, and known by the spelling that the vocabulary has met.
 */
export function likenessOf(asked: AskedWord, near: Pick<NearWord, "word" | "forms">): number {
  const { folded, typed } = asked
  if (near.word === folded) return 1
  if (Math.abs(folded.length - near.word.length) > SLIPS_MAX) return 0
  const slips = damerauLevenshtein(folded, near.word)
  const length = Math.min(folded.length, near.word.length)
  const sameBeginning = folded[0] === near.word[0] ? SAME_BEGINNING : 0
  if (slips === 1) return length < 2 ? 0 : (length < 4 ? ONE_SLIP_SHORT : ONE_SLIP) + sameBeginning
  if (slips === 2 && length >= LONG - 1) return TWO_SLIPS + sameBeginning
  if (slips > SLIPS_MAX || typed.length <= SLIPS_MAX) return 0
  const spelled = keptForms(typed, [])
  return near.forms.some((form) => spelled.has(form)) ? AS_SPELLED + sameBeginning : 0
}
