import type { CellInput } from "../../platform/spreadsheet/sheet-spec.ts"
import type { Asked, QuestionInput } from "./question-input.ts"
import {
  areaNames,
  officeWithTask,
  questionSheet,
  questionWorkbook,
  type QuestionColumn,
  type QuestionWorkbook,
} from "./question-sheet.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

const { headers, choices } = TEXT

/** Who a person is, before the columns that are to be filled in. */
export function identityColumns(input: QuestionInput): QuestionColumn<Asked>[] {
  const areas = areaNames(input.pack)
  return [
    { header: headers.nik, width: 18, value: ({ person }) => person.nik },
    { header: headers.name, width: 26, value: ({ person }) => person.name },
    { header: headers.birthDate, width: 12, kind: "date", value: ({ person }) => person.birthDate },
    {
      header: headers.area,
      width: 18,
      value: ({ person }): CellInput => areas.get(person.areaCode ?? "") ?? "",
    },
  ]
}

/** To the insurer: whoever's membership is not known, and the list before it is registered. */
export function membershipQuestions(
  input: QuestionInput,
  asked: readonly Asked[],
): QuestionWorkbook[] {
  const text = TEXT.membership
  const common = {
    to: officeWithTask(input, "answer_membership", text.office),
    fill: text.fill,
    columns: [
      ...identityColumns(input),
      { header: headers.membershipStatus, width: 18, choices: choices.membership },
      { header: headers.segment, width: 16, choices: choices.segment },
      { header: headers.payer, width: 28 },
      { header: headers.kpj, width: 16 },
      { header: headers.since, width: 14, kind: "date" as const },
    ],
  }
  return questionWorkbook(
    input,
    { kind: "membership", name: text.file },
    payerSheets(input, asked, "membership", common),
  )
}

/** To the province: the same two groups. */
export function provinceQuestions(
  input: QuestionInput,
  asked: readonly Asked[],
): QuestionWorkbook[] {
  const text = TEXT.province
  const common = {
    to: officeWithTask(input, "answer_provincial_list", text.office),
    fill: text.fill,
    columns: [
      ...identityColumns(input),
      { header: headers.paidByProvince, width: 24, choices: choices.yesNo },
      { header: headers.since, width: 14, kind: "date" as const },
      { header: headers.note, width: 30 },
    ],
  }
  return questionWorkbook(
    input,
    { kind: "province", name: text.file },
    payerSheets(input, asked, "province", common),
  )
}

function payerSheets(
  input: QuestionInput,
  asked: readonly Asked[],
  kind: "membership" | "province",
  common: {
    readonly to: string
    readonly fill: string
    readonly columns: readonly QuestionColumn<Asked>[]
  },
) {
  const text = TEXT[kind]
  const isSelected = ({ person }: Asked): boolean => input.selected.has(person.personId)
  const selected = asked.filter(isSelected)
  const unknown = input.received.has(kind)
    ? []
    : asked.filter((entry) => entry.person.nik !== null && !isSelected(entry))
  return [
    questionSheet(input, {
      ...common,
      name: text.unknownSheet,
      subject: text.subject,
      entries: unknown,
    }),
    questionSheet(input, {
      ...common,
      name: text.selectedSheet,
      subject: text.selectedSubject,
      entries: selected,
    }),
  ]
}

/** To the holder of the poverty register: people without a decile. */
export function decileQuestions(input: QuestionInput, asked: readonly Asked[]): QuestionWorkbook[] {
  const text = TEXT.decile
  const sheet = questionSheet(input, {
    name: text.sheet,
    to: officeWithTask(input, "answer_decile", text.office),
    subject: text.subject,
    fill: text.fill,
    entries: asked.filter(({ person }) => person.nik !== null && person.decile === null),
    columns: [
      ...identityColumns(input),
      { header: headers.decile, width: 8, choices: choices.decile },
      { header: headers.version, width: 14, kind: "date" },
      { header: headers.note, width: 30 },
    ],
  })
  return questionWorkbook(input, { kind: "decile", name: text.file }, [sheet])
}
