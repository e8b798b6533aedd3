import { describe, expect, test } from "vitest"
import { readBatch } from "./batch.ts"
import { limitOf, limitWords } from "./file-limit.ts"
import { findingSentence } from "./findings/finding-text.ts"
import { TABLES } from "./intake.testing.ts"

describe("a bound is told from the detail of a refusal", () => {
  test.each([
    ["larger than 256 MB", "size"],
    ["too complex to read: more memory or time than is allowed", "memory_time"],
    ["too many sheets", "sheets"],
    ["too many cells", "cells"],
    ["a table with too many cells", "cells"],
    ["too many shared strings", "cells"],
    ["record 7 has too many fields", "columns"],
    ["a row outside the sheet", "rows"],
    ["a record is longer than that of any list", "text"],
    ["a text or tag of more than a megabyte", "text"],
    ["pdf: more than 600 pages", "pages"],
    ["70000 entries in the archive", "entries"],
    ["xl/worksheets/sheet1.xml inflates beyond 1048576 bytes", "inflated"],
    ["elements nested too deeply", "structure"],
    ["xl/workbook.xml is damaged", null],
    ["the archive has no central directory; it may be cut off", null],
    ["pdf: damaged", null],
    ["the text contains NUL characters", null],
  ])("%s", (detail, limit) => expect(limitOf(detail)).toBe(limit))
})

test.each([
  ["too many sheets", "FILE_TOO_MUCH", "terlalu banyak lembar", "too many sheets"],
  ["xl/workbook.xml is damaged", "FILE_UNREADABLE", "rusak", "damaged"],
])("%s gives %s", (detail, code, id, en) => {
  const workbook = { ok: false, refusal: { kind: "unreadable", detail } } as const
  const { files } = readBatch([{ name: "a.xlsx", sha256: "a", workbook }], [], TABLES)
  const finding = files[0]?.findings.find((found) => found.code === code)
  expect(finding).toBeDefined()
  if (finding === undefined) return
  const place = { cell: "", file: "a.xlsx" }
  expect(findingSentence(finding, place, "id")).toContain(id)
  expect(findingSentence(finding, place, "en")).toContain(en)
})

test("a text that names no bound stays as it is", () => {
  expect(limitWords("lain", "id")).toBe("lain")
})
