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
  ${["open", "--year", "2027", "--out", "o", "--deadline", "2027-01-01"]} | ${"--deadline"}
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
  expect(parseSeasonOptions([...asked, "--deadline", "2026-10-31"])).toMatchObject({
    value: { deadline: "2026-10-31" },
  })
})
