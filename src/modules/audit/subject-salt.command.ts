import { randomBytes } from "node:crypto"
import { assert } from "../../kernel/assert.ts"
import { SALT_BYTES, subjectCommitment } from "./commitment.ts"
import { deleteSalt, insertSalts, type AuditTx } from "./audit.queries.ts"

/**
 * The `subjects` of an entry about these persons (UUIDs): sorted, distinct, ready for
 * `appendAudit`. A person without a salt gets one.
 */
export async function subjectCommitments(
  tx: AuditTx,
  tenant: number,
  personIds: readonly string[],
): Promise<string[]> {
  const distinct = [...new Set(personIds.map((id) => id.toLowerCase()))]
  if (distinct.length === 0) return []
  const salts = distinct.map(() => randomBytes(SALT_BYTES))
  const stored = await insertSalts(tx, tenant, { personIds: distinct, salts })
  const commitments = distinct.map((id) => {
    const salt = stored.get(id)
    assert(salt !== undefined, "every person has a salt after the insert")
    return subjectCommitment(salt, id)
  })
  return commitments.toSorted()
}

/**
 * Erasure: afterwards no entry can be connected with the person, and all proofs stay valid.
 * Returns whether there was a salt.
 */
export async function eraseSubject(
  tx: AuditTx,
  tenant: number,
  personId: string,
): Promise<boolean> {
  return deleteSalt(tx, tenant, personId)
}
