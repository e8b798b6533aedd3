import { daysInMonth, parseIso, type LocalDate } from "./local-date.ts"

/** A calendar month, "YYYY-MM": text order is time order. Contributions are owed by the month. */
export type Month = string & { readonly __kind: "month" }

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

/** Exactly "YYYY-MM". */
export function parseMonth(text: string): Month | null {
  return parseIso(`${text}-01`) === null ? null : (text as Month)
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7) as Month
}

export function firstDay(month: Month): LocalDate {
  return `${month}-01` as LocalDate
}

export function lastDay(month: Month): LocalDate {
  const { year, number } = monthParts(month)
  return `${month}-${daysInMonth(year, number)}` as LocalDate
}

/** Some months later or earlier. */
export function shiftMonth(month: Month, by: number): Month {
  const { year, number } = monthParts(month)
  const index = year * 12 + (number - 1) + by
  const shifted = parseMonth(`${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}`)
  if (shifted === null) throw new RangeError(`month out of range: ${month} plus ${by}`)
  return shifted
}

/** `count` months in a row, beginning with `first`. */
export function monthsFrom(first: Month, count: number): readonly Month[] {
  return Array.from({ length: count }, (_, index) => shiftMonth(first, index))
}

/** "Januari 2026". */
export function formatMonthId(month: Month): string {
  const { year, number } = monthParts(month)
  return `${MONTHS_ID[number - 1]} ${year}`
}

function monthParts(month: Month): { year: number; number: number } {
  return { year: Number(month.slice(0, 4)), number: Number(month.slice(5, 7)) }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0")
}
