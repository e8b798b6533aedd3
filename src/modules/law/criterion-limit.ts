import { localDate, type LocalDate } from "../../kernel/local-date.ts"
import { assert } from "../../kernel/assert.ts"
import { ok, type Result } from "../../kernel/result.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import type { CriterionRule } from "./criterion.ts"
import type { LawBook, LawMissing, ValueUse } from "./law.ts"
import { floorSen, valueOfUnit } from "./lookup.ts"
import type { Cycle } from "./pack.ts"

type RuleOf<N extends CriterionRule["rule"]> = Extract<CriterionRule, { rule: N }>

export interface LimitQuestion<N extends CriterionRule["rule"]> {
  readonly rule: RuleOf<N>
  readonly cycle: Cycle
  /** The day whose knowledge counts. */
  readonly knownOn: LocalDate
}

export interface Limit<L> {
  readonly limit: L
  readonly use: ValueUse
}

/** The highest monthly income allowed: the wage of the programme's or of the collection's year. */
export function incomeLimit(
  book: LawBook,
  { rule, cycle, knownOn }: LimitQuestion<"income_at_most">,
): Result<Limit<Rupiah>, LawMissing> {
  const yearStart = localDate(cycle.year, 1, 1)
  assert(yearStart !== null, "the year of a cycle is between 2000 and 2200")
  const on = rule.year === "programme_year" ? yearStart : cycle.registrationOn
  const dims = { area: rule.area }
  const target = { series: rule.limitSeries, unit: "rupiah_sen" } as const
  const found = valueOfUnit(book, target, { on, knownOn, dims })
  return found.ok ? ok({ limit: floorSen(found.value.value.sen), use: found.value }) : found
}

/** The age in years that a person must not have reached on the day of registration. */
export function ageLimit(
  book: LawBook,
  { rule, cycle, knownOn }: LimitQuestion<"age_below">,
): Result<Limit<number>, LawMissing> {
  const dims = { area: book.pack.regionCode }
  const target = { series: rule.limitSeries, unit: "years" } as const
  const found = valueOfUnit(book, target, { on: cycle.registrationOn, knownOn, dims })
  return found.ok ? ok({ limit: found.value.value.years, use: found.value }) : found
}
