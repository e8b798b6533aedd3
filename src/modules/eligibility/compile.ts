import { unreachable } from "../../kernel/assert.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import { ok, type Result } from "../../kernel/result.ts"
import {
  ageLimit,
  criteriaOn,
  incomeLimit,
  type Criterion,
  type Cycle,
  type LawBook,
  type LawMissing,
  type ValueUse,
} from "../law/index.ts"
import type { RegisterKind } from "../registry/index.ts"
import type { CompiledCriterion, CriteriaFrame } from "./criterion.ts"
import { noOtherPayer } from "./payer-rule.ts"
import {
  ageBelow,
  alive,
  identityExists,
  incomeAtMost,
  povertyDecile,
  residentMonths,
} from "./rules.ts"
import { informal, sectorVerified } from "./work-rules.ts"

export interface CompileContext {
  readonly book: LawBook
  readonly cycle: Cycle
  /** The day whose knowledge of the law counts. */
  readonly knownOn: LocalDate
  readonly received: ReadonlySet<RegisterKind>
}

/** The pack's criteria with every legal value they use, looked up once; or the missing value. */
export function compileCriteria(context: CompileContext): Result<CompiledCriterion[], LawMissing> {
  const compiled: CompiledCriterion[] = []
  for (const criterion of criteriaOn(context.book.pack, context.cycle.registrationOn)) {
    const rule = compileRule(criterion, context)
    if (!rule.ok) return rule
    const { id, title, status } = criterion
    compiled.push({ id, title, status, ...rule.value })
  }
  return ok(compiled)
}

type CompiledRule = Pick<CompiledCriterion, "ask" | "uses">

function compileRule(
  { rule }: Criterion,
  { book, cycle, knownOn, received }: CompileContext,
): Result<CompiledRule, LawMissing> {
  const { referenceOn, registrationOn } = cycle
  const frame: CriteriaFrame = { referenceOn, registrationOn, received }
  switch (rule.rule) {
    case "identity_exists":
      return without(identityExists)
    case "alive":
      return without((person) => alive(person, frame))
    case "resident_months":
      return without((person) => residentMonths(person, frame, rule))
    case "age_below": {
      const found = ageLimit(book, { rule, cycle, knownOn })
      if (!found.ok) return found
      const terms = { ...frame, limitYears: found.value.limit, minimumYears: rule.minimumYears }
      return withUse(found.value.use, (person) => ageBelow(person, terms))
    }
    case "income_at_most": {
      const found = incomeLimit(book, { rule, cycle, knownOn })
      if (!found.ok) return found
      return withUse(found.value.use, (person) => incomeAtMost(person, found.value.limit))
    }
    case "informal":
      return without(informal)
    case "no_other_payer":
      return without((person) => noOtherPayer(person, frame, rule))
    case "sector_verified":
      return without((person) => sectorVerified(person, rule))
    case "poverty_decile":
      return without((person) => povertyDecile(person, frame, rule))
    default:
      return unreachable(rule)
  }
}

function without(ask: CompiledRule["ask"]): Result<CompiledRule, LawMissing> {
  return ok({ ask, uses: [] })
}

function withUse(use: ValueUse, ask: CompiledRule["ask"]): Result<CompiledRule, LawMissing> {
  return ok({ ask, uses: [use] })
}
