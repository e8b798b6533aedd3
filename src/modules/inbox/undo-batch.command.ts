import type pg from "pg"
import { ok, refuse } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool } from "../access/index.ts"
import { appendAuditStatement } from "../audit/index.ts"
import { repeatedOrder, type BatchOrder, type Decided } from "./apply-batch.command.ts"
import { inboxEntry, type InboxContext, type InboxResult } from "./inbox-context.ts"
import { decideBatch, decreesHolding, insertRequest, lockBatch } from "./batch.queries.ts"

/**
 * Takes an import out of the inbox, or drops one that was not applied; its rows and its original
 * stay readable. The database refuses once a decree in force holds one of its rows.
 */
export async function undoBatch(
  pool: pg.Pool,
  context: InboxContext,
  order: BatchOrder,
): Promise<InboxResult<Decided>> {
  const allowed = requireAction(context.claim, "intake.undo")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  try {
    return await withClaimOnPool(pool, context.signed, async (client) => {
      const asked = await repeatedOrder(client, order)
      if (asked !== null) return asked
      const batch = await lockBatch(client, order.batchId)
      if (batch === null) return refuse({ kind: "batch_unknown", batchId: order.batchId })
      if (batch.state !== "read" && batch.state !== "applied")
        return refuse({ kind: "batch_not_ready", state: batch.state })
      const { batchId, sha256 } = batch
      await decideBatch(client, batchId, { to: "undone", at: new Date(context.nowMs) })
      if (order.key !== null) await insertRequest(client, order.key, batch)
      const entry = { action: "intake.undo", batchId, before: sha256 } as const
      await client.query(appendAuditStatement(inboxEntry(context, entry)))
      return ok({ batchId, repeated: false })
    })
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint !== "decree_holds_import") throw error
    const decrees = await withClaimOnPool(pool, context.signed, (client) =>
      decreesHolding(client, order.batchId),
    )
    return refuse({ kind: "held_by_decree", decrees })
  }
}
