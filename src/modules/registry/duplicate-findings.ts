import type { Finding, FindingCode } from "../intake/index.ts"
import type { RowFacts } from "./row-facts.ts"

/**
 * Marks every row after the first of one person: in the same file, in a file received earlier, or
 * with a NIK that is not the same as written. `order` is the order of receipt, then of the row; a
 * row that was mended stands where its first one does (`fileOf`).
 */
export function duplicateFindings(
  rows: readonly RowFacts[],
  order: (facts: RowFacts) => number,
  fileOf: (facts: RowFacts) => string = (facts) => facts.row.file,
): Map<string, Finding[]> {
  const sorted = [...rows].sort((a, b) => order(a) - order(b))
  const found = new Map<string, Finding[]>()
  for (const [index, facts] of sorted.entries()) {
    const before = sorted.slice(0, index)
    const [first] = before
    if (first !== undefined)
      found.set(facts.row.rowId, findingsOf(facts, [first, ...before], fileOf))
  }
  return found
}

function findingsOf(
  facts: RowFacts,
  before: readonly [RowFacts, ...RowFacts[]],
  fileOf: (facts: RowFacts) => string,
): Finding[] {
  const findings: Finding[] = []
  const note = (code: FindingCode, field: string, other: RowFacts | undefined): void => {
    if (other === undefined) return
    const { file, sheet, row } = other.row
    const place = [file, sheet, String(row)].filter((part) => part !== "").join(" ")
    findings.push({ code, field, before: place, after: "" })
  }
  const { nik } = facts.row
  const file = fileOf(facts)
  note(
    "DUP_IN_FILE",
    "row",
    before.find((other) => fileOf(other) === file),
  )
  note(
    "DUP_ACROSS_FILES",
    "row",
    before.find((other) => fileOf(other) !== file),
  )
  const sameNik = nik !== null && before.some((other) => other.row.nik === nik)
  if (!sameNik) note("DUP_FUZZY", "nik", before[0])
  return findings
}
