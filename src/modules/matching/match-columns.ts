import { candidatePairs } from "./block/candidate-pairs.ts"
import { clusterLinks, type Link } from "./cluster.ts"
import type { Pattern } from "./compare/comparisons.ts"
import type { Judgement } from "./decide-pair.ts"
import { countReached, moveToList } from "./model/list-rates.ts"
import type { Weights } from "./model/train.ts"
import { PairJudge } from "./pair-judge.ts"
import { countFrequencies } from "./rows/list-frequencies.ts"
import type { MatchTable } from "./rows/match-table.ts"

/** Two positions (a < b) that are linked or wait for a human. */
export interface ScoredPair {
  readonly a: number
  readonly b: number
  readonly pattern: Pattern
  readonly judgement: Judgement
}

/** What people said of two positions. */
export interface PositionVerdict {
  readonly a: number
  readonly b: number
  readonly verdict: "same" | "different"
}

export interface TableMatching {
  /** By position; clusters are numbered by their smallest position. */
  readonly clusterOf: Int32Array
  /** In ascending order of `a`, then of `b`. */
  readonly pairs: readonly ScoredPair[]
  /** Those that were given, moved to what the list shows of its own errors. */
  readonly weights: Weights
}

/** Finds the rows of a table that are one person. */
export function matchTableRows(
  table: MatchTable,
  weights: Weights,
  verdicts: readonly PositionVerdict[],
): TableMatching {
  const frequencies = countFrequencies(table)
  const compared = comparedPairs(table, new PairJudge(table, frequencies, weights))
  const moved = moveToList(weights, countReached(compared.counts, weights, frequencies.rows))
  const judge = new PairJudge(table, frequencies, moved)
  const pairs: ScoredPair[] = []
  for (let at = 0; at < compared.length; at++) {
    const pattern = compared.patterns[at] ?? 0
    const judgement = judge.judgementOf(pattern)
    if (judgement.verdict !== "apart")
      pairs.push({ a: compared.firsts[at] ?? 0, b: compared.seconds[at] ?? 0, pattern, judgement })
  }
  const clusterOf = clustersOf({ table, judge, pairs, verdicts })
  return { clusterOf, pairs: judgedPairs({ table, judge, pairs, verdicts }), weights: moved }
}

/** Pairs worth a review by the weights that were given: those that the list would only now make one are not sought. */
interface ComparedPairs {
  readonly length: number
  readonly firsts: Uint32Array
  readonly seconds: Uint32Array
  readonly patterns: Uint32Array
  /** By pattern, how many pairs have it. */
  readonly counts: ReadonlyMap<Pattern, number>
}

function comparedPairs(table: MatchTable, judge: PairJudge): ComparedPairs {
  const candidates = candidatePairs(table, (a, b) => judge.isWorthwhile(a, b))
  const room = (): Uint32Array => new Uint32Array(candidates.length)
  const [firsts, seconds, patterns] = [room(), room(), room()]
  const counts = new Map<Pattern, number>()
  let length = 0
  for (let at = 0; at < candidates.length; at++) {
    const a = candidates.first(at)
    const b = candidates.second(at)
    const pattern = judge.patternWorthReview(a, b)
    if (pattern === null) continue
    firsts[length] = a
    seconds[length] = b
    patterns[length++] = pattern
    counts.set(pattern, (counts.get(pattern) ?? 0) + 1)
  }
  return { length, firsts, seconds, patterns, counts }
}

/** With every pair that people spoke of, whatever the model says of it. */
function judgedPairs({ table, judge, pairs, verdicts }: Judged): readonly ScoredPair[] {
  if (verdicts.length === 0) return pairs
  const keyOf = pairKey(table)
  const known = new Set(pairs.map(({ a, b }) => keyOf(a, b)))
  const said = verdicts.flatMap(({ a, b }) => {
    if (known.has(keyOf(a, b))) return []
    const [first, second] = [Math.min(a, b), Math.max(a, b)]
    const pattern = judge.patternOf(first, second)
    return [{ a: first, b: second, pattern, judgement: judge.judgementOf(pattern) }]
  })
  return [...pairs, ...said].sort((x, y) => x.a - y.a || x.b - y.b)
}

function pairKey(table: MatchTable): (a: number, b: number) => number {
  return (a, b) => Math.min(a, b) * table.length + Math.max(a, b)
}

interface Judged {
  readonly table: MatchTable
  readonly judge: PairJudge
  readonly pairs: readonly ScoredPair[]
  readonly verdicts: readonly PositionVerdict[]
}

function clustersOf({ table, judge, pairs, verdicts }: Judged): Int32Array {
  const keyOf = pairKey(table)
  const said = new Map(verdicts.map(({ a, b, verdict }) => [keyOf(a, b), verdict]))
  const links: Link[] = pairs
    .filter(({ judgement }) => judgement.verdict === "same")
    .map(({ a, b, judgement }) => ({ a, b, bits: judgement.bits }))
  for (const { a, b, verdict } of verdicts)
    if (verdict === "same") links.push({ a, b, bits: Infinity })
  const cannotLink = (a: number, b: number): boolean => {
    const verdict = said.get(keyOf(a, b))
    if (verdict !== undefined) return verdict === "different"
    const pattern = judge.patternOf(Math.min(a, b), Math.max(a, b))
    return judge.judgementOf(pattern).cannotLink
  }
  const profileOf = profiles(table, new Set(verdicts.flatMap(({ a, b }) => [a, b])))
  return clusterLinks({ length: table.length, links, profileOf, cannotLink })
}

/** What a row says, as a text: byte copies and repeated sendings say the same. Judged rows speak for themselves. */
function profiles(table: MatchTable, judged: ReadonlySet<number>): (at: number) => string {
  return (at) => (judged.has(at) ? `row ${at}` : table.contentOf(at))
}
