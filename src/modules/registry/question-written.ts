// What a question to a sender shows of his own row, and why it is asked.
import { ungarbled } from "../../kernel/garbled-text.ts"
import { formatCount } from "../../kernel/rupiah.ts"
import type { AnswerField } from "./answer.ts"
import type { RowFacts } from "./row-facts.ts"
import { QUESTION_TEXT_ID as TEXT } from "./text.id.ts"

export type AskedField = Exclude<AnswerField, "other">

export interface RowQuestion {
  readonly facts: RowFacts
  readonly field: AskedField
  /** A row of another person that shows the same NIK; null where none does. */
  readonly sharer: RowFacts | null
}

const { sender } = TEXT

/** The question, with what speaks against the row: a name's likely spelling, a doubtful NIK. */
export function questionText(question: RowQuestion): string {
  const { facts, field } = question
  const text = TEXT.questions[field]
  const proposed = field === "name" ? ungarbled(facts.row.name) : null
  if (proposed !== null) return `${text} ${sender.perhaps}: ${proposed}`
  const doubt = field === "nik" ? nikDoubt(question) : ""
  return doubt === "" ? text : `${doubt} ${text}`
}

function nikDoubt({ facts, sharer }: RowQuestion): string {
  if (sharer !== null) return sender.shared(placeOf(sharer))
  if (facts.nik === null) return ""
  if (facts.nikStanding === "name_differs") return sender.otherName
  return facts.nikStanding === "not_found" ? sender.notFound : ""
}

function placeOf({ row }: RowFacts): string {
  const sheet = row.sheet === "" ? "" : ` lembar "${row.sheet}"`
  return `"${row.file}"${sheet} baris ${row.row}`
}

/** What the row says now, and which answer said nothing, so that the sender sees what is wrong. */
export function writtenNow(question: RowQuestion): string {
  const useless = question.facts.useless.get(question.field)
  const said = writtenIn(question)
  if (useless === undefined) return said
  return [said, sender.useless(useless)].filter((part) => part !== "").join("; ")
}

/** As the cell has it, for its sender knows it by nothing else. */
function writtenIn({ facts, field }: RowQuestion): string {
  const { row, disputedBy } = facts
  const inCell = row.findings.find((finding) => finding.field === field)?.before ?? ""
  switch (field) {
    case "nik":
      return facts.nik ?? row.nikPattern
    case "income":
      return inCell === "" ? amounts(row) : inCell
    case "occupation":
      return row.occupation
    case "birth_date":
      return row.birthWritten === "" ? (row.birthDate ?? "") : row.birthWritten
    case "name":
      return row.name
    case "area":
      return inCell === "" ? row.address : inCell
    case "standing":
      return disputedBy ?? row.remarks
  }
}

function amounts({ incomeLow, incomeHigh }: RowFacts["row"]): string {
  const ends = [incomeLow, incomeHigh].flatMap((end) => (end === null ? [] : [Number(end)]))
  return [...new Set(ends)].map(formatCount).join(" - ")
}
