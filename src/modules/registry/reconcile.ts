import type { FieldCheck } from "./field-check.ts"
import type { Income, RowFacts } from "./row-facts.ts"

/**
 * One income of several rows: an exact one inside another row's range replaces the range; of what
 * remains the higher counts, compared by the upper end.
 */
export function agreedIncome(rows: readonly RowFacts[]): Income | null {
  if (rows.length < 2) return rows[0]?.income ?? null
  const incomes = rows.map((facts) => facts.income).filter((income) => income !== null)
  const exact = incomes.filter((income) => income.low === income.high)
  const standing = incomes.filter((income) => !exact.some((one) => replaces(one, income)))
  return standing.sort((a, b) => byUpperEnd(a, b) || compare(b.low, a.low))[0] ?? null
}

function replaces(exact: Income, range: Income): boolean {
  if (range.low === range.high) return false
  return exact.low >= range.low && (range.high === null || exact.low <= range.high)
}

/** Highest first; a range without an upper end is above all. */
function byUpperEnd(a: Income, b: Income): number {
  if (a.high === null || b.high === null) return a.high === b.high ? 0 : a.high === null ? -1 : 1
  return compare(b.high, a.high)
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

export interface Work {
  readonly sector: string | null
  readonly informal: "yes" | "no" | "unknown"
}

/**
 * The work of a person. Rows that contradict each other say nothing; a field check that confirms
 * settles them. `sectorOf` reads the sector that the office wrote.
 */
export function agreedWork(
  rows: readonly RowFacts[],
  check: FieldCheck | null,
  sectorOf: (text: string) => string | null,
): Work {
  const confirmed = check?.result === "confirmed" ? sectorOf(check.sector) : null
  const counts = new Map<string, number>()
  for (const { sector } of rows)
    if (sector !== null) counts.set(sector, (counts.get(sector) ?? 0) + 1)
  const usual = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
  const sector = confirmed !== null && counts.has(confirmed) ? confirmed : (usual ?? null)
  const says = new Set(rows.map((facts) => facts.informal).filter((said) => said !== "unknown"))
  if (check?.result === "confirmed" && says.has("yes")) return { sector, informal: "yes" }
  const [only] = says
  return { sector, informal: says.size === 1 && only !== undefined ? only : "unknown" }
}
