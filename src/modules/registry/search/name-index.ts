import { roomFor } from "../../../columns/growing.ts"
import { foldWord, nameWords } from "../../../kernel/text-fold.ts"
import { packNumbers } from "./person-numbers.ts"
import { keptForms } from "./word-forms.ts"

/** What a run's persons are found by. Persons are known by their numbers, 0, 1, 2 … */
export interface NameIndex {
  /** Number → place in the list of names that was given. */
  readonly placeOf: Uint32Array
  /** Folded words, sorted; each with the numbers of those who bear it. */
  readonly words: () => Generator<IndexedWord>
  /** Forms, sorted; each with the folded words that it may stand for. */
  readonly forms: () => Generator<readonly [form: string, words: readonly string[]]>
}

export interface IndexedWord {
  readonly word: string
  readonly holders: number
  readonly people: string
}

/**
 * Numbers go by how many words a name has: where thousands are equally near, those whose whole name
 * was typed come first. Equal ones stay in the order of the list.
 */
export function indexNames(names: readonly string[]): NameIndex {
  const vocabulary = new Vocabulary()
  const named = wordsOfNames(names, vocabulary)
  const wordCount = vocabulary.folded.length
  const placeOf = numbersOf(named, wordCount)
  const { ends, people } = holdersOf(named, placeOf, wordCount)
  const order = [...vocabulary.folded.keys()].sort((a, b) =>
    (vocabulary.folded[a] ?? "") < (vocabulary.folded[b] ?? "") ? -1 : 1,
  )
  return {
    placeOf,
    *words() {
      for (const id of order) {
        const mine = people.subarray(id === 0 ? 0 : ends[id - 1], ends[id])
        const word = vocabulary.folded[id] ?? ""
        yield { word, holders: mine.length, people: packNumbers(mine) }
      }
    },
    *forms() {
      const known = new Map<string, string[]>()
      for (const id of order) {
        const word = vocabulary.folded[id] ?? ""
        for (const form of keptForms(word, vocabulary.spellings[id] ?? [])) {
          const words = known.get(form)
          if (words === undefined) known.set(form, [word])
          else words.push(word)
        }
      }
      yield* [...known].sort(([a], [b]) => (a < b ? -1 : 1))
    },
  }
}

/** Distinct words as they are spelled, and what they fold to: nothing is folded twice. */
class Vocabulary {
  readonly folded: string[] = []
  readonly spellings: Set<string>[] = []
  readonly #idOfSpelling = new Map<string, number>()
  readonly #idOfFolded = new Map<string, number>()

  /** -1 for a word of which nothing is left. */
  idOf(spelling: string): number {
    const known = this.#idOfSpelling.get(spelling)
    if (known !== undefined) return known
    const folded = foldWord(spelling)
    let id = folded === "" ? -1 : this.#idOfFolded.get(folded)
    if (id === undefined) {
      id = this.folded.push(folded) - 1
      this.spellings.push(new Set())
      this.#idOfFolded.set(folded, id)
    }
    this.spellings[id]?.add(spelling)
    this.#idOfSpelling.set(spelling, id)
    return id
  }
}

/** Of every name its distinct words: those of name n stand from starts[n] to starts[n + 1]. */
interface NamesAsWords {
  readonly flat: Uint32Array
  readonly starts: Uint32Array
}

function wordsOfNames(names: readonly string[], vocabulary: Vocabulary): NamesAsWords {
  let flat = new Uint32Array(names.length * 3)
  const starts = new Uint32Array(names.length + 1)
  let end = 0
  for (const [place, name] of names.entries()) {
    const own = new Set(nameWords(name).map((word) => vocabulary.idOf(word)))
    own.delete(-1)
    flat = roomFor(flat, end + own.size)
    for (const id of own) flat[end++] = id
    starts[place + 1] = end
  }
  return { flat, starts }
}

/** So many words of a name tell who stands beside it; longer names are rare. */
const SORTED_WORDS = 4

