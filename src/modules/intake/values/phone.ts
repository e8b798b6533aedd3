import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "../findings/finding.ts"

export interface PhoneReading {
  /** National form "0812…", or empty. */
  readonly phone: string
  readonly codes: readonly FindingCode[]
}

/** Subscriber numbers of Indonesia with their leading zero (ITU E.164 assignments, +62). */
const DIGITS_MIN = 10
const DIGITS_MAX = 13
const NATIONAL = /^0[1-9]\d+$/
const PARTS = /\s*(?:[/;,|&\n]|\batau\b|\bdan\b|\s-+\s|\s+(?=(?:\+62|62|0)[\s-]?8\d{2}))\s*/i
/** "05-03-1975 / 50": whose digits are as many as a number's. */
const DATE = /^\W*(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|1[0-2])\1(?:19|20)\d{2}\b/

/** "1. 0812… 2. 0857…": a list in one cell. */
const NUMBERING = /(?:^|\s)\d[.)]\s+(?=[+0(])/g

/** A phone number as a cell holds it; blank is no finding, since nobody must have one. */
export function readPhone(text: string, kind: CellKind): PhoneReading {
  const trimmed = text
    .replace(/[\u00a0\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g, " ")
    .trim()
    .replace(/^['`´‘’]/, "")
  if (/^[-–.]*$/.test(trimmed)) return { phone: "", codes: [] }
  if (kind === "number") return numericPhone(trimmed)
  const whole = national(trimmed)
  const parts = whole === "" ? partsOf(trimmed) : [trimmed]
  const codes: FindingCode[] = parts.length > 1 ? ["PHONE_TWO"] : []
  const phone = whole === "" ? national(parts[0] ?? trimmed) : whole
  if (phone === "") return { phone: "", codes: [...codes, "PHONE_INVALID"] }
  if (phone !== (parts[0] ?? trimmed).trim()) codes.push("PHONE_FORMAT")
  return { phone, codes }
}

/** The numbers of a cell; what holds no five digits is a note. */
function partsOf(text: string): string[] {
  const parts = text.replace(NUMBERING, "\n").split(PARTS)
  return parts.filter((part) => part.replace(/\D/g, "").length >= 5)
}

function numericPhone(text: string): PhoneReading {
  const digits = /^\d(\.\d+)?e\+?\d{1,2}$/i.test(text)
    ? BigInt(Math.round(Number(text))).toString()
    : text.replace(/[.,]0+$/, "")
  const phone = national(digits.startsWith("0") || digits.startsWith("62") ? digits : `0${digits}`)
  return phone === ""
    ? { phone: "", codes: ["PHONE_NUMERIC", "PHONE_INVALID"] }
    : { phone, codes: ["PHONE_NUMERIC"] }
}

/** "+62 812-…" to "0812…"; empty where it cannot be a number. */
function national(text: string): string {
  const bare = withoutWords(text)
  if (bare === null || DATE.test(bare)) return ""
  const abroad = /^\+[\s(]*(?!62)\d/.test(bare)
  const digits = bare.replace(/\D/g, "").replace(/^00(?=62)/, "")
  const local = digits.startsWith("62") ? `0${digits.slice(2).replace(/^0/, "")}` : digits
  const zeroed = local.startsWith("8") ? `0${local}` : local
  const isLong = zeroed.length >= DIGITS_MIN && zeroed.length <= DIGITS_MAX
  return isLong && !abroad && NATIONAL.test(zeroed) ? zeroed : ""
}

/**
 * Words beside a number say whose it is or what it is for ("WA", "(anak)", "https://wa.me/"). A
 * letter that touches a digit may be a misread digit: null.
 */
function withoutWords(text: string): string | null {
  const bare = text
    .replace(/^(?:https?:\/\/)?wa\.me\/\+?/i, "")
    .replace(/\([^()\d]*[a-z][^()\d]*\)/gi, " ")
    .replace(/^(?:no(?:mor)?|wa|hp|telp?|tlp|tel)\s*[.:]\s*(?=[\d+(])/i, "")
    .replace(/(?<![\p{L}\d])\p{L}[\p{L}.'’]*(?![\p{L}\d])\s*[:.]?/gu, " ")
    .trim()
  return /\p{L}/u.test(bare) ? null : bare
}
