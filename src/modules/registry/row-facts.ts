import type { LocalDate } from "../../kernel/local-date.ts"
import { isNik, type Nik } from "../../kernel/nik.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import { foldText } from "../../kernel/text-fold.ts"
import {
  classifyOccupation,
  readIncome,
  readTyped,
  type IntakeRow,
  type OccupationTable,
} from "../intake/index.ts"
import { rowKey, settledAnswer, uselessAnswer, type Answer, type AnswerField } from "./answer.ts"
import { bareNik } from "./register-value.ts"
import type { Registers } from "./registers.ts"
import { standingOf, type NikStanding } from "./standing.ts"

export interface Income {
  readonly low: Rupiah
  /** Null: no upper end is written ("di atas 3 juta"). */
  readonly high: Rupiah | null
  readonly source: "row" | "answer"
}

/** What one candidate row says once its sender's answers are heard. */
export interface RowFacts {
  readonly row: IntakeRow
  readonly nik: Nik | null
  readonly answeredNik: Nik | null
  readonly nikStanding: NikStanding
  readonly name: string
  readonly birthDate: LocalDate | null
  readonly areaCode: string | null
  readonly income: Income | null
  readonly sector: string | null
  readonly informal: "yes" | "no" | "unknown"
  readonly employer: boolean
  /**
   * The sender took the person back, by striking the row or by his answer; or he has not yet said what
   * became of a recipient, or another office says that the recipient has left. No source of facts.
   */
  readonly withdrawn: boolean
  /** What another office says became of this recipient, and where; null where none objects. */
  readonly disputedBy: string | null
  /** Fields about which the sender has answered something. */
  readonly answered: ReadonlySet<AnswerField>
  /** An answer that could not be used, by field, so that whoever is asked again sees why. */
  readonly useless: ReadonlyMap<AnswerField, string>
}

export interface RowFactsContext {
  readonly answers: ReadonlyMap<string, readonly Answer[]>
  /** Row of a re-send → row of the first sending whose questions may have been answered. */
  readonly predecessor: ReadonlyMap<string, IntakeRow>
  readonly occupations: OccupationTable
  readonly registers: Registers
  readonly on: LocalDate
  /** Recipients of whom an office says that they have left, by number. */
  readonly left?: ReadonlyMap<string, IntakeRow>
  /** Kelurahan of an answer; without it such answers are not read. */
  readonly areaOf?: (text: string) => string | null
}

/** Answers replace what the row says in their field; the row itself stays as it was read. */
export function rowFacts(row: IntakeRow, context: RowFactsContext): RowFacts {
  const { on, occupations, registers, areaOf = () => null } = context
  const answers = answersTo(row, context)
  if (answers.length === 0) return unanswered(row, context)
  const answeredNik = settledAnswer(answers, "nik", nikAnswer)
  const nik = answeredNik ?? row.nik
  const name = settledAnswer(answers, "name", nameAnswer) ?? row.name
  const birthDate = settledAnswer(answers, "birth_date", (text) => birthAnswer(text, on))
  const stays = settledAnswer(answers, "standing", standsAnswer)
  const disputedBy = disputeOver(row, context)
  const isOpen = row.struck || isStandingOpen(row) || disputedBy !== null
  return {
    row,
    nik,
    answeredNik,
    nikStanding: nik === null ? "unasked" : standingOf(nik, name, registers),
    name,
    birthDate: birthDate ?? row.birthDate,
    areaCode: settledAnswer(answers, "area", areaOf) ?? row.areaCode,
    income: settledAnswer(answers, "income", incomeAnswer) ?? writtenIncome(row),
    ...workOf(row, answers, occupations),
    withdrawn: stays === null ? isOpen : stays === "withdrawn",
    disputedBy,
    answered: new Set(answers.map((answer) => answer.field)),
    useless: uselessOf(answers, context),
  }
}

/** Most rows: nobody was asked about them. They share what they do not have. */
function unanswered(row: IntakeRow, context: RowFactsContext): RowFacts {
  const { nik, name, birthDate, areaCode, sector, employer } = row
  const disputedBy = disputeOver(row, context)
  return {
    ...{ row, nik, answeredNik: null, name, birthDate, areaCode },
    nikStanding: nik === null ? "unasked" : standingOf(nik, name, context.registers),
    income: writtenIncome(row),
    ...standingWork({ standing: row.informal, sector, employer }),
    withdrawn: row.struck || isStandingOpen(row) || disputedBy !== null,
    disputedBy,
    answered: NO_FIELDS,
    useless: NOTHING_USELESS,
  }
}

