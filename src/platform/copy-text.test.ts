import { expect, test } from "vitest"
import { encodeCopyRows } from "./copy-text.ts"

test.each([
  ["text", ["Siti", "Ali"], "Siti\tAli\n"],
  ["null and the text that looks like it", [null, "\\N"], "\\N\t\\\\N\n"],
  ["tab, line ends and backslash", ["a\tb\nc\rd\\e"], "a\\tb\\nc\\rd\\\\e\n"],
  ["a NIK keeps its digits", ["6471050101909001"], "6471050101909001\n"],
  ["bigint, number, boolean", [2n ** 60n, 1.5, true], "1152921504606846976\t1.5\ttrue\n"],
  ["the empty text is not null", [""], "\n"],
])("%s", (_what, row, encoded) => {
  const counter = { rows: 0 }
  expect([...encodeCopyRows([row], counter)].join("")).toBe(encoded)
  expect(counter.rows).toBe(1)
})

test("many rows come in chunks and are all counted", () => {
  const counter = { rows: 0 }
  const rows = Array.from({ length: 30_000 }, (_, index) => [index, "x"])
  const chunks = [...encodeCopyRows(rows, counter)]
  expect(chunks.length).toBeGreaterThan(1)
  expect(chunks.join("").split("\n")).toHaveLength(30_001)
  expect(counter.rows).toBe(30_000)
})

test("a number that is not finite is our mistake", () => {
  expect(() => [...encodeCopyRows([[Number.NaN]], { rows: 0 })]).toThrow("not finite")
})
