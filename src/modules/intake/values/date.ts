import { birthDateFromNik, nikDateParts, type Nik } from "../../../kernel/nik.ts"
import { ageOn, dateParts, localDate, type LocalDate } from "../../../kernel/local-date.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import type { CellKind } from "../../../platform/spreadsheet/workbook.ts"
import type { FindingCode } from "../findings/finding.ts"
import type { DateOrder } from "./date-order.ts"
import { monthOfWord } from "./month-words.ts"

export interface DateReading {
  readonly date: LocalDate | null
  /** The shape of the cell, for comparing with the other rows of a file. */
  readonly shape: string
  readonly codes: readonly FindingCode[]
}

export interface DateContext {
  readonly kind: CellKind
  readonly date1904: boolean
  /** Ages are reckoned on this day when a century must be chosen. */
  readonly on: LocalDate
  readonly nik: Nik | null
  /** How the numbers of the column stand; day before month where nothing is known. */
  readonly order?: DateOrder
}

/** Workers: a two-digit year must give an age in this span. */
const AGE_YEARS_MIN = 15
const AGE_YEARS_MAX = 90
const OLDEST_YEAR = 1900

const BLANK = /^(-+|\.+|\?+|n\/?a|null|kosong|tidak ada|belum ada|menyusul)?$/

/** "Jumat Kliwon, ": the day of the week says nothing that the date does not. */
const WEEKDAY =
  /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|(?:sun|mon|tues|wednes|thurs|fri|satur)day)(\s+(kliwon|legi|pahing|pon|wage))?[,\s]+/
const LABEL = /^(?:(?:tgl|tanggal)\b\.?\s*(?:lahir)?|lahir|ttl)\s*[.:]?\s*/
/** Midnight only: another hour may be a date that a time zone has moved by a day. */
const MIDNIGHT =
  /\s+(?:0?0[:.]00(?:[:.]00(?:\.0+)?)?|12:00(?::00)? ?am)$|t00:00(?::00)?(?:\.0+)?z?$/
