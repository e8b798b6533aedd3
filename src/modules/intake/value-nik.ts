import { isNik, isPlaceholderNik, type Nik } from "../../kernel/nik.ts"
import type { CellKind } from "../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "./finding.ts"

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

/**
 * A NIK as a cell holds it. Never repaired where a digit is lost or doubtful: a number cell keeps
 * 15 of 16 digits, so its last digit is unknown even where it reads 0.
 */
export function readNik(text: string, kind: CellKind): NikReading {
  const trimmed = text.trim()
  if (trimmed === "" || NOT_YET.test(trimmed.replace(/[.\s]+$/, "")))
    return reading(null, "", "NIK_EMPTY")
  if (kind === "number" || kind === "date") return numericNik(trimmed)
  if (kind === "error") return reading(null, "", null)
  if (/^\d[.,]\d+\s*e\s*\+?\s*\d+$/i.test(trimmed)) {
    return reading(null, scientificPattern(trimmed), "NIK_SCI_TEXT")
  }
  const unquoted = trimmed.replace(QUOTES, "")
  const digits = unquoted.replace(BETWEEN_DIGITS, "")
  if (/^\d+$/.test(digits)) return digitsNik(digits, text, unquoted !== trimmed)
  return letteredNik(digits)
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
  if (digitCount >= 10) return reading(null, upper.replace(/\D/g, ""), "NIK_LETTERS")
  return reading(null, "", digitCount === 0 ? "NIK_EMPTY" : "NIK_LENGTH")
}

function reading(nik: Nik | null, pattern: string, code: FindingCode | null): NikReading {
  return { nik, pattern, code }
}
