import type pg from "pg"
import { ok, refuse } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool } from "../access/index.ts"
import { appendAuditStatement, batchRoot } from "../audit/index.ts"
import { inboxEntry, type InboxContext, type InboxResult } from "./inbox-context.ts"
import type { Batch } from "./batch.ts"
import { findBatch } from "./batch.queries.ts"
import {
  countByCode,
  readStagedRows,
  type CodeCount,
  type RowFilter,
  type ShownRow,
} from "./staged-row.queries.ts"

/** Which import somebody looks at, and why; the log keeps both. */
export interface BatchLook {
  readonly batchId: string
  readonly purpose: string
}

/** Rows of an import for human eyes: the log says who looked, why, and at which rows. */
export async function readRows(
  pool: pg.Pool,
  context: InboxContext,
  look: BatchLook & { readonly filter: RowFilter },
): Promise<InboxResult<{ readonly batch: Batch; readonly value: readonly ShownRow[] }>> {
  return await recorded(pool, context, look, async (client) => {
    const rows = await readStagedRows(client, look.batchId, look.filter)
    return { value: rows, seen: rows.map((row) => row.rowId) }
  })
}

/** Faults of an import by code, each with its first place. */
export async function readFindings(
  pool: pg.Pool,
  context: InboxContext,
  look: BatchLook,
): Promise<InboxResult<{ readonly batch: Batch; readonly value: readonly CodeCount[] }>> {
  return await recorded(pool, context, look, async (client) => {
    const codes = await countByCode(client, look.batchId)
    return {
      value: codes,
      seen: codes.map(({ first }) => JSON.stringify([first.sheet, first.row])),
    }
  })
}

/** Before a file made of an import's rows leaves the house; `content` is its SHA-256. */
export async function recordExport(
  pool: pg.Pool,
  context: InboxContext,
  look: BatchLook & { readonly content: string },
): Promise<InboxResult<{ readonly batch: Batch; readonly value: null }>> {
  return await recorded(pool, context, look, () =>
    Promise.resolve({ value: null, seen: [look.content] }),
  )
}

interface Seen<T> {
  readonly value: T
  /** What was seen, in words that name no person. */
  readonly seen: readonly string[]
}

async function recorded<T>(
  pool: pg.Pool,
  context: InboxContext,
  { batchId, purpose }: BatchLook,
  read: (client: pg.PoolClient) => Promise<Seen<T>>,
): Promise<InboxResult<{ readonly batch: Batch; readonly value: T }>> {
  const allowed = requireAction(context.claim, "intake.read")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaimOnPool(pool, context.signed, async (client) => {
    const batch = await findBatch(client, batchId)
    if (batch === null) return refuse({ kind: "batch_unknown", batchId })
    const { value, seen } = await read(client)
    const entry = { action: "intake.read", purpose, batchId, batchRoot: batchRoot(seen) } as const
    await client.query(appendAuditStatement(inboxEntry(context, entry)))
    return ok({ batch, value })
  })
}
