// What a run still asks, one entry a question, so that two runs can be compared.
import { fileQuestions, isQuestion, type OpenQuestion } from "../modules/intake/index.ts"
import type { ReasonCode } from "../modules/law/index.ts"
import { registerQuestions, type AnswerField } from "../modules/registry/index.ts"
import type { CycleResult } from "./cycle.ts"
import { answeredIn, answerFieldOf } from "./question-facts.ts"

export interface QuestionState {
  readonly open: readonly OpenQuestion[]
  /** Everybody and everything about whom an answer would count. */
  readonly subjects: ReadonlySet<string>
}

export function questionState(result: CycleResult): QuestionState {
  const rows = rowQuestions(result)
  return {
    open: [...rows.open, ...personQuestions(result, rows.asked), ...otherQuestions(result)],
    subjects: subjectsOf(result),
  }
}

/** Of each person the fields about which a row of his is asked. */
type AskedFields = ReadonlyMap<string, ReadonlySet<AnswerField>>

/** What the columns that may be asked say of a person. */
const COLUMN_ANSWERS: Readonly<Record<string, AnswerField>> = {
  nik: "nik",
  income: "income",
  occupation: "occupation",
  birth_date: "birth_date",
  birth_place_date: "birth_date",
}

function rowQuestions(result: CycleResult): { open: OpenQuestion[]; asked: AskedFields } {
  const { batch, personOf } = result
  const isAnswered = answeredIn(result)
  const open: OpenQuestion[] = []
  const asked = new Map<string, Set<AnswerField>>()
  for (const row of batch.rows) {
    if (row.kind !== "person" || row.outcome === "ignored") continue
    const subject = `row:${batch.firstOf(row.rowId)}`
    for (const finding of row.findings) {
      const { code, field } = finding
      // A column is asked of the file, which stands for the questions about its rows.
      const isOfColumn = code === "COLUMN_OPEN"
      if (!isOfColumn && (!isQuestion(code) || isAnswered(row, finding))) continue
      if (!isOfColumn) open.push({ subject, code, field })
      const answer = isOfColumn ? COLUMN_ANSWERS[field] : answerFieldOf(code)
      const person = personOf.get(row.rowId)
      if (answer === null || answer === undefined || person === undefined) continue
      asked.set(person, (asked.get(person) ?? new Set()).add(answer))
    }
  }
  return { open: unique(open), asked }
}

/** The field of a row that a reason is about; the others are asked of registers and offices. */
const REASON_FIELDS: Readonly<Partial<Record<ReasonCode, AnswerField>>> = {
  NIK_NOT_KNOWN: "nik",
  DUKCAPIL_NOT_FOUND: "nik",
  INCOME_NOT_KNOWN: "income",
  SECTOR_NOT_KNOWN: "occupation",
  AGE_NOT_KNOWN: "birth_date",
  ONLY_STRUCK_ROWS: "standing",
}

/** What keeps a person undecided is asked once: not where his row is already asked about it. */
function personQuestions({ decisions }: CycleResult, asked: AskedFields): OpenQuestion[] {
  const open: OpenQuestion[] = []
  for (const [personId, { outcome, reasons }] of decisions) {
    if (outcome !== "undecided") continue
    for (const code of reasons) {
      const field = REASON_FIELDS[code]
      if (field !== undefined && asked.get(personId)?.has(field) === true) continue
      open.push({ subject: `person:${personId}`, code, field: field ?? "" })
    }
  }
  return open
}

function otherQuestions({ batch, registers }: CycleResult): OpenQuestion[] {
  const files = fileQuestions(batch).map(({ file, code }) => {
    return { subject: `file:${file}`, code, field: "" }
  })
  const unread = registerQuestions(registers).map(({ file }) => {
    return { subject: `register:${file}`, code: "REGISTER_UNREAD", field: "" }
  })
  return unique([...files, ...unread])
}

function subjectsOf({ batch, registers, decisions }: CycleResult): Set<string> {
  const standing = batch.rows.filter((row) => row.kind === "person" && row.outcome !== "ignored")
  // Who is refused for another reason needs no answer any more.
  const people = [...decisions].filter(([, { outcome }]) => outcome !== "ineligible")
  return new Set([
    ...standing.map(({ rowId }) => `row:${batch.firstOf(rowId)}`),
    ...people.map(([personId]) => `person:${personId}`),
    ...batch.files.map(({ name }) => `file:${name}`),
    ...registers.files.map(({ file }) => `register:${file}`),
  ])
}

function unique(questions: readonly OpenQuestion[]): OpenQuestion[] {
  const keyed = questions.map((question) => [Object.values(question).join("\n"), question] as const)
  return [...new Map(keyed).values()]
}
