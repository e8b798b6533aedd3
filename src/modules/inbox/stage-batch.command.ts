import type pg from "pg"
import { ok, refuse } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool } from "../access/index.ts"
import { appendAuditStatement } from "../audit/index.ts"
import type { Finding } from "../intake/index.ts"
import { inboxEntry, type InboxContext, type InboxResult } from "./inbox-context.ts"
import type { Batch, BatchReading } from "./batch.ts"
import { lockBatch, writeReading, writeRefusal } from "./batch.queries.ts"
import { stageRows } from "./staged-row.queries.ts"
import type { StagedParts } from "./staged-text.ts"

/** What came of reading a file: its rows, or why there are none. */
export type ReadOutcome =
  | { readonly kind: "read"; readonly reading: BatchReading; readonly rows: StagedParts }
  | { readonly kind: "refused"; readonly finding: Finding }

/**
 * Writes what a received file says: its rows by COPY and its balance, or why it cannot be read;
 * whole or not at all. `loader` is the loader's pool.
 */
export async function stageBatch(
  loader: pg.Pool,
  context: InboxContext,
  order: { readonly batchId: string; readonly outcome: ReadOutcome },
): Promise<InboxResult<null>> {
  const allowed = requireAction(context.claim, "intake.import")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaimOnPool(loader, context.signed, async (client) => {
    const batch = await lockBatch(client, order.batchId)
    if (batch === null) return refuse({ kind: "batch_unknown", batchId: order.batchId })
    if (batch.state !== "received") return refuse({ kind: "batch_not_ready", state: batch.state })
    const root = await writeOutcome(client, batch, order.outcome)
    const purpose = order.outcome.kind
    const entry = { action: "intake.import", purpose, batchId: batch.batchId, ...root } as const
    await client.query(appendAuditStatement(inboxEntry(context, entry)))
    return ok(null)
  })
}

/** Inside the caller's transaction; returns what its log entry says about the rows. */
export async function writeOutcome(
  client: pg.PoolClient,
  batch: Pick<Batch, "tenantId" | "batchId">,
  outcome: ReadOutcome,
): Promise<{ readonly batchRoot?: string; readonly lawVersion?: string }> {
  if (outcome.kind === "refused") {
    await writeRefusal(client, batch.batchId, outcome.finding)
    return {}
  }
  const { root } = await stageRows(client, batch, outcome.rows)
  await writeReading(client, batch.batchId, outcome.reading)
  return { batchRoot: root, lawVersion: outcome.reading.lawVersion }
}
