import type { Nik } from "../../kernel/nik.ts"
import type { RowFacts } from "./row-facts.ts"
import type { NikStanding } from "./standing.ts"

/** A number that the rows of one person show, and how well it stands. */
export interface NikClaim {
  readonly nik: Nik
  readonly standing: NikStanding
  readonly rows: number
}

const STRENGTH: Readonly<Record<NikStanding, number>> = {
  confirmed: 3,
  unasked: 2,
  not_found: 1,
  name_differs: 0,
}

/**
 * The NIK of each cluster of rows, by index, or null. A number belongs to at most one of them: to
 * the one whose name the population office confirms, else to the one that more rows show.
 */
export function claimNiks(
  clusters: readonly { readonly id: string; readonly rows: readonly RowFacts[] }[],
): (NikClaim | null)[] {
  const claims = clusters.map(({ id, rows }) => ({ id, claim: bestClaim(rows) }))
  const owner = new Map<string, { readonly id: string; readonly claim: NikClaim }>()
  for (const { id, claim } of claims) {
    if (claim === null) continue
    const current = owner.get(claim.nik)
    const stronger =
      current === undefined ||
      (compareClaims(claim, current.claim) || (id < current.id ? -1 : 1)) < 0
    if (stronger) owner.set(claim.nik, { id, claim })
  }
  return claims.map(({ id, claim }) =>
    claim !== null && owner.get(claim.nik)?.id === id ? claim : null,
  )
}

/** The best number of a person's rows; withdrawn rows show none. */
function bestClaim(rows: readonly RowFacts[]): NikClaim | null {
  const [only] = rows
  if (only !== undefined && rows.length === 1) {
    const { nik, nikStanding: standing, withdrawn } = only
    const isOwn = nik !== null && !withdrawn && standing !== "name_differs"
    return isOwn ? { nik, standing, rows: 1 } : null
  }
  const claims = new Map<string, NikClaim>()
  for (const { nik, nikStanding, withdrawn } of rows) {
    if (nik === null || withdrawn) continue
    const before = claims.get(nik)
    const better = before === undefined || STRENGTH[nikStanding] > STRENGTH[before.standing]
    const standing = better ? nikStanding : before.standing
    claims.set(nik, { nik, standing, rows: (before?.rows ?? 0) + 1 })
  }
  const sorted = [...claims.values()].sort(
    (a, b) => compareClaims(a, b) || (a.nik < b.nik ? -1 : 1),
  )
  const best = sorted[0]
  // A number that the office gives to another name is not this person's.
  return best === undefined || best.standing === "name_differs" ? null : best
}

/** Negative where `a` is the stronger. */
function compareClaims(a: NikClaim, b: NikClaim): number {
  return STRENGTH[b.standing] - STRENGTH[a.standing] || b.rows - a.rows
}
