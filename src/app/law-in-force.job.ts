import { refuse, type Result } from "../kernel/result.ts"
import { withClaim } from "../modules/access/index.ts"
import { readLawBook, storeLaw, type LawBook } from "../modules/law/index.ts"
import type { Payung } from "./open-payung.job.ts"
import type { RunRefusal } from "./run-refusal.ts"

/** The YAML is loaded append-only; every look-up then reads what the database holds. */
export async function lawInForce(
  payung: Payung,
  yaml: LawBook,
): Promise<Result<LawBook, RunRefusal>> {
  const { tenantId, code } = yaml.pack
  const { claim, signed } = payung.claimFor(tenantId)
  const stored = await storeLaw(
    {
      db: payung.database.app,
      claim,
      signed,
      nowMs: payung.clock.nowMs(),
      random: payung.random(10),
    },
    yaml,
  )
  if (!stored.ok) return refuse({ kind: "not_allowed", refusal: stored.refusal })
  const read = await withClaim(payung.database.app, signed, (tx) =>
    readLawBook(tx, { tenantId, code }),
  )
  return read.ok ? read : refuse({ kind: "law_altered" })
}
