import { assert } from "../../kernel/assert.ts"
import { matchTableRows, type PositionVerdict, type ScoredPair } from "./match-columns.ts"
import type { Matching, MatchPair, MatchRow, PairVerdict, Verdict } from "./match-row.ts"
import { levelBitsOf, levelCodes } from "./model/level-bits.ts"
import { probabilityOfBits } from "./model/score-pattern.ts"
import type { Weights } from "./model/train.ts"
import { SHIPPED_WEIGHTS } from "./model/weights.ts"
import { matchTable } from "./rows/match-table.ts"

/**
 * Finds the rows that are one person. Depends on the rows, on what people said of them and on nothing else: any
 * order of input gives the same clusters and pairs. Keys must be unique.
 */
export function matchRows(
  rows: readonly MatchRow[],
  verdicts: readonly PairVerdict[] = [],
): Matching {
  const order = inKeyOrder(rows)
  const table = matchTable(order.map((index) => rows[index] ?? missing()))
  const said = positionVerdicts(
    verdicts,
    new Map(order.map((index, position) => [rows[index]?.key ?? "", position])),
  )
  const { clusterOf: cluster, pairs, weights } = matchTableRows(table, SHIPPED_WEIGHTS, said)
  const clusterOf = new Int32Array(rows.length)
  for (const [position, index] of order.entries()) clusterOf[index] = cluster[position] ?? 0
  const saidOf = new Map(said.map(({ a, b, verdict }) => [pairOf(a, b), verdict]))
  return {
    clusterOf,
    pairs: pairs.map((pair) => toPair(pair, { order, cluster, saidOf, weights })),
  }
}

function inKeyOrder(rows: readonly MatchRow[]): number[] {
  const key = (index: number): string => rows[index]?.key ?? ""
  const order = rows.map((_, index) => index).sort((a, b) => (key(a) < key(b) ? -1 : 1))
  for (let i = 1; i < order.length; i++) {
    assert(key(order[i - 1] ?? 0) !== key(order[i] ?? 0), "keys of match rows are unique")
  }
  return order
}

/** A verdict about a row that is not here waits until it comes back. */
function positionVerdicts(
  verdicts: readonly PairVerdict[],
  positionOf: ReadonlyMap<string, number>,
): PositionVerdict[] {
  return verdicts.flatMap(({ a, b, verdict }) => {
    const [first, second] = [positionOf.get(a), positionOf.get(b)]
    return first === undefined || second === undefined ? [] : [{ a: first, b: second, verdict }]
  })
}

function pairOf(a: number, b: number): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

interface JudgedList {
  readonly order: readonly number[]
  readonly cluster: Int32Array
  readonly saidOf: ReadonlyMap<string, "same" | "different">
  readonly weights: Weights
}

/** A pair that clustering refused to join goes to a human: its cluster speaks against it. */
function toPair(pair: ScoredPair, { order, cluster, saidOf, weights }: JudgedList): MatchPair {
  const { a, b, pattern, judgement } = pair
  const said = saidOf.get(pairOf(a, b))
  const isOne = said === "same" || judgement.verdict === "same"
  const verdict: Verdict = isOne && cluster[a] === cluster[b] ? "same" : "review"
  return {
    a: order[a] ?? 0,
    b: order[b] ?? 0,
    score: probabilityOfBits(judgement.bits),
    weight: judgement.bits,
    verdict: said === "different" ? said : verdict,
    levels: levelCodes(pattern),
    levelWeights: levelBitsOf(pattern, weights, judgement.likeness),
  }
}

function missing(): never {
  throw new RangeError("position outside the list")
}
