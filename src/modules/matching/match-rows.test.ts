import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { localDate } from "../../kernel/local-date.ts"
import { BLOCKING_RULES, KEYS_MAX } from "./block/blocking-rules.ts"
import { candidatePairs } from "./block/candidate-pairs.ts"
import { COMPARISON_NAMES, COMPARISONS } from "./compare/comparisons.ts"
import { explain } from "./explain.ts"
import { generateList } from "./generated-list.testing.ts"
import { matchRows } from "./match-rows.ts"
import type { Matching, MatchRow } from "./match-row.ts"
import { levelCodes, patternOfCodes } from "./model/level-bits.ts"
import { SHIPPED_WEIGHTS } from "./model/weights.ts"
import { PairJudge } from "./pair-judge.ts"
import { countFrequencies } from "./rows/list-frequencies.ts"
import { matchTable, ROW, type MatchTable } from "./rows/match-table.ts"
import { LEVEL_TEXT_EN } from "./text.en.ts"
import { LEVEL_TEXT_ID } from "./text.id.ts"

const SMALL = generateList(120, 5)
const LARGE = generateList(3_000, 11)

describe("quality on an invented list", () => {
  test.each([11, 12, 13])("pairs: precision and recall at least 0.95, seed %i", (seed) => {
    const list = seed === 11 ? LARGE : generateList(3_000, seed)
    const { precision, recall } = pairQuality(matchRows(list.rows), list.personOf)
    expect(precision).toBeGreaterThanOrEqual(0.95)
    expect(recall).toBeGreaterThanOrEqual(0.95)
  })

  test("blocking brings at least 99 of 100 true pairs together", () => {
    const pairs = candidatePairs(matchTable(LARGE.rows), () => true)
    const candidates = new Set<string>()
    for (let at = 0; at < pairs.length; at++)
      candidates.add(`${pairs.first(at)} ${pairs.second(at)}`)
    const truth = truePairs(LARGE.personOf)
    const found = truth.filter(([a, b]) => candidates.has(`${a} ${b}`)).length
    expect(found / truth.length).toBeGreaterThanOrEqual(0.99)
  })

  test("negative control: a list without its names, dates and numbers is not linked", () => {
    const bare = SMALL.rows.map((row) => ({
      ...row,
      nik: null,
      nikReadable: "",
      name: "",
      birthDate: null,
    }))
    expect(matchRows(bare).pairs.filter((pair) => pair.verdict === "same")).toEqual([])
  })
})

