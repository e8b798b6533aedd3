import type pg from "pg"
import {
  arrayText,
  each,
  loadDelta,
  type DeltaCounts,
  type DeltaRun,
} from "../../platform/delta.ts"
import type { Decision } from "./decide.ts"

const DECISION_TABLE = {
  parent: "eligibility.decision",
  current: "eligibility.current_decision",
  key: ["person_id"],
  columns: ["person_id", "outcome", "reasons", "criteria", "law_version"],
}

export async function storeDecisions(
  client: pg.PoolClient,
  run: DeltaRun,
  made: { decisions: Iterable<Decision>; lawVersion: string },
): Promise<DeltaCounts> {
  const rows = each(made.decisions, (decision) => [
    decision.personId,
    decision.outcome,
    arrayText(decision.reasons),
    JSON.stringify(decision.criteria),
    made.lawVersion,
  ])
  return await loadDelta(client, DECISION_TABLE, run, rows)
}
