import type { LocalDate } from "../kernel/local-date.ts"
import { lastDay, shiftMonth } from "../kernel/period.ts"
import type { Finding, FindingCode, IntakeRow, RepairWorkbook } from "../modules/intake/index.ts"
import type { AnswerField, QuestionInput, RowFacts } from "../modules/registry/index.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

/** What the questions of a run are made from. */
export function questionInput(
  result: CycleResult,
  terms: CycleTerms,
  told: { readonly contact: string; readonly repairs: readonly RepairWorkbook[] },
): QuestionInput {
  const selected = result.selection.places.filter((entry) => entry.place === "selected")
  return {
    people: result.people,
    candidates: result.candidates,
    personOf: result.personOf,
    decisions: result.decisions,
    senderOf: new Map(
      result.batch.files.map(({ name, sender }) => [name, { id: sender.id, name: sender.name }]),
    ),
    selected: new Set(selected.map((entry) => entry.person.personId)),
    received: result.registers.received,
    pack: terms.book.pack,
    asOf: terms.asOf,
    answerBy: answerBy(terms),
    contact: told.contact,
    isAskedInList: askedInLists(told.repairs),
  }
}

function askedInLists(repairs: readonly RepairWorkbook[]): QuestionInput["isAskedInList"] {
  const rows = repairs.flatMap(({ asked }) => asked)
  const fields = new Map(rows.map(({ rowId, codes }) => [rowId, codes.map(answerFieldOf)]))
  return (rowId, field) => fields.get(rowId)?.includes(field) === true
}

/** Answers count until people are registered, late ones until cover begins. */
function answerBy({ asOf, cycle }: CycleTerms): LocalDate | null {
  if (asOf < cycle.registrationOn) return cycle.registrationOn
  const last = lastDay(shiftMonth(cycle.firstMonth, -1))
  return asOf < last ? last : null
}

/** The field of an answer that settles a finding; the others only a new file can. */
const ANSWERED_AS: readonly (readonly [RegExp, AnswerField])[] = [
  [/^NIK_/, "nik"],
  [/^INCOME_/, "income"],
  [/^JOB_/, "occupation"],
  [/^DOB_/, "birth_date"],
  [/^NAME_/, "name"],
  [/^KELURAHAN_/, "area"],
  [/^(HIDDEN_ROW|ROW_STRUCK|NOTE_STATUS|STANDING_MISSING|RESEND_MISSING)$/, "standing"],
]

export function answerFieldOf(code: FindingCode): AnswerField | null {
  return ANSWERED_AS.find(([pattern]) => pattern.test(code))?.[1] ?? null
}

/** Whether a finding's question was answered, readably, in a workbook of questions. */
export function answeredIn(result: CycleResult): (row: IntakeRow, finding: Finding) => boolean {
  const factsOf = new Map(result.candidates.map((facts) => [facts.row.rowId, facts]))
  return ({ rowId }, { code }) => {
    const field = answerFieldOf(code)
    const facts = factsOf.get(rowId)
    return field !== null && facts !== undefined && isSettled(facts, field)
  }
}

/** "Saya tidak tahu" is no answer, and a number that belongs to another name is none either. */
function isSettled(facts: RowFacts, field: AnswerField): boolean {
  if (!facts.answered.has(field)) return false
  if (field === "income") return facts.income?.source === "answer"
  if (field !== "nik") return true
  const { answeredNik, nikStanding } = facts
  return answeredNik !== null && (nikStanding === "confirmed" || nikStanding === "unasked")
}
