import type { BatchReading, ReadingSheet } from "../../modules/inbox/index.ts"
import { printRecipe, recipeOf, type IntakeFile } from "../../modules/intake/index.ts"

type ListSaid = Pick<IntakeFile, "format" | "sender" | "counts" | "sheets" | "findings">

/** What a list says as a whole, its rows apart. */
export function listReading(
  list: ListSaid,
  compared: Pick<BatchReading, "diff" | "stillAsked" | "comparedWith" | "lawVersion">,
): BatchReading {
  const { format, sender, counts, findings } = list
  return {
    kind: "usulan",
    format,
    sender: { id: sender.id, name: sender.name, known: sender.kind !== "unknown" },
    counts,
    ...compared,
    sheets: list.sheets.map(sheetOf),
    registers: [],
    findings,
    recipe: JSON.parse(printRecipe(recipeOf(list, { confirmedBy: "", version: 1 }))) as unknown,
  }
}

function sheetOf(sheet: IntakeFile["sheets"][number]): ReadingSheet {
  const fieldAt = new Map([...sheet.columns].map(([field, column]) => [column, field]))
  const columns = [...new Set([...sheet.labels.keys(), ...fieldAt.keys()])].sort((a, b) => a - b)
  return {
    name: sheet.name,
    headerRow: sheet.depth === 0 ? null : sheet.row,
    columns: columns.map((column) => ({
      column: columnName(column),
      label: sheet.labels.get(column) ?? "",
      field: fieldAt.get(column) ?? "",
    })),
  }
}

/** "C": a 0-based column as spreadsheets name it. */
function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26))
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last
}
