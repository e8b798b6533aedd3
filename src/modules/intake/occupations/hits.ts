// Finds the occupations named in a row of known words, in their order.
import type { OccupationTable } from "./table.ts"
import type { OccupationClass, OccupationHead } from "./vocabulary.ts"
import { BREAK } from "./words.ts"

/** One occupation named. `strong` false: a way of working that yields to any better word. */
export interface Hit {
  readonly class: OccupationClass
  readonly strong: boolean
  readonly matched: string
}

/** `part` counts what joiners and marks part; null for a way of working ("keliling", "lepas"). */
export interface PlacedHit extends Hit {
  readonly part: number | null
}

const LONGEST_OBJECT = 3
/** "siang jukir malam ojol": times of a day part two occupations without a joiner. */
const TIMES = new Set(["pagi", "siang", "sore", "malam"])

export function findHits(table: OccupationTable, words: readonly string[]): PlacedHit[] {
  const hits: PlacedHit[] = []
  const left: string[] = []
  const parts = partsOf(table, words)
  let negated = false
  let deniedFrom = 0
  const take = (hit: Hit | null, part: number | null) => {
    if (hit !== null && !negated) hits.push({ ...hit, part })
    negated = false
  }
  for (let at = 0; at < words.length;) {
    const word = words[at] ?? ""
    const phrase = longestMatch(words, at, { map: table.phrases, longest: table.longest })
    const head = table.heads.get(word)
    const single = table.words.get(word) ?? table.weak.get(word)
    if (phrase !== null) {
      const found = readPhrase(table, phrase, words, at)
      take(found.hit, parts[at] ?? 0)
      at = found.next
    } else if (head !== undefined) {
      const found = readHead(table, { head, words, at, left })
      if (found.hit !== undefined) take(found.hit, parts[at] ?? 0)
      at = found.next
    } else if (single !== undefined) {
      const strong = table.words.has(word)
      take({ class: single, strong, matched: word }, strong ? (parts[at] ?? 0) : null)
      at++
    } else {
      if (word === BREAK || table.joiners.has(word)) negated = false
      else if (table.negators.has(word)) [negated, deniedFrom] = [true, left.length]
      else if (!table.fillers.has(word) && !/^\d+$/.test(word)) left.push(word)
      at++
    }
  }
  const denied = negated && deniedFrom < left.length
  // "Jajanan sekolah": the place says less than the dish.
  const bare = hits.every((hit) => !hit.strong && hit.class.yields)
  if (bare && !denied && table.foodClass && isFoodAlone(table, left))
    hits.push({ class: table.foodClass, strong: false, matched: left.join(" "), part: 0 })
  return hits
}

/** "terang bulan", "sate madura": every word is of a dish or of its name, and a dish is among them. */
function isFoodAlone(table: OccupationTable, left: readonly string[]): boolean {
  let named = false
  for (let at = 0; at < left.length;) {
    const dish = longestMatch(left, at, { map: table.food, longest: LONGEST_OBJECT })
    if (dish === null && !table.besideFood.has(left[at] ?? "")) return false
    named ||= dish !== null
    at += dish?.length ?? 1
  }
  return named
}

/** The part in which each word stands. */
function partsOf(table: OccupationTable, words: readonly string[]): number[] {
  let part = 0
  return words.map((word) => {
    if (word === BREAK || table.joiners.has(word) || TIMES.has(word)) part++
    return part
  })
}

interface PhraseFound {
  readonly value: OccupationClass
  readonly text: string
  readonly length: number
}

/** "Buruh harian lepas kebun": the branch that stands beside it is the work (KBJI 921, 931). */
function readPhrase(
  table: OccupationTable,
  phrase: PhraseFound,
  words: readonly string[],
  at: number,
): { hit: Hit; next: number } {
  const own = { class: phrase.value, strong: true, matched: phrase.text }
  const objects = table.hired.get(phrase.text)
  let next = at + phrase.length
  if (objects === undefined) return { hit: own, next }
  const small = (word: string) => table.fillers.has(word) || table.weak.has(word)
  while (small(words[next] ?? "") && !objects.has(words[next] ?? "")) next++
  const branch = readBranch(table, objects, words, next)
  if (branch === undefined) return { hit: own, next: at + phrase.length }
  const matched = `${phrase.text} ${branch.text}`
  return { hit: { class: branch.value, strong: true, matched }, next: next + branch.length }
}

