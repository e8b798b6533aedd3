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

/** Of the pairs with a probability of 0.95 or more, those that are one person. */
export function surePrecision(
  pairs: readonly {
    readonly a: number
    readonly b: number
    readonly judgement: { readonly bits: number }
  }[],
  { person }: PeopleList,
): number {
  const sure = pairs.filter(({ judgement }) => judgement.bits >= SURE_BITS)
  return sure.filter(({ a, b }) => person[a] === person[b]).length / sure.length
}

const SURE_BITS = Math.log2(0.95 / 0.05)
