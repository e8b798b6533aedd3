// What is to be said of a row where only single cells gave reason: no other cell of it is read.
import { SET_WORDS } from "../../../columns/code-sets.ts"
import { codesInSet } from "./codes.ts"
import { csvCell } from "./marks.ts"
import { findingCodes, sortedCodes, type Finding } from "../findings/finding.ts"
import { readingRow } from "../rows/read-row.ts"
import type { ReadingRow, RowContext } from "../rows/context.ts"
import { nameOf } from "../rows/identity.ts"
import { readMoney, readPlace, readWork } from "../rows/livelihood.ts"
import { phoneOf } from "../rows/phone.ts"

/** The readers of single cells in the order in which a row is read, and the codes that they note. */
const READERS: readonly (readonly [codes: RegExp, read: (row: ReadingRow) => unknown])[] = [
  [/^NAME_/, nameOf],
  [/^KELURAHAN_/, readPlace],
  [/^JOB_/, readWork],
  [/^INCOME_/, readMoney],
  [/^PHONE_/, phoneOf],
]

/** Codes that another reader notes, or several cells together. */
const OTHERS = wordsOf((code) => !READERS.some(([codes]) => codes.test(code)))
const OWN = READERS.map(([codes, read]) => ({ words: wordsOf((code) => codes.test(code)), read }))

function wordsOf(isOne: (code: string) => boolean): Uint32Array {
  const words = new Uint32Array(SET_WORDS)
  for (const [number, code] of findingCodes().entries())
    if (isOne(code)) words[number >> 5] = (words[number >> 5] ?? 0) | (1 << (number & 31))
  return words
}

const NONE: Finding[] = []

/** The findings of a row in their order; null where the whole row must be read for them. */
export function toldFindings(
  codes: Uint32Array,
  row: number,
  { context, cells }: { readonly context: RowContext; readonly cells: readonly string[] },
): Finding[] | null {
  if (meets(codes, row, OTHERS)) return null
  const asked = OWN.filter(({ words }) => meets(codes, row, words))
  if (asked.length === 0) return NONE
  const findings: Finding[] = []
  const at = (column: number) => {
    const text = cells[column] ?? ""
    return text === "" ? undefined : csvCell(column, text)
  }
  const reading = readingRow(context, { columns: context.columns, at, findings })
  for (const { read } of asked) read(reading)
  // What the cells say alone must be what the columns say of the row.
  const said = sortedCodes(findings)
  const known = codesInSet(codes, row)
  return said.length === known.length && said.every((code, index) => code === known[index])
    ? findings
    : null
}

function meets(codes: Uint32Array, row: number, words: Uint32Array): boolean {
  for (let part = 0; part < SET_WORDS; part++)
    if (((codes[row * SET_WORDS + part] ?? 0) & (words[part] ?? 0)) !== 0) return true
  return false
}
