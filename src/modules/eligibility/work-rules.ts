import type { ReasonCode } from "../law/index.ts"
import type { CheckResult, Person } from "../registry/index.ts"
import { no, unknown, yes, type CriterionAnswer } from "./criterion.ts"
import type { RuleOf } from "./rules.ts"

/** Informal work, not an employer, not tied to a firm: by the list, the answers and the check. */
export function informal(person: Person): CriterionAnswer {
  const { check, checkContradicted } = person
  const result = checkContradicted ? null : (check?.result ?? null)
  const refused = new Set<ReasonCode>()
  const byCheck = result === null ? null : REFUSED_BY[result]
  if (byCheck !== null) refused.add(byCheck)
  if (person.employer) refused.add("EMPLOYER")
  if (person.informal === "no") refused.add("NOT_INFORMAL")
  if (refused.size > 0) return no(check?.result ?? "", ...refused)
  if (checkContradicted || result === "refused") return unknown("SECTOR_NOT_VERIFIED")
  if (result === "not_found") return unknown("NOT_FOUND_AT_ADDRESS")
  if (person.informal === "yes" || result === "confirmed") return yes(person.sector ?? "")
  return unknown("SECTOR_NOT_KNOWN")
}

/** A bare "no" of an officer without a reason refuses nobody: it is a question to the office. */
const REFUSED_BY: Readonly<Record<CheckResult, ReasonCode | null>> = {
  confirmed: null,
  not_of_sector: "VERIF_BUKAN_PEKERJA_SEKTOR",
  no_longer_working: "VERIF_TIDAK_LAGI_BEKERJA",
  formal_job: "VERIF_SUDAH_KERJA_FORMAL",
  not_informal: "NOT_INFORMAL",
  employer: "EMPLOYER",
  not_found: null,
  refused: null,
}

/** A missing field check is an obstacle only where the pack says so. */
export function sectorVerified(person: Person, rule: RuleOf<"sector_verified">): CriterionAnswer {
  if (person.check !== null && !person.checkContradicted) return yes(person.check.checkedOn)
  return rule.missingCheck === "undecided" ? unknown("SECTOR_NOT_VERIFIED") : yes()
}
