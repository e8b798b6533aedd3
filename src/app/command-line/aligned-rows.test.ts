import { expect, test } from "vitest"
import { alignedRows } from "./aligned-rows.ts"

test.each([
  [[], []],
  [[["a", "", "c"]], ["a    c"]],
  [
    [
      ["1", "dipakai", "48 baris"],
      ["12", "dibatalkan", ""],
    ],
    ["1   dipakai     48 baris", "12  dibatalkan"],
  ],
])("%j stand below each other", (rows, lines) => {
  expect(alignedRows(rows)).toEqual(lines)
})