/**
 * By how many words a name has, then by its most frequent word, the next frequent … : the holders of a
 * frequent word are a few runs of numbers, and those who may be equally near lie on few pages of the disk.
 */
function numbersOf(named: NamesAsWords, wordCount: number): Uint32Array {
  const { flat, starts } = named
  const rankOf = ranksOf(named, wordCount)
  const count = (place: number): number => (starts[place + 1] ?? 0) - (starts[place] ?? 0)
  let places: Uint32Array = Uint32Array.from({ length: starts.length - 1 }, (_, place) => place)
  for (const place of places) sortFew({ flat, rankOf }, starts[place] ?? 0, starts[place + 1] ?? 0)
  for (let word = SORTED_WORDS - 1; word >= 0; word--) {
    const keyOf = (place: number): number =>
      word < count(place) ? (rankOf[flat[(starts[place] ?? 0) + word] ?? 0] ?? 0) + 1 : 0
    places = sortedBy(
      Uint32Array.from({ length: places.length }, (_, at) => keyOf(at)),
      places,
    )
  }
  return sortedBy(
    Uint32Array.from({ length: places.length }, (_, at) => count(at)),
    places,
  )
}

/** The words of one name, most frequent first; a sort by the library costs ten times as much for two words. */
function sortFew(
  { flat, rankOf }: { readonly flat: Uint32Array; readonly rankOf: Uint32Array },
  from: number,
  to: number,
): void {
  for (let at = from + 1; at < to; at++) {
    const id = flat[at] ?? 0
    const rank = rankOf[id] ?? 0
    let hole = at
    for (; hole > from && (rankOf[flat[hole - 1] ?? 0] ?? 0) > rank; hole--)
      flat[hole] = flat[hole - 1] ?? 0
    flat[hole] = id
  }
}

/** 0 for the word that most bear, and so on. */
function ranksOf({ flat, starts }: NamesAsWords, wordCount: number): Uint32Array {
  const holders = new Uint32Array(wordCount)
  for (const id of flat.subarray(0, starts.at(-1))) holders[id] = (holders[id] ?? 0) + 1
  const ids = Uint32Array.from(holders.keys()).sort(
    (a, b) => (holders[b] ?? 0) - (holders[a] ?? 0) || a - b,
  )
  const rankOf = new Uint32Array(wordCount)
  for (const [rank, id] of ids.entries()) rankOf[id] = rank
  return rankOf
}

/** Places by their keys, small whole numbers; equal ones stay as they were. */
function sortedBy(keys: Uint32Array, places: Uint32Array): Uint32Array {
  const next = new Uint32Array(keys.reduce((most, key) => Math.max(most, key), 0) + 2)
  for (const key of keys) next[key + 1] = (next[key + 1] ?? 0) + 1
  for (let key = 1; key < next.length; key++) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0)
  const sorted = new Uint32Array(places.length)
  for (const place of places) {
    const key = keys[place] ?? 0
    const at = next[key] ?? 0
    sorted[at] = place
    next[key] = at + 1
  }
  return sorted
}

/** Of every word the ascending numbers of its holders, one word's after the other's. */
function holdersOf({ flat, starts }: NamesAsWords, placeOf: Uint32Array, wordCount: number) {
  const used = starts.at(-1) ?? 0
  const ends = new Uint32Array(wordCount)
  for (let at = 0; at < used; at++) ends[flat[at] ?? 0] = (ends[flat[at] ?? 0] ?? 0) + 1
  const next = new Uint32Array(wordCount)
  for (let id = 1; id < wordCount; id++) {
    next[id] = (next[id - 1] ?? 0) + (ends[id - 1] ?? 0)
  }
  const people = new Uint32Array(used)
  for (const [number, place] of placeOf.entries()) {
    for (let at = starts[place] ?? 0; at < (starts[place + 1] ?? 0); at++) {
      const id = flat[at] ?? 0
      people[next[id] ?? 0] = number
      next[id] = (next[id] ?? 0) + 1
    }
  }
  return { ends: next, people }
}
