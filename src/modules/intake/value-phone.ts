import type { CellKind } from "../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "./finding.ts"

export interface PhoneReading {
  /** National form "0812…", or empty. */
  readonly phone: string
  readonly codes: readonly FindingCode[]
}

const DIGITS_MIN = 10
const DIGITS_MAX = 14

/** A phone number as a cell holds it; blank is no finding, since nobody must have one. */
export function readPhone(text: string, kind: CellKind): PhoneReading {
  const trimmed = text
    .replace(/[\u00a0\u200b-\u200f]/g, " ")
    .trim()
    .replace(/^'/, "")
  if (/^[-–.]*$/.test(trimmed)) return { phone: "", codes: [] }
  if (kind === "number") return numericPhone(trimmed)
  const parts = trimmed
    .split(/\s*(?:[/;,|&]|\batau\b|\bdan\b|\n)\s*/i)
    .filter((part) => /\d{5}/.test(part.replace(/\D/g, "")))
  const first = parts[0] ?? trimmed
  const codes: FindingCode[] = parts.length > 1 ? ["PHONE_TWO"] : []
  const phone = national(first)
  if (phone === "") return { phone: "", codes: [...codes, "PHONE_INVALID"] }
  if (phone !== first.trim()) codes.push("PHONE_FORMAT")
  return { phone, codes }
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
  if (/[a-z]/i.test(text)) return ""
  const digits = text.replace(/\D/g, "")
  const local = digits.startsWith("62") ? `0${digits.slice(2).replace(/^0/, "")}` : digits
  const zeroed = local.startsWith("8") ? `0${local}` : local
  if (zeroed.length < DIGITS_MIN || zeroed.length > DIGITS_MAX || /^0+$/.test(zeroed)) return ""
  return zeroed
}
