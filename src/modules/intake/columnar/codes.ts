import { codesOf, SET_WORDS } from "../../../columns/code-sets.ts"
import { assert } from "../../../kernel/assert.ts"
import { FINDINGS, findingCodes, type FindingCode } from "../findings/finding.ts"
import { outcomeOf, type Outcome } from "../rows/row.ts"

/** What is found of a file as a whole stands on no row. */
export const ROW_CODES = findingCodes().filter((code) => FINDINGS[code].stage !== "file")
assert(ROW_CODES.length <= SET_WORDS * 32, "the finding codes of rows fit in the words of a set")
const NUMBERS = new Map(ROW_CODES.map((code, number) => [code, number]))

/** The place of a code in the catalogue. */
export function codeNumber(code: FindingCode): number {
  return NUMBERS.get(code) ?? 0
}

/** The codes of a row in the catalogue's order. */
export function codesInSet(words: Uint32Array, row: number): FindingCode[] {
  return codesOf(words, row).flatMap((number) => ROW_CODES[number] ?? [])
}

/** The outcomes by number, the gravest last. */
export const OUTCOMES: readonly Outcome[] = ["accepted", "repaired", "set_aside", "ignored"]

/** Per outcome the codes that alone give it, as words: asked of the rule for single rows. */
const GIVING: readonly Uint32Array[] = OUTCOMES.map((outcome) => {
  const words = new Uint32Array(SET_WORDS)
  for (const [number, code] of ROW_CODES.entries()) {
    const findings = [{ code, field: "row", before: "", after: "" }]
    if (outcomeOf({ kind: "person", findings }) === outcome)
      words[number >> 5] = (words[number >> 5] ?? 0) | (1 << (number & 31))
  }
  return words
})

export function hasCodes(words: Uint32Array, row: number): boolean {
  const from = row * SET_WORDS
  return ((words[from] ?? 0) | (words[from + 1] ?? 0) | (words[from + 2] ?? 0)) !== 0
}

/** The outcome's number of a person's row by its codes: the gravest decides. */
export function outcomeOfSet(words: Uint32Array, row: number): number {
  // Most rows carry no code.
  if (!hasCodes(words, row)) return 0
  const from = row * SET_WORDS
  for (let number = OUTCOMES.length - 1; number > 0; number--) {
    const giving = GIVING[number]
    for (let at = 0; at < SET_WORDS; at++)
      if (((words[from + at] ?? 0) & (giving?.[at] ?? 0)) !== 0) return number
  }
  return 0
}
