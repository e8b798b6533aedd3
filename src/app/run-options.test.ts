import { expect, test } from "vitest"
import { parseRunOptions } from "./run-options.ts"

test.each`
  args                                                        | flag
  ${[]}                                                       | ${"FOLDER"}
  ${["a", "b", "--out", "o"]}                                 | ${"FOLDER"}
  ${["a"]}                                                    | ${"--out"}
  ${["a", "--out", ""]}                                       | ${"--out"}
  ${["a", "--out", "o", "--ceiling", "0"]}                    | ${"--ceiling"}
  ${["a", "--out", "o", "--ceiling", "-5"]}                   | ${"--ceiling"}
  ${["a", "--out", "o", "--ceiling=-2000000000"]}             | ${"--ceiling"}
  ${["a", "--out", "o", "--ceiling", "dua miliar"]}           | ${"--ceiling"}
  ${["a", "--out", "o", "--ceiling", "2.000.000.000"]}        | ${"--ceiling"}
  ${["a", "--out", "o", "--ceiling", "99999999999999999999"]} | ${"--ceiling"}
  ${["a", "--out", "o", "--year", "26"]}                      | ${"--year"}
  ${["a", "--out", "o", "--months", "13"]}                    | ${"--months"}
  ${["a", "--out", "o", "--months", "0"]}                     | ${"--months"}
  ${["a", "--out", "o", "--as-of", "2025-02-30"]}             | ${"--as-of"}
  ${["a", "--out", "o", "--as-of", "15-2025"]}                | ${"--as-of"}
  ${["a", "--out", "o", "--colour"]}                          | ${"--colour"}
`("$args is refused at $flag", ({ args, flag }: { args: string[]; flag: string }) => {
  const parsed = parseRunOptions(args)
  expect(parsed).toMatchObject({ ok: false, refusal: { kind: "usage", flag } })
})

test("what is not given stays open for the pack to say", () => {
  const parsed = parseRunOptions(["folder", "--out", "hasil"])
  expect(parsed).toEqual({
    ok: true,
    value: {
      folder: "folder",
      out: "hasil",
      law: "64.71-balikpapan",
      year: null,
      ceiling: null,
      months: null,
      asOf: null,
      seed: null,
      strict: false,
      inbox: false,
      dryRun: false,
      json: false,
      language: "id",
    },
  })
})

test("every flag is read", () => {
  const args = [
    "--year",
    "2026",
    "f",
    "--out=o",
    "--ceiling",
    "2000000000",
    "--months",
    "9",
    "--as-of",
    "2025-12-24",
    "--seed",
    "x",
    "--law",
    "p",
    "--dry-run",
    "--strict",
    "--json",
  ]
  expect(parseRunOptions(args)).toEqual({
    ok: true,
    value: {
      folder: "f",
      inbox: false,
      dryRun: true,
      out: "o",
      law: "p",
      year: 2026,
      ceiling: 2_000_000_000n,
      months: 9,
      asOf: "2025-12-24",
      seed: "x",
      strict: true,
      json: true,
      language: "id",
    },
  })
})
