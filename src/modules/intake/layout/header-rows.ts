// Where a list's header stands and how many rows it has, by its labels and by the people below it.
import type { RawCell, RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { bare } from "./column-profile.ts"
import { fieldOfHeader, foldHeader, isWhollyLabel } from "./field.ts"
import {
  columnsOf,
  headerSheet,
  isOnlyLabel,
  isPartOf,
  labelsOf,
  type Columns,
  type HeaderSheet,
  type Labels,
} from "./header-labels.ts"

/** The rows of a header; depth 0 is a list whose people begin without one. */
export interface HeaderRows {
  /** Index into the sheet's rows of the first header row. */
  readonly at: number
  readonly depth: number
  readonly labels: Labels
}

/** A list of people names them and says at least two things more. */
const FIELDS_MIN = 3
const HEADER_DEPTH_MAX = 3
/** Labels that have a meaning only below another one. */
const BIRTH_PART = /^(tempat|tmpt?|kota|tanggal|tgl|hari|bulan|bln|tahun|thn)\b/
/** Rows below a header in which the first people stand, section and numbering rows between. */
const LEAD_ROWS = 6
const PEOPLE_MIN = 2
/** A date, an amount or a house number stands in no label. */
const VALUE =
  /(?<!\d)\d{1,2}\s?[-/. ]\s?(\d{1,2}|[a-z]{3,9})\s?[-/. ]\s?\d{2,4}|\brp\.?\s*\d|\b(jl|jln|jalan|gg|gang)\b.*\d/i
/** Longer texts are titles. */
const TITLE_MIN = 40
/** So many of the columns that people fill stand under a label. */
const COVERED_MIN = 0.6

/** So many columns of a header, and this share of them, say nothing but what the column is. */
const WHOLLY_MIN = 2
const WHOLLY_SHARE = 1 / 3
/** Or this share of them reads as a label at all: no person's cells do. */
const READ_SHARE = 2 / 3

/** By its words alone, or also by the people that stand below words that nobody knows. */
export type HeaderEvidence = "labels" | "people"

/** No list has more headers: one on each page of six hundred thousand people. */
export const HEADERS_MAX = 20_000

/**
 * Every header of a sheet in order: a list may be repeated below, with other columns even. Where there
 * are more than any list has, one too many is told.
 */
export function findHeaderRows(sheet: RawSheet, evidence: HeaderEvidence = "labels"): HeaderRows[] {
  const indexed = headerSheet(sheet)
  const headers: HeaderRows[] = []
  const known = new Set<string>()
  let index = 0
  while (index < sheet.rows.length && headers.length <= HEADERS_MAX) {
    const header = headerAt(indexed, index, evidence)
    if (header === null || (headers.length > 0 && !standsAgain(header, known))) index++
    else {
      headers.push(header)
      for (const text of foldedTexts(header.labels)) known.add(text)
      index = header.at + header.depth
    }
  }
  return headers
}

/** Below a header that its people showed, a person without a NIK stands above people just as it does. */
function standsAgain({ labels }: HeaderRows, known: ReadonlySet<string>): boolean {
  if (isSpoken(labels)) return true
  const texts = foldedTexts(labels)
  return texts.filter((text) => known.has(text)).length * 2 > texts.length
}

function foldedTexts(labels: Labels): string[] {
  return [...labels.values()].flatMap(({ texts }) => texts.map(foldHeader))
}

/** Its words make it a header: a person's cells hold such words too, but among others. */
function isSpoken(labels: Labels): boolean {
  // Lists beside each other repeat their labels.
  const stacked = [
    ...new Map([...labels.values()].map((one) => [one.texts.join(" "), one])).values(),
  ]
  const wholly = stacked.filter(({ texts }) =>
    [...texts, texts.join(" ")].some((text) => isWhollyLabel(text)),
  ).length
  const columns = columnsOf(labels)
  const isMostly =
    wholly >= WHOLLY_SHARE * stacked.length || columns.size >= READ_SHARE * stacked.length
  return wholly >= WHOLLY_MIN && isMostly && isListHeader(columns)
}

/** "Nama | NIK": nothing but who, in labels that no person's cells are; what is lacking is asked. */
function isBareHeader(labels: Labels): boolean {
  const all = [...labels.values()]
  if (!all.every(({ texts }) => isWhollyLabel(texts.join(" ")))) return false
  const columns = columnsOf(labels)
  return columns.has("nik") && (columns.has("name") || columns.has("name_first"))
}

/** The best header that begins at a row: one to three rows deep, or none. */
function headerAt(sheet: HeaderSheet, at: number, evidence: HeaderEvidence): HeaderRows | null {
  const first = sheet.rows[at]
  const texts = first === undefined ? 0 : textsOf(first).length
  if (first === undefined || texts < FIELDS_MIN - 1) return null
  const isShort = texts < FIELDS_MIN && !isBareHeader(labelsOf(sheet, [first]))
  if (isShort && !partsGroups(sheet, first)) return null
  let best: (HeaderRows & { readonly size: number }) | null = null
  for (let depth = 1; depth <= HEADER_DEPTH_MAX; depth++) {
    const rows = sheet.rows.slice(at, at + depth)
    if (rows.length < depth || !rows.every(isLabelRow)) break
    if (depth > 1 && !isContinuation(sheet, rows)) break
    const labels = labelsOf(sheet, rows)
    const columns = columnsOf(labels)
    // A label that is merged down to here says that the header is as deep, as do labels alone.
    const isLabel =
      mergedDown(sheet, first, rows.at(-1)) || standsInGroups(sheet, rows) || saysMore(rows)
    const deeper = columns.size === best?.size && isLabel
    if (columns.size <= (best?.size ?? 0) && !deeper) continue
    const led = evidence === "people" && labels.size >= FIELDS_MIN
    const isBare = isBareHeader(labels) && leadsNik(sheet, at + depth)
    if (isSpoken(labels) || isBare || (led && leadsPeople(sheet, at + depth, labels)))
      best = { at, depth, labels, size: columns.size }
  }
  if (best === null || isTitleAbove(sheet, best)) return null
  return { at, depth: best.depth, labels: best.labels }
}

/** Every cell of its last row is a label and nothing else, below another label. */
function saysMore(rows: readonly RawRow[]): boolean {
  const [above, last] = [rows.at(-2), rows.at(-1)]
  if (above === undefined || last === undefined) return false
  const labelled = new Set(filledOf(above).map((cell) => cell.column))
  return filledOf(last).every((cell) => labelled.has(cell.column) && isOnlyLabel(cell.text))
}

function filledOf(row: RawRow): RawCell[] {
  return row.cells.filter((cell) => cell.text.trim() !== "")
}

/** Its labels are merged over some of the columns each, not one title over all of them. */
function partsGroups(sheet: HeaderSheet, row: RawRow): boolean {
  const spans = row.cells.flatMap((cell) => sheet.mergeAt.get(`${row.number}:${cell.column}`) ?? [])
  return spans.some(({ left, right }) => right > left) && textsOf(row).length > 1
}

/** All of its cells stand below labels that are merged over several columns: no person's do. */
function standsInGroups(sheet: HeaderSheet, rows: readonly RawRow[]): boolean {
  const [above, last] = [rows.at(-2), rows.at(-1)]
  if (above === undefined || last === undefined) return false
  const filled = filledOf(last)
  const groups = above.cells.flatMap(
    ({ column }) => sheet.mergeAt.get(`${above.number}:${column}`) ?? [],
  )
  const isGrouped = ({ column }: RawCell): boolean =>
    groups.some(({ left, right }) => right > left && left <= column && column <= right)
  return filled.length > 1 && filled.every((cell) => isGrouped(cell) && !/\d/.test(cell.text))
}

function mergedDown(sheet: HeaderSheet, first: RawRow, last: RawRow | undefined): boolean {
  const bottom = last?.number ?? 0
  return first.cells.some((cell) => {
    const merge = sheet.mergeAt.get(`${first.number}:${cell.column}`)
    return cell.text.trim() !== "" && merge !== undefined && merge.bottom >= bottom
  })
}

/** "Kecamatan : X | Tahun : 2026": what stands above a header and adds no column is no part of it. */
function isTitleAbove(sheet: HeaderSheet, { at, depth, labels }: HeaderRows): boolean {
  const rows = sheet.rows.slice(at, at + depth)
  const [first] = rows
  if (first === undefined || depth === 1) return false
  if (partsGroups(sheet, first) || mergedDown(sheet, first, rows[1])) return false
  const below = columnsOf(labelsOf(sheet, rows.slice(1)))
  if (!isListHeader(below) || below.size < columnsOf(labels).size) return false
  const texts = textsOf(first)
  return (
    texts.length < FIELDS_MIN || texts.some((text) => text.includes(":") || text.length > TITLE_MIN)
  )
}

export function textsOf(row: RawRow): string[] {
  return row.cells.map((cell) => cell.text.trim()).filter((text) => text !== "")
}

export function isListHeader(columns: Columns): boolean {
  const known = [...columns.keys()].filter(
    (field) => field !== "other" && field !== "number" && field !== "remarks",
  )
  const names = columns.has("name") || columns.has("nik") || columns.has("name_first")
  return known.length >= FIELDS_MIN && names
}

/** Labels are words: a row with a long number or many digits is a person. */
function isLabelRow(row: RawRow): boolean {
  const texts = textsOf(row)
  if (texts.length === 0 || texts.some((text) => text.replace(/\D/g, "").length >= 8)) return false
  if (texts.some((text) => VALUE.test(text))) return false
  // "Kecamatan : X | Tahun : 2026" says a value with each label: a letterhead or a form.
  if (texts.filter((text) => /:\s*\S/.test(text)).length * 2 >= texts.length) return false
  return (
    texts.some((text) => /[a-z]{2}/i.test(text)) ||
    texts.every((text) => fieldOfHeader(text) !== null)
  )
}

/** A deeper header row stands under merged or empty cells of the first, and is no numbering row. */
function isContinuation(sheet: HeaderSheet, rows: readonly RawRow[]): boolean {
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined || isNumbering(last) || isSection(last))
    return false
  const filled = filledOf(last)
  if (mergedDown(sheet, first, last) || isWrapped(sheet, rows)) return true
  if (partsGroups(sheet, first) && standsUnderGroups(sheet, rows)) return true
  const labelled = filled.filter(
    (cell) => fieldOfHeader(cell.text) !== null || BIRTH_PART.test(foldHeader(cell.text)),
  )
  if (labelled.length * 2 < filled.length) return false
  if (rows.slice(0, -1).some((row) => sheet.mergedRows.has(row.number))) return true
  const above = new Map(
    first.cells.flatMap((cell) => (cell.text.trim() === "" ? [] : [[cell.column, cell.text]])),
  )
  if (filled.some((cell) => !above.has(cell.column))) return true
  // Below a word that says nothing alone, or a part of it, labels alone are no person.
  const isUnknown = ({ column }: RawCell): boolean =>
    fieldOfHeader(above.get(column) ?? "") === null
  if (labelled.length !== filled.length) return false
  return (
    filled.some(isUnknown) ||
    filled.every((cell) => isPartOf(above.get(cell.column) ?? "", cell.text))
  )
}

