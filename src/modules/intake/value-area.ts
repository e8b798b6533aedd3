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
}

export interface AreaReading {
  readonly code: string | null
  readonly codes: readonly FindingCode[]
}

const PREFIX = /^(kelurahan|kel|desa|kampung|kmp|kp|klrhn|kelrahan|kl)\b\.?\s*/
/** "Hulu" and "ulu", "hilir" and "ilir" are the same word. */
const UPPER_LOWER = /h(ulu|ilir)\b/g
/** No area with its note is longer. */
const NOTED_MAX = 200
/** Behind an area: "(Km 8)", ", Balikpapan", " - blok B", "RT 12". */
const TRAILING_NOTE = /^(.{3,}?)(\s*[([,].*|\s+[-–]\s.*|\s+(?:rt|rw|km)\b[\s.]*\d.*)$/is
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
  [/\b(sepgn|spg|spgn|sepg)\b/g, "sepinggan"],
  [/\b(smd|smrd|samrinda|smr)\b/g, "samarinda"],
  [/\b(mgr|mggr)\b/g, "manggar"],
  [/\b(rjo)\b/g, "rejo"],
  [/\b(tlg|tlaga)\b/g, "telaga"],
]

function compact(text: string): string {
  return text.replace(/[^a-z0-9]/g, "")
}

function foldArea(text: string): string {
  return foldText(text)
    .replace(/[.,;:()]/g, " ")
    .replace(UPPER_LOWER, "$1")
    .replace(/\s+/g, " ")
    .trim()
    .replace(PREFIX, "")
    .trim()
}

export function compileAreas(areas: readonly AreaName[]): AreaTable {
  const byExact = new Map<string, string>()
  const byFolded = new Map<string, string>()
  for (const area of areas) {
    byExact.set(area.name, area.code)
    for (const name of [area.name, ...area.aliases])
      byFolded.set(compact(foldArea(name)), area.code)
  }
  return { byExact, byFolded }
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
  const code = areaOf(table, text) ?? areaBeforeNote(table, text)
  return code === null
    ? { code: null, codes: ["KELURAHAN_UNKNOWN"] }
    : { code, codes: ["KELURAHAN_ALIAS"] }
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
  return abbreviated(table, folded) ?? nearest(table, compact(opened))
}

/** "Gn. Sr. Ulu": the consonants of exactly one name, in order. */
function abbreviated(table: AreaTable, folded: string): string | null {
  const letters = compact(folded)
  if (letters.length < 4) return null
  const hits = new Set<string>()
  for (const [name, code] of table.byFolded) {
    const consonants = name.slice(0, 1) + name.slice(1).replace(/[aeiou]/g, "")
    const short = letters.slice(0, 1) + letters.slice(1).replace(/[aeiou]/g, "")
    if (letters.length < name.length && short === consonants) hits.add(code)
  }
  return hits.size === 1 ? ([...hits][0] ?? null) : null
}

/** One edit in short names, two from eight letters on, and no other area equally near. */
function nearest(table: AreaTable, form: string): string | null {
  let [best, bestCode, tie] = [Number.POSITIVE_INFINITY, "", false]
  for (const [name, code] of table.byFolded) {
    const distance = damerauLevenshtein(form, name)
    if (distance > (name.length >= 8 ? 2 : 1) || form.length < 4) continue
    if (distance < best) [best, bestCode, tie] = [distance, code, false]
    else if (distance === best && code !== bestCode) tie = true
  }
  return bestCode === "" || tie ? null : bestCode
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
