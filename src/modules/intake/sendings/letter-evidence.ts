// What a list itself tells of the letter that it came with: its number, its day, how many people.
import { localDate, type LocalDate } from "../../../kernel/local-date.ts"
import type { RawRow, RawSheet, Workbook } from "../../../platform/spreadsheet/workbook.ts"
import { monthOfWord } from "../values/month-words.ts"

export interface LetterEvidence {
  readonly number: string
  /** "Balikpapan, 12 Oktober 2025" or "Tanggal : 12 Oktober 2025". */
  readonly letterOn: LocalDate | null
  /** A date in the file's name. */
  readonly namedOn: LocalDate | null
  /** When the document says it was last saved. */
  readonly savedOn: LocalDate | null
  /** "sebanyak 214 orang". */
  readonly claimed: number | null
  /** How often the name says that the list was sent anew. */
  readonly revision: number
}

export interface EvidenceSource {
  readonly name: string
  readonly savedOn: LocalDate | null
  readonly workbook: Workbook | null
  /** Sheet → row of its headings; none: the sheet holds no list. */
  readonly headerRows: ReadonlyMap<string, number>
  /** A letter of a season is at most two years old and not from the future's. */
  readonly on: LocalDate
}

export function evidenceOf(source: EvidenceSource): LetterEvidence {
  const { name, savedOn, workbook, headerRows, on } = source
  const sheets = workbook?.sheets.filter((sheet) => !sheet.hidden) ?? []
  const lines = sheets.flatMap((sheet) => proseOf(sheet, headerRows.get(sheet.name)))
  const dated = lines.map((line) => letterDate(line, on)).filter((date) => date !== null)
  return {
    number: lines.map(letterNumber).find((found) => found !== "") ?? "",
    letterOn: dated[0] ?? null,
    namedOn: dateInName(name, on),
    savedOn,
    claimed: lines.map(claimedIn).find((count) => count !== null) ?? null,
    revision: revisionOf(name),
  }
}

const COVER_ROWS = 60
/** Rows at the end of a list among which the lines of its letter may stand. */
export const CLOSING_ROWS = 15
/** A line of a letter fills few cells, a person many. */
const PROSE_CELLS_MAX = 4
const LINE_LENGTH = 400

/** Lines of a letter: above the headings of a list, below its people, or all of a cover sheet. */
function proseOf(sheet: RawSheet, header: number | undefined): string[] {
  const above =
    header === undefined
      ? sheet.rows.slice(0, COVER_ROWS)
      : sheet.rows.filter((row) => row.number < header)
  const closing = header === undefined ? [] : sheet.rows.slice(-CLOSING_ROWS)
  const below = closing.filter((row) => header !== undefined && row.number > header)
  return [...above, ...below].filter(isProse).map(lineOf)
}

function isProse({ cells }: RawRow): boolean {
  const filled = cells.filter((cell) => cell.text.trim() !== "")
  return filled.length > 0 && filled.length <= PROSE_CELLS_MAX
}

function lineOf({ cells }: RawRow): string {
  const texts = cells.map((cell) => cell.text).join(" ")
  return texts.replace(/\s+/g, " ").trim().slice(0, LINE_LENGTH)
}

/** "Nomor : 400.9/214/Kel-DM/X/2025"; a number left blank in the form is none. */
function letterNumber(line: string): string {
  const found =
    /\b(?:nomor|no)\b\.?\s*(?:surat)?\s*[:.]?\s*([0-9][0-9a-z.-]*(?:\s?\/\s?[0-9a-z.-]+){2,})/i
  return (found.exec(line)?.[1] ?? "").replace(/\s/g, "")
}

const LETTER_DATE =
  /(?:^[\p{L} .]{3,40},\s*|\btanggal\s*:?\s*|\btgl\.?\s*:?\s*)(\d{1,2})[\s\-/.]+(\p{L}{3,9}|\d{1,2})[\s\-/.]+(\d{4})\b/iu

function letterDate(line: string, on: LocalDate): LocalDate | null {
  // "Lahir di Balikpapan, 12 Oktober 1985" is no day of a letter.
  if (/lahir/i.test(line)) return null
  const [, day, month, year] = LETTER_DATE.exec(line) ?? []
  return near(dateOf(day, month, year), on)
}

const CLAIM =
  /\b(?:sebanyak|sejumlah|berjumlah)\s*:?\s*(\d{1,3}(?:\.\d{3})+|\d{1,6})\s*(?:\([^)]{0,80}\)\s*)?(?:orang|jiwa|pekerja|peserta|calon|warga|nama|kpm)\b/i

function claimedIn(line: string): number | null {
  const digits = CLAIM.exec(line)?.[1]?.replaceAll(".", "")
  return digits === undefined ? null : Number(digits)
}

const NAME_DATES: readonly RegExp[] = [
  /(?<!\d)(?<year>20\d\d)[-_. ]?(?<month>[01]\d)[-_. ]?(?<day>[0-3]\d)(?!\d)/,
  /(?<!\d)(?<day>\d{1,2})[-_. ](?<month>\d{1,2}|\p{L}{3,9})[-_. ](?<year>20\d\d)(?!\d)/iu,
]

function dateInName(name: string, on: LocalDate): LocalDate | null {
  for (const pattern of NAME_DATES) {
    const { day, month, year } = pattern.exec(name)?.groups ?? {}
    const date = near(dateOf(day, month, year), on)
    if (date !== null) return date
  }
  return null
}

function dateOf(
  day: string | undefined,
  month: string | undefined,
  year: string | undefined,
): LocalDate | null {
  if (day === undefined || month === undefined || year === undefined) return null
  const number = /^\d+$/.test(month) ? Number(month) : monthOfWord(month.toLowerCase())
  return number === null ? null : localDate(Number(year), number, Number(day))
}

const YEARS_BACK = 2

function near(date: LocalDate | null, on: LocalDate): LocalDate | null {
  if (date === null) return null
  const years = Number(on.slice(0, 4)) - Number(date.slice(0, 4))
  return years >= -1 && years <= YEARS_BACK ? date : null
}

const AGAIN =
  /\b(revisi|rev|perbaikan|ralat|koreksi|pembetulan|terbaru|terakhir|update|updated|final|fix|susulan|tambahan|ulang|salinan|copy|baru)\b/g
const COUNTED = /\b(?:kirim(?:an)?|ke|tahap|versi|ver|v|rev|revisi)[\s.-]*(\d{1,2})\b/
/** A browser numbers the second download "(1)". */
const NUMBERED_COPY = /\((\d{1,2})\)$/
const EARLY = /\b(draf|draft|konsep|awal|lama|old)\b/

/** "(kirim 1)" 1, "REVISI 2" 2 and more, "perbaikan" one more than without. */
function revisionOf(name: string): number {
  const plain = name
    .replace(/\.[a-z0-9]+$/i, "")
    .replace(/[_]+/g, " ")
    .toLowerCase()
    .trim()
  const counted = Number(COUNTED.exec(plain)?.[1] ?? 1)
  const copies = Number(NUMBERED_COPY.exec(plain)?.[1] ?? 0)
  const words = new Set(plain.match(AGAIN) ?? []).size
  return counted + copies + words - (EARLY.test(plain) ? 1 : 0)
}