/** "Min | Max" under a merged "Penghasilan": a person's row fills the lone columns, too. */
function standsUnderGroups(sheet: HeaderSheet, rows: readonly RawRow[]): boolean {
  const above = labelsOf(sheet, rows.slice(0, -1))
  const filled = rows.at(-1)?.cells.filter((cell) => cell.text.trim() !== "") ?? []
  return filled.length > 1 && filled.every(({ column }) => above.get(column)?.grouped ?? true)
}

/** "RT 17", alone on its row, begins a part of the list. */
function isSection(row: RawRow): boolean {
  const texts = textsOf(row)
  return (
    texts.length === 1 && /\b(rt|rw|lingkungan|dusun|kelompok|blok)\b.*\d/i.test(texts[0] ?? "")
  )
}

/** "Nama | Tanggal" over "Lengkap | Lahir": labels that go on in the next row, without a digit. */
function isWrapped(sheet: HeaderSheet, rows: readonly RawRow[]): boolean {
  const last = rows.at(-1)
  if (last === undefined || textsOf(last).some((text) => /\d/.test(text) || text.length > 30))
    return false
  const before = columnsOf(labelsOf(sheet, rows.slice(0, -1)))
  return columnsOf(labelsOf(sheet, rows)).size >= before.size + 2
}

