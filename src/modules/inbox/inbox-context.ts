import { uuidV7 } from "../../kernel/id.ts"
import type { Result } from "../../kernel/result.ts"
import type { Action, ActionRefusal, Claim, SignedClaim } from "../access/index.ts"
import { auditEntry, type Act, type AuditEntry } from "../audit/index.ts"
import type { InboxRefusal } from "./inbox-refusal.ts"

/** What every command of the inbox works with. */
export interface InboxContext {
  readonly claim: Claim
  readonly signed: SignedClaim
  readonly nowMs: number
  /** Ten random bytes: a new one each time, for ids. */
  readonly random: () => Uint8Array
}

export type InboxResult<T> = Result<
  T,
  InboxRefusal | { readonly kind: "not_allowed"; readonly refusal: ActionRefusal }
>

/** One entry about one import, in the name of the claim. */
export function inboxEntry(
  { claim, nowMs, random }: InboxContext,
  act: Omit<Act, "id" | "at" | "action" | "objectKind" | "objectId"> & {
    readonly action: Action
    readonly batchId: string
  },
): AuditEntry {
  const { batchId, ...rest } = act
  const { tenant, actor, office, roles } = claim
  return auditEntry(
    { tenant, actor, office, roles },
    {
      ...rest,
      id: uuidV7(nowMs, random()),
      at: new Date(nowMs).toISOString(),
      objectKind: "import",
      objectId: batchId,
    },
  )
}
