import type pg from "pg"
import { uuidV7 } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { requireAction, withClaimOnPool, type ActionRefusal } from "../access/index.ts"
import { appendAuditStatement, auditEntry, batchRoot } from "../audit/index.ts"
import type { VerdictContext } from "./give-verdict.command.ts"
import {
  findPair,
  pagePairs,
  verdictLabels,
  type PairPage,
  type ShownPair,
  type VerdictCycle,
} from "./verdict.queries.ts"

type Cycle = VerdictCycle & { readonly tenantId: number }
type Read<T> = Result<T, { readonly kind: "not_allowed"; readonly refusal: ActionRefusal }>

/** What the rows of pairs say, from whoever owns them; asked in the transaction that writes the log. */
export type RowsOf<R> = (client: pg.PoolClient, rowIds: readonly string[]) => Promise<R>

export interface PairsLook<R> {
  readonly cycle: Cycle
  readonly purpose: string
  readonly rowsOf: RowsOf<R>
}

export interface SeenPairs<R> {
  readonly pairs: readonly ShownPair[]
  readonly rows: R
}

/** A page of pairs for human eyes: the log says who looked, why, and at which rows. */
export async function readPairs<R>(
  pool: pg.Pool,
  context: VerdictContext,
  look: PairsLook<R> & { readonly page: PairPage },
): Promise<Read<SeenPairs<R>>> {
  return await recorded(pool, context, look, (client) => pagePairs(client, look.cycle, look.page))
}

/** One pair; none where no run has it. */
export async function readPair<R>(
  pool: pg.Pool,
  context: VerdictContext,
  look: PairsLook<R> & { readonly rows: readonly [string, string] },
): Promise<Read<SeenPairs<R>>> {
  return await recorded(pool, context, look, async (client) => {
    const pair = await findPair(client, look.cycle, look.rows)
    return pair === null ? [] : [pair]
  })
}

/** Labels for training tell of no person, so nobody is looked at. */
export async function readLabels(
  pool: pg.Pool,
  context: VerdictContext,
  cycle: Cycle,
): Promise<Read<Awaited<ReturnType<typeof verdictLabels>>>> {
  const allowed = requireAction(context.claim, "matching.judge")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return ok(await withClaimOnPool(pool, context.signed, (client) => verdictLabels(client, cycle)))
}

async function recorded<R>(
  pool: pg.Pool,
  context: VerdictContext,
  { cycle, purpose, rowsOf }: PairsLook<R>,
  read: (client: pg.PoolClient) => Promise<readonly ShownPair[]>,
): Promise<Read<SeenPairs<R>>> {
  const { claim, signed, nowMs, random } = context
  const allowed = requireAction(claim, "matching.judge")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  return await withClaimOnPool(pool, signed, async (client) => {
    const pairs = await read(client)
    const rowIds = pairs.flatMap(({ rowA, rowB }) => [rowA, rowB])
    const rows = await rowsOf(client, rowIds)
    const { actor, office, roles, tenant } = claim
    const entry = auditEntry(
      { tenant, actor, office, roles },
      {
        id: uuidV7(nowMs, random()),
        at: new Date(nowMs).toISOString(),
        action: "matching.judge",
        purpose,
        objectKind: "cycle",
        objectId: `${cycle.programmeCode} ${cycle.year}`,
        batchRoot: batchRoot(rowIds),
      },
    )
    await client.query(appendAuditStatement(entry))
    return ok({ pairs, rows })
  })
}
