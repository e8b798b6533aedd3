import { assert } from "../../kernel/assert.ts"
import type { MatchPair, MatchRow } from "./match-row.ts"
import { levelBitsOf, levelCodes } from "./model/level-bits.ts"
import { probabilityOfBits } from "./model/score-pattern.ts"
import { SHIPPED_WEIGHTS } from "./model/weights.ts"
import { PairJudge } from "./pair-judge.ts"
import { frequenciesAmong, type KnownCounts } from "./rows/list-frequencies.ts"
import { matchTable } from "./rows/match-table.ts"

/** A row of a register that may be the one that was asked about; `b` is its place among the others. */
export type OneMatch = Omit<MatchPair, "a" | "verdict"> & {
  readonly verdict: "same" | "review" | "apart"
}

/**
 * Scores one row against others by the model of whole lists, with the frequencies of the list that the
 * others are of. The most likely first; of equal ones in the order given.
 */
export function matchOne(
  row: MatchRow,
  others: readonly MatchRow[],
  counts: KnownCounts,
): OneMatch[] {
  const table = matchTable([row, ...others])
  const frequencies = frequenciesAmong(table, counts)
  const judge = new PairJudge(table, frequencies, SHIPPED_WEIGHTS)
  assert(table.length === others.length + 1, "every row has its position")
  return others
    .map((_, at): OneMatch => {
      const pattern = judge.patternOf(0, at + 1)
      const { bits, likeness, verdict } = judge.judgementOf(pattern)
      return {
        ...{ b: at, score: probabilityOfBits(bits), weight: bits, verdict },
        levels: levelCodes(pattern),
        levelWeights: levelBitsOf(pattern, SHIPPED_WEIGHTS, likeness),
      }
    })
    .sort((x, y) => y.weight - x.weight || x.b - y.b)
}
