import { assert } from "../../kernel/assert.ts"
import { uuidV7 } from "../../kernel/id.ts"
import { ok, type Result } from "../../kernel/result.ts"
import type { Db } from "../../platform/db.ts"
import {
  requireAction,
  withClaim,
  type ActionRefusal,
  type Claim,
  type SignedClaim,
} from "../access/index.ts"
import { appendAudit } from "../audit/index.ts"
import type { LawBook } from "./law.ts"
import * as queries from "./law.queries.ts"
import { savePackColumns } from "./pack.queries.ts"

export interface StoreLawContext {
  readonly db: Db
  readonly claim: Claim
  readonly signed: SignedClaim
  readonly nowMs: number
  /** Ten random bytes for the id of the log's entry. */
  readonly random: Uint8Array
}

export interface LawStored {
  readonly version: string
  /** False when this version holds already: nothing was written, the log neither. */
  readonly changed: boolean
  /** Values this tenant never had before. */
  readonly newValues: number
}

/**
 * Makes a book the law of its tenant: new values are added, none is changed or removed, and an
 * entry of the log names the versions before and after.
 */
export async function storeLaw(
  context: StoreLawContext,
  book: LawBook,
): Promise<Result<LawStored, ActionRefusal>> {
  const allowed = requireAction(context.claim, "law.load")
  if (!allowed.ok) return allowed
  const { version } = book
  const { tenantId, code } = book.pack
  assert(tenantId === context.claim.tenant, "a book is loaded under a claim of its own tenant")
  return await withClaim(context.db, context.signed, async (tx) => {
    await queries.lockTenantLaw(tx, tenantId)
    const before = await queries.adoptedVersion(tx, tenantId, code)
    if (before === version) return ok({ version, changed: false, newValues: 0 })
    await queries.saveTenant(tx, book)
    await queries.savePack(tx, book)
    const newValues = await queries.saveValues(tx, book)
    await savePackColumns(tx, book)
    await queries.saveAdoption(tx, book)
    await appendAudit(tx, entryFor(context, book, before))
    return ok({ version, changed: true, newValues })
  })
}

function entryFor(context: StoreLawContext, { pack, version }: LawBook, before: string | null) {
  const { claim, nowMs, random } = context
  return {
    tenant: claim.tenant,
    id: uuidV7(nowMs, random),
    at: new Date(nowMs).toISOString(),
    actor: claim.actor,
    office: claim.office,
    role: claim.roles[0] ?? null,
    action: "law.load",
    purpose: null,
    caseId: null,
    objectKind: "law_pack",
    objectId: pack.code,
    subjects: [],
    before,
    after: version,
    batchRoot: null,
    lawVersion: version,
    requestId: null,
  }
}
