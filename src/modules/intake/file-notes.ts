// What is noted about a file as a whole while it is read: its columns, its layout, that it is no list.
import type { RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"
import { foldText } from "../../kernel/text-fold.ts"
import { headlessFinding } from "./file-foreign.ts"
import type { Finding, FindingCode } from "./findings/finding.ts"
import { columnLetters } from "./layout/column-letters.ts"
import type { Header } from "./layout/layout.ts"
import type { LayoutChange } from "./layout/recipe-replay.ts"
import { noteStatus } from "./rows/marks.ts"
import type { IntakeRow } from "./rows/row.ts"

/** A file while its sheets are read one after the other. */
export interface NotedList {
  readonly findings: Finding[]
  readonly rows: readonly IntakeRow[]
  readonly sheets: readonly unknown[]
}

export function noteFile(read: NotedList, code: FindingCode, sheet = ""): void {
  read.findings.push({ code, field: sheet, before: "", after: "" })
}

/** With a picture, a document of so few letters is a letterhead over a photo of the list. */
const PHOTO_LETTERS_MAX = 400

/** A list of nobody, a photo of one, or none at all. */
export function noteNoList(read: NotedList, { format, sheets, imageCount = 0 }: Workbook): void {
  const isUnclear = read.findings.some(({ code }) => code === "FORMS_UNCLEAR")
  if (read.sheets.length > 0 && read.rows.length > 0) return noteNobody(read)
  if (read.sheets.length > 0) return isUnclear ? undefined : noteFile(read, "FILE_EMPTY")
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells))
  const letters = cells.reduce((sum, { text }) => sum + text.length, 0)
  if (imageCount === 0 || letters > PHOTO_LETTERS_MAX) {
    const isBlank = cells.every(({ text }) => text.trim() === "")
    if (isBlank) return noteFile(read, "FILE_EMPTY")
    return void read.findings.push(headlessFinding(sheets, format === "csv"))
  }
  const before = `${format}, ${imageCount} gambar`
  read.findings.push({ code: "FILE_SCANNED", field: "file", before, after: "" })
}

/** Rows, but no person in any of them, and nothing asked yet of the sheets that they stand on. */
function noteNobody(read: NotedList): void {
  const isAsked = read.findings.some(({ code }) => ASKED_OF_SHEET.has(code))
  if (isAsked || read.rows.some(({ kind }) => kind === "person")) return
  const [sheet] = read.rows
  noteLost(read, sheet?.sheet ?? "", read.rows.length)
}

const ASKED_OF_SHEET: ReadonlySet<FindingCode> = new Set(["FORMS_UNCLEAR", "LIST_WITHOUT_PEOPLE"])

export function noteLost(read: Pick<NotedList, "findings">, sheet: string, rows: number): void {
  if (rows === 0) return
  read.findings.push({ code: "LIST_WITHOUT_PEOPLE", field: sheet, before: String(rows), after: "" })
}

/** What a human must say of the columns, and what was read against or without a label. */
export function noteColumns(
  read: Pick<NotedList, "findings">,
  sheet: Pick<RawSheet, "name">,
  { unsure, readings }: Pick<Header, "unsure" | "readings">,
): void {
  const note = (code: FindingCode, column: number, words: readonly [string, string]): void => {
    const [field, [before, after]] = [`${sheet.name}!${columnLetters(column)}`, words]
    const known = read.findings.some((finding) => finding.code === code && finding.field === field)
    if (!known) read.findings.push({ code, field, before, after })
  }
  for (const { column, label, readings: may } of unsure)
    note("COLUMN_UNSURE", column, [label, may.join(" | ")])
  const hasMonthly = readings.some(({ field }) => field === "income")
  for (const { column, label, field, by, isHidden } of readings) {
    const isOtherSpan = field === "income_other_span" && !hasMonthly
    if (isOtherSpan) note("INCOME_NOT_MONTHLY", column, [label, ""])
    if (by === "content") note("COLUMN_BY_CONTENT", column, [label, field])
    if (isHidden && field === "nik") note("COLUMN_HIDDEN", column, [label, field])
  }
}

/** So many places are named; a clerk finds the others by their red corners. */
const PLACES_MAX = 10

/** Notes on the cells of people say what only a human reads; above them they explain the columns. */
export function noteCellNotes(
  read: Pick<NotedList, "findings">,
  { name, notes = [] }: Pick<RawSheet, "name" | "notes">,
  isPerson: (row: number) => boolean,
): void {
  const told = notes.filter((place) => isPerson(Number(/\d+$/.exec(place)?.[0])))
  const listed = told.slice(0, PLACES_MAX).join(", ")
  const before = told.length > PLACES_MAX ? `${listed}, …` : listed
  // Lists beside each other are sheets of their own with the notes of both.
  const isTold = read.findings.some((one) => one.code === "CELL_NOTES" && one.before === before)
  if (told.length === 0 || isTold) return
  read.findings.push({ code: "CELL_NOTES", field: name, before, after: String(told.length) })
}

const COLOUR = "kuning|merah|hijau|biru|abu ?abu|hitam|oranye|orange|jingga|ungu|pink|coklat"
const BY_COLOUR = new RegExp(
  `\\b(warna|stabilo|blok|arsir|diarsir|highlight)\\b.{0,20}\\b(${COLOUR})\\b|\\b(${COLOUR})\\b\\s*(=|:|artinya|berarti)`,
)
const LEGEND_MAX = 200

/** A line that says what colours mean; whose cells have them only a human sees. */
export function noteLegends(
  read: Pick<NotedList, "findings">,
  { name, rows }: Pick<RawSheet, "name" | "rows">,
  isPerson: (row: number) => boolean,
): void {
  for (const row of rows) {
    if (isPerson(row.number)) continue
    const line = row.cells.map(({ text }) => text.trim()).join(" ")
    if (line.length > LEGEND_MAX || !isLegend(foldText(line))) continue
    read.findings.push({ code: "COLOUR_LEGEND", field: name, before: line.trim(), after: "" })
  }
}

/** "Batu Merah: 12 orang" is none: it says neither that cells are coloured nor what became of anybody. */
function isLegend(line: string): boolean {
  return (
    BY_COLOUR.test(line) && (noteStatus(line) || /\b(warna|stabilo|arsir|diarsir)\b/.test(line))
  )
}

export function noteChange(
  read: Pick<NotedList, "findings">,
  { sheet, vanished, appeared, moved }: LayoutChange,
): void {
  const [before, after] = [vanished, [...appeared, ...moved]].map((all) => all.join(", ") || "–")
  read.findings.push({
    code: "LAYOUT_CHANGED",
    field: sheet,
    before: before ?? "",
    after: after ?? "",
  })
}
