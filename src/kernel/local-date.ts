/** A calendar date without a zone, "YYYY-MM-DD": text order is date order. */
export type LocalDate = string & { readonly __kind: "local-date" }

const MONTHS_ID = [
  "Januari",
  "Februari",
  "Maret",
  "April",
  "Mei",
  "Juni",
  "Juli",
  "Agustus",
  "September",
  "Oktober",
  "November",
  "Desember",
]

export function daysInMonth(year: number, month: number): number {
  if (month === 2) {
    const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
    return leap ? 29 : 28
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The date, or null where the calendar has none (31/02, month 13, year below 1). */
export function localDate(year: number, month: number, day: number): LocalDate | null {
  const whole = Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day)
  if (!whole || year < 1 || year > 9999 || month < 1 || month > 12) return null
  if (day < 1 || day > daysInMonth(year, month)) return null
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as LocalDate
}

/** Exactly "YYYY-MM-DD". */
export function parseIso(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match ? localDate(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** "YYYY-MM-DD", or day, month and year as Indonesia writes them: 15-11-2026, 15/11/2026, 5.1.2026. */
export function parseTyped(text: string): LocalDate | null {
  const match = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(text)
  if (match === null) return parseIso(text)
  return localDate(Number(match[4]), Number(match[3]), Number(match[1]))
}

export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  return {
    year: Number(date.slice(0, 4)),
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8, 10)),
  }
}

/** The same day some months later or earlier; a day the target month lacks becomes its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = dateParts(date)
  const index = year * 12 + (month - 1) + months
  const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
  const moved = localDate(y, m, Math.min(day, daysInMonth(y, m)))
  if (moved === null) throw new RangeError(`date out of range: ${date} plus ${months} months`)
  return moved
}

/** Completed years of age on a date: the birthday itself counts as completed. */
export function ageOn(birth: LocalDate, on: LocalDate): number {
  const [b, o] = [dateParts(birth), dateParts(on)]
  const before = o.month < b.month || (o.month === b.month && o.day < b.day)
  return o.year - b.year - (before ? 1 : 0)
}

/** "21 Maret 2026". */
export function formatDateId(date: LocalDate): string {
  const { year, month, day } = dateParts(date)
  return `${day} ${MONTHS_ID[month - 1]} ${year}`
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0")
}
