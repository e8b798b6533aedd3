import type pg from "pg"
import { uuidV7 } from "../../kernel/id.ts"
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
import { insertPartner, readPartners, type PartnerUse } from "./overlap.queries.ts"
import type { OverlapRefusal } from "./overlap-refusal.ts"
import type { Partner } from "./partner.ts"

/** Enters with whom exchanges are agreed, and how many numbers a year. What was entered is never changed. */
export async function enterPartner(
  pool: pg.Pool,
  context: OverlapContext,
  partner: Omit<Partner, "partnerId">,
): Promise<Result<null, OverlapRefusal | NotAllowed>> {
  const allowed = requireAction(context.claim, "overlap.agree")
  if (!allowed.ok) return notAllowed(allowed.refusal)
  const { tenant: tenantId, actor: by } = context.claim
  const partnerId = uuidV7(context.nowMs, context.random())
  const at = new Date(context.nowMs)
  try {
    await withClaimOnPool(pool, context.signed, async (client) => {
      await insertPartner(client, { ...partner, tenantId, partnerId, by, at })
      const entry = stepEntry(context, {
        ...{ action: "overlap.agree", purpose: partner.basis },
        ...{ objectKind: "partner", objectId: partnerId },
      })
      await client.query(appendAuditStatement(entry))
    })
    return ok(null)
  } catch (error) {
    if (constraintOf(error) !== "partner_name") throw error
    return refuse({ kind: "partner_exists", name: partner.name })
  }
}

/** Other payers with what is used of their limits in a year. */
export async function showPartners(
  pool: pg.Pool,
  context: OverlapContext,
  { year, name }: { readonly year: number; readonly name: string | null },
): Promise<Result<PartnerUse[], NotAllowed>> {
  const allowed = requireAction(context.claim, "overlap.exchange")
  if (!allowed.ok) return notAllowed(allowed.refusal)
  return ok(
    await withClaimOnPool(pool, context.signed, (client) => readPartners(client, year, name)),
  )
}
