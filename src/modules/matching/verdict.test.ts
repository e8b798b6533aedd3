import { expect, test } from "vitest"
import { parseIso } from "../../kernel/local-date.ts"
import { matchRows } from "./match-rows.ts"
import type { MatchRow } from "./match-row.ts"
import { factsHash, pairState, verdictsInForce, type GivenVerdict, type Said } from "./verdict.ts"

function row(key: string, more: Partial<MatchRow> = {}): MatchRow {
  return {
    ...{ key, nik: null, nikStanding: "unasked", nikReadable: "", kk: null, name: "BUDI SANTOSO" },
    ...{ motherName: "", birthDate: parseIso("1980-08-17"), sex: "L", areaCode: "64.71.01.1001" },
    ...{ rt: null, address: null, phone: null, sector: null, fileKey: "f", answeredNik: null },
    counts: true,
    ...more,
  }
}

const A = row("a", { nik: "6471011708809001" })
const B = row("b", { birthDate: parseIso("1981-08-18") })
const C = row("c", { name: "JOKO WIBOWO", birthDate: parseIso("1955-01-02") })

function given(a: MatchRow, b: MatchRow, said: Said): GivenVerdict {
  return { rowA: a.key, rowB: b.key, factsA: factsHash(a), factsB: factsHash(b), said }
}

const same = (key: string) => key

test.each([
  ["one person", given(A, C, "same"), [A, C], [{ a: "a", b: "c", verdict: "same" }]],
  ["two people", given(A, B, "different"), [A, B], [{ a: "a", b: "b", verdict: "different" }]],
  ["asked only", given(A, B, "ask_kelurahan"), [A, B], []],
  ["withdrawn", given(A, B, "withdrawn"), [A, B], []],
  ["facts changed", given(A, B, "same"), [A, row("b", { phone: "089900001111" })], []],
  ["register answered", given(A, B, "same"), [{ ...A, nikStanding: "confirmed" as const }, B], []],
  ["a row is gone", given(A, B, "same"), [A], []],
] as const)(
  "a verdict holds while both rows say what they said: %s",
  (_what, verdict, rows, expected) => {
    expect(verdictsInForce([verdict], rows, same)).toEqual(expected)
  },
)

test("a mended row is known by its first one, as long as what is compared stayed", () => {
  const rootOf = (key: string): string => (key === "b2" ? "b" : key)
  const mended = { ...B, key: "b2" }
  expect(verdictsInForce([given(A, B, "same")], [A, mended], rootOf)).toEqual([
    { a: "a", b: "b2", verdict: "same" },
  ])
})

test("strangers are joined by a verdict, and joined again by nothing when it is withdrawn", () => {
  const apart = matchRows([A, C])
  expect([...apart.clusterOf]).toEqual([0, 1])
  const joined = matchRows([A, C], verdictsInForce([given(A, C, "same")], [A, C], same))
  expect([...joined.clusterOf]).toEqual([0, 0])
  expect(joined.pairs).toMatchObject([{ a: 0, b: 1, verdict: "same" }])
  const withdrawn = verdictsInForce([given(A, C, "withdrawn")], [A, C], same)
  expect(matchRows([A, C], withdrawn)).toEqual(apart)
})

test("what the model joins is parted by a verdict, and is no open pair any more", () => {
  const twin = { ...A, key: "d" }
  expect([...matchRows([A, twin]).clusterOf]).toEqual([0, 0])
  const parted = matchRows([A, twin], [{ a: "a", b: "d", verdict: "different" }])
  expect([...parted.clusterOf]).toEqual([0, 1])
  expect(parted.pairs).toMatchObject([{ a: 0, b: 1, verdict: "different" }])
})

test("a verdict that parts two copies holds against a third that resembles both", () => {
  const copies = ["a", "d", "e"].map((key) => ({ ...A, key }))
  const { clusterOf } = matchRows(copies, [{ a: "a", b: "d", verdict: "different" }])
  expect(clusterOf[0]).not.toBe(clusterOf[1])
})

test.each([
  [null, null, "open"],
  ["withdrawn", "now", "open"],
  ["same", "now", "decided"],
  ["different", "now", "decided"],
  ["ask_kelurahan", "now", "asked"],
  ["same", "before", "lapsed"],
  ["ask_kelurahan", "before", "lapsed"],
] as const)("said %s of facts of %s: the pair is %s", (said, facts, expected) => {
  const now = { factsA: "1", factsB: "2" }
  const then = facts === null ? null : facts === "now" ? now : { factsA: "1", factsB: "0" }
  expect(pairState(said, then, now)).toBe(expected)
})
