import { expect, test } from "vitest"
import { parseMatchOptions } from "./match-options.ts"

const PAIR = "00000000-0000-8000-8000-00000000000a.00000000-0000-8000-8000-00000000000b"

test.each([
  ["pairs", { verb: "pairs", state: "open", limit: 20 }],
  ["pairs --state decided --limit 5", { verb: "pairs", state: "decided", limit: 5 }],
  [`explain ${PAIR}`, { verb: "explain" }],
  [`verdict ${PAIR} ask-kelurahan --reason x`, { said: "ask_kelurahan", againstRegister: false }],
  [`verdict ${PAIR} same --reason x --against-register`, { said: "same", againstRegister: true }],
  ["labels --out a.csv", { verb: "labels", out: "a.csv" }],
  ["train --out a.json", { verb: "train", out: "a.json" }],
])("payung match %s", (line, task) => {
  const parsed = parseMatchOptions(line.split(" "))
  expect(parsed).toMatchObject({ ok: true, value: { task } })
})

test.each([
  ["", "match"],
  ["list", "match"],
  ["explain", "PASANGAN"],
  ["explain 12", "PASANGAN"],
  [`explain ${PAIR} same`, "match"],
  [`verdict ${PAIR}`, "KEPUTUSAN"],
  [`verdict ${PAIR} yes --reason x`, "KEPUTUSAN"],
  [`verdict ${PAIR} same`, "--reason"],
  ["pairs --state all", "--state"],
  ["pairs --limit 0", "--limit"],
  ["pairs --limit 201", "--limit"],
  ["pairs --year 26", "--year"],
  ["labels", "--out"],
  ["train", "--out"],
  ["pairs --colour red", "--colour"],
])("payung match %s is refused for %s", (line, flag) => {
  const parsed = parseMatchOptions(line.split(" ").filter((word) => word !== ""))
  expect(parsed).toMatchObject({ ok: false, refusal: { flag } })
})
