import { expect, test } from "vitest"
import { readFlags } from "./read-flags.ts"

test.each([
  [["a", "--out", "o"], { out: "o" }, ["a"]],
  [["--out=o", "a", "--strict"], { out: "o", strict: true }, ["a"]],
  [["--out=--o", "a"], { out: "--o" }, ["a"]],
  [["--ceiling", "-5", "a"], { ceiling: "-5" }, ["a"]],
  [["--out", "-", "a"], { out: "-" }, ["a"]],
  [["--out", "o", "--", "--a"], { out: "o" }, ["--a"]],
  [["--out", "o", "--out", "p"], { out: "p" }, []],
])("%j is read", (args, values, positionals) => {
  expect(readFlags("run", args)).toEqual({ ok: true, value: { values, positionals } })
})

test.each([
  ["--foo", "--foo bukan pilihan payung run. Lihat: ./payung run --help"],
  ["--celing", "--celing bukan pilihan payung run. Mungkin maksud Anda --ceiling. Lihat: …"],
  ["--asof", "--asof bukan pilihan payung run. Mungkin maksud Anda --as-of. Lihat: …"],
  ["-o", "-o bukan pilihan payung run. Lihat: …"],
  ["--toString", "--toString bukan pilihan payung run. Lihat: …"],
  ["--no-json", "--no-json bukan pilihan payung run. Lihat: …"],
  ["--out", "Isi --out belum ditulis. Lihat: …"],
  ["--out --json", "Isi --out belum ditulis. Lihat: …"],
  ["--strict=ya", "--strict tidak memakai isi. Tulis --strict saja."],
])("a %s is told of in our words", (args, said) => {
  const read = readFlags("run", args.split(" "))
  const told = read.ok ? { id: "", en: "" } : read.refusal.told
  expect(told.id).toBe(said.replace("…", "./payung run --help"))
  expect(told.en).not.toMatch(/positional|argument/)
})
