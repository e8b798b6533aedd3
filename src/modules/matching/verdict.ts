import { sha256Hex } from "../../kernel/id.ts"
import type { MatchRow, PairVerdict } from "./match-row.ts"

/**
 * What a human says of two rows: one person, two people, ask the kelurahan (the pair stays open), or nothing
 * any more.
 */
export const SAID = ["same", "different", "ask_kelurahan", "withdrawn"] as const
export type Said = (typeof SAID)[number]

/** The last word on a pair, with what the rows said when it was given. */
export interface GivenVerdict {
  readonly rowA: string
  readonly rowB: string
  readonly factsA: string
  readonly factsB: string
  readonly said: Said
}

/** SHA-256 of what of a row is compared: a verdict holds while it stays. */
export function factsHash(row: MatchRow): string {
  const { nik, nikStanding, nikReadable, answeredNik, kk, name, motherName } = row
  const { birthDate, sex, areaCode, rt, address, phone } = row
  const number = answeredNik ?? nik ?? nikReadable
  return sha256Hex(
    JSON.stringify([
      ...[number, nikStanding, kk, name, motherName, birthDate, sex, areaCode, rt, address, phone],
    ]),
  )
}

/**
 * The verdicts that hold for these rows: both rows are there, themselves or mended, and say what they said.
 * `rootOf` is the id of the first row that a mended one goes back to.
 */
export function verdictsInForce(
  given: readonly GivenVerdict[],
  rows: readonly MatchRow[],
  rootOf: (key: string) => string,
): PairVerdict[] {
  if (given.length === 0) return []
  const byKey = new Map<string, MatchRow>()
  for (const row of rows) byKey.set(rootOf(row.key), row)
  for (const row of rows) byKey.set(row.key, row)
  return given.flatMap(({ rowA, rowB, factsA, factsB, said }) => {
    const [a, b] = [byKey.get(rowA), byKey.get(rowB)]
    if (a === undefined || b === undefined || a === b) return []
    if (said !== "same" && said !== "different") return []
    const holds = factsHash(a) === factsA && factsHash(b) === factsB
    return holds ? [{ a: a.key, b: b.key, verdict: said }] : []
  })
}

/** Where a pair stands: nobody spoke, facts changed since, the kelurahan was asked, or it is decided. */
export type PairState = "open" | "lapsed" | "asked" | "decided"

export function pairState(
  said: Said | null,
  given: { readonly factsA: string; readonly factsB: string } | null,
  now: { readonly factsA: string; readonly factsB: string },
): PairState {
  if (said === null || given === null || said === "withdrawn") return "open"
  if (given.factsA !== now.factsA || given.factsB !== now.factsB) return "lapsed"
  return said === "ask_kelurahan" ? "asked" : "decided"
}
