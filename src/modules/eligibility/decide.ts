import type { ReasonCode } from "../law/index.ts"
import type { Person } from "../registry/index.ts"
import { unknown, type CompiledCriterion, type CriterionAnswer } from "./criterion.ts"

export type DecisionOutcome = "eligible" | "ineligible" | "undecided"

export interface Decision {
  readonly personId: string
  readonly outcome: DecisionOutcome
  /** Every reason: of a refusal the refusing ones, of "undecided" what is not known. Sorted. */
  readonly reasons: readonly ReasonCode[]
  readonly criteria: readonly (CriterionAnswer & { readonly id: string })[]
}

/**
 * One no refuses, with all the reasons; no "no" but an unknown decides nothing. A rule that throws
 * answers "unknown" with RULE_FAILED, so that a fault of ours can never make anybody eligible.
 */
export function decide(person: Person, criteria: readonly CompiledCriterion[]): Decision {
  const { personId } = person
  const answers = criteria.map((criterion) => sharedAnswer(criterion, answerOf(criterion, person)))
  if (!person.onlyStruck && answers.every(({ answer }) => answer === "yes"))
    return { personId, outcome: "eligible", reasons: NO_REASONS, criteria: answers }
  const refusing = answers.filter((answer) => answer.answer === "no")
  const open = answers.filter((answer) => answer.answer === "unknown")
  const telling = refusing.length > 0 ? refusing : open
  const reasons = new Set(telling.flatMap((answer) => answer.reasons))
  if (refusing.length === 0 && person.onlyStruck) reasons.add("ONLY_STRUCK_ROWS")
  const outcome = refusing.length > 0 ? "ineligible" : "undecided"
  return { personId, outcome, reasons: [...reasons].sort(), criteria: answers }
}

const NO_REASONS: readonly ReasonCode[] = []

type NamedAnswer = Decision["criteria"][number]

/** Many people get the same answer to a criterion: it is held once. */
const sharedAnswers = new WeakMap<CompiledCriterion, Map<string, NamedAnswer>>()

function sharedAnswer(criterion: CompiledCriterion, answer: CriterionAnswer): NamedAnswer {
  let known = sharedAnswers.get(criterion)
  if (known === undefined) sharedAnswers.set(criterion, (known = new Map()))
  const { reasons, used, missing } = answer
  const key = `${answer.answer}|${used}|${reasons.length === 0 ? "" : reasons.join()}|${missing?.join() ?? ""}`
  const same = known.get(key)
  if (same !== undefined) return same
  const named = { id: criterion.id, ...answer }
  known.set(key, named)
  return named
}

function answerOf(criterion: CompiledCriterion, person: Person): CriterionAnswer {
  try {
    return criterion.ask(person)
  } catch {
    // The rule is pure: the same person raises the same error again, so nothing is lost here.
    return unknown("RULE_FAILED")
  }
}

export interface RuleFailure {
  /** Of the pack: "C5". */
  readonly criterionId: string
  readonly people: number
  /** One of them, on whom the fault can be seen again. */
  readonly personId: string
}

/** Rules that failed on somebody. A run with any of them must not lead to a list. */
export function ruleFailures(decisions: Iterable<Decision>): RuleFailure[] {
  const failures = new Map<string, RuleFailure>()
  for (const { personId, criteria } of decisions) {
    for (const { id, reasons } of criteria) {
      if (!reasons.includes("RULE_FAILED")) continue
      const before = failures.get(id)
      const first = before === undefined || personId < before.personId ? personId : before.personId
      failures.set(id, { criterionId: id, people: (before?.people ?? 0) + 1, personId: first })
    }
  }
  return [...failures.values()].sort((a, b) => (a.criterionId < b.criterionId ? -1 : 1))
}
