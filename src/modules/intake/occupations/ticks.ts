// Occupations in the header, one a column, and a mark in the column of each person's own.
import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"
import type { LabelledColumn } from "../layout/column-conflict.ts"
import { readLabel } from "../layout/field.ts"

const CROSS = /^[xX×*]$/
const CHECK = /^([vV√✓✔☑●•1]|ya|y)$/i
const NO = /^(|0|-+|–|\.+|tidak|no)$/i
/** So many of the marks are marks; a list that came back may hold words beside them. */
const MARKS_MIN = 0.8
/** Wider than any choice on paper. */
const WORDS_MAX = 30

/**
 * The words below the label that stands over all of them, from a column on: "Nelayan", "Petani" of
 * "Pekerjaan Nelayan", "Pekerjaan Petani". None where it is no such group.
 */
export function tickWords(labels: ReadonlyMap<number, string>, first: number): string[] {
  const parts = (labels.get(first) ?? "").split(" ")
  const heads = parts.map((_, at) => parts.slice(0, at + 1).join(" "))
  const group = heads.find((head) => readLabel(head)?.field === "occupation")
  if (group === undefined) return []
  const all = Array.from({ length: WORDS_MAX }, (_, at) => {
    const label = labels.get(first + at) ?? ""
    const isOwn = label.startsWith(`${group} `) && readLabel(label)?.field === "occupation"
    return isOwn ? label.slice(group.length + 1).trim() : ""
  })
  const end = all.findIndex((word, at) => word === "" || all.indexOf(word) < at)
  const words = end < 0 ? all : all.slice(0, end)
  return words.length > 1 ? words : []
}

/** The columns of a group that hold marks of one kind; none where words or both kinds stand there. */
export function findTicks(columns: readonly LabelledColumn[]): readonly LabelledColumn[] {
  const labels = new Map(columns.map(({ column, label }) => [column, label]))
  const first = columns.find(({ said }) => said?.field === "occupation")
  if (first === undefined) return []
  const { length } = tickWords(labels, first.column)
  const group = columns.filter(
    ({ column }) => column >= first.column && column < first.column + length,
  )
  const texts = group.flatMap(({ profile }) => profile.texts)
  const [crosses, checks] = [CROSS, CHECK].map((mark) => texts.filter((text) => mark.test(text)))
  const isOneKind = crosses?.length === 0 || checks?.length === 0
  const marks = (crosses?.length ?? 0) + (checks?.length ?? 0)
  return isOneKind && marks > 0 && marks >= MARKS_MIN * texts.length ? group : []
}

/**
 * The one occupation that is marked, or that is written out in a column of the group. Several marks, and
 * marks of which one may say no, are left as they stand: no occupation reads so.
 */
export function tickedCell(
  cells: readonly (RawCell | undefined)[],
  words: readonly string[],
): RawCell | undefined {
  const filled = cells.flatMap((cell, at) => {
    return cell === undefined || NO.test(cell.text.trim()) ? [] : [{ cell, at }]
  })
  const [one] = filled
  if (one === undefined) return cells.find((cell) => cell !== undefined)
  const text = one.cell.text.trim()
  if (filled.length > 1)
    return { ...one.cell, kind: "text", text: filled.map(({ cell }) => markOf(cell)).join(" ") }
  const word = words[one.at] ?? ""
  return CROSS.test(text) || CHECK.test(text) ? { ...one.cell, kind: "text", text: word } : one.cell
}

/** What is written out beside a mark is no answer either. */
function markOf({ text }: RawCell): string {
  const mark = text.trim()
  return CROSS.test(mark) || CHECK.test(mark) ? mark : "?"
}
