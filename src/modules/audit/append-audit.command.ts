import { assert } from "../../kernel/assert.ts"
import { encodeEntry, type AuditEntry } from "./entry.ts"
import { INSERT_ENTRY, insertEntry, type AuditTx } from "./audit.queries.ts"

/**
 * Writes one entry in the transaction of the change it describes: both are committed or neither.
 * The database refuses an actor, office or tenant other than the claim's. An entry that is not
 * canonical is a fault of the calling command and throws; check a user's text with `isAuditText`.
 */
export async function appendAudit(tx: AuditTx, entry: AuditEntry): Promise<void> {
  await insertEntry(tx, entry.tenant, canonicalBytes(entry))
}

/** The same statement for a plain pg client, as the loader's COPY transaction uses it. */
export function appendAuditStatement(entry: AuditEntry): { text: string; values: unknown[] } {
  return { text: INSERT_ENTRY, values: [entry.tenant, canonicalBytes(entry)] }
}

function canonicalBytes(entry: AuditEntry): Buffer {
  const encoded = encodeEntry(entry)
  // The field's name and shape only: its value may be personal data and stays out of any log.
  assert(encoded.ok, encoded.ok ? "" : `audit entry: ${encoded.refusal.where}`)
  return encoded.value
}
