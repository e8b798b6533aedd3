import { assert } from "../../kernel/assert.ts"
import { candidatePairs } from "./blocking.ts"
import { clusterLinks, type Link } from "./cluster.ts"
import { countFrequencies } from "./list-frequencies.ts"
import type { Matching, MatchPair, MatchRow, Verdict } from "./match-row.ts"
import { levelBitsOf, levelCodesOf, pairScorer, type ScoredPair } from "./score-pair.ts"
import { standardize, type StandardRow } from "./standard-row.ts"
import { probabilityOfBits } from "./weights.ts"

interface Hit {
  readonly a: number
  readonly b: number
  readonly scored: ScoredPair
}

/**
 * Finds the rows that are one person. Depends on the rows and nothing else: any order of input
 * gives the same clusters and pairs. Keys must be unique.
 */
export function matchRows(rows: readonly MatchRow[]): Matching {
  const order = inKeyOrder(rows)
  const standard = order.map((index) => standardize(rows[index] ?? missing()))
  const { score, isHopeless } = pairScorer(countFrequencies(standard))
  const at = (position: number): StandardRow => standard[position] ?? missing()
  const hits: Hit[] = []
  for (const packed of candidatePairs(standard)) {
    const a = Math.floor(packed / standard.length)
    const b = packed - a * standard.length
    if (isHopeless(at(a), at(b))) continue
    const scored = score(at(a), at(b))
    if (scored.verdict !== "apart") hits.push({ a, b, scored })
  }
  const cluster = clusterLinks(
    profilesOf(standard),
    hits.filter((hit) => hit.scored.verdict === "same").map(toLink),
    (a, b) => score(at(a), at(b)).cannotLink,
  )
  const clusterOf = new Int32Array(rows.length)
  for (const [position, index] of order.entries()) clusterOf[index] = cluster[position] ?? 0
  return { clusterOf, pairs: hits.map((hit) => toPair(hit, order, cluster)) }
}

function inKeyOrder(rows: readonly MatchRow[]): number[] {
  const key = (index: number): string => rows[index]?.key ?? ""
  const order = rows.map((_, index) => index).sort((a, b) => (key(a) < key(b) ? -1 : 1))
  for (let i = 1; i < order.length; i++) {
    assert(key(order[i - 1] ?? 0) !== key(order[i] ?? 0), "keys of match rows are unique")
  }
  return order
}

/** Numbers the distinct contents of rows: byte copies and repeated sendings share a profile. */
function profilesOf(rows: readonly StandardRow[]): Int32Array {
  const numberOf = new Map<string, number>()
  return Int32Array.from(rows, (row) => {
    const content = JSON.stringify({ ...row, key: "" })
    const number = numberOf.get(content) ?? numberOf.size
    numberOf.set(content, number)
    return number
  })
}

function toLink(hit: Hit): Link {
  return { a: hit.a, b: hit.b, bits: hit.scored.bits }
}

/** A pair that clustering refused to join goes to a human: its cluster speaks against it. */
function toPair(hit: Hit, order: readonly number[], cluster: Int32Array): MatchPair {
  const joined = cluster[hit.a] === cluster[hit.b]
  const verdict: Verdict = hit.scored.verdict === "same" && joined ? "same" : "review"
  return {
    a: order[hit.a] ?? 0,
    b: order[hit.b] ?? 0,
    score: probabilityOfBits(hit.scored.bits),
    weight: hit.scored.bits,
    verdict,
    levels: levelCodesOf(hit.scored.levels),
    levelWeights: levelBitsOf(hit.scored.levels),
  }
}

function missing(): never {
  throw new RangeError("position outside the list")
}
