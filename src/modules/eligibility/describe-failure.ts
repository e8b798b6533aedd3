import { formatCount } from "../../kernel/rupiah.ts"
import type { RuleFailure } from "./decide.ts"

/** The run is refused while a rule fails on anybody. */
export interface RulesFailed {
  readonly kind: "rules_failed"
  readonly failures: readonly RuleFailure[]
}

/** What the operator reads; names no person, only an id by which we can see the fault again. */
export function describeRulesFailed({ failures }: RulesFailed): {
  readonly id: string
  readonly en: string
} {
  const id = failures.map(
    ({ criterionId, people, personId }) =>
      `Aturan ${criterionId} gagal pada ${formatCount(people)} orang (misalnya ${personId})`,
  )
  const en = failures.map(
    ({ criterionId, people, personId }) =>
      `Rule ${criterionId} failed on ${formatCount(people)} people (for example ${personId})`,
  )
  return {
    id: `${id.join("; ")}. Daftar tidak dibuat. Laporkan kesalahan program ini.`,
    en: `${en.join("; ")}. No list was made. Report this fault of the program.`,
  }
}
