import { expect, test } from "vitest"
import type { SheetSpec, WorkbookSpec } from "../platform/spreadsheet/sheet-spec.ts"
import { documentKey, workbookKey } from "./document-key.ts"

const SHEET: SheetSpec = {
  name: "Daftar",
  columns: [{ header: "NIK", width: 18, kind: "text" }],
  rows: [["6471010508809001"]],
}
const book = (change: Partial<SheetSpec>, title = "Judul"): WorkbookSpec => ({
  meta: { title },
  sheets: [{ ...SHEET, ...change }],
})

test("the same document has the same key", () => {
  expect(workbookKey("1", book({}))).toBe(workbookKey("1", book({})))
  expect(documentKey("1", { cost: 5n })).toBe(documentKey("1", { cost: 5n }))
})

test.each<[string, string]>([
  ["a cell", workbookKey("1", book({ rows: [["6471010508809002"]] }))],
  ["a number instead of text", workbookKey("1", book({ rows: [[6_471_010_508_809_001]] }))],
  ["the title", workbookKey("1", book({}, "Lain"))],
  ["a colour", workbookKey("1", book({ cellFill: () => "error" }))],
  [
    "a picture",
    workbookKey(
      "1",
      book({ picture: { bytes: Buffer.from("x"), kind: "png", widthPx: 1, heightPx: 1 } }),
    ),
  ],
  ["the code", workbookKey("2", book({}))],
])("%s that differs gives another key", (_, key) => {
  expect(key).not.toBe(workbookKey("1", book({})))
})

test.each<[unknown, unknown]>([
  [5n, "5"],
  [new Map([["a", 1]]), { a: 1 }],
  [new Set(["a"]), ["a"]],
  [Buffer.from("a"), Buffer.from("b")],
])("%o is not %o", (one, other) => {
  expect(documentKey("1", one)).not.toBe(documentKey("1", other))
})

test("what cannot be compared is refused", () => {
  expect(() => documentKey("1", { make: () => 1 })).toThrow("function")
})
