import { isNik, nikDateParts } from "../../kernel/nik.ts"
import type { RawRow } from "../../platform/spreadsheet/workbook.ts"
import type { Field } from "./field.ts"
import { readSex } from "./value-sex.ts"

/** A column is recognised by content when this share of its five or more cells fits. */
const SHARE_MIN = 0.7
const CELLS_MIN = 5

const TESTS: readonly (readonly [Field, (text: string) => boolean])[] = [
  ["nik", isLikelyNik],
  ["kk", (text) => /^\d{16}$/.test(digits(text))],
  [
    "birth_date",
    (text) =>
      /^\d{1,2}[-/. ](\d{1,2}|[a-z]{3,9})[-/. ]\d{4}$/i.test(text) ||
      /^\d{4}-\d{2}-\d{2}/.test(text),
  ],
  ["phone", (text) => /^(\+?62|0)8\d{7,11}$/.test(digits(text))],
  ["sex", (text) => !/^\d$/.test(text) && readSex(text) !== null],
]

function digits(text: string): string {
  return text.replace(/[\s\u00a0.'-]/g, "")
}

/** Of two columns of 16 digits the one whose middle six read as a birth date is the NIK. */
function isLikelyNik(text: string): boolean {
  const plain = digits(text)
  return isNik(plain) && nikDateParts(plain) !== null
}

/** Fields that the content of columns shows, each with its best column. */
export function columnsByContent(rows: readonly RawRow[]): Map<Field, number> {
  const cells = new Map<number, string[]>()
  for (const row of rows) {
    for (const cell of row.cells) {
      const text = cell.text.trim()
      if (text === "") continue
      const column = cells.get(cell.column)
      if (column === undefined) cells.set(cell.column, [text])
      else column.push(text)
    }
  }
  const found = new Map<Field, number>()
  const taken = new Set<number>()
  for (const [field, fits] of TESTS) {
    const column = bestColumn(cells, taken, fits)
    if (column === null) continue
    found.set(field, column)
    taken.add(column)
  }
  return found
}

function bestColumn(
  cells: ReadonlyMap<number, readonly string[]>,
  taken: ReadonlySet<number>,
  fits: (text: string) => boolean,
): number | null {
  let [best, share] = [-1, 0]
  for (const [column, texts] of cells) {
    if (taken.has(column) || texts.length < CELLS_MIN) continue
    const hit = texts.filter(fits).length / texts.length
    if (hit >= SHARE_MIN && hit > share) [best, share] = [column, hit]
  }
  return best < 0 ? null : best
}