describe("laws", () => {
  test("any order of rows gives the same clusters and pairs", () => {
    const reference = byKey(SMALL.rows, matchRows(SMALL.rows))
    const all = { minLength: SMALL.rows.length, maxLength: SMALL.rows.length }
    fc.assert(
      fc.property(fc.shuffledSubarray([...SMALL.rows], all), (rows) => {
        expect(byKey(rows, matchRows(rows))).toEqual(reference)
      }),
      { numRuns: 20 },
    )
  })

  test("what is not worth a look scores apart, whichever row goes first", () => {
    const table = matchTable(SMALL.rows)
    const frequencies = countFrequencies(table)
    const judge = new PairJudge(table, frequencies, SHIPPED_WEIGHTS)
    const row = fc.integer({ min: 0, max: table.length - 1 })
    fc.assert(
      fc.property(row, row, (a, b) => {
        if (a === b) return
        expect(judge.isWorthwhile(a, b)).toBe(judge.isWorthwhile(b, a))
        if (judge.isWorthwhile(a, b)) return
        expect(judge.judgementOf(judge.patternOf(a, b)).verdict).toBe("apart")
        expect(judge.judgementOf(judge.patternOf(b, a)).verdict).toBe("apart")
      }),
    )
  })

  test("an unrelated row joins nobody and moves nobody", () => {
    const before = byKey(SMALL.rows, matchRows(SMALL.rows)).clusters
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (serial) => {
        const rows = [...SMALL.rows, stranger(serial)]
        const after = byKey(rows, matchRows(rows)).clusters
        expect(after.filter((cluster) => !cluster.includes("stranger"))).toEqual(before)
        expect(after).toContainEqual(["stranger"])
      }),
      { numRuns: 20 },
    )
  })

  test("no cluster holds two confirmed numbers, nor members that contradict each other", () => {
    const base = LARGE.rows.slice(0, 300)
    const standing = fc.constantFrom("confirmed", "not_found", "name_differs", "unasked")
    const standings = fc.array(standing, { minLength: base.length, maxLength: base.length })
    fc.assert(
      fc.property(standings, (drawn) => {
        const rows = base.map((row, i) => ({ ...row, nikStanding: drawn[i] ?? "unasked" }))
        for (const members of clustersOf(matchRows(rows))) {
          const confirmed = members
            .map((i) => rows[i])
            .filter((r) => r?.nikStanding === "confirmed")
          const numbers = new Set(confirmed.map((r) => r?.nik).filter((nik) => nik))
          expect(numbers.size).toBeLessThanOrEqual(1)
          for (const [a, b] of pairsWithin(members)) expect(areEnemies(rows, a, b)).toBe(false)
        }
      }),
      { numRuns: 20 },
    )
  })

  test("clusters are numbered by their smallest key, and same pairs are inside a cluster", () => {
    const { clusterOf, pairs } = matchRows(SMALL.rows)
    const firstSeen = [...new Set(clusterOf)]
    expect(firstSeen).toEqual(firstSeen.map((_, i) => i))
    for (const { a, b, verdict } of pairs) {
      expect((SMALL.rows[a]?.key ?? "") < (SMALL.rows[b]?.key ?? "")).toBe(true)
      if (verdict === "same") expect(clusterOf[a]).toBe(clusterOf[b])
    }
  })

  test("a key twice is a fault of the caller", () => {
    const [first] = SMALL.rows
    expect(() => matchRows(first ? [first, first] : [])).toThrow("unique")
  })

  test("a row sent two thousand times is one person, found at once", () => {
    const [row] = SMALL.rows
    const copies = Array.from({ length: 2_000 }, (_, i) => ({ ...row, key: `k${i}` }) as MatchRow)
    expect(new Set(matchRows(copies).clusterOf)).toEqual(new Set([0]))
  })

  test("no rows, no clusters", () => {
    expect(matchRows([])).toEqual({ clusterOf: new Int32Array(0), pairs: [] })
  })
})

test("the waterfall of a pair runs from the prior to its weight", () => {
  for (const pair of matchRows(SMALL.rows).pairs) {
    const steps = explain(pair)
    expect(steps[0]?.comparison).toBe("prior")
    expect(steps[0]?.weight).toBeLessThan(0)
    expect(steps.at(-1)?.running).toBeCloseTo(pair.weight, 9)
    expect(steps.slice(1).map((step) => `${step.comparison}=${step.level}`)).toEqual(pair.levels)
  }
})

test("every level of the model has words in both languages, and no words are left over", () => {
  const levels = COMPARISON_NAMES.flatMap((name) =>
    COMPARISONS[name].map((level) => `${name}=${level}`),
  )
  const household = ["none", "one", "two", "three"].map((level) => `household=${level}`)
  const told = [
    ...["prior=list_size", ...levels, "name_rarity=any"],
    ...[...household, "likeness=household"],
  ]
  expect(Object.keys(LEVEL_TEXT_EN).toSorted()).toEqual(told.toSorted())
  expect(Object.keys(LEVEL_TEXT_ID)).toEqual(Object.keys(LEVEL_TEXT_EN))
  for (const pair of matchRows(LARGE.rows).pairs) {
    for (const code of pair.levels)
      expect(LEVEL_TEXT_EN).toHaveProperty([code.replace(/^(name_rarity)=\d+$/, "$1=any")])
  }
})

