import type { FindingCode } from "../intake/index.ts"
import type { ReasonCode } from "../law/index.ts"
import type { Asked, QuestionInput } from "./question-input.ts"
import {
  fileSlug,
  questionSheet,
  questionWorkbook,
  type QuestionWorkbook,
} from "./question-sheet.ts"
import { questionText, writtenNow, type AskedField, type RowQuestion } from "./question-written.ts"
import type { RowFacts } from "./row-facts.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

const { headers, choices } = TEXT

/** What must be asked while a person is undecided, by reason. */
const BY_REASON: Readonly<Partial<Record<ReasonCode, AskedField>>> = {
  NIK_NOT_KNOWN: "nik",
  DUKCAPIL_NOT_FOUND: "nik",
  INCOME_NOT_KNOWN: "income",
  SECTOR_NOT_KNOWN: "occupation",
  AGE_NOT_KNOWN: "birth_date",
  ONLY_STRUCK_ROWS: "standing",
}

/** What a row's own findings ask, whatever is decided about the person. */
const BY_FINDING: Readonly<Partial<Record<FindingCode, AskedField>>> = {
  HIDDEN_ROW: "standing",
  NOTE_STATUS: "standing",
  STANDING_MISSING: "standing",
  KELURAHAN_UNKNOWN: "area",
  NAME_EMPTY: "name",
  NAME_MOJIBAKE: "name",
  NAME_BUSINESS: "name",
  NAME_OTHER: "name",
}

/** To each sender: the rows that need his answer, in the columns in which answers are read. */
export function senderQuestions(input: QuestionInput, asked: readonly Asked[]): QuestionWorkbook[] {
  const bySender = new Map<string, { name: string; questions: RowQuestion[] }>()
  const sharers = sharersOf(input)
  for (const question of asked.flatMap((entry) => questionsOf(entry, input, sharers))) {
    const { id, name } = senderOf(question.facts, input)
    const group = bySender.get(id)
    if (group === undefined) bySender.set(id, { name, questions: [question] })
    else group.questions.push(question)
  }
  const senders = [...bySender].sort(([a], [b]) => (a < b ? -1 : 1))
  const slugs = senders.map(([, { name }]) => fileSlug(name))
  return senders.flatMap(([id, { name, questions }], index) => {
    const slug = slugs[index] ?? ""
    const isAlone = slugs.indexOf(slug) === slugs.lastIndexOf(slug)
    const file = [TEXT.sender.file, slug, isAlone ? "" : fileSlug(id)].filter((part) => part !== "")
    const to = name === "" ? TEXT.sender.unnamed : name
    const sheets = answerSheets(input).map((sheet) =>
      senderSheet(input, { ...sheet, to }, questions),
    )
    return questionWorkbook(input, { kind: "answers", name: file.join("-") }, sheets)
  })
}

function senderOf(facts: RowFacts, input: QuestionInput): { id: string; name: string } {
  return input.senderOf.get(facts.row.file) ?? { id: "", name: "" }
}

type SharerOf = (facts: RowFacts) => RowFacts | null

/** Who else shows the NIK of a row, by the first row that does. */
function sharersOf({ candidates, personOf }: QuestionInput): SharerOf {
  const shown = candidates.filter(({ nik, withdrawn }) => nik !== null && !withdrawn)
  const byNik = Map.groupBy(shown, ({ nik }) => nik)
  const personAt = ({ row }: RowFacts): string => personOf.get(row.rowId) ?? row.rowId
  return (facts) => {
    const others = facts.nik === null ? [] : (byNik.get(facts.nik) ?? [])
    return others.find((other) => personAt(other) !== personAt(facts)) ?? null
  }
}

