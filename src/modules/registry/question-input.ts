import type { LocalDate } from "../../kernel/local-date.ts"
import type { PolicyPack, ReasonCode } from "../law/index.ts"
import type { AnswerField } from "./answer.ts"
import type { Person } from "./person.ts"
import type { RegisterKind } from "./register-kind.ts"
import type { RowFacts } from "./row-facts.ts"

/** What a run knows when it writes its questions: `decisions` by person, `personOf` by row id. */
export interface QuestionInput {
  readonly people: readonly Person[]
  readonly candidates: readonly RowFacts[]
  readonly personOf: ReadonlyMap<string, string>
  readonly decisions: ReadonlyMap<string, QuestionDecision>
  /** By file name of the list. */
  readonly senderOf: ReadonlyMap<string, QuestionSender>
  /** Ids of the people on the list. */
  readonly selected: ReadonlySet<string>
  readonly received: ReadonlySet<RegisterKind>
  readonly pack: PolicyPack
  readonly asOf: LocalDate
  /** Last day on which an answer still counts; null where that day is past. */
  readonly answerBy: LocalDate | null
  /** Whom the respondent asks, with a number; "" where nobody said. */
  readonly contact: string
  /** Whether the sender finds this question in his own list, which goes back to him: not asked twice. */
  readonly isAskedInList: (rowId: string, field: AnswerField) => boolean
}

export interface QuestionDecision {
  readonly outcome: "eligible" | "ineligible" | "undecided"
  readonly reasons: readonly ReasonCode[]
}

export interface QuestionSender {
  readonly id: string
  readonly name: string
}

/** A person about whom something is still worth asking, with the rows that count. */
export interface Asked {
  readonly person: Person
  readonly rows: readonly RowFacts[]
  readonly reasons: ReadonlySet<ReasonCode>
  readonly isUndecided: boolean
}

/** Everybody but those who are refused, by kelurahan and name, so that offices find them. */
export function askedPeople(input: QuestionInput): Asked[] {
  const rowsOf = new Map<string, RowFacts[]>()
  for (const facts of input.candidates) {
    const personId = input.personOf.get(facts.row.rowId) ?? ""
    const rows = rowsOf.get(personId)
    if (rows === undefined) rowsOf.set(personId, [facts])
    else rows.push(facts)
  }
  const asked = input.people.flatMap((person): Asked[] => {
    const decision = input.decisions.get(person.personId)
    if (decision === undefined || decision.outcome === "ineligible") return []
    const rows = [...(rowsOf.get(person.personId) ?? [])].sort(byPlace)
    const isUndecided = decision.outcome === "undecided"
    return [{ person, rows, reasons: new Set(decision.reasons), isUndecided }]
  })
  const key = ({ person }: Asked): string =>
    [person.areaCode ?? "", person.name, person.personId].join("\n")
  const keyed = asked.map((entry) => ({ entry, key: key(entry) }))
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry)
}

function byPlace(a: RowFacts, b: RowFacts): number {
  const [x, y] = [a.row, b.row]
  if (x.file !== y.file) return x.file < y.file ? -1 : 1
  if (x.sheet !== y.sheet) return x.sheet < y.sheet ? -1 : 1
  return x.row - y.row
}
