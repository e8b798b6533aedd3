// In which order a column of dates stands: a clerk who writes months first writes all so.
import { isNik, nikDateParts } from "../../../kernel/nik.ts"
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import type { HeadedSheet, Header } from "../layout/layout.ts"

/**
 * `mixed`: rows of both kinds, so that a row which fits both is settled by other evidence.
 * `unsettled`: what little shows an order shows the month first; day first unless a NIK says
 * otherwise.
 */
export type DateOrder = "day_first" | "month_first" | "mixed" | "unsettled"

const NUMERIC = /^\D*(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(?:\d{4}|\d{2})\b/
const MONTH_FIRST_LABEL = /\b(mm|bln|bulan|month)\s*[-/. ]\s*(dd|tgl|tanggal|day)\b/i
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
  const { written, numeric, dayFirst, monthFirst } = tally
  if (monthFirst === 0) return "day_first"
  // Where most dates are written otherwise, the numeric ones are no habit.
  const isHabit = numeric * 2 >= written
  if (dayFirst === 0) return isHabit && monthFirst >= ROWS_MIN ? "month_first" : "unsettled"
  if (!isHabit && monthFirst <= dayFirst) return "day_first"
  const share = monthFirst / (dayFirst + monthFirst)
  return monthFirst >= MIXED_MIN && share >= MIXED_SHARE_MIN ? "mixed" : "day_first"
}

/**
 * The order of each table's dates of birth: tables of a workbook may come from several hands. One that
 * shows no order stands as the whole file does. Pages of one table under a repeated header are one, and
 * so is a csv, which one program wrote.
 */
export function dateOrdersOf(
  sheets: readonly HeadedSheet[],
  isCsv: boolean,
): ReadonlyMap<Header, DateOrder> {
  const whole = emptyTable()
  const tables = new Map<string, DatedTable>()
  const tableOf = new Map<Header, DatedTable>()
  for (const [number, headed] of sheets.entries())
    for (const header of headed.headers) {
      const key = isCsv ? "" : JSON.stringify([number, ...header.labels])
      const table = tables.get(key) ?? emptyTable()
      tables.set(key, table)
      tableOf.set(header, table)
      const dates = datesOf(headed, header)
      for (const into of isCsv ? [table] : [table, whole]) addDates(into, dates, isCsv)
    }
  return new Map([...tableOf].map(([header, table]) => [header, orderOf(table, whole)]))
}

interface DatedTable {
  readonly labels: string[]
  readonly tally: DateTally
  /** Dates that may stand both ways, in the order in which the NIK beside them fits. */
  readonly byNik: { dayFirst: number; monthFirst: number }
}

function emptyTable(): DatedTable {
  return { labels: [], tally: emptyTally(), byNik: { dayFirst: 0, monthFirst: 0 } }
}

function orderOf(own: DatedTable, whole: DatedTable): DateOrder {
  const [tally, both] = [tallyOf(own), tallyOf(whole)]
  const tells = tally.dayFirst + tally.monthFirst > 0 || whole.labels.length === 0
  return tells ? orderOfTally(own.labels, tally) : orderOfTally(whole.labels, both)
}

/** A few numeric dates among others are slips, of which a NIK shows no habit. */
function tallyOf({ tally, byNik }: DatedTable): DateTally {
  if (tally.numeric * 2 < tally.written) return tally
  const dayFirst = tally.dayFirst + byNik.dayFirst
  return { ...tally, dayFirst, monthFirst: tally.monthFirst + byNik.monthFirst }
}

/** The dates below one header, and the NIKs beside them. */
interface TableDates {
  readonly label: string
  readonly rows: readonly { readonly date: string; readonly nik: string }[]
}

function datesOf({ sheet, headers }: HeadedSheet, header: Header): TableDates | null {
  const { at, depth, columns, labels } = header
  const column = columns.get("birth_date") ?? columns.get("birth_place_date")
  if (column === undefined) return null
  const rows = sheet.rows.slice(at + depth, headers[headers.indexOf(header) + 1]?.at)
  const texts = rows.map((row) => ({
    date: textAt(row, column).slice(0, 100),
    nik: textAt(row, columns.get("nik")),
  }))
  return { label: labels.get(column) ?? "", rows: texts }
}

/** Columns of a csv are tallied by their dates alone, wherever they are read. */
function addDates(table: DatedTable, dates: TableDates | null, isCsv: boolean): void {
  if (dates === null) return
  table.labels.push(dates.label)
  for (const { date, nik } of dates.rows) {
    tallyDate(table.tally, date)
    if (!isCsv) tallyByNik(table, date, nik)
  }
}

function textAt({ cells }: RawRow, at: number | undefined): string {
  return cells.find(({ column }) => column === at)?.text ?? ""
}

/**
 * A date that may stand both ways shows the order in which a NIK beside it fits. One that is a date with
 * the month first alone, which the NIK denies, shows a slip and no order.
 */
function tallyByNik({ tally, byNik }: DatedTable, text: string, written: string): void {
  const [found, first = 0, second = 0] = (NUMERIC.exec(text) ?? []).map(Number)
  if (found === undefined || first === second || first > 12) return
  const nik = written.trim()
  const inNik = isNik(nik) ? nikDateParts(nik) : null
  if (inNik === null) return
  const isTurned = inNik.day === second && inNik.month === first
  if (second > 12) {
    if (second <= 31 && !isTurned) tally.monthFirst--
  } else if (isTurned) byNik.monthFirst++
  else if (inNik.day === first && inNik.month === second) byNik.dayFirst++
}
