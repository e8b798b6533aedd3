import { expect, test } from "vitest"
import { sheetOf, workbookOf, type CellText } from "../intake.testing.ts"
import { shownSheets } from "./shown-sheets.ts"

test.each<[string, CellText, string]>([
  ["a number that Excel cut", { text: "6471010408809000", kind: "number" }, "647101040880900?"],
  [
    "the same, as Excel writes it",
    { text: "6.471010408809E15", kind: "number" },
    "647101040880900?",
  ],
  ["a stored date", { text: "29342", kind: "date" }, "01-05-1980"],
  ["a stored date in words of ODF", { text: "1980-05-01", kind: "date" }, "01-05-1980"],
  ["an amount", { text: "1500000", kind: "number" }, "1500000"],
  ["a number typed as text", "6471010408809000", "6471010408809000"],
])("%s", (_, cell, shown) => {
  const [sheet] = shownSheets(workbookOf(sheetOf([[cell]])))
  expect(sheet?.rows[0]?.cells[0]?.text).toBe(shown)
})
