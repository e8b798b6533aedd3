import { foldText } from "../../../kernel/text-fold.ts"
import { abbreviated, isHalfName, nearest } from "./area-spelling.ts"
import {
  compact,
  digitsOf,
  foldArea,
  UPPER_LOWER,
  type AreaReading,
  type AreaTable,
} from "./area-table.ts"

export { compileAreas, type AreaReading, type AreaTable } from "./area-table.ts"

const MEMO_SIZE = 20_000

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
  const byCode = /^[\d\s.]+$/.test(text) ? table.byCode.get(digitsOf(text)) : undefined
  if (byCode !== undefined) return { code: byCode, codes: [] }
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
  return abbreviated(table, folded) ?? nearest(table, opened)
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
