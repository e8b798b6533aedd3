import type pg from "pg"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool } from "../access/index.ts"
import { appendAuditStatement } from "../audit/index.ts"
import { inboxEntry, type InboxContext, type InboxResult } from "./inbox-context.ts"
import type { InboxRefusal } from "./inbox-refusal.ts"
import type { Batch } from "./batch.ts"
import {
  appliedBatches,
  comparedWith,
  decideBatch,
  findRequest,
  insertRequest,
  lockBatch,
  lockInbox,
  saveRecipe,
  type RequestKey,
} from "./batch.queries.ts"
import { alreadyImported } from "./receive-batch.command.ts"

/** An order about one import, under a key that the caller repeats when he asks again. */
export interface BatchOrder {
  readonly batchId: string
  readonly key: RequestKey | null
}

export interface Decided {
  readonly batchId: string
  /** True where this request was answered before: nothing changed now. */
  readonly repeated: boolean
}

/** What was read and shown becomes part of the cycle; how it was read is remembered. */
export async function applyBatch(
  pool: pg.Pool,
  context: InboxContext,
  order: BatchOrder,
): Promise<InboxResult<Decided>> {
  const allowed = requireAction(context.claim, "intake.apply")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaimOnPool(pool, context.signed, async (client) => {
    const asked = await repeatedOrder(client, order)
    if (asked !== null) return asked
    const batch = await lockBatch(client, order.batchId)
    if (batch === null) return refuse({ kind: "batch_unknown", batchId: order.batchId })
    const applied = await applyLocked(client, context, batch)
    if (!applied.ok) return applied
    if (order.key !== null) await insertRequest(client, order.key, batch)
    const entry = { action: "intake.apply", batchId: batch.batchId, after: batch.sha256 } as const
    await client.query(appendAuditStatement(inboxEntry(context, entry)))
    return ok({ batchId: batch.batchId, repeated: false })
  })
}

/** Inside the caller's transaction, which has locked the batch. */
export async function applyLocked(
  client: pg.PoolClient,
  { nowMs }: Pick<InboxContext, "nowMs">,
  batch: Batch,
): Promise<Result<null, InboxRefusal>> {
  const { reading } = batch
  if (batch.state !== "read" || reading === null)
    return refuse({ kind: "batch_not_ready", state: batch.state })
  await lockInbox(client, batch)
  const inbox = await appliedBatches(client, batch)
  const same = alreadyImported(inbox, batch.sha256)
  if (same !== null) return refuse(same)
  // The differences that were shown must be the differences that happen.
  if (reading.kind === "usulan" && comparedWith(inbox, reading.sender.id) !== reading.comparedWith)
    return refuse({ kind: "inbox_changed" })
  const at = new Date(nowMs)
  await decideBatch(client, batch.batchId, { to: "applied", at })
  if (reading.recipe !== null && reading.sender.known) {
    const of = { ...batch, senderId: reading.sender.id }
    await saveRecipe(client, of, { json: reading.recipe, at })
  }
  return ok(null)
}

/** The answer that was given under the key before, or null where it is new. */
export async function repeatedOrder(
  client: pg.PoolClient,
  { key }: BatchOrder,
): Promise<Result<Decided, InboxRefusal> | null> {
  if (key === null) return null
  const before = await findRequest(client, key)
  if (before === null) return null
  return before.isSame
    ? ok({ batchId: before.batchId, repeated: true })
    : refuse({ kind: "key_reused" })
}
