import { expect, test } from "vitest"
import type { ShownPair } from "../../modules/matching/index.ts"
import { explanationOf, pairDocument, rowsOfPair } from "./pair-document.ts"

const A = "00000000-0000-8000-8000-00000000000a"
const B = "00000000-0000-8000-8000-00000000000b"

const PAIR: ShownPair = {
  ...{ rowA: A, rowB: B, score: 0.5, weight: 0, linked: "review", factsA: "1", factsB: "2" },
  levels: ["nik=unknown", "name=exact", "likeness=household"],
  levelWeights: [0, 12, -1],
  verdict: null,
}
const ROW = {
  ...{
    rowId: A,
    file: "a.xlsx",
    sheet: "S",
    row: 7,
    name: "BUDI SANTOSO",
    birthDate: "1980-08-17",
  },
  ...{ nik: "6471011708809001", sex: "L", areaCode: null, sector: null },
  ...{ phone: "089900001111", address: "Jl. Umpama 5" },
}

test.each([
  [`${A}.${B}`, [A, B]],
  [`${A}.${A}`, null],
  [A, null],
  ["x.y", null],
  [`${A}.${B}'; drop table`, null],
])("the pair %s is of rows %j", (id, rows) => {
  expect(rowsOfPair(id)).toEqual(rows)
})

test("numbers are masked unless there is a reason to see them", () => {
  const masked = pairDocument(PAIR, new Map([[A, ROW]]), { language: "id", clear: false })
  expect(JSON.stringify(masked)).not.toMatch(/6471011708809001|089900001111/)
  expect(masked).toMatchObject({ state: "open", rows: [{ name: "BUDI SANTOSO", row: 7 }, null] })
  const clear = pairDocument(PAIR, new Map([[A, ROW]]), { language: "id", clear: true })
  expect(JSON.stringify(clear)).toMatch(/6471011708809001/)
})

test("the explanation is in words, runs to the bits of the pair, and leaves out what says nothing", () => {
  const steps = explanationOf(PAIR, { language: "id", clear: false })
  expect(steps.map(({ words }) => words)).toEqual([
    "jarangnya dua baris daftar adalah orang yang sama",
    "nama sama",
    "kemungkinan anggota keluarga serumah, bukan orang yang sama",
  ])
  expect(steps.at(-1)?.running).toBe(0)
  expect(explanationOf(PAIR, { language: "en", clear: false })[1]?.words).toBe("same name")
})
