import fc from "fast-check"
import { expect, test } from "vitest"
import { clusterLinks, type Link } from "./cluster.ts"

const ROWS = 12
/** Every position with a profile of its own. */
const distinct = (position: number): string => String(position)
const position = fc.integer({ min: 0, max: ROWS - 1 })
const link = fc
  .record({ a: position, b: position, bits: fc.integer({ min: 4, max: 9 }) })
  .filter(({ a, b }) => a < b)
const links = fc.uniqueArray(link, { maxLength: 30, selector: ({ a, b }) => a * ROWS + b })
const enemies = fc.array(
  fc.tuple(position, position).filter(([a, b]) => a !== b),
  { maxLength: 12 },
)

test("without contradictions clusters are the connected components", () => {
  fc.assert(
    fc.property(links, (graph) => {
      const found = [...clusters(graph, () => false)]
      expect(found).toEqual(componentsByFlooding(graph))
    }),
  )
})

test("with contradictions clusters are those of the slow definition, and no enemies meet", () => {
  fc.assert(
    fc.property(links, enemies, (graph, hostile) => {
      const cannotLink = hostility(hostile)
      const found = [...clusters(graph, cannotLink)]
      expect(found).toEqual(clustersBySets(graph, cannotLink))
      for (const [a, b] of hostile) expect(found[a]).not.toBe(found[b])
    }),
  )
})

test("the order of links does not matter", () => {
  const shuffled = links.chain((graph) =>
    fc.tuple(
      fc.constant(graph),
      fc.shuffledSubarray(graph, { minLength: graph.length, maxLength: graph.length }),
    ),
  )
  fc.assert(
    fc.property(shuffled, enemies, ([graph, other], hostile) => {
      const cannotLink = hostility(hostile)
      expect(clusters(other, cannotLink)).toEqual(clusters(graph, cannotLink))
    }),
  )
})

test("profiles change the cost of clustering, not the clusters", () => {
  const profiles = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: ROWS, maxLength: ROWS })
  fc.assert(
    fc.property(links, profiles, enemies, (graph, profile, hostile) => {
      const feuds = hostile.map(([a, b]) => [profile[a] ?? 0, profile[b] ?? 0] as const)
      const atFeud = hostility(feuds.filter(([a, b]) => a !== b))
      const cannotLink = (a: number, b: number) => atFeud(profile[a] ?? 0, profile[b] ?? 0)
      const byProfile = clusters(graph, cannotLink, (at) => String(profile[at]))
      expect(byProfile).toEqual(clusters(graph, cannotLink))
    }),
  )
})

test("the surer link wins where both cannot hold", () => {
  const rivals: Link[] = [
    { a: 0, b: 1, bits: 5 },
    { a: 1, b: 2, bits: 8 },
  ]
  expect([...clusters(rivals, hostility([[0, 2]])).slice(0, 3)]).toEqual([0, 1, 1])
})

function clusters(
  graph: readonly Link[],
  cannotLink: (a: number, b: number) => boolean,
  profileOf = distinct,
): Int32Array {
  return clusterLinks({ length: ROWS, links: graph, profileOf, cannotLink })
}

function hostility(
  hostile: readonly (readonly [number, number])[],
): (a: number, b: number) => boolean {
  return (a, b) => hostile.some(([x, y]) => (x === a && y === b) || (x === b && y === a))
}

/** Independent oracle: flood from each position in turn. */
function componentsByFlooding(graph: readonly Link[]): number[] {
  const component = Array.from({ length: ROWS }, () => -1)
  let next = 0
  for (let start = 0; start < ROWS; start++) {
    if (component[start] !== -1) continue
    const queue = [start]
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (component[at] !== -1) continue
      component[at] = next
      for (const { a, b } of graph) {
        if (a === at) queue.push(b)
        if (b === at) queue.push(a)
      }
    }
    next++
  }
  return component
}

/** Independent oracle: sets of positions, rebuilt at each link. */
function clustersBySets(
  graph: readonly Link[],
  cannotLink: (a: number, b: number) => boolean,
): number[] {
  let sets = Array.from({ length: ROWS }, (_, i) => new Set([i]))
  const ordered = graph.toSorted((x, y) => y.bits - x.bits || x.a - y.a || x.b - y.b)
  for (const { a, b } of ordered) {
    const union = new Set(sets.filter((set) => set.has(a) || set.has(b)).flatMap((set) => [...set]))
    const clash = [...union].some((x) => [...union].some((y) => cannotLink(x, y)))
    if (!clash) sets = [...sets.filter((set) => !set.has(a) && !set.has(b)), union]
  }
  sets.sort((x, y) => Math.min(...x) - Math.min(...y))
  return Array.from({ length: ROWS }, (_, i) => sets.findIndex((set) => set.has(i)))
}
