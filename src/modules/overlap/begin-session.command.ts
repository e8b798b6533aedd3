import type pg from "pg"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool } from "../access/index.ts"
import { appendAuditStatement } from "../audit/index.ts"
import {
  constraintOf,
  stepEntry,
  notAllowed,
  type NotAllowed,
  type OverlapContext,
} from "./context.ts"
import { insertSession, readPartners, type NewSession, type PartnerUse } from "./overlap.queries.ts"
import type { OverlapRefusal } from "./overlap-refusal.ts"
import type { Side } from "./partner.ts"

export interface SessionOrder {
  readonly partner: Pick<PartnerUse, "partnerId" | "name">
  readonly sessionId: string
  readonly year: number
  readonly numbers: number
  readonly offerSha256: string
  /** What we answered; null for a question of ours. */
  readonly answer: NewSession["answer"]
  /** Writes what leaves the house and what must stay; what it throws undoes the step. */
  readonly keep: () => void
}

type BeginRefusal = OverlapRefusal | NotAllowed

/**
 * Notes that an exchange begins, on the asking or on the answering side: counted against what was agreed, in the
 * log, and only then on disk.
 */
export async function beginSession(
  pool: pg.Pool,
  context: OverlapContext,
  order: SessionOrder,
): Promise<Result<null, BeginRefusal>> {
  const allowed = requireAction(context.claim, "overlap.exchange")
  if (!allowed.ok) return notAllowed(allowed.refusal)
  const { partner, sessionId, year, numbers, offerSha256, answer } = order
  const side: Side = answer === null ? "asked" : "answered"
  const { tenant: tenantId, actor: by } = context.claim
  const at = new Date(context.nowMs)
  const { partnerId } = partner
  const session = {
    tenantId,
    sessionId,
    side,
    partnerId,
    year,
    numbers,
    offerSha256,
    answer,
    by,
    at,
  }
  try {
    await withClaimOnPool(pool, context.signed, async (client) => {
      await insertSession(client, session)
      const entry = stepEntry(context, {
        ...{ action: "overlap.exchange", purpose: `${side} about ${numbers}` },
        ...{ objectKind: "exchange", objectId: sessionId },
        ...(answer === null
          ? { after: offerSha256 }
          : { before: offerSha256, after: answer.sha256 }),
      })
      await client.query(appendAuditStatement(entry))
      order.keep()
    })
    return ok(null)
  } catch (error) {
    const refusal = await refusalOf(constraintOf(error), { pool, context, order, side })
    if (refusal === null) throw error
    return refuse(refusal)
  }
}

interface Refused {
  readonly pool: pg.Pool
  readonly context: OverlapContext
  readonly order: SessionOrder
  readonly side: Side
}

async function refusalOf(
  constraint: string,
  { pool, context, order, side }: Refused,
): Promise<OverlapRefusal | null> {
  const { partner, sessionId, year, numbers } = order
  switch (constraint) {
    case "session_pkey":
      return { kind: "answered_already", session: sessionId }
    case "session_in_agreement":
      return { kind: "agreement_over", name: partner.name }
    case "session_in_limit": {
      const [use] = await withClaimOnPool(pool, context.signed, (client) =>
        readPartners(client, year, partner.name),
      )
      return {
        kind: "limit_reached",
        asked: numbers,
        left: use === undefined ? 0 : leftOf(use, side),
      }
    }
    default:
      return null
  }
}

/** How many numbers more may be asked about this year. */
export function leftOf(use: PartnerUse, side: Side): number {
  return side === "asked" ? use.askLimit - use.asked : use.answerLimit - use.answered
}
