import { expect, test } from "vitest"
import { parseSearchOptions } from "./search-options.ts"

const USUAL = { limit: 20, year: null, json: false, language: "id", purpose: "search for a person" }

test.each([
  [["siti nurjanah"], { ...USUAL, text: "siti nurjanah" }],
  [["siti", "nurjanah", "--json"], { ...USUAL, text: "siti nurjanah", json: true }],
  [["0899-0000-1234", "--limit", "5"], { ...USUAL, text: "0899-0000-1234", limit: 5 }],
  [
    ["siti", "--year", "2027", "--lang", "en", "--purpose", "aduan 12"],
    { ...USUAL, text: "siti", year: 2027, language: "en", purpose: "aduan 12" },
  ],
])("%j is understood", (args, value) => {
  expect(parseSearchOptions(args)).toMatchObject({ ok: true, value })
})

test.each([
  [[], "usage"],
  [[""], "query_empty"],
  [["a"], "query_short"],
  [["123"], "digits_few"],
  [["siti", "--limit", "0"], "usage"],
  [["siti", "--limit", "101"], "usage"],
  [["siti", "--limit", "x"], "usage"],
  [["siti", "--year", "27"], "usage"],
  [["siti", "--lang", "jv"], "usage"],
  [["siti", "--purpose", " "], "usage"],
  [["siti", "--purpose", "a\nb"], "usage"],
  [["siti", "--clear"], "usage"],
])("%j is refused", (args, kind) => {
  expect(parseSearchOptions(args)).toMatchObject({ ok: false, refusal: { kind } })
})