test("the codes of a pair are its pattern; a code that is not known tells none", () => {
  for (const { levels } of matchRows(SMALL.rows).pairs) {
    const pattern = patternOfCodes(levels)
    expect(pattern).not.toBeNull()
    expect(levelCodes(pattern ?? 0)).toEqual(levels)
  }
  expect(patternOfCodes(["nik=equal"])).toBeNull()
  expect(patternOfCodes([])).toBeNull()
})

test("a placeholder gives no key, and keys depend on the row alone", () => {
  const [row, other] = SMALL.rows
  if (row === undefined || other === undefined) throw new Error("the list has rows")
  const keysAt = (table: MatchTable, position: number): number[][] =>
    BLOCKING_RULES.map(({ keys }) => {
      const into = new Uint32Array(KEYS_MAX)
      return [...into.subarray(0, keys(table, position * ROW, into))]
    })
  const alone = keysAt(matchTable([row]), 0)
  expect(keysAt(matchTable([other, row]), 1)).toEqual(alone)
  const nobody = { ...row, nik: "0000000000000000", kk: null }
  expect(keysAt(matchTable([nobody]), 0)[0]).toEqual([])
  expect(alone[0]).not.toEqual([])
})

test("a block above the cap compares neighbours in name order only", () => {
  const crowd = Array.from({ length: 400 }, (_, i) => ({
    ...stranger(i),
    key: String(i).padStart(4, "0"),
    nik: "6471011708809001",
  }))
  const pairs = candidatePairs(matchTable(crowd), () => true)
  expect(pairs.length).toBeLessThan(400 * 400 * 0.1)
  expect(pairs.length).toBeGreaterThanOrEqual(399)
})

function stranger(serial: number): MatchRow {
  return {
    key: "stranger",
    nik: `911201010155${9000 + serial}`,
    nikStanding: "unasked",
    nikReadable: "",
    kk: null,
    name: "Yosefin Wambrauw",
    motherName: "",
    birthDate: localDate(1955, 1, 1),
    sex: "L",
    areaCode: null,
    rt: null,
    address: null,
    phone: null,
    sector: null,
    fileKey: "other",
    answeredNik: null,
    counts: true,
  }
}

function clustersOf(matching: Matching): number[][] {
  const clusters = new Map<number, number[]>()
  for (const [row, cluster] of matching.clusterOf.entries()) {
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), row])
  }
  return [...clusters.values()]
}

/** Clusters and pairs told by key, so that lists in different order compare. */
function byKey(rows: readonly MatchRow[], matching: Matching) {
  const key = (row: number): string => rows[row]?.key ?? ""
  const clusters = clustersOf(matching).map((members) => members.map(key).sort())
  clusters.sort((x, y) => ((x[0] ?? "") < (y[0] ?? "") ? -1 : 1))
  const pairs = matching.pairs.map((pair) => ({ ...pair, a: key(pair.a), b: key(pair.b) }))
  return { clusters, pairs }
}

/** Stated apart from the engine: sex and birth date both differ, and so does the number. */
function areEnemies(rows: readonly MatchRow[], first: number, second: number): boolean {
  const [a, b] = [rows[first], rows[second]]
  if (!a?.sex || !b?.sex || !a.birthDate || !b.birthDate || a.nik === b.nik) return false
  const near = [...a.birthDate].filter((digit, i) => digit !== b.birthDate?.[i]).length <= 4
  return a.sex !== b.sex && !near
}

function truePairs(personOf: readonly number[]): [number, number][] {
  const rowsOf = new Map<number, number[]>()
  for (const [row, person] of personOf.entries()) {
    rowsOf.set(person, [...(rowsOf.get(person) ?? []), row])
  }
  return [...rowsOf.values()].flatMap(pairsWithin)
}

function pairsWithin(rows: readonly number[]): [number, number][] {
  return rows.flatMap((a, i) => rows.slice(i + 1).map((b): [number, number] => [a, b]))
}

function pairQuality(matching: Matching, personOf: readonly number[]) {
  const linked = clustersOf(matching).flatMap(pairsWithin)
  const right = linked.filter(([a, b]) => personOf[a] === personOf[b]).length
  return { precision: right / linked.length, recall: right / truePairs(personOf).length }
}
