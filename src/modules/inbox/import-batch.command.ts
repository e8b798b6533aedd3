import type pg from "pg"
import { assert } from "../../kernel/assert.ts"
import { uuidV7 } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool, type Action } from "../access/index.ts"
import { appendAuditStatement } from "../audit/index.ts"
import { applyLocked } from "./apply-batch.command.ts"
import { inboxEntry, type InboxContext, type InboxResult } from "./inbox-context.ts"
import type { InboxRefusal } from "./inbox-refusal.ts"
import type { Batch, BatchCycle, ReceivedBytes } from "./batch.ts"
import { findBatch, inboxNameFor, insertBatch, lockInbox } from "./batch.queries.ts"
import { writeOutcome, type ReadOutcome } from "./stage-batch.command.ts"

export interface ImportOrder {
  readonly cycle: BatchCycle
  readonly file: ReceivedBytes
  /** The name in the inbox under which it was read: the ids of its rows hang on it. */
  readonly inboxName: string
  readonly outcome: Extract<ReadOutcome, { kind: "read" }>
}

/** Undoes the transaction of an import that the inbox refused. */
class Refused extends Error {
  readonly refusal: InboxRefusal
  constructor(refusal: InboxRefusal) {
    super(refusal.kind)
    this.refusal = refusal
  }
}

/** Receives, stages and applies in one transaction what was shown and confirmed on a terminal. */
export async function importBatch(
  loader: pg.Pool,
  context: InboxContext,
  order: ImportOrder,
): Promise<InboxResult<Batch>> {
  for (const action of ["intake.import", "intake.apply"] satisfies Action[]) {
    const allowed = requireAction(context.claim, action)
    if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  }
  try {
    return ok(await withClaimOnPool(loader, context.signed, (tx) => importIn(tx, context, order)))
  } catch (error) {
    if (error instanceof Refused) return refuse(error.refusal)
    throw error
  }
}

async function importIn(
  client: pg.PoolClient,
  context: InboxContext,
  { cycle, file, inboxName, outcome }: ImportOrder,
): Promise<Batch> {
  await lockInbox(client, cycle)
  if ((await inboxNameFor(client, cycle, file.name)) !== inboxName)
    throw new Refused({ kind: "inbox_changed" })
  const batchId = uuidV7(context.nowMs, context.random())
  const receivedAt = new Date(context.nowMs)
  await insertBatch(client, { ...cycle, ...file, batchId, receivedAt })
  const root = await writeOutcome(client, { ...cycle, batchId }, outcome)
  const read = await found(client, batchId)
  const applied: Result<null, InboxRefusal> = await applyLocked(client, context, read)
  if (!applied.ok) throw new Refused(applied.refusal)
  const entry = { action: "intake.import", purpose: "applied", batchId, ...root } as const
  await client.query(appendAuditStatement(inboxEntry(context, { ...entry, after: file.sha256 })))
  return await found(client, batchId)
}

async function found(client: pg.PoolClient, batchId: string): Promise<Batch> {
  const batch = await findBatch(client, batchId)
  assert(batch !== null, "an import stands after it was written")
  return batch
}
