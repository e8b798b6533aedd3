// Names by their words. A list of a million names has some thousand words, nearly all of which mean
// nothing to the reader of names: one such word may stand for another. So a name of letters alone is
// read by its skeleton, in which such words are replaced by invented ones, and each skeleton is
// read once, by the function that reads a single row's name. Behind a comma stand degrees, which are few:
// words there are left as they are.
import type { FindingCode } from "../findings/finding.ts"
import { isDeceasedTitle } from "../rows/marks.ts"
import { isDegree } from "../values/name-titles.ts"
import { readName } from "../values/name.ts"

/** Invented words, one for each place in a name, that mean nothing to any reader. */
const STAND_INS = ["Qaxuqa", "Qexuqe", "Qixuqi", "Qoxuqo", "Quxuqu", "Qayuqa", "Qeyuqe", "Qiyuqi"]
const INVENTED = STAND_INS.map((word) => word.toUpperCase())

/** Titles, degrees, and words for a second name, a father's or none: the test finds what is missing. */
const SPEAKING = new Set(
  [
    "haji hajah drs dra drg drh prof ust ustad ustadz ustadzah ustd tgk tuan guru tgh pdt sdr sdri bpk",
    "bapak pak alm almh almarhum almarhumah spd spdi skm amd ama bsc phd ners apt cpa als alias aka",
    "panggilan pgl bin binti bte van tidak ada belum tanpa nama kosong null ibu hajjah mpd mpdi",
    "nihil menyusul dipanggil disapa biasa akrab sering diisi tahu diketahui ssos skom mkom skep",
    "mkes spsi sfarm spt ssi msi firma yayasan koperasi perusahaan perseroan",
    "jalan jln gang kel kec kelurahan kecamatan laki perempuan sda idem",
  ].flatMap((line) => line.split(" ")),
)

/** What a word of a name is: plain in one of three cases, or something that the reader may know. */
export const [FOREIGN, CAPITALS, TITLE_CASE, SMALL, LETTERS, DOTTED, GAP] = [0, 1, 2, 3, 4, 5, 6]
/** A plain word with a comma behind it has the shape of the word and this. */
const ENDED = 6
/** Letters with points or a comma: a degree, or another word behind a comma. */
const BEHIND = 10
/** Shapes are below this. */
export const SHAPES_END = 11

const SHAPES: readonly (readonly [number, RegExp])[] = [
  [CAPITALS, /^[A-Z]{3,}$/],
  [TITLE_CASE, /^[A-Z][a-z]{2,}$/],
  [SMALL, /^[a-z]{3,}$/],
  [LETTERS, /^[A-Za-z]+$/],
  // A title or an initial.
  [DOTTED, /^[A-Za-z]{1,4}\.$/],
  // Between two blanks.
  [GAP, /^$/],
  [BEHIND, /^[A-Za-z.]+,?$/],
]

/** Degrees without points are no longer; the test of all words that readers know finds one that is. */
const DEGREE_LENGTH = 8

/** A name as read: its words are those of the text by their place, or others. */
export interface NameTemplate {
  readonly codes: readonly FindingCode[]
  readonly words: readonly (number | string)[]
}

export interface WrittenName {
  readonly words: readonly string[]
  readonly codes: readonly FindingCode[]
}

/** Names of more words are read as they are written. */
export const WORDS_MAX = STAND_INS.length

export function shapeOfWord(word: string): number {
  const shape = SHAPES.find(([, pattern]) => pattern.test(word))?.[0] ?? FOREIGN
  if (isPlain(shape)) return isSpeaking(word) ? LETTERS : shape
  const stem = plainStem(word)
  return shape === BEHIND && stem !== word && isPlain(shapeOfWord(stem))
    ? ENDED + shapeOfWord(stem)
    : shape
}

function isSpeaking(word: string): boolean {
  return SPEAKING.has(word.toLowerCase()) || (word.length <= DEGREE_LENGTH && isDegree(word))
}

/** A word without the comma behind it. */
export function plainStem(word: string): string {
  return word.endsWith(",") ? word.slice(0, -1) : word
}

/** A word for which an invented one may stand. */
export function isPlain(shape: number): boolean {
  return shape >= CAPITALS && shape <= SMALL
}

/** The same with a comma behind it. */
export function isEnded(shape: number): boolean {
  return shape > ENDED && shape < BEHIND
}

/** How many words stand before the first comma. */
export function headLength(shapes: ArrayLike<number>): number {
  for (let place = 0; place < shapes.length; place++)
    if (isEnded(shapes[place] ?? 0)) return place + 1
  return shapes.length
}

/** Letters and blanks, before them at most one title or initial with its dot, and degrees behind a comma. */
export function isLettered(shapes: readonly number[]): boolean {
  const head = headLength(shapes)
  if (head === shapes.length && isEnded(shapes.at(-1) ?? 0)) return false
  return shapes.every((shape, place) => {
    if (shape === FOREIGN) return false
    if (place >= head) return shape !== GAP
    if (shape === BEHIND) return false
    if (shape === DOTTED) return place === 0 && shapes.length > 1 && shapes[1] !== GAP
    return shape !== GAP || (place > 0 && place < shapes.length - 1)
  })
}

/** The reading of all names with these words and shapes; null where it hangs on the plain words. */
export function templateOf(words: readonly string[]): NameTemplate | null {
  const head = headLength(words.map(shapeOfWord))
  const skeleton = words.map((word, at) => (at < head ? standIn(word, at) : word)).join(" ")
  const read = writtenName(skeleton)
  const placed = read.words.map((word) => {
    const place = INVENTED.indexOf(word)
    return place < 0 ? word : place
  })
  const isMixed = placed.some(
    (word) => typeof word === "string" && INVENTED.some((other) => word.includes(other)),
  )
  return isMixed ? null : { codes: read.codes, words: placed }
}

const ASCII = /^[ -~]*$/

/** The reading of a single row, its name in words. */
export function writtenName(text: string): WrittenName {
  const { name, codes } = readName(text)
  const words = name.split(" ")
  // Letters of ASCII stay as they are when folded, so that a word which is not there is told at once.
  const isDead = (!ASCII.test(text) || /alm/i.test(text)) && isDeceasedTitle(text)
  return { words, codes: isDead ? [...codes, "NOTE_STATUS"] : codes }
}

function standIn(word: string, place: number): string {
  const stem = plainStem(word)
  const invented = STAND_INS[place] ?? stem
  const shape = shapeOfWord(stem)
  const comma = word.slice(stem.length)
  if (shape === CAPITALS) return invented.toUpperCase() + comma
  if (shape === SMALL) return invented.toLowerCase() + comma
  return shape === TITLE_CASE ? invented + comma : word
}