/** One row of each sender is asked per field: his other rows of the person would say the same. */
function questionsOf(
  { rows, reasons, isUndecided }: Asked,
  input: QuestionInput,
  sharerOf: SharerOf,
): RowQuestion[] {
  const questions = new Map<string, RowQuestion>()
  const ask = (facts: RowFacts, field: AskedField, scope: string): void => {
    const key = `${scope} ${field}`
    if (questions.has(key) || isAskedByColumn(facts, field)) return
    questions.set(key, { facts, field, sharer: field === "nik" ? sharerOf(facts) : null })
  }
  const inList = rows.map((facts) => ({ facts, sender: senderOf(facts, input).id }))
  const isListed = (sender: string, field: AskedField): boolean =>
    inList.some((own) => own.sender === sender && input.isAskedInList(own.facts.row.rowId, field))
  for (const { facts, sender } of inList) {
    for (const code of isUndecided ? reasons : []) {
      const field = BY_REASON[code]
      if (field === undefined || isListed(sender, field)) continue
      if (isOpen(facts, field)) ask(facts, field, `sender ${sender}`)
    }
    for (const { code } of facts.row.findings) {
      const field = BY_FINDING[code]
      if (field === undefined || input.isAskedInList(facts.row.rowId, field)) continue
      if (!facts.answered.has(field)) ask(facts, field, facts.row.rowId)
    }
  }
  return [...questions.values()]
}

/** The column of the field is asked about, once for the whole list. */
function isAskedByColumn({ row }: RowFacts, field: AskedField): boolean {
  return row.findings.some((finding) => finding.code === "COLUMN_OPEN" && finding.field === field)
}

/** Whether this row is one that leaves the question open. */
function isOpen(facts: RowFacts, field: AskedField): boolean {
  if (field === "standing") return facts.withdrawn
  if (facts.withdrawn) return false
  if (field === "nik") return facts.nikStanding !== "confirmed" || facts.nik === null
  if (field === "income") return facts.income === null || facts.income.low !== facts.income.high
  return field === "birth_date" ? facts.birthDate === null : true
}

interface AnswerSheet {
  readonly name: string
  readonly fields: readonly AskedField[]
  /** What can be answered; a free answer where there is no list. */
  readonly choices?: readonly string[]
}

/** Questions with the same choices stand on a sheet of their own, where the cells offer them. */
function answerSheets({ pack }: QuestionInput): AnswerSheet[] {
  const areas = pack.areas.filter(({ level }) => level === "kelurahan").map(({ name }) => name)
  const free: readonly AskedField[] = ["nik", "income", "occupation", "birth_date", "name"]
  return [
    { name: TEXT.sender.sheet, fields: free },
    { name: TEXT.sender.standingSheet, fields: ["standing"], choices: choices.standing },
    { name: TEXT.sender.areaSheet, fields: ["area"], choices: areas },
  ]
}

function senderSheet(
  input: QuestionInput,
  sheet: AnswerSheet & { readonly to: string },
  questions: readonly RowQuestion[],
) {
  const { subject, fill, choose } = TEXT.sender
  const answer = { header: headers.answer, width: 26 }
  return questionSheet<RowQuestion>(input, {
    name: sheet.name,
    to: sheet.to,
    subject,
    fill: sheet.choices === undefined ? fill : choose,
    entries: questions.filter(({ field }) => sheet.fields.includes(field)).sort(byPlace),
    columns: [
      { header: headers.file, width: 28, value: ({ facts }) => facts.row.file },
      { header: headers.sheet, width: 10, value: ({ facts }) => facts.row.sheet },
      { header: headers.row, width: 7, kind: "number", value: ({ facts }) => facts.row.row },
      { header: headers.name, width: 24, value: ({ facts }) => facts.name },
      { header: headers.written, width: 18, value: writtenNow },
      { header: headers.field, width: 14, value: ({ field }) => TEXT.fields[field] },
      { header: headers.question, width: 34, value: questionText },
      sheet.choices === undefined ? answer : { ...answer, choices: sheet.choices },
      { header: headers.answeredOn, width: 12, kind: "date" },
      { header: headers.note, width: 18 },
    ],
  })
}

function byPlace(a: RowQuestion, b: RowQuestion): number {
  const [x, y] = [a.facts.row, b.facts.row]
  if (x.file !== y.file) return x.file < y.file ? -1 : 1
  if (x.sheet !== y.sheet) return x.sheet < y.sheet ? -1 : 1
  return x.row - y.row || (a.field < b.field ? -1 : 1)
}
