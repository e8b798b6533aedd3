import { hiddenIdOf } from "../../platform/spreadsheet/hidden-id.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import type { RegisterKind } from "./register-kind.ts"

/** Kinds of the workbooks that `questionWorkbooks` sends out. */
const ASKED: readonly RegisterKind[] = [
  "population",
  "membership",
  "province",
  "decile",
  "field_check",
  "answers",
]

/** What a file answers that we sent out ourselves, wherever it was put; null for any other file. */
export function returnedQuestion(workbook: Workbook): RegisterKind | null {
  const [kind, hash] = (hiddenIdOf(workbook.sheets) ?? "").split(".")
  if (!/^[0-9a-f]{64}$/.test(hash ?? "")) return null
  return ASKED.find((asked) => asked === kind) ?? null
}
