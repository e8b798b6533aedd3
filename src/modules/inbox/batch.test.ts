import { describe, expect, test } from "vitest"
import { describeInboxRefusal, type InboxRefusal } from "./inbox-refusal.ts"
import { comparisonOf, freeName, maskNumbers } from "./batch.ts"

describe("a name in the inbox", () => {
  test.each<[string, string[], string]>([
    ["usulan.xlsx", [], "usulan.xlsx"],
    ["usulan.xlsx", ["usulan.xlsx"], "usulan (2).xlsx"],
    ["Usulan.XLSX", ["usulan.xlsx"], "Usulan (2).XLSX"],
    ["usulan.xlsx", ["usulan.xlsx", "usulan (2).xlsx"], "usulan (3).xlsx"],
    ["tanpa akhiran", ["tanpa akhiran"], "tanpa akhiran (2)"],
    ["kel. damai", ["kel. damai"], "kel. damai (2)"],
  ])("%s beside %j is %s", (name, taken, expected) => {
    expect(freeName(name, new Set(taken))).toBe(expected)
  })
})

describe("numbers of persons are masked", () => {
  test.each([
    ["6471010508809001", "6471********9001"],
    ["'6471 0105 0880 9001", "'6471********9001"],
    ["6471-0105-0880-9001 a.n. BUDI", "6471********9001 a.n. BUDI"],
    ["6.47101E+15", "6.47101E+15"],
    ["647101050880900", "6471*******0900"],
    ["089900001234", "0899****"],
    ["6471O105O880900l", "6471********900l"],
    ["64710l0508809001 / 0899 0000 1234", "6471********9001 / 0899****"],
    ["0651 9001 6471 RT 05", "0651**** RT 05"],
    ["6 orang pedagang kaki lima", "6 orang pedagang kaki lima"],
    ["24 Agustus 1980", "24 Agustus 1980"],
    ["05-08-1980", "05-08-1980"],
    ["Rp1.500.000", "Rp1.500.000"],
    ["", ""],
  ])("%s → %s", (text, expected) => {
    expect(maskNumbers(text)).toBe(expected)
  })
})

test("a comparison depends on the set of imports, not on its order", () => {
  expect(comparisonOf(["a", "b"])).toBe(comparisonOf(["b", "a"]))
  expect(comparisonOf(["a", "b"])).not.toBe(comparisonOf(["a"]))
})

const refusals: readonly InboxRefusal[] = [
  {
    kind: "already_imported",
    batchId: "x",
    name: "usulan.xlsx",
    by: "operator@local",
    at: "2026-11-22T01:02:03.000Z",
    rows: 2114,
  },
  { kind: "batch_unknown", batchId: "x" },
  { kind: "batch_not_ready", state: "received" },
  { kind: "batch_not_ready", state: "applied" },
  { kind: "inbox_changed" },
  { kind: "held_by_decree", decrees: ["100.3/1/2026"] },
  { kind: "key_reused" },
]

test.each(refusals)("%j says what, where and how in both languages", (refusal) => {
  const { id, en } = describeInboxRefusal(refusal)
  for (const parts of [id, en]) {
    expect(parts).toHaveLength(3)
    expect(parts.every((part) => part.length > 3)).toBe(true)
  }
  expect(id).not.toEqual(en)
})

test("the same file again names who, when and how many rows", () => {
  const late = { ...refusals[0], at: "2026-11-21T20:00:00.000Z" } as InboxRefusal
  const { code, id } = describeInboxRefusal(late, "Asia/Makassar")
  expect(code).toBe("IMP-01")
  expect(id[0]).toBe(
    "Berkas ini sudah diimpor operator@local pada 22 November 2026 (2.114 baris). Tidak ada yang berubah.",
  )
})
