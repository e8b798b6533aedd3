import { expect, test } from "vitest"
import { parseSeasonOptions } from "./season-options.ts"

test.each`
  args                                                                    | flag
  ${[]}                                                                   | ${"season"}
  ${["close", "--year", "2027", "--out", "o"]}                            | ${"season"}
  ${["open", "x", "--year", "2027", "--out", "o"]}                        | ${"season"}
  ${["open", "--out", "o"]}                                               | ${"--year"}
  ${["open", "--year", "27", "--out", "o"]}                               | ${"--year"}
  ${["open", "--year", "2027"]}                                           | ${"--out"}
  ${["open", "--year", "2027", "--out", "o", "--deadline", "15"]}         | ${"--deadline"}
  ${["open", "--year", "2027", "--out", "o", "--colour"]}                 | ${"--colour"}
  ${["open", "--year", "2027", "--out", "o", "--deadline", "01-01-2028"]} | ${"--deadline"}
  ${["open", "--year", "2027", "--out", "o", "--deadline", "31-11-2026"]} | ${"--deadline"}
  ${["open", "--year", "2027", "--out", "o", "--deadline", "2025-12-31"]} | ${"--deadline"}
`("$args is refused at $flag", ({ args, flag }: { args: string[]; flag: string }) => {
  expect(parseSeasonOptions(args)).toMatchObject({ ok: false, refusal: { kind: "usage", flag } })
})

test("the deadline is the pack's to say unless it is given", () => {
  const asked = ["open", "--year", "2027", "--out", "hasil"]
  const law = "64.71-balikpapan"
  expect(parseSeasonOptions(asked)).toEqual({
    ok: true,
    value: { year: 2027, out: "hasil", law, deadline: null, json: false, language: "id" },
  })
})

test.each(["2026-10-31", "31-10-2026", "31/10/2026", " 31.10.2026 "])(
  "a deadline can be written %s",
  (written) => {
    const asked = ["open", "--year", "2027", "--out", "hasil", "--deadline", written]
    expect(parseSeasonOptions(asked)).toMatchObject({ value: { deadline: "2026-10-31" } })
  },
)

test("a late season can still ask in its own year", () => {
  const asked = ["open", "--year", "2027", "--out", "hasil", "--deadline", "5-1-2027"]
  expect(parseSeasonOptions(asked)).toMatchObject({ value: { deadline: "2027-01-05" } })
})