const NO_FIELDS: ReadonlySet<AnswerField> = new Set()
const NOTHING_USELESS: ReadonlyMap<AnswerField, string> = new Map()

function uselessOf(
  answers: readonly Answer[],
  { on, areaOf = () => null, occupations }: RowFactsContext,
): ReadonlyMap<AnswerField, string> {
  const uses: readonly (readonly [AnswerField, (text: string) => boolean])[] = [
    ["nik", (text) => nikAnswer(text) !== null],
    ["name", (text) => nameAnswer(text) !== null],
    ["income", (text) => incomeAnswer(text) !== null],
    ["birth_date", (text) => birthAnswer(text, on) !== null],
    ["area", (text) => areaOf(text) !== null],
    ["standing", (text) => standsAnswer(text) !== null],
    ["occupation", (text) => classifyOccupation(occupations, text).standing !== "unknown"],
  ]
  const told = uses.map(
    ([field, isUsed]) => [field, uselessAnswer(answers, field, isUsed)] as const,
  )
  return new Map(told.filter(([, text]) => text !== ""))
}

/** A recipient whose standing was asked and is not known yet is proposed by nobody. */
function isStandingOpen({ findings }: IntakeRow): boolean {
  return findings.some(
    ({ code, field }) =>
      code === "STANDING_MISSING" || (code === "NOTE_STATUS" && field === "standing"),
  )
}

function disputeOver({ nik, file }: IntakeRow, { left }: RowFactsContext): string | null {
  const other = nik === null ? undefined : left?.get(nik)
  if (other === undefined || other.file === file) return null
  const said = other.findings.find(({ code }) => code === "NOT_PROPOSED")?.before ?? ""
  const place = [other.file, other.sheet, String(other.row)].filter((part) => part !== "")
  return `${place.join(" ")}: ${said.trim()}`
}

const NO_ANSWERS: readonly Answer[] = []

/** What was answered about a row holds for the one that corrects it, however often it is sent. */
function answersTo(row: IntakeRow, context: RowFactsContext): readonly Answer[] {
  if (context.answers.size === 0) return NO_ANSWERS
  const told: Answer[] = []
  let about: IntakeRow | undefined = row
  while (about !== undefined) {
    told.push(...(context.answers.get(rowKey(about.file, about.sheet, about.row)) ?? []))
    about = context.predecessor.get(about.rowId)
  }
  return told
}

function nikAnswer(text: string): Nik | null {
  const nik = bareNik(text)
  return isNik(nik) ? nik : null
}

function nameAnswer(text: string): string | null {
  const name = text.trim()
  return /\p{L}{2}/u.test(name) ? name : null
}

function birthAnswer(text: string, on: LocalDate): LocalDate | null {
  return readTyped({ birthDate: text }, on).birthDate
}

/** "Dibatalkan" withdraws; "tetap diusulkan" restores a row that was struck or hidden. */
function standsAnswer(text: string): "proposed" | "withdrawn" | null {
  const plain = foldText(text)
  if (/batal|tarik|cabut|coret|tidak (jadi )?(di)?usul|withdrawn|hapus/.test(plain))
    return "withdrawn"
  return /tetap|diusulkan|lanjut|benar|masih|^ya\b|proposed/.test(plain) ? "proposed" : null
}

function incomeAnswer(text: string): Income | null {
  const { low, high } = readIncome(text, "text", true)
  return low === null ? null : { low, high, source: "answer" }
}

function writtenIncome(row: IntakeRow): Income | null {
  if (row.incomeLow === null) return null
  return { low: row.incomeLow, high: row.incomeHigh, source: "row" }
}

/** An answer that names no known work leaves what the row says. */
function workOf(
  row: IntakeRow,
  answers: readonly Answer[],
  occupations: OccupationTable,
): Pick<RowFacts, "sector" | "informal" | "employer"> {
  const work = settledAnswer(answers, "occupation", (text) => {
    const { standing, sector, employer } = classifyOccupation(occupations, text)
    return { standing, sector, employer }
  })
  const told = work === null || work.standing === "unknown" ? null : work
  return standingWork({
    standing: told?.standing ?? row.informal,
    sector: told === null ? row.sector : told.sector,
    employer: work?.employer ?? row.employer,
  })
}

/** Only informal work has a sector. */
function standingWork({
  standing,
  sector,
  employer,
}: {
  readonly standing: IntakeRow["informal"]
  readonly sector: string | null
  readonly employer: boolean
}): Pick<RowFacts, "sector" | "informal" | "employer"> {
  if (standing === "informal") return { sector, informal: "yes", employer }
  return { sector: null, informal: standing === "not_informal" ? "no" : "unknown", employer }
}
