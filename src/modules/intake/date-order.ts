// In which order a column of dates stands: an office that writes months first writes all so.
import type { HeadedSheet } from "./layout.ts"

/**
 * `mixed`: rows of both kinds, so that a row which fits both is settled by other evidence.
 * `unsettled`: what little shows an order shows the month first; day first unless a NIK says
 * otherwise.
 */
export type DateOrder = "day_first" | "month_first" | "mixed" | "unsettled"

const NUMERIC = /^\D*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(?:\d{4}|\d{2})\b/
const MONTH_FIRST_LABEL = /\b(mm|bln|bulan|month)\s*[-/. ]\s*(dd|tgl|tanggal|day)\b/i
const DAY_FIRST_LABEL = /\b(dd|tgl|tanggal|day|hh)\s*[-/. ]\s*(mm|bln|bulan|bb|month)\b/i
/** One row alone is a slip of the hand, not the habit of an office. */
const ROWS_MIN = 2
/** So many of the rows that tell the order must say it for a file to be mixed. */
const MIXED_MIN = 3
const MIXED_SHARE_MIN = 0.2

/** What the dates of a column tell of their order; tallies of parts of a column add up. */
export interface DateTally {
  written: number
  numeric: number
  dayFirst: number
  monthFirst: number
}

export function emptyTally(): DateTally {
  return { written: 0, numeric: 0, dayFirst: 0, monthFirst: 0 }
}

/** Counts a date that stands so many times. */
export function tallyDate(tally: DateTally, text: string, times = 1): void {
  if (text.trim() === "") return
  tally.written += times
  const [found, first = 0, second = 0] = (NUMERIC.exec(text) ?? []).map(Number)
  if (found === undefined) return
  tally.numeric += times
  if (first > 12 && first <= 31 && second <= 12) tally.dayFirst += times
  else if (second > 12 && second <= 31 && first <= 12) tally.monthFirst += times
}

/** Judged by the column's labels, else by the rows in which only one order is a date. */
export function dateOrder(labels: readonly string[], dates: readonly string[]): DateOrder {
  const tally = emptyTally()
  for (const text of dates) tallyDate(tally, text)
  return orderOfTally(labels, tally)
}

export function orderOfTally(labels: readonly string[], tally: DateTally): DateOrder {
  if (labels.some((label) => MONTH_FIRST_LABEL.test(label))) return "month_first"
  if (labels.some((label) => DAY_FIRST_LABEL.test(label))) return "day_first"
  const { written, numeric, dayFirst, monthFirst } = tally
  const otherwise = monthFirst > 0 && dayFirst === 0 ? "unsettled" : "day_first"
  // Where most dates are written otherwise, the numeric ones are no habit.
  if (numeric * 2 < written) return otherwise
  if (dayFirst === 0) return monthFirst >= ROWS_MIN ? "month_first" : otherwise
  const share = monthFirst / (dayFirst + monthFirst)
  return monthFirst >= MIXED_MIN && share >= MIXED_SHARE_MIN ? "mixed" : otherwise
}

/** The labels and texts of every column of birth dates tell the order of the whole file. */
export function dateOrderOf(sheets: readonly HeadedSheet[]): DateOrder {
  const [labels, dates]: [string[], string[]] = [[], []]
  for (const { sheet, headers } of sheets) {
    for (const [number, { at, depth, columns, labels: said }] of headers.entries()) {
      const column = columns.get("birth_date") ?? columns.get("birth_place_date")
      if (column === undefined) continue
      labels.push(said.get(column) ?? "")
      const rows = sheet.rows.slice(at + depth, headers[number + 1]?.at)
      const cells = rows.flatMap((row) => row.cells.filter((cell) => cell.column === column))
      for (const cell of cells) dates.push(cell.text.slice(0, 100))
    }
  }
  return dateOrder(labels, dates)
}
