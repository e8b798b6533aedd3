import type pg from "pg"
import {
  arrayText,
  each,
  loadDelta,
  type DeltaCounts,
  type DeltaRun,
} from "../../platform/delta.ts"
import { assert } from "../../kernel/assert.ts"
import type { Matching, MatchRow } from "./match-row.ts"
import { factsHash } from "./verdict.ts"

const PAIR_TABLE = {
  parent: "matching.pair",
  current: "matching.current_pair",
  key: ["row_a", "row_b"],
  columns: [
    ...["row_a", "row_b", "score", "verdict", "levels"],
    ...["weight", "level_weights", "facts_a", "facts_b"],
  ],
}

/** Stores the pairs under the ids of their rows; `rows` stand in the order in which they were matched. */
export async function storePairs(
  client: pg.PoolClient,
  run: DeltaRun,
  linked: { readonly matching: Matching; readonly rows: readonly MatchRow[] },
): Promise<DeltaCounts> {
  const lines = each(linked.matching.pairs, (pair) => {
    const a = linked.rows[pair.a]
    const b = linked.rows[pair.b]
    assert(a !== undefined && b !== undefined, "a pair is of rows that were matched")
    return [
      ...[a.key, b.key, pair.score.toFixed(4), pair.verdict, arrayText(pair.levels)],
      ...[pair.weight.toFixed(3), arrayText(pair.levelWeights.map((bits) => bits.toFixed(3)))],
      ...[factsHash(a), factsHash(b)],
    ]
  })
  return await loadDelta(client, PAIR_TABLE, run, lines)
}
