import { damerauLevenshtein } from "../../kernel/edit-distance.ts"
import { foldText } from "../../kernel/text-fold.ts"
import type { FindingCode } from "./finding.ts"

export interface AreaName {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface AreaTable {
  readonly byExact: ReadonlyMap<string, string>
  readonly byFolded: ReadonlyMap<string, string>
  /** Every name and alias in its words. */
  readonly inWords: readonly { readonly words: readonly string[]; readonly code: string }[]
  /** Answers already given: lists repeat their areas. Holds no more than `MEMO_SIZE`. */
  readonly memo: Map<string, AreaReading>
}

const MEMO_SIZE = 20_000

export interface AreaReading {
  readonly code: string | null
  readonly codes: readonly FindingCode[]
}

const PREFIX = /^(kelurahan|kel(?:\s*\/\s*desa)?|desa|ds|kampung|kmp|kp|klrhn|kelrahan|kl)\b\.?\s*/
/** "Hulu" and "ulu", "hilir" and "ilir" are the same word. */
const UPPER_LOWER = /h(ulu|ilir)\b/g
/** No area with its note is longer. */
const NOTED_MAX = 200
/** Behind an area: "(Km 8)", ", Balikpapan", "/ blok C", " - blok B", "RT 12". */
const TRAILING_NOTE = /^(.{3,}?)(\s*[([,/].*|\s+[-–]\s.*|\s+(?:rt|rw|km)\b[\s.]*\d.*)$/is
/** Written short in letters and lists: directions, sizes and the commonest place words. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/\b(gn|gng|gg|gunng|g)\b/g, "gunung"],
  [/\b(sei|sngai|sungei|s)\b/g, "sungai"],
  [/\b(kr|krg|krng)\b/g, "karang"],
  [/\b(ma|mra)\b/g, "muara"],
  [/\b(tj|tjg|tg|tanj)\b/g, "tanjung"],
  [/\b(pd)\b/g, "pondok"],
  [/\b(bt)\b/g, "batu"],
  [/\b(br|bru)\b/g, "baru"],
  [/\b(tgh|tngh)\b/g, "tengah"],
  [/\b(bhg|bhgia)\b/g, "bahagia"],
  [/\b(rjo)\b/g, "rejo"],
  [/\b(tlg|tlaga)\b/g, "telaga"],
]

const NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
const ROMAN = /(?<=\s)(?:i{1,3}|iv|vi{0,3}|ix|x)$/

function compact(text: string): string {
  return text.replace(/[^a-z0-9]/g, "")
}

function foldArea(text: string): string {
  return (
    foldText(text)
      .replace(/[.,;:()]/g, " ")
      .replace(UPPER_LOWER, "$1")
      .replace(/\s+/g, " ")
      .trim()
      .replace(PREFIX, "")
      .trim()
      // "Naikoten 2" and "Naikoten II" are one name.
      .replace(ROMAN, (numeral) => String(NUMERALS.indexOf(numeral) + 1))
  )
}

export function compileAreas(areas: readonly AreaName[]): AreaTable {
  const byExact = new Map<string, string>()
  const byFolded = new Map<string, string>()
  const inWords: { words: readonly string[]; code: string }[] = []
  for (const area of areas) {
    byExact.set(area.name, area.code)
    for (const name of [area.name, ...area.aliases]) {
      byFolded.set(compact(foldArea(name)), area.code)
      inWords.push({ words: wordsOf(foldArea(name)), code: area.code })
    }
  }
  return { byExact, byFolded, inWords, memo: new Map() }
}

/** The official name of one of the tenant's areas; empty where it has no such area. */
export function areaName(table: AreaTable, code: string): string {
  for (const [name, known] of table.byExact) if (known === code) return name
  return ""
}

/** Exactly one of the tenant's areas is meant, or the cell is a question. Blank is no finding. */
export function readArea(table: AreaTable, text: string): AreaReading {
  if (text.trim() === "") return { code: null, codes: [] }
  const exact = table.byExact.get(text)
  if (exact !== undefined) return { code: exact, codes: [] }
  const earlier = table.memo.get(text)
  if (earlier !== undefined) return earlier
  const reading = readOtherSpelling(table, text)
  if (table.memo.size >= MEMO_SIZE) table.memo.clear()
  table.memo.set(text, reading)
  return reading
}

function readOtherSpelling(table: AreaTable, text: string): AreaReading {
  const code = areaOf(table, text) ?? labelledArea(table, text) ?? areaBeforeNote(table, text)
  return code === null
    ? { code: null, codes: ["KELURAHAN_UNKNOWN"] }
    : { code, codes: ["KELURAHAN_ALIAS"] }
}

/** "Kec. Tembalang, Kel. Sendangmulyo": labels say which part is the area. */
function labelledArea(table: AreaTable, text: string): string | null {
  const short = text.trim().slice(0, NOTED_MAX)
  const label = /\b(?:kelurahan|kel|desa|ds)\b[.:\s]*(?=\S)(.+)$/is.exec(short)?.[1] ?? short
  const area = label.replace(
    /[\s,;/(-]*\b(?:kecamatan|kec|kabupaten|kab|kota|provinsi|prov)\b.*$/is,
    "",
  )
  return area === short || area === "" ? null : areaOf(table, area)
}

/** The area before a note, unless the note names another one. */
function areaBeforeNote(table: AreaTable, text: string): string | null {
  const [, area = "", rest = ""] = TRAILING_NOTE.exec(text.trim().slice(0, NOTED_MAX)) ?? []
  return area === "" || areaWithin(table, rest) !== null ? null : areaOf(table, area)
}

/** The one area that a text names, by alias, opened short forms, or nearest spelling. */
export function areaOf(table: AreaTable, text: string): string | null {
  const folded = foldArea(text)
  const opened = SHORT_FORMS.reduce(
    (current, [pattern, word]) => current.replace(pattern, word),
    folded,
  )
  for (const form of [compact(folded), compact(opened)]) {
    const code = table.byFolded.get(form)
    if (code !== undefined) return code
  }
  if (isHalfName(table, compact(opened))) return null
  return abbreviated(table, folded) ?? nearest(table, compact(opened))
}

/** "Gn. Sr. Ulu", "Maccini Prg", "Sepgn": words cut short, as long as exactly one area fits. */
function abbreviated(table: AreaTable, folded: string): string | null {
  const written = wordsOf(folded)
  const letters = written.join("").length
  const hits = new Set<string>()
  for (const { words, code } of table.inWords) {
    if (words.length !== written.length || letters < (words.length > 1 ? 5 : 4)) continue
    if (words.every((word, at) => isShortOf(written[at] ?? "", word, words.length === 1)))
      hits.add(code)
  }
  return hits.size === 1 ? ([...hits][0] ?? null) : null
}

/** The first letter and others in their order; alone, the last consonant as well ("Sepgn"). */
function isShortOf(short: string, word: string, alone: boolean): boolean {
  if (short === word) return true
  if (short.length < 2 || short[0] !== word[0] || word.length - short.length < 2) return false
  let at = 0
  for (const letter of word) if (letter === short[at]) at++
  return at === short.length && (!alone || lastConsonant(short) === lastConsonant(word))
}

function lastConsonant(word: string): string {
  return word.replace(/[aeiou]+$/, "").slice(-1)
}

function wordsOf(folded: string): string[] {
  return folded.split(/[^a-z0-9]+/).filter((word) => word !== "")
}

/**
 * "Baraya" is no slip of "Barana" where there is a "Bara-Baraya", and "Gunung" is not short for
 * "Gunungbahagia" where other names begin so: half a name is asked.
 */
function isHalfName(table: AreaTable, form: string): boolean {
  return table.inWords.some(({ words }) => words.length > 1 && words.includes(form))
}

/** One edit in short names, two from eight letters on, and no other area equally near. */
function nearest(table: AreaTable, form: string): string | null {
  if (form.length < 4) return null
  const [digits, letters] = [digitsOf(form), letterSet(form)]
  let [best, bestCode, tie] = [Number.POSITIVE_INFINITY, "", false]
  for (const [name, code] of table.byFolded) {
    const most = name.length >= 8 ? 2 : 1
    if (Math.abs(form.length - name.length) > most) continue
    // An edit adds or takes one letter, or changes one into another.
    if (bitCount(letters ^ letterSet(name)) > 2 * most) continue
    // Another number is another area.
    if (digits !== digitsOf(name)) continue
    const distance = damerauLevenshtein(form, name)
    if (distance > most) continue
    if (distance < best) [best, bestCode, tie] = [distance, code, false]
    else if (distance === best && code !== bestCode) tie = true
  }
  return bestCode === "" || tie ? null : bestCode
}

/** The letters of a text as bits; what is no letter shares a bit with one, which tells less. */
function letterSet(text: string): number {
  let bits = 0
  for (let at = 0; at < text.length; at++) bits |= 1 << (text.charCodeAt(at) & 31)
  return bits
}

function bitCount(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, "")
}

/** The area named anywhere in a sender, a title or a file name: the longest name wins. */
export function areaWithin(table: AreaTable, text: string): string | null {
  const haystack = ` ${foldText(text)
    .replace(UPPER_LOWER, "$1")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()} `
  const joined = haystack.replaceAll(" ", "")
  let [found, length] = ["", 0]
  for (const [name, code] of table.byFolded) {
    const within = haystack.includes(` ${name} `) || (name.length >= 6 && joined.includes(name))
    if (within && name.length > length) [found, length] = [code, name.length]
  }
  return found === "" ? null : found
}
