import type pg from "pg"
import { uuidV7 } from "../../kernel/id.ts"
import { ok, refuse } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool } from "../access/index.ts"
import { appendAuditStatement } from "../audit/index.ts"
import { inboxEntry, type InboxContext, type InboxResult } from "./inbox-context.ts"
import type { InboxRefusal } from "./inbox-refusal.ts"
import type { Batch, BatchCycle, ReceivedBytes } from "./batch.ts"
import {
  appliedBatches,
  findRequest,
  insertBatch,
  insertRequest,
  lockInbox,
  type RequestKey,
} from "./batch.queries.ts"

export interface ReceiveOrder {
  readonly cycle: BatchCycle
  readonly file: ReceivedBytes
  readonly key: RequestKey | null
}

/** A file has arrived; its bytes are in the sealed store. Nothing is read yet. */
export async function receiveBatch(
  pool: pg.Pool,
  context: InboxContext,
  { cycle, file, key }: ReceiveOrder,
): Promise<InboxResult<{ readonly batchId: string; readonly repeated: boolean }>> {
  const allowed = requireAction(context.claim, "intake.import")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaimOnPool(pool, context.signed, async (client) => {
    if (key !== null) {
      const before = await findRequest(client, key)
      if (before !== null && !before.isSame) return refuse({ kind: "key_reused" })
      if (before !== null) return ok({ batchId: before.batchId, repeated: true })
    }
    await lockInbox(client, cycle)
    const same = alreadyImported(await appliedBatches(client, cycle), file.sha256)
    if (same !== null) return refuse(same)
    const batchId = uuidV7(context.nowMs, context.random())
    await insertBatch(client, {
      ...cycle,
      ...file,
      batchId,
      receivedAt: new Date(context.nowMs),
    })
    if (key !== null) await insertRequest(client, key, { tenantId: cycle.tenantId, batchId })
    const entry = {
      action: "intake.import",
      purpose: "received",
      batchId,
      after: file.sha256,
    } as const
    await client.query(appendAuditStatement(inboxEntry(context, entry)))
    return ok({ batchId, repeated: false })
  })
}

/** The same bytes lie in the inbox: who brought them, and when. */
export function alreadyImported(
  applied: readonly Batch[],
  sha256: string,
): Extract<InboxRefusal, { kind: "already_imported" }> | null {
  const same = applied.find((batch) => batch.sha256 === sha256)
  if (same === undefined) return null
  return {
    kind: "already_imported",
    batchId: same.batchId,
    name: same.inboxName,
    by: same.decidedBy ?? same.receivedBy,
    at: (same.decidedAt ?? same.receivedAt).toISOString(),
    rows: same.reading?.counts.read ?? 0,
  }
}
