// Names by their words. A list of a million names has some thousand words, nearly all of which mean
// nothing to the reader of names: one such word may stand for another. So a name of letters alone is
// read by its skeleton, in which such words are replaced by invented ones, and each skeleton is
// read once, by the function that reads a single row's name.
import type { FindingCode } from "./finding.ts"
import { isDeceasedTitle } from "./row-marks.ts"
import { readName } from "./value-name.ts"

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
    "mkes spsi sfarm spt ssi msi",
  ].flatMap((line) => line.split(" ")),
)

/** What a word of a name is: plain in one of three cases, or something that the reader may know. */
export const [FOREIGN, CAPITALS, TITLE_CASE, SMALL, LETTERS, DOTTED, GAP] = [0, 1, 2, 3, 4, 5, 6]

const SHAPES: readonly (readonly [number, RegExp])[] = [
  [CAPITALS, /^[A-Z]{3,}$/],
  [TITLE_CASE, /^[A-Z][a-z]{2,}$/],
  [SMALL, /^[a-z]{3,}$/],
  [LETTERS, /^[A-Za-z]+$/],
  // A title or an initial.
  [DOTTED, /^[A-Za-z]{1,4}\.$/],
  // Between two blanks.
  [GAP, /^$/],
]

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
  return isPlain(shape) && SPEAKING.has(word.toLowerCase()) ? LETTERS : shape
}

/** A word for which an invented one may stand. */
export function isPlain(shape: number): boolean {
  return shape >= CAPITALS && shape <= SMALL
}

/** Letters and blanks only, and before them at most one title or initial with its dot. */
export function isLettered(shapes: readonly number[]): boolean {
  return shapes.every((shape, place) => {
    if (shape === FOREIGN) return false
    if (shape === DOTTED) return place === 0 && shapes.length > 1 && shapes[1] !== GAP
    return shape !== GAP || (place > 0 && place < shapes.length - 1)
  })
}

/** The reading of all names with these words and shapes; null where it hangs on the plain words. */
export function templateOf(words: readonly string[]): NameTemplate | null {
  const skeleton = words.map((word, place) => standIn(word, place)).join(" ")
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
  const invented = STAND_INS[place] ?? word
  const shape = shapeOfWord(word)
  if (shape === CAPITALS) return invented.toUpperCase()
  if (shape === SMALL) return invented.toLowerCase()
  return shape === TITLE_CASE ? invented : word
}
