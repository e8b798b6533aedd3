import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { NO_DIGITS, textOfHalves } from "../../../columns/digits.ts"
import { decoderOf } from "./decode.ts"
import { NumberColumn } from "./number-column.ts"
import { rawRowOf } from "./raw-row.ts"
import { CsvReader, sourceOfBytes } from "./reader.ts"
import type { CsvSource } from "./source.ts"

const decode = decoderOf("utf-8")
const A = "6471051708809001"

function sourceOf(text: string): CsvSource {
  const bytes = sourceOfBytes(Buffer.from(text))
  return { bytes, from: 0, delimiter: ",", encoding: "utf-8", isSure: true }
}

/** Every record as the scanner of fields sees it, with the number of its column. */
function plainly(text: string, column: number) {
  const { bytes, delimiter } = sourceOf(text)
  const reader = new CsvReader(bytes, delimiter)
  const seen = []
  while (reader.advance())
    for (let record = 0; record < reader.count; record++) {
      const { cells } = rawRowOf(reader.scanner, record, decode)
      const cell = cells.find((each) => each.column === column)?.text ?? ""
      seen.push({ cells, number: /^\d{16}$/.test(cell) ? cell : null })
    }
  return seen
}

function byColumn(text: string, column: number) {
  const numbers = new NumberColumn(sourceOf(text), column, 0)
  const seen = []
  while (numbers.advance())
    for (let line = 0; line < numbers.count; line++) {
      const [high, low] = [numbers.highs[line] ?? NO_DIGITS, numbers.lows[line] ?? NO_DIGITS]
      const { scanner, record } = numbers.lineAt(line)
      const { cells } = rawRowOf(scanner, record, decode)
      seen.push({ cells, number: high === NO_DIGITS ? null : textOfHalves(high, low) })
    }
  return seen
}

describe("a column of numbers holds what the scanner of fields finds there", () => {
  test.each`
    title                           | text                              | column
    ${"clean lines"}                | ${`${A},x\n${A},y\n`}             | ${0}
    ${"no line end at the end"}     | ${A}                              | ${0}
    ${"returns and line feeds"}     | ${`a,${A}\r\nb,${A}\r\n`}         | ${1}
    ${"a return alone"}             | ${`a,${A}\rb,${A}\n`}             | ${1}
    ${"quotes"}                     | ${`"a,b",${A}\n"c\nd",${A}\n`}    | ${1}
    ${"a column that is not there"} | ${`a,b\n${A}\n`}                  | ${3}
    ${"no such column"}             | ${`a,b\n${A}\n`}                  | ${-1}
    ${"an end before the column"}   | ${`a,\n12345678,${A}\n`}          | ${2}
    ${"digits behind a line end"}   | ${`a,\n3456789012345678,b\n`}     | ${1}
    ${"too long and too short"}     | ${`${A}1,x\n${A.slice(1)},y\n`}   | ${0}
    ${"empty lines"}                | ${`\n\n${A}\n\n`}                 | ${0}
    ${"a letter among the digits"}  | ${`6471O51708809001,x\n${A},y\n`} | ${0}
  `("$title", ({ text, column }: { text: string; column: number }) => {
    expect(byColumn(text, column)).toEqual(plainly(text, column))
  })

  test("on any text of such pieces", () => {
    const piece = fc.constantFrom(
      A,
      "12345678",
      "x",
      ",",
      ",",
      "\n",
      "\n",
      "\r\n",
      "\r",
      '"',
      " ",
      "é",
    )
    const texts = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""))
    fc.assert(
      fc.property(texts, fc.integer({ min: -1, max: 3 }), (text, column) => {
        expect(byColumn(text, column)).toEqual(plainly(text, column))
      }),
      { numRuns: 500 },
    )
  })

  test("over the ends of blocks", () => {
    const line = (at: number): string => `${"n".repeat(at % 97)},${A}\n`
    const text = Array.from({ length: 40_000 }, (_, at) => line(at)).join("")
    expect(byColumn(text, 1)).toEqual(plainly(text, 1))
  })
})
