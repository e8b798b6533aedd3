import { expect, test } from "vitest"
import { parseCheckOptions, parseImportOptions } from "./import-options.ts"

const usual = {
  paths: ["a.xlsx"],
  askedKind: null,
  sender: "",
  map: null,
  saveMap: false,
  errors: null,
  dryRun: false,
  yes: false,
  list: false,
  undo: null,
  law: "64.71-balikpapan",
  year: null,
  json: false,
  language: "id",
}

test.each([
  [["a.xlsx"], {}],
  [["a.xlsx", "b.csv"], { paths: ["a.xlsx", "b.csv"] }],
  [["a.xlsx", "--as", "verifikasi"], { askedKind: "verifikasi" }],
  [["--dry-run", "a.xlsx", "--json", "--lang", "en"], { dryRun: true, json: true, language: "en" }],
  [["a.xlsx", "--errors", "b.xlsx", "--year", "2026"], { errors: "b.xlsx", year: 2026 }],
  [["--list"], { paths: [], list: true }],
  [["--undo", "01a2"], { paths: [], undo: "01a2" }],
] as const)("import %j", (args, changes) => {
  expect(parseImportOptions([...args])).toEqual({ ok: true, value: { ...usual, ...changes } })
})

test.each([
  [[], "FILE"],
  [["a.xlsx", "--as", "daftar"], "--as"],
  [["a.xlsx", "--year", "26"], "--year"],
  [["a.xlsx", "--lang", "jv"], "--lang"],
  [["a.xlsx", "--errors", "b.pdf"], "--errors"],
  [["a.xlsx", "b.xlsx", "--errors", "c.xlsx"], "--errors"],
  [["a.xlsx", "--undo"], "--undo"],
  [["--undo", "kel", "damai.csv"], "--undo"],
  [["--list", "semua"], "--list"],
] as const)("import %j is refused for its %s", (args, flag) => {
  expect(parseImportOptions([...args])).toMatchObject({ refusal: { kind: "usage", flag } })
})

test.each(["--dry-run", "--yes", "--list"])("check does not know %s", (flag) => {
  expect(parseCheckOptions(["a.xlsx", flag])).toMatchObject({ refusal: { kind: "usage" } })
})