/** An object of labour, or other words for work of a class that labour has objects of. */
function readBranch(
  table: OccupationTable,
  objects: ReadonlyMap<string, string>,
  words: readonly string[],
  at: number,
): PhraseFound | undefined {
  const object = longestMatch(words, at, { map: objects, longest: LONGEST_OBJECT })
  const phrase =
    longestMatch(words, at, { map: table.phrases, longest: table.longest }) ??
    longestMatch(words, at, { map: table.words, longest: 1 })
  if (phrase !== null && phrase.length > (object?.length ?? 0))
    return [...objects.values()].includes(phrase.value.slug) ? informal(phrase) : undefined
  const value = object === null ? undefined : table.classes.get(object.value)
  return object === null || value === undefined ? undefined : informal({ ...object, value })
}

function informal(found: PhraseFound): PhraseFound | undefined {
  return found.value.standing === "informal" ? found : undefined
}

interface HeadPlace {
  readonly head: OccupationHead
  readonly words: readonly string[]
  readonly at: number
  /** Words before the head that nothing has claimed: "batu tukang". */
  readonly left: readonly string[]
}

/** `hit` undefined: the head gives way to the occupation that stands at `next`. */
interface HeadRead {
  readonly hit: Hit | null | undefined
  readonly next: number
}

function readHead(table: OccupationTable, place: HeadPlace): HeadRead {
  const { head, words, at, left } = place
  const word = words[at] ?? ""
  let [end, unknown] = [at + 1, 0]
  for (; end < words.length; end++) {
    const next = words[end] ?? ""
    const parted = next === BREAK || table.joiners.has(next)
    // "nelayan, bukan petani": what is denied is none of the head's things.
    const denies = table.negators.has(next) && !head.objects.has(next)
    if ((parted && head.takesAll) || denies) break
    if (parted) continue
    const found = readObject(table, place, end)
    if (found !== null) return found
    const small = table.fillers.has(next) || table.weak.has(next) || /^\d+$/.test(next)
    if (!small) unknown++
  }
  const before = head.takesAll ? undefined : left.find((text) => head.objects.has(text))
  if (before !== undefined) {
    const slug = head.objects.get(before) ?? null
    return { hit: hitOf(table, { slug, matched: `${word} ${before}`, strong: true }), next: end }
  }
  const part = words.slice(words.lastIndexOf(BREAK, at) + 1, at)
  const stranger = head.place && part.some((text) => !isKnown(table, text))
  const slug = stranger ? null : unknown > 0 ? head.other : head.alone
  const hit = hitOf(table, { slug, matched: word, strong: head.sure })
  return { hit, next: head.takesAll ? end : at + 1 }
}

/** What stands at `end` beside the head: its object, another occupation, or neither (null). */
function readObject(table: OccupationTable, place: HeadPlace, end: number): HeadRead | null {
  const { head, words, at } = place
  const [word, next] = [words[at] ?? "", words[end] ?? ""]
  const beyond = words.slice(at + 1, end).includes(BREAK)
  const occupation = table.words.has(next) || table.heads.has(next)
  const phrase = longestMatch(words, end, { map: table.phrases, longest: table.longest })
  // "petani/tambak" names two occupations, "ojek (online)" one.
  const object =
    head.sure && beyond && occupation
      ? null
      : longestMatch(words, end, { map: head.objects, longest: LONGEST_OBJECT })
  if (object !== null && (head.sure || object.length >= (phrase?.length ?? 0))) {
    const matched = `${word} ${object.text}`
    return {
      hit: hitOf(table, { slug: object.value, matched, strong: true }),
      next: head.takesAll ? partEnd(table, words, end) : end + object.length,
    }
  }
  if (head.takesAll || (phrase === null && !occupation)) return null
  if (!head.sure && !beyond) return { hit: undefined, next: end }
  return { hit: hitOf(table, { slug: head.alone, matched: word, strong: head.sure }), next: end }
}

export function isKnown(table: OccupationTable, word: string): boolean {
  return table.lexicon.meaning.has(word) || /^\d+$/.test(word)
}

function hitOf(
  table: OccupationTable,
  { slug, matched, strong }: { slug: string | null; matched: string; strong: boolean },
): Hit | null {
  const found = slug === null ? undefined : table.classes.get(slug)
  return found === undefined ? null : { class: found, strong, matched }
}

function partEnd(table: OccupationTable, words: readonly string[], at: number): number {
  let end = at
  while (end < words.length && words[end] !== BREAK && !table.joiners.has(words[end] ?? "")) end++
  return end
}

function longestMatch<T>(
  words: readonly string[],
  at: number,
  { map, longest }: { map: ReadonlyMap<string, T>; longest: number },
): { value: T; text: string; length: number } | null {
  for (let length = Math.min(longest, words.length - at); length >= 1; length--) {
    const text = words.slice(at, at + length).join(" ")
    const value = map.get(text)
    if (value !== undefined) return { value, text, length }
  }
  return null
}
