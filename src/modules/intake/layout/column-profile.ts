// What stands in a column, told from a sample of its cells without looking at its label.
import { isNik, nikDateParts } from "../../../kernel/nik.ts"
import { foldText } from "../../../kernel/text-fold.ts"
import type { RawCell, RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { isDitto } from "./ditto.ts"
import type { Field } from "./field.ts"
import { splitNameAndNik } from "../values/nik-cells.ts"
import { classifyOccupation, type OccupationTable } from "../occupations/occupation.ts"
import { areaOf, type AreaTable } from "../values/area.ts"
import { readSex } from "../values/sex.ts"

/** The tenant's words that tell areas and occupations from names. */
export interface ContentClues {
  readonly areas?: AreaTable
  readonly occupations?: OccupationTable
}

export interface ColumnProfile {
  /** Cells of the sample that say something. */
  readonly filled: number
  readonly texts: readonly string[]
  /** Share of the cells that fit a field strictly: nothing else is written so. */
  readonly strict: ReadonlyMap<Field, number>
  /** Share of the cells that could stand under the field's label, damaged ones included. */
  readonly loose: ReadonlyMap<Field, number>
}

/** What a test may ask of a cell: cells alike are asked once. */
type CellKind = Pick<RawCell, "kind">
type Test = (cell: CellKind, text: string) => boolean

const BLANK = /^(-+|\.+|\?+|0|n\/?a|null|menyusul|belum ada|tidak ada|tdk ada|kosong|#.*)$/i
const MONTH = "[a-z]{3,9}|[ivx]{1,4}"
const MONTH_WORD =
  "(jan|feb|peb|mar|mrt|apr|mei|may|jun|jul|agu|ags|agt|aug|sep|okt|oct|nov|nop|des|dec)[a-z]*"
const DATE = new RegExp(
  `(?<!\\d)(\\d{1,2}\\s*[-/. ]\\s*(\\d{1,2}|${MONTH})\\s*[-/., ]\\s*(\\d{4}|\\d{2})|` +
    `\\d{1,2}[ -]?${MONTH_WORD}[ -]?['’]?(\\d{4}|\\d{2})|` +
    `\\d{4}\\s*[-/.]\\s*\\d{1,2}\\s*[-/.]\\s*\\d{1,2}|[a-z]{3,9} \\d{1,2},? \\d{4})(?!\\d)`,
  "i",
)
/** "08072004": the day of birth of somebody who works, and no amount that anybody earns. */
const PACKED_DATE = /^(0?[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])(19[2-9]\d|200\d|201[0-8])$/
const WEEKDAY = /^\s*(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)\s*,?\s*/i
const DAY_WORD = /^(senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad|tgl|tanggal|lahir)\b/i
const ONLY_DATE = new RegExp(`^\\W*${DATE.source}( \\d{1,2}:\\d{2}(:\\d{2})?)?\\W*$`, "i")
const ADDRESS = /\b(jl|jln|jalan|gg|gang|perum|komp|komplek|blok|dusun|kampung|rt|km)\b/i
const MONEY =
  /\b(rp|idr|jt|juta|rb|ribu|k)\b|^(rp|idr)|\d(jt|juta|rb|ribu|k)\b|(\d{1,3}[.,])?\d{3}[.,]000/i
/** Excel's days of 1920 and 2019: a birth date of somebody who works. */
const [SERIAL_MIN, SERIAL_MAX] = [7306, 43_830]

export function bare(text: string): string {
  return text.replace(/[\s\u00a0.'’`"-]/g, "")
}

/** Words before a date, unless they are the day of the week or the month itself. */
function hasPlace(text: string): boolean {
  return /^\p{L}[\p{L} .'()]*[,/ -]/u.test(text) && !DAY_WORD.test(text) && !ONLY_DATE.test(text)
}

function isBirthDate(cell: CellKind, text: string): boolean {
  if (cell.kind === "date" || cell.kind === "number") {
    const serial = Number(text)
    if (Number.isFinite(serial))
      return cell.kind === "date" && serial > SERIAL_MIN && serial < SERIAL_MAX
  }
  if (PACKED_DATE.test(text)) return true
  const dated = text.replace(WEEKDAY, "")
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(text)?.[0]
  return ONLY_DATE.test(dated) && (year === undefined || (year >= "1920" && year <= "2018"))
}

const isWords: Test = (_, text) => /\p{L}{2}/u.test(text)
const isPhone: Test = (_, text) => /^(\+?62|0)?8\d{7,11}$/.test(bare(text))

const STRICT: readonly (readonly [Field, Test])[] = [
  ["name_nik", (_, text) => splitNameAndNik(text) !== null],
  ["nik", (_, text) => isLikelyNik(bare(text))],
  ["kk", (_, text) => /^\d{16}$/.test(bare(text))],
  ["birth_date", isBirthDate],
  ["birth_place_date", (_, text) => hasPlace(text) && DATE.test(text)],
  ["phone", isPhone],
  ["sex", (_, text) => !/^\d$/.test(text) && readSex(text) !== null],
  ["rt_rw", (_, text) => /^(rt)?[\s.]*\d{1,3}\s*([/-]\s*(rw)?|rw)[\s.]*(\d{1,3}|-+)$/i.test(text)],
  ["rt", (_, text) => /^rt[\s.]*\d{1,3}$/i.test(text)],
  ["address", (_, text) => ADDRESS.test(text) && /[a-z]{2}/i.test(text)],
  ["income", isMoney],
]

const LOOSE: Partial<Record<Field, Test>> = {
  nik: isLongNumber,
  kk: isLongNumber,
  number: (_, text) => bare(text).length <= 7,
  name: (_, text) => isWords(_, text) && text.replace(/\D/g, "").length < 4,
  birth_date: (cell, text) =>
    cell.kind === "date" || (/\d/.test(text) && bare(text).length < 14 && !isPhone(cell, text)),
  birth_place_date: isWords,
  birth_place: isWords,
  sex: (_, text) => readSex(text) !== null || /^[a-z]/i.test(text),
  phone: (_, text) =>
    /^\D*\d[\d\s./+,()a-z-]{5,}$/i.test(text) && bare(text).length < 31 && bare(text).length !== 16,
  area: isWords,
  district: isWords,
  mother_name: isWords,
  occupation: isWords,
  address: isWords,
  income: (_, text) =>
    /\d|[a-z]{4}/i.test(text) &&
    !isLikelyNik(bare(text)) &&
    !ONLY_DATE.test(text) &&
    !/^(\+62|08)\d{8,11}$/.test(bare(text)),
  rt: (_, text) => /\d/.test(text) && bare(text).length <= 8,
  rw: (_, text) => /\d/.test(text) && bare(text).length <= 8,
  rt_rw: (_, text) => /\d/.test(text) && bare(text).length <= 14,
  age: (_, text) => /\d/.test(text) && bare(text).length <= 14,
}

/** As many digits as a NIK has, give or take the one that a slip or a number cell costs. */
export function sixteenShare(texts: readonly string[]): number {
  const long = texts.filter((text) => /^(\d{15,17}|\d([.,]\d+)?e\+?15)$/i.test(bare(text)))
  return long.length / Math.max(1, texts.length)
}

/** A NIK or card number, however damaged: digits lost, letters among them, as a power of ten. */
function isLongNumber(cell: CellKind, text: string): boolean {
  const long =
    text.replace(/[^\dOoIlSB]/g, "").length >= 12 || /^\d([.,]\d+)?e\+?1\d$/i.test(bare(text))
  return long && !isPhone(cell, text)
}

function isLikelyNik(plain: string): boolean {
  return isNik(plain) && nikDateParts(plain) !== null
}

function isMoney(cell: CellKind, text: string): boolean {
  if (isPhone(cell, text) || bare(text).length > 15 || ONLY_DATE.test(text)) return false
  if (PACKED_DATE.test(text)) return false
  const value = Number(text)
  if (cell.kind === "number" || /^\d+$/.test(text)) return value >= 100_000 && value <= 50_000_000
  return MONEY.test(text) && /\d/.test(text)
}

/** "DRV-936175": what numbers somebody is no occupation, whatever its letters abbreviate. */
const CODED = /\d{3}/

/** One to six words of letters, as a person is called. */
function isPersonName(text: string): boolean {
  return /^\p{L}[\p{L} .,'’`()-]{2,60}$/u.test(text) && text.split(/\s+/).length <= 6
}

/** How often the texts of a column come again; names hardly do, occupations and areas do. */
function distinctShare(texts: readonly string[]): number {
  return new Set(texts.map(foldText)).size / Math.max(1, texts.length)
}

const NO_NAMES: readonly Field[] = ["area", "occupation", "sex", "address", "birth_place_date"]
const NAMES_MIN = 0.9

/** Of the columns of words those whose texts come again least often: namesakes are few. */
export function likeliestNames<T extends { readonly profile: ColumnProfile }>(
  columns: readonly T[],
): T[] {
  const worded = columns.filter(({ profile: { loose, strict } }) => {
    const isOther = NO_NAMES.some((field) => (strict.get(field) ?? 0) >= 0.5)
    return (loose.get("name") ?? 0) >= NAMES_MIN && !isOther
  })
  const shares = worded.map(({ profile }) => distinctShare(profile.texts))
  return worded.filter((_, at) => shares[at] === Math.max(...shares))
}

/** Asks once for each text: a column repeats its areas and occupations, and we ask it twice. */
function onceEach(ask: (text: string) => boolean): (text: string) => boolean {
  const answers = new Map<string, boolean>()
  return (text) => {
    const known = answers.get(text)
    if (known !== undefined) return known
    const answer = ask(text)
    answers.set(text, answer)
    return answer
  }
}

export function profileOf(cells: readonly RawCell[], clues: ContentClues): ColumnProfile {
  const said = cells
    .map((cell) => ({ cell, text: cell.text.trim().slice(0, 200) }))
    .filter(({ text }) => text !== "" && !BLANK.test(text) && !isDitto(text))
  const texts = said.map(({ text }) => text)
  const alike = [...Map.groupBy(said, ({ cell, text }) => cell.kind + text).values()]
  const share = (test: Test): number => {
    let fitting = 0
    for (const same of alike) {
      const [first] = same
      if (first !== undefined && test(first.cell, first.text)) fitting += same.length
    }
    return said.length === 0 ? 0 : fitting / said.length
  }
  const strict = new Map(STRICT.map(([field, test]) => [field, share(test)]))
  const { areas, occupations } = clues
  const known = onceEach((text) => areas !== undefined && areaOf(areas, text) !== null)
  const works = onceEach(
    (text) =>
      occupations !== undefined && classifyOccupation(occupations, text).standing !== "unknown",
  )
  const worded = (strict.get("sex") ?? 0) < 0.5 && share(isWords) >= 0.5
  if (worded) {
    strict.set(
      "area",
      share((_, text) => known(text)),
    )
    strict.set(
      "occupation",
      share((cell, text) => isWords(cell, text) && !CODED.test(text) && works(text)),
    )
    const named = share((_, text) => isPersonName(text) && !known(text) && !works(text))
    strict.set("name", distinctShare(texts) >= 0.6 ? named : 0)
  }
  const loose = new Map(Object.entries(LOOSE).map(([field, test]) => [field as Field, share(test)]))
  return { filled: said.length, texts, strict, loose }
}

/** Of two columns of 16 digits: in how many rows the six in the middle are the birth date's. */
export function nikShapeShare(texts: readonly string[]): number {
  const niks = texts.map(bare).filter(isNik)
  if (niks.length === 0) return 0
  // A family card carries the day it was issued: never 40 more, and hardly before 1995.
  const women = niks.filter((nik) => Number(nik.slice(6, 8)) > 40).length / niks.length
  const born =
    niks.filter((nik) => /^(2[7-9]|[3-9]\d)$/.test(nik.slice(10, 12))).length / niks.length
  return Math.max(Math.min(1, women * 4), born)
}

/** The cells of every column in a sample of rows, evenly taken from the whole list. */
export function columnCells(rows: readonly RawRow[], sample: number): Map<number, RawCell[]> {
  const cells = new Map<number, RawCell[]>()
  const step = Math.max(1, Math.floor(rows.length / sample))
  for (let index = 0; index < rows.length; index += step) {
    for (const cell of rows[index]?.cells ?? []) {
      const column = cells.get(cell.column)
      if (column === undefined) cells.set(cell.column, [cell])
      else column.push(cell)
    }
  }
  return cells
}
