import { addMonths, ageOn, type LocalDate } from "../../kernel/local-date.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import type { CriterionRule, ReasonCode } from "../law/index.ts"
import type { Person } from "../registry/index.ts"
import {
  no,
  notReceived,
  unknown,
  yes,
  type CriteriaFrame,
  type CriterionAnswer,
} from "./criterion.ts"

export type RuleOf<N extends CriterionRule["rule"]> = Extract<CriterionRule, { rule: N }>

/** Why a register cannot be asked about this person, or null where it was asked and knows him. */
function unaskable(person: Person): ReasonCode | null {
  if (person.onlyStruck) return "ONLY_STRUCK_ROWS"
  if (person.nik === null) return "NIK_NOT_KNOWN"
  if (person.nikStanding === "unasked" || person.population === null) return "DUKCAPIL_NOT_ASKED"
  return person.population.found ? null : "DUKCAPIL_NOT_FOUND"
}

/**
 * The population office knows the number. A name or birth date that differs is a finding for a
 * human, never a refusal: the number and corrected biodata may differ legally.
 */
export function identityExists(person: Person): CriterionAnswer {
  const missing = unaskable(person)
  return missing === null ? yes() : unknown(missing)
}

/** Deceased on or before the reference date; a death without a date is a death. */
export function alive(person: Person, frame: CriteriaFrame): CriterionAnswer {
  const missing = unaskable(person)
  if (missing !== null) return unknown(missing)
  const { deceased = false, diedOn = null } = person.population ?? {}
  if (!deceased || (diedOn !== null && diedOn > frame.referenceOn)) return yes()
  return no(diedOn ?? "", "DECEASED")
}

/** Resident for some months on the registration date, and not moved out by the reference date. */
export function residentMonths(
  person: Person,
  frame: CriteriaFrame,
  rule: RuleOf<"resident_months">,
): CriterionAnswer {
  const missing = unaskable(person)
  if (missing !== null) return unknown(missing)
  const { moved = false, movedOn = null, residentSince = null } = person.population ?? {}
  if (moved && (movedOn === null || movedOn <= frame.referenceOn))
    return no(movedOn ?? "", "MOVED_OUT")
  if (residentSince === null) return unknown("RESIDENCE_NOT_KNOWN")
  const latest = addMonths(frame.registrationOn, -rule.months)
  return residentSince <= latest ? yes(residentSince) : no(residentSince, "RESIDENT_UNDER_6_MONTHS")
}

export interface AgeTerms {
  readonly registrationOn: LocalDate
  readonly limitYears: number
  /** Null where the pack sets none. */
  readonly minimumYears: number | null
}

/** Completed years on the registration date. */
export function ageBelow(person: Person, terms: AgeTerms): CriterionAnswer {
  if (person.onlyStruck) return unknown("ONLY_STRUCK_ROWS")
  if (person.birthDate === null) return unknown("AGE_NOT_KNOWN")
  const age = ageOn(person.birthDate, terms.registrationOn)
  if (age >= terms.limitYears) return no(String(age), "AGE_65_OR_MORE")
  if (terms.minimumYears !== null && age < terms.minimumYears)
    return no(String(age), "AGE_BELOW_MINIMUM")
  return yes(String(age))
}

/** A range counts by its upper end for yes, by its lower end for no; across the limit: unknown. */
export function incomeAtMost(person: Person, limit: Rupiah): CriterionAnswer {
  if (person.income === null) return unknown("INCOME_NOT_KNOWN")
  const { low, high } = person.income
  if (high !== null && high <= limit) return yes(String(high))
  return low > limit ? no(String(low), "INCOME_ABOVE_UMK") : unknown("INCOME_NOT_KNOWN")
}

/** Without a maximum in the pack the decile orders people but refuses nobody. */
export function povertyDecile(
  person: Person,
  frame: CriteriaFrame,
  rule: RuleOf<"poverty_decile">,
): CriterionAnswer {
  const { decile } = person
  if (rule.maximumDecile === null) return yes(decile === null ? "" : String(decile))
  if (decile === null)
    return frame.received.has("decile") ? unknown("DECILE_NOT_KNOWN") : notReceived(["decile"])
  if (decile <= rule.maximumDecile) return yes(String(decile))
  return no(String(decile), "DECILE_ABOVE_MAXIMUM")
}
