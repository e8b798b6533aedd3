import { createHmac } from "node:crypto"
import { assert } from "../../kernel/assert.ts"

export const SALT_BYTES = 32

const DOMAIN = "payung.audit.subject/1\n"

/**
 * A person as the log shows her: HMAC-SHA256 with a salt of her own. Whoever holds the salt can
 * find her entries; once the salt is erased nobody can, and the log stays provable.
 */
export function subjectCommitment(salt: Uint8Array, personId: string): string {
  assert(salt.length === SALT_BYTES, "a salt has 32 bytes")
  return createHmac("sha256", salt).update(`${DOMAIN}${personId}`, "utf8").digest("hex")
}
