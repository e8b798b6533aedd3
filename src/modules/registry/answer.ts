import type { LocalDate } from "../../kernel/local-date.ts"
import { foldText } from "../../kernel/text-fold.ts"
import type { RegisterTable } from "./register-table.ts"
import { dateOf } from "./register-value.ts"

/** What a question to a sender can be about. */
export type AnswerField =
  | "nik"
  | "income"
  | "occupation"
  | "birth_date"
  | "name"
  | "area"
  | "standing"
  | "other"

/** What a sender answered about one row of a list. */
export interface Answer {
  readonly file: string
  readonly sheet: string
  readonly row: number
  readonly field: AnswerField
  readonly value: string
  /** A NIK in a number cell has lost its last digit: said so, it is no answer. */
  readonly isCut?: true
  readonly answeredOn: LocalDate | null
}

/** First fit wins. `standing`: whether a struck, hidden or doubtful row is proposed at all. */
const FIELDS: readonly (readonly [AnswerField, RegExp])[] = [
  ["standing", /\b(status|usulan|diusulkan|standing)\b/],
  ["nik", /\b(nik|ktp)\b/],
  ["income", /penghasilan|pendapatan|income|upah|gaji/],
  ["occupation", /pekerjaan|usaha|profesi|sektor|occupation|job/],
  ["birth_date", /lahir|birth|dob/],
  ["area", /\b(kel|kelurahan|desa|village)\b/],
  ["name", /nama|name/],
]

export function answerFieldOf(label: string): AnswerField {
  const named = foldText(label).replaceAll("_", " ")
  return FIELDS.find(([, pattern]) => pattern.test(named))?.[0] ?? "other"
}

/** A line without an answer is an open question; one that names no row cannot be placed. */
export function readAnswers(table: RegisterTable, on: LocalDate): (Answer | null)[] {
  return table.records.flatMap((record) => {
    const value = record.text("value")
    if (value === "") return []
    const row = Number(record.text("row"))
    if (!Number.isInteger(row) || row < 1 || record.text("file") === "") return [null]
    const place = { file: record.text("file"), sheet: record.text("sheet"), row }
    const field = answerFieldOf(record.text("field"))
    const cut = field === "nik" && record.isNumberCell("value") ? { isCut: true as const } : {}
    return [{ ...place, field, value, ...cut, answeredOn: dateOf(record, "answered_on", on) }]
  })
}

/** Answers by file, sheet and row; of a list of one sheet the sheet may be left out. */
export function answersByRow(
  answers: readonly Answer[],
  sheetsOf: ReadonlyMap<string, readonly string[]>,
): Map<string, Answer[]> {
  const byRow = new Map<string, Answer[]>()
  for (const answer of answers) {
    const sheets = sheetsOf.get(answer.file) ?? []
    const only = sheets.length === 1 ? sheets[0] : undefined
    const sheet = sheets.includes(answer.sheet) ? answer.sheet : (only ?? answer.sheet)
    const key = rowKey(answer.file, sheet, answer.row)
    const group = byRow.get(key)
    if (group === undefined) byRow.set(key, [answer])
    else group.push(answer)
  }
  return byRow
}

export function rowKey(file: string, sheet: string, row: number): string {
  return `${file}\n${sheet}\n${row}`
}

/**
 * What the answers of one field mean together: the latest readable one. Two of one day that
 * differ answer nothing. `read` gives null for an answer that cannot be read.
 */
export function settledAnswer<T>(
  answers: readonly Answer[],
  field: AnswerField,
  read: (value: string) => T | null,
): T | null {
  let [day, found, key]: [string, T | null, string] = ["", null, ""]
  for (const answer of answers) {
    const value = answer.field === field && answer.isCut !== true ? read(answer.value) : null
    if (value === null) continue
    const [on, asText] = [answer.answeredOn ?? "0000-00-00", keyOf(value)]
    if (on > day) [day, found, key] = [on, value, asText]
    else if (on === day && asText !== key) found = null
  }
  return found
}

/** The latest answer of a field that says nothing which can be used; "" where every one does. */
export function uselessAnswer(
  answers: readonly Answer[],
  field: AnswerField,
  isUsed: (value: string) => boolean,
): string {
  const useless = answers.filter((one) => one.field === field && (one.isCut || !isUsed(one.value)))
  const on = ({ answeredOn }: Answer): string => answeredOn ?? ""
  return (
    useless.reduce<Answer | null>((a, b) => (a !== null && on(a) > on(b) ? a : b), null)?.value ??
    ""
  )
}

function keyOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}` : part))
}
