import type { ReasonCode } from "../law/index.ts"
import type { Asked, QuestionInput } from "./question-input.ts"
import {
  areaNames,
  officeWithTask,
  questionSheet,
  questionWorkbook,
  type QuestionWorkbook,
} from "./question-sheet.ts"
import type { RowFacts } from "./row-facts.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

const { headers, choices } = TEXT
const OPEN: readonly ReasonCode[] = ["NIK_NOT_KNOWN", "DUKCAPIL_NOT_ASKED", "DUKCAPIL_NOT_FOUND"]

/**
 * To the population office: numbers that were not asked, not found or given to another name, and
 * people without a readable number, to be looked up by name and birth date.
 */
export function populationQuestions(
  input: QuestionInput,
  asked: readonly Asked[],
): QuestionWorkbook[] {
  const undecided = asked.filter((entry) => entry.isUndecided)
  const sheets = [numberSheet(input, undecided), lookUpSheet(input, undecided)]
  return questionWorkbook(input, { kind: "population", name: TEXT.population.file }, sheets)
}

function numberSheet(input: QuestionInput, undecided: readonly Asked[]) {
  const text = TEXT.population
  const areas = areaNames(input.pack)
  return questionSheet<RowFacts>(input, {
    name: text.sheet,
    to: officeWithTask(input, "answer_identity", text.office),
    subject: text.subject,
    fill: text.fill,
    entries: undecided.flatMap(numbersToAsk),
    columns: [
      { header: headers.nik, width: 20, value: (facts) => facts.nik },
      { header: headers.name, width: 30, value: (facts) => facts.name },
      { header: headers.birthDate, width: 14, kind: "date", value: (facts) => facts.birthDate },
      { header: headers.area, width: 22, value: (facts) => areas.get(facts.areaCode ?? "") ?? "" },
      { header: headers.populationResult, width: 22, choices: choices.population },
      { header: headers.birthMatches, width: 12, choices: choices.yesNo },
      { header: headers.diedOn, width: 14, kind: "date" },
      { header: headers.movedOn, width: 14, kind: "date" },
      { header: headers.residentSince, width: 14, kind: "date" },
      { header: headers.note, width: 24 },
    ],
  })
}

/** The office compares number and name, so each pair of them is asked once. */
function numbersToAsk({ rows, reasons }: Asked): RowFacts[] {
  const isOpen = OPEN.some((code) => reasons.has(code))
  const residence = reasons.has("RESIDENCE_NOT_KNOWN")
  const pairs = new Map<string, RowFacts>()
  for (const facts of rows) {
    const { nik, name, nikStanding, withdrawn } = facts
    const wanted = nikStanding === "confirmed" ? residence : isOpen || residence
    if (nik === null || withdrawn || !wanted) continue
    const key = `${nik} ${name}`
    if (!pairs.has(key)) pairs.set(key, facts)
  }
  return [...pairs.values()]
}

/** The answer names a row, as an answer of its sender does, and is read as one. */
function lookUpSheet(input: QuestionInput, undecided: readonly Asked[]) {
  const text = TEXT.lookUp
  const areas = areaNames(input.pack)
  const entries = undecided.flatMap(({ person, rows }) => {
    const first = rows.find((facts) => !facts.withdrawn)
    const isNamed = person.name !== "" && person.birthDate !== null
    return person.nik === null && isNamed && first !== undefined ? [{ person, first }] : []
  })
  return questionSheet<(typeof entries)[number]>(input, {
    name: text.sheet,
    to: officeWithTask(input, "answer_identity", TEXT.population.office),
    subject: text.subject,
    fill: text.fill,
    entries,
    columns: [
      { header: headers.name, width: 30, value: ({ person }) => person.name },
      {
        header: headers.birthDate,
        width: 14,
        kind: "date",
        value: ({ person }) => person.birthDate,
      },
      {
        header: headers.area,
        width: 22,
        value: ({ first }) => areas.get(first.areaCode ?? "") ?? "",
      },
      { header: headers.address, width: 30, value: ({ person }) => person.address },
      { header: headers.file, width: 36, value: ({ first }) => first.row.file },
      { header: headers.sheet, width: 12, value: ({ first }) => first.row.sheet },
      { header: headers.row, width: 8, kind: "number", value: ({ first }) => first.row.row },
      { header: headers.field, width: 8, value: () => TEXT.fields.nik },
      { header: headers.answer, width: 20 },
      { header: headers.note, width: 24 },
    ],
  })
}
