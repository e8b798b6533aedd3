import { dateParts } from "../../kernel/local-date.ts"
import type { Field } from "./field.ts"
import type { Finding } from "./finding.ts"
import { cellPlace, findingSentence } from "./finding-text.ts"
import { movedFromName, type Columns } from "./header-labels.ts"
import { findingsForSender, isQuestion } from "./repair-question.ts"
import type { ReadSheet } from "./read-file.ts"
import type { IntakeRow } from "./row.ts"

/** One row that goes back: the sender's texts, which of them are doubtful, and why. */
export interface RepairLine {
  readonly number: number
  readonly texts: readonly string[]
  readonly fills: ReadonlyMap<number, "error" | "warning">
  readonly faults: string
}

/** `width` columns of a sender's row; the sentences name the cells of the file as sent. */
export function repairLine(row: IntakeRow, sheet: ReadSheet, width: number): RepairLine {
  const told = findingsForSender(row.findings)
  const columns = columnsAsRead(row, sheet.columns)
  const fills = new Map<number, "error" | "warning">()
  if (isShifted(row)) {
    const from = columns.get("name") ?? 0
    for (let column = from; column < row.cells.length; column++) fills.set(column, "error")
  }
  for (const finding of told) {
    const column = columnOf(finding, columns)
    if (column === undefined || fills.get(column) === "error") continue
    fills.set(column, isQuestion(finding.code) ? "error" : "warning")
  }
  const stored = storedDate(row)
  const sentences = told.map((finding) => {
    const cell = cellPlace(row.row, columnOf(finding, columns), "id")
    const isDate = stored !== null && finding.field === "birth_date"
    const said = isDate ? { ...finding, before: stored } : finding
    return findingSentence(said, { cell, file: row.file }, "id")
  })
  return {
    number: row.row,
    texts: shownTexts(row, columns, width),
    fills,
    faults:
      sentences.length === 1
        ? (sentences[0] ?? "")
        : sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join("\n"),
  }
}

function isShifted(row: IntakeRow): boolean {
  return row.findings.some((finding) => finding.code === "ROW_SHIFTED")
}

/** The columns by which the row was read: where its cells moved, one further from the name on. */
function columnsAsRead(row: IntakeRow, columns: Columns): Columns {
  return isShifted(row) ? movedFromName(columns) : columns
}

/** Lists that split or join a field have another column for it. */
const STANDS_IN: Readonly<Record<string, Field>> = {
  birth_date: "birth_place_date",
  sex: "sex_male",
}

function columnOf(finding: Finding, columns: Columns): number | undefined {
  if (finding.field === "row") return undefined
  const own = columns.get(finding.field as Field)
  const other = STANDS_IN[finding.field]
  return own ?? (other === undefined ? undefined : columns.get(other))
}

/** The sender's texts: merges filled, a stored date as a date, a lost digit as a question mark. */
function shownTexts(row: IntakeRow, columns: Columns, width: number): string[] {
  const texts = Array.from({ length: width }, (_, column) => row.cells[column] ?? "")
  const show = (column: number | undefined, text: string): void => {
    if (column !== undefined) texts[column] = text
  }
  for (const finding of row.findings) {
    const column = columnOf(finding, columns)
    if (finding.code === "MERGED_CELL") show(column, finding.before)
    if (finding.code === "NIK_NUMERIC" && row.nikPattern !== "") show(column, row.nikPattern)
  }
  const stored = storedDate(row)
  if (stored !== null) show(columns.get("birth_date"), stored)
  return texts
}

/** A date cell holds a serial number or ISO text; people read "05-09-1979". */
function storedDate(row: IntakeRow): string | null {
  if (row.birthDate === null || row.dateShape !== "date") return null
  const { day, month, year } = dateParts(row.birthDate)
  return `${pad(day)}-${pad(month)}-${year}`
}

function pad(value: number): string {
  return String(value).padStart(2, "0")
}
