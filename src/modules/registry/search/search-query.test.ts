import { expect, test } from "vitest"
import { describeSearchRefusal } from "./search-refusal.ts"
import { readQuery } from "./search-query.ts"

test.each([
  ["Soekardi", ["sukardi"]],
  ["  siti   NURJANAH ", ["siti", "nurjanah"]],
  ["Moch. Ilham", ["muhamad", "ilham"]],
  ["Nur’aini", ["nuraini"]],
  ["I Wayan", ["i", "uaian"]],
  ["Budi 2", ["budi"]],
])("%j asks for the words %j", (text, words) => {
  const query = readQuery(text)
  expect(query).toMatchObject({ ok: true, value: { kind: "name" } })
  if (query.ok && query.value.kind === "name")
    expect(query.value.words.map(({ folded }) => folded)).toEqual(words)
})

test.each([
  ["6471051708809001", ["6471051708809001"], null],
  ["6471 0517 0880 9001", ["6471051708809001"], null],
  ["'6471.0517.0880.9001", ["6471051708809001"], null],
  ["089900001234", ["089900001234"], "089900001234"],
  ["+62 899-0000-1234", ["6289900001234", "089900001234"], "6289900001234"],
  ["(0899) 00001234", ["089900001234"], "089900001234"],
  ["89900001234", ["89900001234", "089900001234"], "89900001234"],
  ["+62089900001234", ["62089900001234", "089900001234"], "62089900001234"],
  ["647105", ["647105"], "647105"],
  ["809001", ["809001"], "809001"],
])("%j asks for the numbers %j, in part %j", (text, whole, part) => {
  expect(readQuery(text)).toEqual({ ok: true, value: { kind: "number", whole, part } })
})

test.each([
  ["", "query_empty"],
  ["   ", "query_empty"],
  ["a", "query_short"],
  ["?!", "query_short"],
  ["b. c", "query_short"],
  ["x".repeat(101), "query_long"],
  ["satu dua tiga empat lima enam tujuh delapan sembilan", "query_words"],
  ["Budi 0899", "query_mixed"],
  ["12345", "digits_few"],
  ["64710517088090011", "digits_many"],
])("%j is refused: %s", (text, kind) => {
  const query = readQuery(text)
  expect(query).toMatchObject({ ok: false, refusal: { kind } })
  if (query.ok) return
  const { id, en } = describeSearchRefusal(query.refusal)
  for (const part of [...id, ...en]) expect(part).toMatch(/^[^{}]+$/)
  expect(id).not.toEqual(en)
})
