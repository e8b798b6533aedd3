import { NO_DIGITS_PACKED, twoDigits } from "../../../columns/packed-digits.ts"
import {
  COMMON_WORDS,
  DATE_ANCHOR_ROWS,
  DATE_SHARE_DEFAULT,
  LIST_ROWS_MIN,
  PHONE_ROWS_MAX,
  WORD_ANCHOR_ROWS,
  WORD_SHARE_DEFAULT,
} from "./anchors.ts"
import {
  COMMON,
  COUNTS_SHIFT,
  CROWDED_PHONE,
  HEAPED_WRITTEN,
  RARITIES,
  NAME,
  NIK_DATE,
  PHONE_HIGH,
  PHONE_LOW,
  ROW,
  TRAITS,
  WRITTEN_DATE,
  type MatchTable,
} from "./match-table.ts"
import type { NameTable } from "./name-table.ts"

/** How common values are on this very list: a rare name that agrees says more than "Siti". */
export interface ListFrequencies {
  /** Counting rows. */
  readonly rows: number
  /** By number of a word: in how many names of rows it stands. */
  readonly words: Uint32Array
  /** By sorted number of a name: how many rows have it. */
  readonly names: Uint32Array
  /** By dayNumber. */
  readonly dates: Uint32Array
  /** Packed digits of phones that many rows give, both words as one number. */
  readonly phones: ReadonlySet<number>
}

/** A word on one row in 5,000 is a name; 4 rows at least, which one person's duplicates are not. */
const ESTABLISHED_SHARE = 1 / 5_000
const ESTABLISHED_ROWS_MIN = 4

/** Counts a list, and writes into each row how common its values are. */
export function countFrequencies(table: MatchTable): ListFrequencies {
  const frequencies = countRows(table)
  noteCommonness(table, frequencies)
  return frequencies
}

function countRows(table: MatchTable): ListFrequencies {
  const { cells, names } = table
  const rowsOfName = new Uint32Array(names.size)
  const dates = new Uint32Array(DATES_END)
  const phones = new Float64Array(table.length)
  let rows = 0
  let phoneCount = 0
  for (let at = 0; at < table.length * ROW; at += ROW) {
    if ((((cells[at + TRAITS] ?? 0) >>> COUNTS_SHIFT) & 1) === 0) continue
    rows++
    const name = cells[at + NAME] ?? 0
    rowsOfName[name] = (rowsOfName[name] ?? 0) + 1
    const day = dayNumber(cells[at + WRITTEN_DATE] || (cells[at + NIK_DATE] ?? 0))
    dates[day] = (dates[day] ?? 0) + 1
    const phone = cells[at + PHONE_HIGH] ?? 0
    if (phone !== NO_DIGITS_PACKED)
      phones[phoneCount++] = phone * 2 ** 32 + (cells[at + PHONE_LOW] ?? 0)
  }
  const crowded = crowdedPhones(phones.subarray(0, phoneCount).sort())
  return { rows, dates, ...countNames(names, rowsOfName), phones: crowded }
}

/** What is counted of a list elsewhere: its rows, words of names by their text, and the asked row's birth date. */
export interface KnownCounts {
  readonly rows: number
  readonly words: Readonly<Record<string, number>>
  readonly born: number
}

/** Frequencies of a whole list for a table of some of its rows; the first row is the one that was asked about. */
export function frequenciesAmong(table: MatchTable, counts: KnownCounts): ListFrequencies {
  const among = countRows(table)
  const { texts } = table.names.words
  const words = Uint32Array.from(texts, (text, word) =>
    Math.max(counts.words[text] ?? 0, among.words[word] ?? 0),
  )
  const day = dayNumber((table.cells[WRITTEN_DATE] ?? 0) || (table.cells[NIK_DATE] ?? 0))
  const dates = among.dates.slice()
  dates[day] = Math.max(counts.born, dates[day] ?? 0)
  const frequencies = { ...among, rows: Math.max(counts.rows, among.rows), words, dates }
  noteCommonness(table, frequencies)
  return frequencies
}

