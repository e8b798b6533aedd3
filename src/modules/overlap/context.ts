import { uuidV7 } from "../../kernel/id.ts"
import { refuse } from "../../kernel/result.ts"
import type { ActionRefusal, Claim, SignedClaim } from "../access/index.ts"
import { auditEntry, type AuditEntry } from "../audit/index.ts"

export interface OverlapContext {
  readonly claim: Claim
  readonly signed: SignedClaim
  readonly nowMs: number
  /** Ten random bytes: new ones each time. */
  readonly random: () => Uint8Array
}

export interface NotAllowed {
  readonly kind: "not_allowed"
  readonly refusal: ActionRefusal
}

export function notAllowed(refusal: ActionRefusal) {
  return refuse<NotAllowed>({ kind: "not_allowed", refusal })
}

/** The constraint that the database held against a change; "" for any other fault. */
export function constraintOf(error: unknown): string {
  const { constraint } = error as { readonly constraint?: unknown }
  return typeof constraint === "string" ? constraint : ""
}

interface Step {
  readonly action: "overlap.agree" | "overlap.exchange"
  readonly purpose: string
  readonly objectKind: "partner" | "exchange"
  readonly objectId: string
  readonly before?: string
  readonly after?: string
}

/** The log's entry of a step: with whom it was and what was sent, never a number of a person. */
export function stepEntry({ claim, nowMs, random }: OverlapContext, step: Step): AuditEntry {
  const { actor, office, roles, tenant } = claim
  const at = new Date(nowMs).toISOString()
  return auditEntry({ tenant, actor, office, roles }, { id: uuidV7(nowMs, random()), at, ...step })
}