/** "17-08-1980 (45 th)", "17-08-1980/45", "… umur 45": an age behind the date. */
const AGE_BEHIND =
  /((?:19|20)\d{2})(?:\s*(?:[/(,]\s*\d{1,2}|[-\s]\s*\d{1,2}(?=\s*t))|[\s(,/-]+(?:umur|usia)\s*:?\s*\d{1,3})\s*(?:th|thn|tahun)?\.?\s*\)?$/

/** Other marks between the numbers, and the apostrophe of a year cut short. */
const OTHER_MARKS = /(?<=\d)\s*[\\|:;*=']\s*(?=\d)|(?<=[-/.])'(?=\d{2}$)/g
const DOUBLED_MARK = /([-/.])(?:\s*\1|\/)+(?=\d)/g
/** "14/06/19 82": a blank within the year. */
const CUT_YEAR = /(?<=[-/.])(19|20) (\d{2})$/
/** "14 Juni th 1982": the year with its name. */
const NAMED_YEAR =
  /^(\d{1,2})\s*(?:(?:bulan|bln|bl)\b\.?\s*|[-/\s]\s*)([a-z]+)\s+(?:tahun|thn|th)\b\.?\s*(\d{4})$/
/** "14 bln 6 thn 1982": each part with its name, in whatever order others of the list stand. */
const NAMED_PARTS =
  /^(\d{1,2})\s*(?:bulan|bln|bl)\b\.?\s*(\d{1,2})\s+(?:tahun|thn|th)\b\.?\s*(\d{4})$/

/** A date of birth as written. One reading is taken; two are settled by the NIK; none is asked. */
export function readBirthDate(text: string, context: DateContext): DateReading {
  const reading = readCalendarDate(text, context)
  if (reading.date === null || isBirth(reading.date, context.on)) return reading
  return { date: null, shape: reading.shape, codes: ["DOB_IMPOSSIBLE"] }
}

/** Nobody is born tomorrow, and nobody who works was born before 1900. */
function isBirth(date: LocalDate, on: LocalDate): boolean {
  return date <= on && Number(date.slice(0, 4)) >= OLDEST_YEAR
}

/** Any date of the calendar, as registers and lists write it. */
export function readCalendarDate(text: string, context: DateContext): DateReading {
  const plain = foldText(text).replace(/^'/, "").replace(MIDNIGHT, "").trim()
  if (BLANK.test(plain)) return { date: null, shape: "", codes: ["DOB_MISSING"] }
  if (context.kind === "date" || (context.kind === "number" && /^\d{4,5}(\.\d+)?$/.test(plain))) {
    return fromSerial(plain, context)
  }
  if (context.kind === "text" && /^\d{5}$/.test(plain)) return serialText(Number(plain), context)
  const cleaned = plain
    .replace(/\s*[‐-―_]\s*/g, "-")
    .replace(LABEL, "")
    .replace(WEEKDAY, "")
    .replace(/[.,]$/, "")
    .replace(AGE_BEHIND, "$1")
    .replace(OTHER_MARKS, "/")
    .replace(DOUBLED_MARK, "$1")
    .replace(CUT_YEAR, "$1$2")
    .replace(NAMED_YEAR, "$1 $2 $3")
    .replace(NAMED_PARTS, (_, day: string, month: string, year: string) =>
      [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-"),
    )
  return numericDate(cleaned, context) ?? wordDate(cleaned, context) ?? otherDate(cleaned)
}

/** A serial number that lost its format has two readings, four years apart: 1900 and 1904. */
function serialText(serial: number, context: DateContext): DateReading {
  const readings = [false, true].map((date1904) => dateFromSerial(serial, date1904))
  const fitting = readings.filter(
    (date) => date !== null && fitsNik(partsOfDate(date), context.nik),
  )
  const [date] = fitting
  if (fitting.length === 1 && date) return { date, shape: "date", codes: [] }
  return { date: null, shape: "date", codes: ["DOB_AMBIGUOUS"] }
}

function partsOfDate(date: LocalDate): DateParts {
  return partsOf(date.slice(8, 10), date.slice(5, 7), date.slice(0, 4))
}

function fromSerial(text: string, context: DateContext): DateReading {
  if (/^\d{4}-\d{2}-\d{2}/.test(text)) {
    const [y, m, d] = text.slice(0, 10).split("-").map(Number)
    return settled(localDate(y ?? 0, m ?? 0, d ?? 0), "date")
  }
  const serial = Math.floor(Number(text))
  // A bare four-digit number from 1900 on is a year, not the serial of a day in 1905.
  if (context.kind === "number" && serial >= 1900 && serial <= 2100) {
    return { date: null, shape: "year", codes: ["DOB_YEAR_ONLY"] }
  }
  return settled(dateFromSerial(serial, context.date1904), "date")
}

/** Excel counts days from 1899-12-30 (its 29 February 1900 does not exist), or from 1904-01-01. */
export function dateFromSerial(serial: number, date1904: boolean): LocalDate | null {
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const day = new Date(epoch + serial * 86_400_000)
  return localDate(day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate())
}

/** A date cell as people see it, day first; other text as it is. */
export function shownDate(text: string, date1904: boolean): string {
  const iso = /^(\d{4})-(\d\d)-(\d\d)/.exec(text)
  if (iso !== null) return `${iso[3]}-${iso[2]}-${iso[1]}`
  const date = dateFromSerial(Number(text), date1904)
  if (date === null) return text
  const { day, month, year } = dateParts(date)
  const pad = (value: number): string => String(value).padStart(2, "0")
  return `${pad(day)}-${pad(month)}-${year}`
}

function numericDate(text: string, context: DateContext): DateReading | null {
  const iso = /^(\d{4})\s*([-/.\s])\s*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})$/.exec(text)
  if (iso) return dated(partsOf(iso[4], iso[3], iso[1]), `Y${mark(iso[2])}m`, context)
  // A number cell drops the zero in front of "07081980".
  const packed = context.kind === "number" ? text.replace(/^\d{7}$/, "0$&") : text
  if (/^\d{8}$/.test(packed)) return packedDate(packed, context)
  const usual = /^(\d{1,2})\s*([-/.,\s])\s*(\d{1,2})\s*[-/.,\s]\s*(\d{4}|\d{2})$/.exec(text)
  if (!usual) return null
  const written = partsOf(usual[1], usual[3], usual[4])
  const parts = inOrder(written, context)
  if (parts === null) return { date: null, shape: `d${mark(usual[2])}Y`, codes: ["DOB_AMBIGUOUS"] }
  const reading =
    usual[4]?.length === 2
      ? twoDigitYear(parts, `d${mark(usual[2])}y`, context)
      : dated(parts, `d${mark(usual[2])}Y`, context)
  if (parts.day === written.day || reading.date === null) return reading
  return { ...reading, codes: [...reading.codes, "DOB_MMDD"] }
}

/**
 * Month before day where the column stands so. In a mixed or unsettled one two readings are settled
 * by the NIK that fits one of them; where it does not, a mixed one gives null.
 */
function inOrder(written: DateParts, context: DateContext): DateParts | null {
  const turned = { ...written, day: written.month, month: written.day }
  if (turned.month > 12 || written.month > 12 || turned.day === turned.month) return written
  if (context.order === "month_first") return turned
  if (context.order !== "mixed" && context.order !== "unsettled") return written
  const [asWritten, asTurned] = [fitsNik(written, context.nik), fitsNik(turned, context.nik)]
  if (asWritten === asTurned) return context.order === "mixed" ? null : written
  return asTurned ? turned : written
}

function fitsNik({ day, month, year }: DateParts, nik: Nik | null): boolean {
  const inNik = nik === null ? null : nikDateParts(nik)
  if (inNik === null || inNik.yearOfCentury !== year % 100) return false
  return inNik.day === day && inNik.month === month
}

/** "17081980" or "19800817": only one of the two orders can be a date of this age. */
function packedDate(text: string, context: DateContext): DateReading {
  const dayFirst = partsOf(text.slice(0, 2), text.slice(2, 4), text.slice(4))
  const yearFirst = partsOf(text.slice(6), text.slice(4, 6), text.slice(0, 4))
  return calendarDate(dayFirst) === null && calendarDate(yearFirst) !== null
    ? dated(yearFirst, "Ymd", context)
    : dated(dayFirst, "dmY", context)
}

interface DateParts {
  readonly day: number
  readonly month: number
  readonly year: number
}

function partsOf(day?: string, month?: string | number, year?: string): DateParts {
  return { day: Number(day), month: Number(month), year: Number(year) }
}

function calendarDate({ day, month, year }: DateParts): LocalDate | null {
  return year >= OLDEST_YEAR ? localDate(year, month, day) : null
}

function mark(separator: string | undefined): string {
  return separator === undefined || separator.trim() === "" ? " " : separator
}

function wordDate(text: string, context: DateContext): DateReading | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]*([a-z]+)[\s\-/.,']*(\d{4}|\d{2})$/.exec(
    text,
  )
  const monthFirst = /^([a-z]+)[\s\-/.]*(\d{1,2})(?:st|nd|rd|th)?[\s\-/.,]+(\d{4})$/.exec(text)
  const [day, word, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = monthOfWord(word ?? "")
  if (day === undefined || year === undefined || month === null) return null
  const parts = partsOf(day, month, year)
  return year.length === 2
    ? twoDigitYear(parts, "d word y", context)
    : dated(parts, "word", context)
}

function otherDate(text: string): DateReading {
  const yearOnly = /^(?:th\.?|thn|tahun)?\s*(19|20)\d{2}$/.test(text)
  if (yearOnly) return { date: null, shape: "year", codes: ["DOB_YEAR_ONLY"] }
  return { date: null, shape: "?", codes: ["DOB_IMPOSSIBLE"] }
}

/**
 * Day before month; the other order only where it alone is a date ("08/17/1980") and no NIK says
 * that the month was mistyped instead.
 */
function dated(parts: DateParts, shape: string, context: DateContext): DateReading {
  const straight = calendarDate(parts)
  if (straight !== null) return { date: straight, shape, codes: [] }
  const turned = { ...parts, day: parts.month, month: parts.day }
  const reversed = parts.month > 12 ? calendarDate(turned) : null
  if (reversed !== null && !isSlip(turned, context))
    return { date: reversed, shape, codes: ["DOB_MMDD"] }
  return { date: null, shape, codes: ["DOB_IMPOSSIBLE"] }
}

/** Where months do not stand first anyway, a date that the NIK denies is no certain reading. */
function isSlip(turned: DateParts, context: DateContext): boolean {
  if (context.order === "month_first" || context.order === "mixed") return false
  const { nik } = context
  return nik !== null && nikDateParts(nik) !== null && !fitsNik(turned, nik)
}

/** The NIK settles the century where its two digits agree, else the age of a worker does. */
function twoDigitYear(parts: DateParts, shape: string, context: DateContext): DateReading {
  const century = centuryOf(parts.year, context)
  if (century === null) return { date: null, shape, codes: ["DOB_IMPOSSIBLE"] }
  const reading = dated({ ...parts, year: century + parts.year }, shape, context)
  return reading.date === null ? reading : { ...reading, codes: ["DOB_2DIGIT", ...reading.codes] }
}

/** 1900 or 2000 of a year of two digits; null where both or neither could be. */
export function centuryOf(yy: number, context: Pick<DateContext, "on" | "nik">): number | null {
  const inNik = context.nik === null ? null : birthDateFromNik(context.nik, context.on)
  const sameDigits = context.nik !== null && nikDateParts(context.nik)?.yearOfCentury === yy
  if (inNik !== null && sameDigits) return Math.floor(Number(inNik.slice(0, 4)) / 100) * 100
  const fitting = [1900, 2000].filter((century) => {
    const middle = localDate(century + yy, 7, 1)
    if (middle === null || middle > context.on) return false
    const age = ageOn(middle, context.on)
    return age >= AGE_YEARS_MIN && age <= AGE_YEARS_MAX
  })
  return fitting.length === 1 ? (fitting[0] ?? null) : null
}

function settled(date: LocalDate | null, shape: string): DateReading {
  return { date, shape, codes: date === null ? ["DOB_IMPOSSIBLE"] : [] }
}

/** No place with its date is longer. */
const WORDED_MAX = 100
/** "Balikpapan, March 20, 1966": month, day and year behind a place. */
const WORDED_DATE = /^(.*?)[\s,/;:\-–]*\b([a-z]{3,}\.?)(\s+\d{1,2}(?:st|nd|rd|th)?[\s,]+\d{4})$/is

/** Place and date in one cell: "Balikpapan, 09-09-1974", "Surakarta / 27 Sept 1986". */
export function splitPlaceDate(text: string): { place: string; date: string } {
  const worded = WORDED_DATE.exec(text.trim().slice(0, WORDED_MAX))
  if (worded && monthOfWord(foldText(worded[2] ?? "")) !== null)
    return { place: (worded[1] ?? "").trim(), date: `${worded[2] ?? ""}${worded[3] ?? ""}` }
  // "Makassar, l7-08-1980": a letter that stands for a digit belongs to the date.
  if (/(?:^|[\s,/;:\-–])[oilsb]\d/i.test(text.trim())) return { place: "", date: text.trim() }
  const match = /^([^\d]*?)[\s,/;:\-–]*((?:\d|'\d).*)$/s.exec(text.trim())
  if (match) return { place: (match[1] ?? "").trim(), date: (match[2] ?? "").trim() }
  return { place: text.trim(), date: "" }
}
