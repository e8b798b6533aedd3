import { candidatePairs } from "../block/candidate-pairs.ts"
import type { Pattern } from "../compare/comparisons.ts"
import { PairJudge } from "../pair-judge.ts"
import { countFrequencies } from "../rows/list-frequencies.ts"
import type { MatchTable } from "../rows/match-table.ts"
import type { LabelledPattern } from "./train.ts"
import { REASONED_WEIGHTS } from "./weights.ts"

export type PairKind = "same" | "household" | "strangers"

/** Patterns of all pairs of a list that deserve a look, counted by what `kindOf` says of two positions. */
export function labelPairs(
  table: MatchTable,
  kindOf: (a: number, b: number) => PairKind,
): LabelledPattern[] {
  const frequencies = countFrequencies(table)
  const judge = new PairJudge(table, frequencies, REASONED_WEIGHTS)
  const pairs = candidatePairs(table, (a, b) => judge.isWorthwhile(a, b))
  const counts = new Map<Pattern, Record<PairKind, number>>()
  for (let at = 0; at < pairs.length; at++) {
    const a = pairs.first(at)
    const b = pairs.second(at)
    const pattern = judge.patternOf(a, b)
    const count = counts.get(pattern) ?? { same: 0, household: 0, strangers: 0 }
    count[kindOf(a, b)]++
    counts.set(pattern, count)
  }
  return [...counts]
    .toSorted(([p], [q]) => p - q)
    .map(([pattern, count]) => ({ pattern, ...count, different: 0 }))
}

/** How many of the pairs that `isPair` asks for share a block; each pair once. */
export function countBlocked(table: MatchTable, isPair: (a: number, b: number) => boolean): number {
  return candidatePairs(table, isPair).length
}
