import { expect, test } from "vitest"
import type { RawCell, RawSheet } from "../../src/platform/spreadsheet/workbook.ts"
import { compareWorkbooks } from "./compare-workbooks.ts"

const NIK = "6471010203049010"

function sheet(...cells: readonly Partial<RawCell>[]): RawSheet {
  const full = cells.map((cell, column): RawCell => ({
    column,
    text: NIK,
    kind: "text",
    formula: false,
    struck: false,
    ...cell,
  }))
  const rows = [{ number: 1, hidden: false, cells: full }]
  return { name: "S", hidden: false, date1904: false, rows, merges: [], hiddenColumns: [] }
}

const cases: readonly [string, Partial<RawCell>, Partial<RawCell>, object][] = [
  ["the same", {}, {}, { nikTexts: 1, evaluated: [], lostNiks: [], changed: [] }],
  [
    "a number in another form",
    { text: "10", kind: "number" },
    { text: "1E1", kind: "number" },
    { changed: [] },
  ],
  [
    "the sender's formula",
    { formula: true, text: "2", kind: "number" },
    { formula: true, text: "2", kind: "number" },
    { evaluated: ["S!1:0"], changed: [] },
  ],
  [
    "an error value that became the formula of one",
    { text: "#REF!", kind: "error" },
    { text: "#REF!", kind: "error", formula: true },
    { evaluated: ["S!1:0"], changed: [] },
  ],
  [
    "the text of an error that became one",
    { text: "#REF!" },
    { text: "#REF!", kind: "error", formula: true },
    { evaluated: ["S!1:0"], changed: ["S!1:0"] },
  ],
  [
    "a planted formula",
    { text: "=1+1" },
    { text: "2", kind: "number", formula: true },
    { evaluated: ["S!1:0"], changed: ["S!1:0"] },
  ],
  ["a planted numeric NIK", {}, { kind: "number" }, { lostNiks: ["S!1:0"], changed: ["S!1:0"] }],
  ["a lost digit", {}, { text: NIK.slice(1) }, { lostNiks: ["S!1:0"] }],
  ["another text", { text: "a" }, { text: "a " }, { changed: ["S!1:0"] }],
  ["a lost cell", { text: "a" }, { text: "" }, { changed: ["S!1:0"] }],
  ["a new cell", { text: "" }, { text: "a" }, { changed: ["S!1:0"] }],
]

test.each(cases)("tells of %s", (_, before, after, wanted) => {
  expect(compareWorkbooks([sheet(before)], [sheet(after)])).toMatchObject(wanted)
})

test("tells of a lost sheet", () => {
  expect(compareWorkbooks([sheet({}), sheet({})], [sheet({})]).changed).toEqual(["2 sheets: 1"])
})
