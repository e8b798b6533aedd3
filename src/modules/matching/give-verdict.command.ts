import type pg from "pg"
import { uuidV7 } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import {
  requireAction,
  withClaimOnPool,
  type ActionRefusal,
  type Claim,
  type SignedClaim,
} from "../access/index.ts"
import { appendAuditStatement, auditEntry } from "../audit/index.ts"
import type { PairRefusal } from "./pair-refusal.ts"
import {
  findPair,
  insertVerdict,
  type ShownPair,
  type StoredVerdict,
  type VerdictCycle,
} from "./verdict.queries.ts"
import type { Said } from "./verdict.ts"

export interface VerdictContext {
  readonly claim: Claim
  readonly signed: SignedClaim
  readonly nowMs: number
  /** Ten random bytes: new ones each time. */
  readonly random: () => Uint8Array
}

export interface VerdictOrder {
  readonly cycle: VerdictCycle & { readonly tenantId: number }
  readonly rows: readonly [string, string]
  readonly said: Said
  readonly reason: string
  /** Which verdict was shown when this one was made; null where there was none. */
  readonly follows: string | null
  readonly againstRegister: boolean
}

export type VerdictResult = Result<
  { readonly verdictId: string },
  PairRefusal | { readonly kind: "not_allowed"; readonly refusal: ActionRefusal }
>

/** Writes what a human says of a pair. It takes effect with the next run. */
export async function giveVerdict(
  pool: pg.Pool,
  context: VerdictContext,
  order: VerdictOrder,
): Promise<VerdictResult> {
  const allowed = requireAction(context.claim, "matching.judge")
  if (!allowed.ok) return refuse({ kind: "not_allowed", refusal: allowed.refusal })
  if (order.reason.trim() === "") return refuse({ kind: "reason_missing" })
  try {
    return await withClaimOnPool(pool, context.signed, async (client) => {
      const pair = await findPair(client, order.cycle, order.rows)
      if (pair === null) return refuse({ kind: "pair_unknown" })
      const { verdict } = pair
      if (verdict !== null && isRepeated(verdict, order, context.claim))
        return ok({ verdictId: verdict.verdictId })
      const refusal = refusalOf(pair, order)
      if (refusal !== null) return refuse(refusal)
      return ok(await write(client, context, { pair, order }))
    })
  } catch (error) {
    if ((error as { constraint?: unknown }).constraint !== "verdict_follows_once") throw error
    return refuse({ kind: "judged_meanwhile" })
  }
}

/** The same word of the same clerk after the same verdict: his request came twice. */
function isRepeated(verdict: StoredVerdict, order: VerdictOrder, claim: Claim): boolean {
  const isSame = verdict.said === order.said && verdict.reason === order.reason.trim()
  return isSame && verdict.by === claim.actor && verdict.follows === order.follows
}

function refusalOf(pair: ShownPair, order: VerdictOrder): PairRefusal | null {
  if ((pair.verdict?.verdictId ?? null) !== order.follows) return { kind: "judged_meanwhile" }
  const areTwo = pair.levels.includes("nik=confirmed_apart")
  if (order.said === "same" && areTwo && !order.againstRegister)
    return { kind: "register_knows_two" }
  return order.said === "withdrawn" && pair.verdict === null ? { kind: "nothing_said" } : null
}

async function write(
  client: pg.PoolClient,
  { claim, nowMs, random }: VerdictContext,
  { pair, order }: { readonly pair: ShownPair; readonly order: VerdictOrder },
): Promise<{ verdictId: string }> {
  const verdictId = uuidV7(nowMs, random())
  const { actor, office, roles, tenant } = claim
  const againstRegister = order.said === "same" && order.againstRegister
  await insertVerdict(client, {
    ...{ verdictId, cycle: order.cycle, pair, said: order.said, reason: order.reason.trim() },
    ...{ againstRegister, by: actor, office, at: new Date(nowMs), follows: order.follows },
  })
  const entry = auditEntry(
    { tenant, actor, office, roles },
    {
      id: uuidV7(nowMs, random()),
      at: new Date(nowMs).toISOString(),
      action: "matching.judge",
      purpose: order.said,
      objectKind: "verdict",
      objectId: verdictId,
    },
  )
  await client.query(appendAuditStatement(entry))
  return { verdictId }
}