/** "(1) (2) (3)": the numbering row that official forms print under the header. */
export function isNumbering(row: RawRow): boolean {
  const texts = textsOf(row)
  const numbers = texts.map(columnNumeral)
  if (texts.length < 3 || numbers.some((value) => value === undefined)) return false
  return numbers.every(
    (value, index) => index === 0 || Number(value) === Number(numbers[index - 1]) + 1,
  )
}

/** "(3)", "3.", "[3]", or "c" for the third. */
function columnNumeral(text: string): string | undefined {
  const letter = /^[([]?\s*([a-z])\s*[)\].]?$/i.exec(text)?.[1]
  if (letter !== undefined) return String(letter.toLowerCase().charCodeAt(0) - 96)
  return /^[([]?\s*(\d{1,2})\s*[)\].]?(?:0)?$/.exec(text)?.[1]
}

/** Words that nobody knows are labels all the same where people with a NIK stand below them. */
function leadsPeople(sheet: HeaderSheet, below: number, labels: Labels): boolean {
  const people = sheet.rows.slice(below, below + LEAD_ROWS).filter(holdsNik)
  if (people.length < PEOPLE_MIN) return false
  const next = sheet.rows[below]
  if (next === undefined || (!holdsNik(next) && !isNumbering(next))) return false
  const filled = new Set(
    people.flatMap((row) =>
      row.cells.filter((cell) => cell.text.trim() !== "").map((cell) => cell.column),
    ),
  )
  const covered = [...filled].filter((column) => labels.has(column)).length
  return covered >= COVERED_MIN * filled.size && filled.size >= FIELDS_MIN
}

function leadsNik(sheet: HeaderSheet, below: number): boolean {
  return sheet.rows.slice(below, below + LEAD_ROWS).some(holdsNik)
}

export function holdsNik({ cells }: RawRow): boolean {
  return cells.some(({ text }) => isNikShaped(text))
}

/** A NIK, or what was one before a number cell damaged it. */
export function isNikShaped(text: string): boolean {
  return /^\d{15,17}$/.test(bare(text))
}
