import { isGarbled } from "../../../kernel/garbled-text.ts"
import type { FindingCode } from "../findings/finding.ts"
import { plainMarks, withoutStrayMarks } from "./name-marks.ts"
import { stripBracketMarks, stripTitles } from "./name-titles.ts"

export interface NameReading {
  /** Capitals as the identity card writes it, without titles, nicknames and stray marks; if garbled, as written. */
  readonly name: string
  readonly alias: string
  readonly codes: readonly FindingCode[]
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
const NO_NAME =
  /^\P{L}*$|^(tanpa nama|belum (?:ada|diisi)|tidak (?:ada|tahu|diketahui)|kosong|nihil|menyusul|nn|n\.n\.?|null|n\/a)$/iu

const NO_READING: NameReading = { name: "", alias: "", codes: ["NAME_EMPTY"] }

/** A name as a cell holds it, repaired where only one reading is possible. */
export function readName(text: string): NameReading {
  if (NO_NAME.test(text.replace(INVISIBLE, "").replaceAll("\u00a0", " ").trim())) {
    return NO_READING
  }
  const isMojibake = isGarbled(text)
  const marked = plainMarks(text)
  const spaced = withoutStrayMarks(marked.replace(/[\s\u00a0]+/g, " ").trim()).trim()
  const { main, alias } = splitAlias(stripBracketMarks(spaced))
  const untitled = stripTitles(main)
  // A title or a nickname without a name behind it names nobody.
  if (!/\p{L}/u.test(untitled)) return NO_READING
  const found: readonly (readonly [boolean, FindingCode])[] = [
    [isMojibake, "NAME_MOJIBAKE"],
    [!isMojibake && marked !== text, "NAME_UNICODE"],
    [spaced !== marked.replace(/\r?\n/g, " "), "NAME_SPACES"],
    [alias !== "", "NAME_ALIAS"],
    [untitled !== main || stripBracketMarks(spaced) !== spaced, "NAME_TITLE"],
    // Of garbled letters the case says nothing.
    [!isMojibake && hasOddCase(main, untitled), "NAME_CASE"],
    [isPatronymic(untitled), "NAME_BIN"],
    [isBusiness(untitled), "NAME_BUSINESS"],
    [NOBODY.test(untitled), "NAME_OTHER"],
  ]
  const codes = found.filter(([holds]) => holds).map(([, code]) => code)
  // As it came: capitals and straight marks would hide what the letters were.
  if (isMojibake) return { name: text.replace(/\s+/g, " ").trim(), alias: "", codes }
  return { name: capitals(untitled), alias: capitals(alias), codes }
}

/** An address, a date, an amount, a sex or "as above" in the column of names. */
const NOBODY = new RegExp(
  [
    String.raw`^(?:jl|jln|gg|rt|rw|kel|kec)\b\s*\.?\s*[\p{L}\d]`,
    String.raw`^(?:jalan|gang|kelurahan|kecamatan)\s+[\p{L}\d]`,
    String.raw`\d{1,2}([-/.])\d{1,2}\1\d{2,4}`,
    String.raw`\brp\.?\s*\d`,
    String.raw`^(?:laki[ -]*laki|perempuan|sda|s\.d\.a\.?|idem)$`,
  ].join("|"),
  "iu",
)

/** "PT Maju Jaya", "Koperasi Nelayan": no person's name begins so. */
function isBusiness(name: string): boolean {
  return /^(?:(?:pt|cv|ud)\b\.?|firma|yayasan|koperasi|perusahaan|perseroan)\s*\.?\s*\p{L}/iu.test(
    name,
  )
}

/** "Ahmad bin Umar": a father's name behind the own one. */
function isPatronymic(name: string): boolean {
  return /\b(bin|binti|bt|bte|b\.)\s/i.test(`${name} `) && !/^(bin|binti)\b/i.test(name)
}

/** Some letters have a capital of two characters: these are composed again. */
function capitals(name: string): string {
  return name.toUpperCase().normalize("NFC")
}

function splitAlias(name: string): { main: string; alias: string } {
  const bracket = /^(.+?)\s*[([]\s*([^)\]]+?)\s*[)\]]\s*$/.exec(name)
  if (bracket) return { main: bracket[1] ?? "", alias: bracket[2] ?? "" }
  const first = /^["“”']\s*([^"“”']+?)\s*["“”']\s+(\S.*)$/.exec(name)
  if (first) return { main: first[2] ?? "", alias: first[1] ?? "" }
  const quoted = /^(.+?)\s*["“”]\s*([^"“”]+?)\s*["“”]\s*(.*)$/.exec(name)
  if (quoted) return { main: `${quoted[1]} ${quoted[3] ?? ""}`.trim(), alias: quoted[2] ?? "" }
  const single = /^(.+?)\s+'([^']+)'\s*(.*)$/.exec(name)
  if (single) return { main: `${single[1]} ${single[3] ?? ""}`.trim(), alias: single[2] ?? "" }
  const worded =
    /^(.+?)[\s,]+(?:alias|als\.?|al\.|(?:(?:biasa|akrab|sering) )?(?:dipanggil|disapa|panggilan|pgl\.?)|a\.k\.a\.?|aka|d\/h)\s+(.+)$/i.exec(
      name,
    )
  if (worded) return { main: worded[1] ?? "", alias: worded[2] ?? "" }
  // "d/h" and "s/d" are words, not two names.
  const [left = "", right = "", ...more] = name.split("/").map((part) => part.trim())
  const isNames = [left, right].every((part) => /^[\p{L}. ']+$/u.test(part))
  if (isNames && more.length === 0 && /\p{L}{2}\.?$/u.test(left) && /^\p{L}{2}/u.test(right))
    return { main: left, alias: right }
  return { main: name, alias: "" }
}

/** All lower or mIXED; "Title Case", "CAPITALS" and the small words of a name are usual. */
function hasOddCase(main: string, untitled: string): boolean {
  const letters = untitled.replace(/[^\p{L}]/gu, "")
  if (letters === "") return false
  if (letters === letters.toLowerCase()) return true
  const title = main.slice(0, main.length - untitled.length)
  if (/^[a-z]+\.?\s*$/.test(title) && main.startsWith(title)) return true
  return untitled.split(/[\s.\-/]+/u).some((word) => {
    // "Nur'Aini" and "Nur'aini" are both usual: the apostrophe may begin a new capital.
    const softened = word.replace(/'./gu, (pair) => pair.slice(1).toLowerCase())
    return oddWord(word.replace(/'/g, "")) && oddWord(softened)
  })
}

function oddWord(word: string): boolean {
  if (word === "" || /^(bin|binti|bt|van|de|al|el|a)$/.test(word)) return false
  const [first, rest] = [word.slice(0, 1), word.slice(1)]
  if (word === word.toUpperCase()) return false
  return !(rest === rest.toLowerCase() && (first === first.toUpperCase() || word.length <= 2))
}
