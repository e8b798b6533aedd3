import type { LocalDate } from "../../../kernel/local-date.ts"
import { birthDateFromNik, isNik, isPlaceholderNik, type Nik } from "../../../kernel/nik.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "../findings/finding.ts"

export interface NikReading {
  /** 16 digits readable as text, or null. */
  readonly nik: Nik | null
  /** Of an unreadable NIK the certain digits, `?` for a lost one; a suggestion only. */
  readonly pattern: string
  readonly code: FindingCode | null
}

/** Everything that people type between digits and that carries no meaning. */
const BETWEEN_DIGITS = /[\s\u00a0\u2000-\u200f\u2060\ufeff.\-‐-―_]/g
const QUOTES = /^['"`´‘’‚“”]+|['"`´‘’“”]+$/g
const NOT_YET_WORDS = "menyusul|menunggu|belum( ada)?|tidak ada|tdk ada|nihil|kosong|hilang|proses"
const NOT_YET = new RegExp(`^(${NOT_YET_WORDS}|n ?/? ?a|null|none|x+|\\?+|-+|0+)$`, "i")
const LOOKALIKE: Readonly<Record<string, string>> = {
  O: "0",
  Q: "0",
  D: "0",
  I: "1",
  L: "1",
  S: "5",
  B: "8",
  Z: "2",
  G: "6",
}

/** A csv keeps a text as text by this formula: `="6471011708809001"`. */
const TEXT_FORMULA = /^=\s*"([^"]*)"$/
/** "6.471.011.708.809.000": a number with its thousands marked, which was a number cell once. */
const GROUPED = /^\d([.\s\u00a0]\d{3}){5}$/
/** Brackets, stars and marks that end a line, around a number; "1)" before it is a digit too. */
const AROUND = /^[\s([*#:;,]+(?=\d)|(?<=\d)[\s)\]*;:,]+$/g
/** Sixteen digits that passed through a number on their way to text. */
const WAS_NUMBER = /^\d{16}[.,]0{1,2}$/
/** "NIK: 6471…": the column's name before its number. */
const LABEL = /^(?:no(?:mor)?\b[.\s]*)?(?:nik|ktp)\b[\s.:=]*(?=\d)/i
/** Digits of other scripts and widths. */
const OTHER_DIGITS = /(?![0-9])\p{Nd}/u

/**
 * A NIK as a cell holds it. Never repaired where a digit is lost or doubtful: a number cell keeps
 * 15 of 16 digits, so its last digit is unknown even where it reads 0.
 */
export function readNik(text: string, kind: CellKind): NikReading {
  const trimmed = text.trim()
  if (trimmed === "" || NOT_YET.test(trimmed.replace(/[.\s]+$/, "")))
    return reading(null, "", "NIK_EMPTY")
  if (kind === "error") return reading(null, "", null)
  if (kind !== "text") return numericNik(trimmed)
  if (/^\d[.,]\d+\s*e\s*\+?\s*\d+$/i.test(trimmed)) {
    return reading(null, scientificPattern(trimmed), "NIK_SCI_TEXT")
  }
  if (OTHER_DIGITS.test(trimmed)) return reading(null, "", "NIK_LETTERS")
  const unlabelled = trimmed.replace(LABEL, "")
  const unquoted = unlabelled.replace(TEXT_FORMULA, "'$1").replace(QUOTES, "")
  // The last digit of a number that passed through a double reads 0, whatever it was.
  if (GROUPED.test(unquoted) && unquoted.endsWith("0")) return numericNik(unquoted)
  if (WAS_NUMBER.test(unquoted)) return numericNik(unquoted)
  const digits = unquoted.replace(AROUND, "").replace(BETWEEN_DIGITS, "")
  if (/^\d+$/.test(digits)) return digitsNik(digits, text, unquoted !== unlabelled)
  return letteredNik(digits)
}

/** Provinces as the first two digits name them (Kepmendagri 300.2.2-2430/2025). */
const PROVINCES = new Set(
  [11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 31, 32, 33, 34, 35, 36, 51, 52, 53, 61, 62, 63].concat([
    64, 65, 71, 72, 73, 74, 75, 76, 81, 82, 91, 92, 93, 94, 95, 96,
  ]),
)

/**
 * Sixteen digits whose region or date nobody can have. Such numbers exist on cards, so the registry
 * decides; a date that only differs from the written one is another matter.
 */
export function isImpossibleNik(nik: Nik, on: LocalDate): boolean {
  return !isRegion(nik) || birthDateFromNik(nik, on, 0) === null
}

/**
 * A family card has the region, the day of its registration (never plus 40) and a serial. The digits
 * of a number cell are not its digits; null where it is none.
 */
export function readKk(text: string, kind: CellKind): string | null {
  const digits = text
    .trim()
    .replace(TEXT_FORMULA, "$1")
    .replace(QUOTES, "")
    .replace(BETWEEN_DIGITS, "")
  if (kind !== "text" || !isNik(digits) || isPlaceholderNik(digits)) return null
  const [day, month] = [Number(digits.slice(6, 8)), Number(digits.slice(8, 10))]
  const isDay = day >= 1 && day <= 31 && month >= 1 && month <= 12
  return isDay && isRegion(digits) ? digits : null
}

/** Province, regency and district are numbered from 1. */
function isRegion(digits: string): boolean {
  return PROVINCES.has(Number(digits.slice(0, 2))) && !/^..(?:00|..00)/.test(digits)
}

function digitsNik(digits: string, written: string, quoted: boolean): NikReading {
  if (!isNik(digits)) return reading(null, digits, "NIK_LENGTH")
  if (isPlaceholderNik(digits)) return reading(null, "", "NIK_PLACEHOLDER")
  if (quoted) return reading(digits, digits, "NIK_APOSTROPHE")
  return reading(digits, digits, digits === written ? null : "NIK_SPACES")
}

/** A double keeps 15 significant digits: the sixteenth is lost. */
function numericNik(text: string): NikReading {
  const digits = plainDigits(text)
  if (digits.length !== 16) return reading(null, digits, "NIK_NUMERIC")
  return reading(null, `${digits.slice(0, 15)}?`, "NIK_NUMERIC")
}

function plainDigits(text: string): string {
  const scientific = /^(\d)(?:[.,](\d+))?e\+?(\d+)$/i.exec(text)
  if (!scientific) return text.replace(/[.,]0+$/, "").replace(/\D/g, "")
  const mantissa = `${scientific[1] ?? ""}${scientific[2] ?? ""}`
  // No cell holds more digits than this, whatever its exponent claims.
  const length = Math.min(Number(scientific[3]) + 1, 32)
  return mantissa.slice(0, length).padEnd(length, "0")
}

/** "6,47101E+15" kept six digits of sixteen. */
function scientificPattern(text: string): string {
  const match = /^(\d)[.,](\d+)\s*e\s*\+?\s*(\d+)$/i.exec(text)
  const kept = `${match?.[1] ?? ""}${match?.[2] ?? ""}`
  return Number(match?.[3]) === 15 ? kept.padEnd(16, "?").slice(0, 16) : kept
}

function letteredNik(text: string): NikReading {
  const upper = text.toUpperCase()
  const digitCount = upper.replace(/\D/g, "").length
  const opened = [...upper].map((char) => LOOKALIKE[char] ?? char).join("")
  if (digitCount >= 10 && /^\d+$/.test(opened)) {
    const pattern = [...upper].map((char) => (/\d/.test(char) ? char : "?")).join("")
    return reading(null, pattern.length === 16 ? pattern : opened, "NIK_LETTERS")
  }
  const code = /\p{L}/u.test(upper) || digitCount <= 16 ? "NIK_LETTERS" : "NIK_LENGTH"
  if (digitCount >= 10) return reading(null, upper.replace(/\D/g, ""), code)
  return reading(null, "", digitCount === 0 ? "NIK_EMPTY" : "NIK_LENGTH")
}

function reading(nik: Nik | null, pattern: string, code: FindingCode | null): NikReading {
  return { nik, pattern, code }
}