/** Writes into each row how common its name, phone and dates are on the list, so that pairs need not ask. */
function noteCommonness(table: MatchTable, frequencies: ListFrequencies): void {
  const { cells, names } = table
  const rarities = Uint8Array.from({ length: names.size }, (_, name) =>
    rarityOf(nameShare(frequencies, names.sorted[name] ?? 0)),
  )
  for (let at = 0; at < table.length * ROW; at += ROW) {
    const phone = (cells[at + PHONE_HIGH] ?? 0) * 2 ** 32 + (cells[at + PHONE_LOW] ?? 0)
    cells[at + COMMON] =
      (rarities[cells[at + NAME] ?? 0] ?? 0) |
      (frequencies.phones.has(phone) ? CROWDED_PHONE : 0) |
      (isHeaped(frequencies, cells[at + WRITTEN_DATE] ?? 0) ? HEAPED_WRITTEN : 0)
  }
}

function rarityOf(share: number): number {
  return Math.min(RARITIES - 1, Math.round(Math.log2(1 / share)))
}

/** A day on which so many of a list were born is a default, not a memory. */
const HEAPED_SHARE = 3e-4
const HEAPED_ROWS_MIN = 5

function isHeaped(frequencies: ListFrequencies, date: number): boolean {
  const rows = frequencies.dates[dayNumber(date)] ?? 0
  return rows >= HEAPED_ROWS_MIN && dateShare(frequencies, date) > HEAPED_SHARE
}

/** A number for every date of a century. */
function dayNumber(date: number): number {
  return (twoDigits(date >>> 16) * 13 + twoDigits(date >>> 8)) * 32 + twoDigits(date)
}

const DATES_END = 100 * 13 * 32

function countNames(
  names: NameTable,
  rowsOfName: Uint32Array,
): Pick<ListFrequencies, "words" | "names"> {
  const words = new Uint32Array(names.words.size)
  const sorted = new Uint32Array(names.sortedSize)
  const { list } = names
  for (let name = 1; name < names.size; name++) {
    const rows = rowsOfName[name] ?? 0
    if (rows === 0) continue
    const number = names.sorted[name] ?? 0
    sorted[number] = (sorted[number] ?? 0) + rows
    const first = names.firstWord(name)
    for (let at = first; at < names.endWord(name); at++) {
      const word = list[at] ?? 0
      // A word that a name repeats counts once.
      if (list.indexOf(word, first) === at) words[word] = (words[word] ?? 0) + rows
    }
  }
  return { words, names: sorted }
}

/** Phones that more rows give than one household has, of all in ascending order. */
function crowdedPhones(phones: Float64Array): Set<number> {
  const crowded = new Set<number>()
  for (let at = PHONE_ROWS_MAX; at < phones.length; at++)
    if (phones[at] === phones[at - PHONE_ROWS_MAX]) crowded.add(phones[at] ?? 0)
  return crowded
}

/** Share of rows with a word in their name; what is usual anchors short lists. */
export function wordShare(frequencies: ListFrequencies, word: number, text: string): number {
  const anchor = (COMMON_WORDS[text] ?? WORD_SHARE_DEFAULT) * WORD_ANCHOR_ROWS
  return ((frequencies.words[word] ?? 0) + anchor) / (frequencies.rows + WORD_ANCHOR_ROWS)
}

/** The word stands on so many rows that it is a name of its own and not a slip of the pen. */
export function isEstablished(frequencies: ListFrequencies, word: number, text: string): boolean {
  const rows = Math.max(ESTABLISHED_ROWS_MIN, frequencies.rows * ESTABLISHED_SHARE)
  return text in COMMON_WORDS || (frequencies.words[word] ?? 0) >= rows
}

/** Share of rows with these words as their name, in any order. */
function nameShare(frequencies: ListFrequencies, sorted: number): number {
  const rows = Math.max(1, frequencies.names[sorted] ?? 1)
  return rows / Math.max(frequencies.rows, LIST_ROWS_MIN)
}

/** Share of rows born on a date (yymmdd, packed). */
function dateShare(frequencies: ListFrequencies, date: number): number {
  const rows = (frequencies.dates[dayNumber(date)] ?? 0) + DATE_SHARE_DEFAULT * DATE_ANCHOR_ROWS
  return rows / (frequencies.rows + DATE_ANCHOR_ROWS)
}
