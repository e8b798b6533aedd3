import { foldText } from "../../kernel/text-fold.ts"
import type { ReasonCode } from "../law/index.ts"
import type { Person, RegisterKind } from "../registry/index.ts"
import {
  no,
  notReceived,
  unknown,
  yes,
  type CriteriaFrame,
  type CriterionAnswer,
} from "./criterion.ts"
import type { RuleOf } from "./rules.ts"

/** Neither of the two lists is complete, the two together are. */
const NEEDED: readonly RegisterKind[] = ["membership", "province"]

/**
 * Not covered by another payer. The city's own payment of last year is no other payer. A register
 * that was received and does not name the person says "none"; one not received says nothing.
 */
export function noOtherPayer(
  person: Person,
  frame: CriteriaFrame,
  rule: RuleOf<"no_other_payer">,
): CriterionAnswer {
  const reasons = payers(person, rule.ownPayers)
  if (reasons.size > 0) return no([...reasons].join(" "), ...reasons)
  if (person.onlyStruck) return unknown("ONLY_STRUCK_ROWS")
  if (person.nik === null) return unknown("NIK_NOT_KNOWN")
  if (person.nikStanding === "not_found") return unknown("DUKCAPIL_NOT_FOUND")
  const missing = NEEDED.filter((kind) => !frame.received.has(kind))
  return missing.length === 0 ? yes() : notReceived(missing)
}

function payers(person: Person, own: readonly string[]): Set<ReasonCode> {
  const reasons = new Set<ReasonCode>()
  const ownNames = new Set(own.map(foldText))
  for (const { active, payer, segment } of person.memberships)
    if (active && !ownNames.has(foldText(payer))) reasons.add(payerReason(segment, payer))
  if (person.paidByProvince) reasons.add("ACTIVE_PROV")
  if (person.paidByCompany) reasons.add("ACTIVE_CSR")
  if (person.civilServant) reasons.add("CIVIL_SERVANT")
  return reasons
}

function payerReason(segment: string, payer: string): ReasonCode {
  const [kind, named] = [foldText(segment), foldText(payer)]
  if (/\b(prov|provinsi|pemprov|province)\b/.test(named)) return "ACTIVE_PROV"
  if (/^(pu|penerima upah|ppu|wage earner)$/.test(kind)) return "ACTIVE_PU"
  const himself = named === "" || /\b(mandiri|sendiri|pribadi|self|perorangan)\b/.test(named)
  return himself ? "ACTIVE_BPU" : "ACTIVE_CSR"
}
