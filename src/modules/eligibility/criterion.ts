import type { LocalDate } from "../../kernel/local-date.ts"
import type { ReasonCode, ValueUse } from "../law/index.ts"
import type { Person, RegisterKind } from "../registry/index.ts"

export type Answer = "yes" | "no" | "unknown"

/** What one criterion says about one person, and what it looked at. */
export interface CriterionAnswer {
  readonly answer: Answer
  readonly reasons: readonly ReasonCode[]
  /** The fact as used, for the person's card: "2600000", "1960-11-16". */
  readonly used: string
  /** Registers without which the criterion says nothing about anybody; absent where none lacks. */
  readonly missing?: readonly RegisterKind[]
}

/** What holds for every person of a run. Registers that were not received cannot say "none". */
export interface CriteriaFrame {
  readonly referenceOn: LocalDate
  readonly registrationOn: LocalDate
  readonly received: ReadonlySet<RegisterKind>
}

export interface CompiledCriterion {
  readonly id: string
  readonly title: string
  readonly status: ValueUse["status"]
  readonly uses: readonly ValueUse[]
  readonly ask: (person: Person) => CriterionAnswer
}

export function yes(used = ""): CriterionAnswer {
  return { answer: "yes", reasons: [], used }
}

export function no(used: string, ...reasons: ReasonCode[]): CriterionAnswer {
  return { answer: "no", reasons, used }
}

export function unknown(...reasons: ReasonCode[]): CriterionAnswer {
  return { answer: "unknown", reasons, used: "" }
}

export function notReceived(missing: readonly RegisterKind[]): CriterionAnswer {
  return { ...unknown("REGISTER_NOT_RECEIVED"), missing }
}
