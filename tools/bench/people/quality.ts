import type { PeopleList } from "./load.ts"

/** Pairs of rows of one person. */
export function truePairs({ person }: PeopleList): number {
  let pairs = 0
  for (const count of sizesOf(person).values()) pairs += (count * (count - 1)) / 2
  return pairs
}

function sizesOf(groups: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}

/** Pairs of one cluster that are pairs of one person, over all pairs of clusters and of persons. */
export function clusterQuality(clusterOf: Int32Array, list: PeopleList) {
  const base = 2 ** 26
  const both = new Map<number, number>()
  for (const [row, cluster] of clusterOf.entries()) {
    const key = cluster * base + (list.person[row] ?? 0)
    both.set(key, (both.get(key) ?? 0) + 1)
  }
  let [right, linked] = [0, 0]
  for (const count of both.values()) right += (count * (count - 1)) / 2
  for (const count of sizesOf(clusterOf).values()) linked += (count * (count - 1)) / 2
  const precision = linked === 0 ? 1 : right / linked
  const recall = right / truePairs(list)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

interface JudgedPair {
  readonly a: number
  readonly b: number
  readonly judgement: { readonly bits: number }
}

/** Of the pairs with a probability of 0.95 or more, those that are one person. */
export function surePrecision(pairs: readonly JudgedPair[], list: PeopleList): number {
  return rightAmong(pairs, list, [0.95, 1]).share
}

/** How often pairs are one person, by the probability that the model gives them. */
export function calibration(pairs: readonly JudgedPair[], list: PeopleList) {
  return STEPS.slice(1).map((to, at) => rightAmong(pairs, list, [STEPS[at] ?? 0, to]))
}

const STEPS = [0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 1]

function rightAmong(
  pairs: readonly JudgedPair[],
  { person }: PeopleList,
  [from, to]: readonly [number, number],
) {
  const among = pairs.filter(({ judgement }) => {
    const probability = 1 / (1 + 2 ** -judgement.bits)
    return probability >= from && (probability < to || to === 1)
  })
  const right = among.filter(({ a, b }) => person[a] === person[b]).length
  return { from, to, pairs: among.length, share: right / among.length }
}
