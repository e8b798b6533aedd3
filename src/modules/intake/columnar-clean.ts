// Cells that are perfectly clean, told by their bytes alone. Whatever is not is left to the readers of
// single cells; the tests hold both to the same answers.
import { eightDigits, NO_DIGITS } from "../../columns/digits.ts"

const [ZERO, NINE] = [0x30, 0x39]

/** Sixteen digits that were given to somebody: neither all alike nor serial 0000 nor counted up. */
export function isGivenNik(high: number, low: number): boolean {
  if (high === NO_DIGITS || low === NO_DIGITS || low % 10_000 === 0) return false
  if (high === 12_345_678 && low === 90_123_456) return false
  return high !== low || high % 11_111_111 !== 0
}

const FIRST_YEAR = 1900
const YEARS = 200
/** How a clean date is written: day first with one of three marks, or as ISO writes it. */
const FORMS = ["-", "/", ".", "iso"] as const
const ISO = 3
/** Numbers below this stand for clean dates: four forms, 200 years, 372 days of months. */
export const CLEAN_DATES = FORMS.length * YEARS * 372

const [HYPHEN, STROKE, DOT] = [0x2d, 0x2f, 0x2e]

/** "17-08-1980" or "1980-08-17" as one number; -1 for anything else, also for 31 February. */
export function cleanDate(view: DataView, start: number, end: number): number {
  if (end - start !== 10) return -1
  const mark = view.getUint8(start + 2)
  if (mark >= ZERO && view.getUint8(start + 4) === HYPHEN && view.getUint8(start + 7) === HYPHEN) {
    const year = twoDigits(view, start) * 100 + twoDigits(view, start + 2)
    return dateNumber(ISO, {
      day: twoDigits(view, start + 8),
      month: twoDigits(view, start + 5),
      year,
    })
  }
  const form = mark === HYPHEN ? 0 : mark === STROKE ? 1 : mark === DOT ? 2 : -1
  if (form < 0 || view.getUint8(start + 5) !== mark) return -1
  const year = twoDigits(view, start + 6) * 100 + twoDigits(view, start + 8)
  return dateNumber(form, { day: twoDigits(view, start), month: twoDigits(view, start + 3), year })
}

interface DateParts {
  readonly day: number
  readonly month: number
  readonly year: number
}

function dateNumber(form: number, { day, month, year }: DateParts): number {
  const years = year - FIRST_YEAR
  // What is no number fits nowhere.
  if (!(day >= 1 && month >= 1 && month <= 12 && years >= 0 && years < YEARS)) return -1
  if (day > 28 && day > daysOf(month, year)) return -1
  return ((form * YEARS + years) * 12 + month - 1) * 31 + day - 1
}

function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function twoDigits(view: DataView, at: number): number {
  const [ten, one] = [view.getUint8(at) - ZERO, view.getUint8(at + 1) - ZERO]
  return ten >= 0 && ten <= 9 && one >= 0 && one <= 9 ? ten * 10 + one : Number.NaN
}

/** A clean date of its number: its parts, its text, and the shape that its reader calls it. */
export function cleanDateOf(number: number): DateParts & { text: string; shape: string } {
  const months = Math.floor(number / 31)
  const years = Math.floor(months / 12)
  const parts = {
    day: (number % 31) + 1,
    month: (months % 12) + 1,
    year: (years % YEARS) + FIRST_YEAR,
  }
  const [day, month] = [twoText(parts.day), twoText(parts.month)]
  const form = FORMS[Math.floor(years / YEARS)] ?? "-"
  if (form === "iso") return { ...parts, text: `${parts.year}-${month}-${day}`, shape: "Y-m" }
  return { ...parts, text: [day, month, parts.year].join(form), shape: `d${form}Y` }
}

/** Day before month, so that only whether the day could be a month differs in what it tells. */
export function isTurnable(number: number): boolean {
  return (number % 31) + 1 <= 12
}

export function isIso(number: number): boolean {
  return number >= ISO * YEARS * 372
}

function twoText(value: number): string {
  return String(value).padStart(2, "0")
}

/** "08" and eight to eleven digits more: a one and these digits as a number; 0 for anything else. */
export function cleanPhone(view: DataView, start: number, end: number): number {
  const length = end - start
  if (length < 10 || length > 13 || view.getUint16(start) !== 0x3038) return 0
  const head = eightDigits(view, start)
  if (head === NO_DIGITS) return 0
  let [value, scale] = [head, 100_000_000]
  for (let at = start + 8; at < end; at++) {
    const byte = view.getUint8(at)
    if (byte < ZERO || byte > NINE) return 0
    value = value * 10 + byte - ZERO
    scale *= 10
  }
  return value + scale
}

/** A cell that may be more than it says: a mark, a blank or a foreign letter stands first. */
export function isOddStart(byte: number): boolean {
  const lower = byte | 0x20
  if (lower >= 0x61 && lower <= 0x7a) return false
  if (byte >= ZERO && byte <= NINE) return false
  return byte <= 0x20 || byte >= 0x80 || MARKS.includes(byte)
}

/** # = + - @ */
const MARKS = [0x23, 0x3d, 0x2b, 0x2d, 0x40]
