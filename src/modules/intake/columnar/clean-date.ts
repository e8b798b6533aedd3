// Dates that are written in one of the usual ways and stand in the calendar, told by their bytes: each is
// a small number. Whatever is not so is left to the reader of dates.
import { InternTable } from "../../../columns/intern-table.ts"
import { monthOfWord } from "../values/month-words.ts"

const [ZERO, NINE, BLANK, HYPHEN, STROKE, DOT] = [0x30, 0x39, 0x20, 0x2d, 0x2f, 0x2e]
const FIRST_YEAR = 1900
const YEARS = 200
/** Day first with one of three marks, as ISO writes it, with the month as a word, two digits of a year. */
export const FORMS = ["d-Y", "d/Y", "d.Y", "Y-m", "word", "d-y", "d/y", "d.y"] as const
const [ISO, WORD, TWO_DIGITS] = [3, 4, 5] as const
const DATES_OF_FORM = YEARS * 372
/** Numbers below this stand for such dates: 200 years, 372 days of months for each form. */
export const CLEAN_DATES = FORMS.length * DATES_OF_FORM
/** The month of a word is one of twelve, or none. */
const NO_MONTH = 0

export class CleanDates {
  private readonly words = new InternTable()
  private months = new Uint8Array(64)
  private known = 0

  /** "17-08-1980", "17/08/80" or "17 Agustus 1980" as one number; -1 for anything else, or 31 February. */
  numberOf(view: DataView, start: number, end: number): number {
    const length = end - start
    if (length < 8) return -1
    const mark = view.getUint8(start + 2)
    if (length === 10) {
      const isIso = mark >= ZERO && view.getUint8(start + 4) === HYPHEN
      if (isIso && view.getUint8(start + 7) === HYPHEN) {
        const year = twoDigits(view, start) * 100 + twoDigits(view, start + 2)
        return dateNumber(ISO, twoDigits(view, start + 8), twoDigits(view, start + 5), year)
      }
    }
    const form = length === 10 || length === 8 ? formOf(mark) : -1
    if (form < 0 || view.getUint8(start + 5) !== mark) return this.worded(view, start, end)
    const [day, month] = [twoDigits(view, start), twoDigits(view, start + 3)]
    const years = twoDigits(view, start + 6)
    // The century is chosen later; a leap day is then looked at again.
    if (length === 8) return dateNumber(TWO_DIGITS + form, day, month, FIRST_YEAR + years)
    return dateNumber(form, day, month, years * 100 + twoDigits(view, start + 8))
  }

  /** "7 Agustus 1980": digits, a blank, letters, a blank, four digits. */
  private worded(view: DataView, start: number, end: number): number {
    const isShort = view.getUint8(start + 1) === BLANK
    if (!isShort && view.getUint8(start + 2) !== BLANK) return -1
    const from = start + (isShort ? 2 : 3)
    const to = end - 5
    if (to <= from || view.getUint8(to) !== BLANK) return -1
    for (let at = from; at < to; at++) if (!isLetter(view.getUint8(at))) return -1
    const day = isShort ? oneDigit(view, start) : twoDigits(view, start)
    const year = twoDigits(view, to + 1) * 100 + twoDigits(view, to + 3)
    return dateNumber(WORD, day, this.monthAt(view, from, to), year)
  }

  private monthAt(view: DataView, from: number, to: number): number {
    const word = this.words.intern(view, from, to)
    if (word >= MONTH_WORDS_MAX) return NO_MONTH
    if (word === this.known) {
      this.known++
      this.months[word] = monthOfWord(this.words.textOf(word).toLowerCase()) ?? NO_MONTH
    }
    return this.months[word] ?? NO_MONTH
  }
}

/** More words than any language has for twelve months. */
const MONTH_WORDS_MAX = 64

function formOf(mark: number): number {
  return mark === HYPHEN ? 0 : mark === STROKE ? 1 : mark === DOT ? 2 : -1
}

function dateNumber(form: number, day: number, month: number, year: number): number {
  const years = year - FIRST_YEAR
  // What is no number fits nowhere.
  if (!(day >= 1 && month >= 1 && month <= 12 && years >= 0 && years < YEARS)) return -1
  if (day > 28 && day > daysOf(month, year)) return -1
  return ((form * YEARS + years) * 12 + month - 1) * 31 + day - 1
}

export function daysOf(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function oneDigit(view: DataView, at: number): number {
  const one = view.getUint8(at) - ZERO
  return one >= 0 && one <= 9 ? one : Number.NaN
}

function twoDigits(view: DataView, at: number): number {
  const [ten, one] = [view.getUint8(at) - ZERO, view.getUint8(at + 1) - ZERO]
  return ten >= 0 && ten <= 9 && one >= 0 && one <= 9 ? ten * 10 + one : Number.NaN
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20
  return byte > NINE && lower >= 0x61 && lower <= 0x7a
}

export interface CleanDate {
  readonly day: number
  readonly month: number
  /** Where two digits are written, 1900 and these. */
  readonly year: number
  /** As the reader of dates calls it. */
  readonly shape: string
}

export function cleanDateOf(number: number): CleanDate {
  const months = Math.floor(number / 31)
  const years = Math.floor(months / 12)
  const parts = {
    day: (number % 31) + 1,
    month: (months % 12) + 1,
    year: (years % YEARS) + FIRST_YEAR,
  }
  return { ...parts, shape: FORMS[formOfNumber(number)] ?? "" }
}

/** "19800817" of a date with its century, 0 of another; nothing is made, for every row asks. */
export function wholeDay(number: number): number {
  const form = formOfNumber(number)
  if (form >= TWO_DIGITS) return 0
  const months = (number / 31) | 0
  const years = (months / 12) | 0
  const year = years - form * YEARS + FIRST_YEAR
  return year * 10_000 + (months - years * 12 + 1) * 100 + number - months * 31 + 1
}

export function formOfNumber(number: number): number {
  return (number / DATES_OF_FORM) | 0
}

/** A text that is read as the written one. */
export function cleanTextOf(number: number): string {
  const parts = cleanDateOf(number)
  const form = formOfNumber(number)
  const [day, month] = [twoText(parts.day), twoText(parts.month)]
  if (form === ISO) return `${parts.year}-${month}-${day}`
  if (form === WORD) return `${parts.day} ${ROMAN[parts.month - 1] ?? ""} ${parts.year}`
  const mark = (FORMS[form] ?? "d-").slice(1, 2)
  const year = form < TWO_DIGITS ? String(parts.year) : twoText(parts.year % 100)
  return [day, month, year].join(mark)
}

const ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]

function twoText(value: number): string {
  return String(value).padStart(2, "0")
}

/** Clean dates tell of the order of a column as one of these does. */
export const ORDER_SAMPLES = ["01-01-2000", "31-01-2000", "2000-01-01", "1 januari 2000"] as const

/** Which of them. */
export function orderSampleOf(number: number): number {
  const form = formOfNumber(number)
  if (form === ISO) return 2
  if (form === WORD) return 3
  return (number % 31) + 1 <= 12 ? 0 : 1
}
