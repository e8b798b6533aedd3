import { expect, test } from "vitest"
import { isSafePath, placeFiles } from "./cycle-paths.ts"

function placed(names: readonly string[]): unknown {
  const placement = placeFiles(names)
  if (!placement.ok) return placement.refusal
  const { leftOut } = placement.value
  return [...placement.value.placed.values(), ...leftOut.map((name) => `! ${name}`)]
}

test.each([
  [
    "a cycle folder",
    ["usulan/a.xlsx", "register/b.csv", "verifikasi/c.xlsx", "surat-masuk.csv"],
    ["register/b.csv", "surat-masuk.csv", "usulan/a.xlsx", "verifikasi/c.xlsx"],
  ],
  [
    "one folder around it",
    ["2026/", "2026/usulan/a.xlsx", "2026/surat-masuk.csv"],
    ["surat-masuk.csv", "usulan/a.xlsx"],
  ],
  ["lists at the top", ["a.xlsx", "b.csv"], ["usulan/a.xlsx", "usulan/b.csv"]],
  ["lists in one folder", ["Kiriman/a.xlsx", "Kiriman/b.csv"], ["usulan/a.xlsx", "usulan/b.csv"]],
  ["capitals and backslashes", ["Usulan\\a.xlsx"], ["usulan/a.xlsx"]],
  [
    "folders below",
    ["usulan/kec a/x.xlsx", "usulan/kec b/x.xlsx"],
    ["usulan/x.xlsx", "usulan/x (2).xlsx"],
  ],
  [
    "what systems leave behind",
    ["usulan/a.csv", "usulan/~$a.xlsx", "__MACOSX/usulan/._a.csv", "usulan/.DS_Store"],
    ["usulan/a.csv"],
  ],
  [
    "other things are named",
    ["usulan/a.csv", "foto/ktp.jpg", "baca.md"],
    ["usulan/a.csv", "! baca.md", "! foto/ktp.jpg"],
  ],
  ["decomposed letters", ["usulan/Jose\u0301.csv"], ["usulan/Jos\u00e9.csv"]],
])("%s", (_, names, expected) => {
  expect(placed(names)).toEqual(expected)
})

test.each([[[]], [["register/a.csv"]], [["foto.jpg"]], [["usulan/"]]])(
  "%j holds no list",
  (names) => {
    expect(placed(names)).toEqual({ kind: "no_lists" })
  },
)

test("names in another order give the same places", () => {
  const names = ["usulan/b/x.csv", "usulan/a/x.csv", "usulan/c.csv"]
  expect(placed(names.toReversed())).toEqual(placed(names))
})

test.each([
  ["../a.csv", false],
  ["usulan/../../a.csv", false],
  ["usulan\\..\\a.csv", false],
  ["/etc/passwd", false],
  ["C:\\a.csv", false],
  ["usulan//a.csv", false],
  ["usulan/./a.csv", false],
  ["usulan/a\0.csv", false],
  ["usulan/a\n.csv", false],
  [`usulan/${"a".repeat(201)}`, false],
  ["", false],
  ["usulan/..a.csv", true],
  ["usulan/a..csv", true],
  ["usulan/Ni'mah & co; rm -rf.csv", true],
])("%j is a safe path: %s", (path, expected) => {
  expect(isSafePath(path)).toBe(expected)
  if (!expected && path !== "") expect(placed([path])).toEqual({ kind: "unsafe_path", path })
})
