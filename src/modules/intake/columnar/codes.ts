import { CODES_MAX, type CodeSets } from "../../../columns/code-sets.ts"
import { assert } from "../../../kernel/assert.ts"
import { FINDINGS, findingCodes, type FindingCode } from "../findings/finding.ts"
import { outcomeOf, type Outcome } from "../rows/row.ts"

/** What is found of a file as a whole stands on no row. */
const ROW_CODES = findingCodes().filter((code) => FINDINGS[code].stage !== "file")
assert(ROW_CODES.length <= CODES_MAX, "the finding codes of rows fit in a set")
const NUMBERS = new Map(ROW_CODES.map((code, number) => [code, number]))

/** The place of a code in the catalogue. */
export function codeNumber(code: FindingCode): number {
  return NUMBERS.get(code) ?? 0
}

/** The codes of a set in the catalogue's order. */
export function codesInSet(sets: CodeSets, set: number): FindingCode[] {
  return sets.codesOf(set).flatMap((number) => ROW_CODES[number] ?? [])
}

/** The outcomes by number. */
export const OUTCOMES: readonly Outcome[] = ["accepted", "repaired", "set_aside", "ignored"]

/** Per set the number of the outcome that a person's row has with its codes, by the rule for single rows. */
export function outcomesOfSets(sets: CodeSets): Uint8Array {
  return Uint8Array.from({ length: sets.size }, (_, set) => {
    const codes = codesInSet(sets, set)
    const findings = codes.map((code) => ({ code, field: "row" as const, before: "", after: "" }))
    return OUTCOMES.indexOf(outcomeOf({ kind: "person", findings }))
  })
}

/** Rows that carry a code, in the catalogue's order, by how many rows carry each set. */
export function countCodes(sets: CodeSets, ofSet: Uint32Array): Map<FindingCode, number> {
  const counts = new Map(ROW_CODES.map((code) => [code, 0]))
  for (const [set, rows] of ofSet.entries())
    for (const code of codesInSet(sets, set)) counts.set(code, (counts.get(code) ?? 0) + rows)
  return new Map([...counts].filter(([, count]) => count > 0))
}
