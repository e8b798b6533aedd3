import { existsSync } from "node:fs"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { readNewestNote, type AuditTx } from "./audit.queries.ts"
import { originOf, parseNotes, verifierKeyOf } from "./checkpoint.ts"
import { loadOrMakeSigningKey, type KeyRefusal } from "./signing-key.load.ts"

/** A log that others have signed cannot be continued with the key at hand. */
export interface KeyOfAnother {
  readonly code: "KEY_OF_ANOTHER"
  /** True where the key file does not exist, so that the log is older than this home. */
  readonly isMissing: boolean
}

/**
 * Whether the key in the file is the one that signed the log last; a log that nobody has signed is
 * anybody's. One note is read, nothing is made: whoever asks does so before any work, for the
 * signature itself comes after all of it. Whether the log is intact is for `checkDatabase`.
 */
export async function checkLogKey(
  tx: AuditTx,
  tenant: number,
  keyFile: string,
): Promise<Result<null, KeyOfAnother | KeyRefusal>> {
  const newest = await readNewestNote(tx, tenant)
  const note = newest === null ? undefined : parseNotes(newest)?.at(-1)
  if (note === undefined) return ok(null)
  if (!existsSync(keyFile)) return refuse({ code: "KEY_OF_ANOTHER", isMissing: true })
  const key = await loadOrMakeSigningKey(keyFile)
  if (!key.ok) return key
  const { name, keyId } = verifierKeyOf(originOf(tenant), key.value)
  const isOurs = note.signatures.some((one) => one.name === name && one.keyId === keyId)
  return isOurs ? ok(null) : refuse({ code: "KEY_OF_ANOTHER", isMissing: false })
}
