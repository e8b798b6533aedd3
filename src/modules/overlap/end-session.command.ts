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
import { endSession, readSessions, type SessionEnd } from "./overlap.queries.ts"
import type { OverlapRefusal } from "./overlap-refusal.ts"
import type { Session } from "./partner.ts"

export interface EndOrder {
  readonly sessionId: string
  /** What came of it; null where it is given up. */
  readonly result: SessionEnd["result"]
  /** Writes the result; what it throws undoes the step. */
  readonly keep: () => void
}

/** Ends an exchange that we began: once, whoever asks. */
export async function finishSession(
  pool: pg.Pool,
  context: OverlapContext,
  { sessionId, result, keep }: EndOrder,
): Promise<Result<null, OverlapRefusal | NotAllowed>> {
  const allowed = requireAction(context.claim, "overlap.exchange")
  if (!allowed.ok) return notAllowed(allowed.refusal)
  try {
    await withClaimOnPool(pool, context.signed, async (client) => {
      await endSession(client, { sessionId, at: new Date(context.nowMs), result })
      const entry = stepEntry(context, {
        action: "overlap.exchange",
        purpose: result === null ? "cancelled" : `finished, ${result.found} of both`,
        ...{ objectKind: "exchange", objectId: sessionId },
        ...(result === null ? {} : { before: result.sha256 }),
      })
      await client.query(appendAuditStatement(entry))
      keep()
    })
    return ok(null)
  } catch (error) {
    if (constraintOf(error) !== "session_ends_once") throw error
    return refuse({ kind: "session_ended", session: sessionId })
  }
}

/** Exchanges, the latest first; or those of one number. */
export async function showSessions(
  pool: pg.Pool,
  context: OverlapContext,
  sessionId: string | null,
): Promise<Result<Session[], NotAllowed>> {
  const allowed = requireAction(context.claim, "overlap.exchange")
  if (!allowed.ok) return notAllowed(allowed.refusal)
  return ok(
    await withClaimOnPool(pool, context.signed, (client) => readSessions(client, sessionId)),
  )
}
