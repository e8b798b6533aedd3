import type pg from "pg"
import { arrayText, loadDelta, type DeltaCounts, type DeltaRun } from "../../platform/delta.ts"
import type { Matching } from "./match-row.ts"

const PAIR_TABLE = {
  parent: "matching.pair",
  current: "matching.current_pair",
  key: ["row_a", "row_b"],
  columns: ["row_a", "row_b", "score", "verdict", "levels"],
}

/** Stores the pairs under the ids of their rows; `rowIds` stand in the order of the matched rows. */
export async function storePairs(
  client: pg.PoolClient,
  run: DeltaRun,
  linked: { matching: Matching; rowIds: readonly string[] },
): Promise<DeltaCounts> {
  const rows = linked.matching.pairs.map((pair) => [
    linked.rowIds[pair.a] ?? null,
    linked.rowIds[pair.b] ?? null,
    pair.score.toFixed(4),
    pair.verdict,
    arrayText(pair.levels),
  ])
  return await loadDelta(client, PAIR_TABLE, run, rows)
}
