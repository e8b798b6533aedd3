import type { KeyObject } from "node:crypto"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { originOf, signNote, verifierKeyOf } from "./checkpoint.ts"
import { insertCheckpoint, lockSigning, readCheckpoints, type AuditTx } from "./audit.queries.ts"
import { checkDatabase } from "./check-database.job.ts"
import type { LogRefusal } from "./log-refusal.ts"

export interface SignedCheckpoint {
  readonly size: number
  readonly note: string
}

/**
 * Signs the present tree. Before that it reads and hashes every entry again and compares all
 * earlier checkpoints: in 2022 one flipped bit in a stored hash ended the certificate log Yeti,
 * because its signature was already out. A tree that does not continue what was signed is refused.
 * Returns the newest checkpoint when nothing was added, and null for a log without entries.
 */
export async function signCheckpoint(
  tx: AuditTx,
  tenant: number,
  privateKey: KeyObject,
): Promise<Result<SignedCheckpoint | null, LogRefusal>> {
  await lockSigning(tx, tenant)
  const key = verifierKeyOf(originOf(tenant), privateKey)
  const checked = await checkDatabase(tx, tenant, { key, unsigned: true })
  if (!checked.ok) return refuse(checked.refusal)
  const { entries: size, covered } = checked.value
  if (size === covered) {
    const last = (await readCheckpoints(tx, tenant)).at(-1)
    return ok(last === undefined ? null : { size: last.size, note: last.note })
  }
  const root = Buffer.from(checked.value.root, "hex")
  const note = signNote({ origin: originOf(tenant), size, root }, privateKey)
  await insertCheckpoint(tx, tenant, { size, root, note })
  return ok({ size, note })
}
