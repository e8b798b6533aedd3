import type { CellMark } from "../../../platform/spreadsheet/patch/workbook.ts"
import type { Field } from "../layout/field.ts"
import type { Finding } from "../findings/finding.ts"
import { cellPlace, findingNote } from "../findings/finding-text.ts"
import type { Columns } from "../layout/header-labels.ts"
import { isQuestion } from "./question.ts"
import type { ReadSheet } from "../read-file.ts"
import { columnsAsRead } from "../rows/said.ts"
import type { IntakeRow } from "../rows/row.ts"

/** What is said about one row of a list that goes back: which cells are doubtful, and why. */
export interface RepairLine {
  readonly marks: readonly CellMark[]
  /** Every fault with the place of its cell and how to mend it; empty where nothing is asked. */
  readonly faults: string
}

/** `told` are the findings that its sender is told; places are those of the list as it lies. */
export function repairLine(row: IntakeRow, sheet: ReadSheet, told: readonly Finding[]): RepairLine {
  const columns = columnsAsRead(row, sheet.columns)
  const kinds = new Map<number, "error" | "warning">()
  if (told.some(({ code }) => code === "ROW_SHIFTED")) {
    const from = sheet.columns.get("name") ?? 0
    for (let column = from; column < row.cells.length; column++) kinds.set(column, "error")
  }
  for (const finding of told) {
    const column = columnOf(finding, columns)
    if (column === undefined || kinds.get(column) === "error") continue
    kinds.set(column, isQuestion(finding.code) ? "error" : "warning")
  }
  const sentences = told.map((finding) => sentenceOf(finding, row, columns))
  return {
    marks: [...kinds].map(([column, kind]) => ({ row: row.row, column, kind })),
    faults:
      sentences.length === 1
        ? (sentences[0] ?? "")
        : sentences.map((sentence, index) => `${index + 1}. ${sentence}`).join("\n"),
  }
}

function sentenceOf(finding: Finding, row: IntakeRow, columns: Columns): string {
  const cell = cellPlace(row.row, columnOf(finding, columns), "id")
  return findingNote(finding, { cell, file: row.file }, "id")
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
