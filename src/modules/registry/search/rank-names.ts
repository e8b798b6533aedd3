import { jaroWinkler } from "../../../kernel/edit-distance.ts"
import { nameTokens } from "../../../kernel/text-fold.ts"
import type { Slot } from "./word-choices.ts"

const INITIAL = 0.6
const EXTRA_WORD = 0.02
const EXTRA_MOST = 0.1
const OTHER_ORDER = 0.02
const WHOLE_TEXT = 0.01

/** How well a whole name is what was asked, 0 to 1: the words, their order, and what else it holds. */
export function nameLikeness(slots: readonly Slot[], name: string): number {
  const words = nameTokens(name)
  const free = new Set(words.keys())
  let [got, full, before] = [0, 0, -1]
  let isInOrder = true
  for (const slot of slots) {
    full += slot.weight
    const found = bestWord(slot, words, free)
    if (found === null) continue
    got += slot.weight * found.likeness
    for (const at of found.places) free.delete(at)
    const [place = before] = found.places
    if (place < before) isInOrder = false
    before = place
  }
  const extra = Math.min(EXTRA_MOST, free.size * EXTRA_WORD)
  const text = slots.map(({ asked }) => asked.folded).join(" ")
  const alike = WHOLE_TEXT * (1 - jaroWinkler(text, words.join(" ")))
  return Math.max(0, got / full - extra - alike - (isInOrder ? 0 : OTHER_ORDER))
}

interface Found {
  readonly likeness: number
  readonly places: readonly number[]
}

function bestWord(
  { asked, choices }: Slot,
  words: readonly string[],
  free: ReadonlySet<number>,
): Found | null {
  for (const { words: meant, likeness } of choices) {
    const places = meant.map(({ word }) => placeOf(word, words, free))
    if (!places.includes(-1)) return { likeness, places }
    // Two asked words that are one here: the second finds its word taken by the first.
    const [only] = meant
    const taken = meant.length === 1 && only !== undefined ? words.indexOf(only.word) : -1
    if (taken >= 0 && (only?.word.length ?? 0) > asked.folded.length + 1)
      return { likeness, places: [taken] }
  }
  for (const at of free) {
    const word = words[at] ?? ""
    const isInitial = word.length === 1 || asked.folded.length === 1
    if (isInitial && word[0] === asked.folded[0]) return { likeness: INITIAL, places: [at] }
  }
  return null
}

function placeOf(word: string, words: readonly string[], free: ReadonlySet<number>): number {
  const first = words.indexOf(word)
  if (first < 0 || free.has(first)) return first
  return words.findIndex((one, at) => one === word && free.has(at))
}
