import { foldText } from "../../kernel/text-fold.ts"
import { foldColumn, type RegisterField } from "./register-field.ts"
import { REGISTER_KINDS, type RegisterFormat, type RegisterKind } from "./register-format.ts"
import { REGISTER_FORMATS } from "./register-formats.ts"
import type { RegisterTable } from "./register-table.ts"

export type { RegisterKind } from "./register-format.ts"

/**
 * Columns decide; where they fit no register alone, the question that we sent, the very words of a
 * known header, the file's name and at last its title do. Null is a question to a human.
 */
export function registerKindOf(
  table: RegisterTable,
  formats: readonly RegisterFormat[] = REGISTER_FORMATS,
): RegisterKind | null {
  const named = foldText(table.file).replaceAll("_", " ")
  const title = foldText(table.title)
  const says = (format: RegisterFormat, text: string): boolean => format.words?.test(text) === true
  // A file that answers our question is what we asked for, whatever words stand in it.
  const asked = REGISTER_KINDS.find((kind) => kind === table.questionId?.split(".")[0])
  const byColumns = formats.filter(
    (format) =>
      hasColumns(table, format.byColumns) &&
      (!format.needsWords || (asked === undefined && (says(format, named) || says(format, title)))),
  )
  const agreed = byColumns.find((format) => says(format, named)) ?? byColumns[0]
  if (agreed !== undefined) return agreed.kind
  if (asked !== undefined) return asked
  const labels = new Set(table.labels.map(foldColumn))
  const byLabels = formats.find(({ byLabels: known }) =>
    known.some((words) => words.every((word) => labels.has(word))),
  )
  if (byLabels !== undefined) return byLabels.kind
  const free = formats.filter((format) => !format.needsWords)
  const byWords = free.find((format) => says(format, named)) ?? free.find((f) => says(f, title))
  return byWords?.kind ?? null
}

function hasColumns(
  table: RegisterTable,
  alternatives: readonly (readonly RegisterField[])[],
): boolean {
  return alternatives.some((fields) => fields.every((field) => table.columns.has(field)))
}
