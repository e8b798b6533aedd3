import type { KeyObject } from "node:crypto"
import type { Result } from "../../kernel/result.ts"
import type { AuditTx } from "./audit.queries.ts"
import { checkDatabase } from "./check-database.job.ts"
import { originOf, verifierKeyOf } from "./checkpoint.ts"
import { exportLog } from "./export-log.job.ts"
import type { LogReport } from "./log-check.ts"
import { refusalOf, type LogRefusal, type ProofRefusal } from "./log-refusal.ts"
import { proveEntry } from "./prove-entry.job.ts"
import { signCheckpoint } from "./sign-checkpoint.command.ts"
import { sequenceEntries } from "./sequence-entries.command.ts"
import { verifyExport, type ExportTrust } from "./verify-export.load.ts"

/** What a command of the command line ends with: `json` to stdout, `lines` to stderr. */
export interface AuditOutcome {
  readonly exitCode: 0 | 3 | 7
  readonly json: unknown
  readonly lines: readonly string[]
}

/** The log of one tenant with its signing key, inside a transaction that carries the claim. */
export interface AuditLog {
  readonly tx: AuditTx
  readonly tenant: number
  readonly privateKey: KeyObject
}

const EXIT_INPUT = 3
const EXIT_INTEGRITY = 7

/** `payung audit verify`: the database against its own checkpoints and a witness's notes. */
export async function auditVerify(log: AuditLog, witness?: string): Promise<AuditOutcome> {
  const key = verifierKeyOf(originOf(log.tenant), log.privateKey)
  const given = witness === undefined ? {} : { witness }
  const checked = await checkDatabase(log.tx, log.tenant, { key, unsigned: true, ...given })
  // Only a log without entries may be without a signature: it is new.
  if (checked.ok && checked.value.checkpoints === 0 && checked.value.entries > 0) {
    return refusedOutcome(refusalOf("CHECKPOINT_MISSING", "audit.checkpoint"), EXIT_INTEGRITY)
  }
  return verifyOutcome(checked)
}

/** `payung audit verify DIR [--key FILE] [--witness FILE]`: needs no database. */
export async function auditVerifyDirectory(
  directory: string,
  trust: ExportTrust = {},
): Promise<AuditOutcome> {
  return verifyOutcome(await verifyExport(directory, trust))
}

/** `payung audit export DIR`: numbers and signs what is committed, then writes the files. */
export async function auditExport(log: AuditLog, directory: string): Promise<AuditOutcome> {
  await sequenceEntries(log.tx)
  const signed = await signCheckpoint(log.tx, log.tenant, log.privateKey)
  if (!signed.ok) return refusedOutcome(signed.refusal, EXIT_INTEGRITY)
  const key = verifierKeyOf(originOf(log.tenant), log.privateKey)
  const written = await exportLog(log.tx, log.tenant, { directory, key })
  const { entries, checkpoints } = written
  const lines = [
    `Tertulis di ${directory}: ${entries} isian, ${checkpoints} catatan bertanda tangan.`,
    `Written into ${directory}: ${entries} entries, ${checkpoints} checkpoints.`,
  ]
  return { exitCode: 0, json: written, lines }
}

/** `payung audit prove ENTRY_ID`: the inclusion proof as JSON. */
export async function auditProve(log: AuditLog, id: string): Promise<AuditOutcome> {
  const proof = await proveEntry(log.tx, log.tenant, id)
  if (!proof.ok) return refusedOutcome(proof.refusal, EXIT_INPUT)
  const { seq, size } = proof.value
  const lines = [
    `Isian nomor urut ${seq} terbukti ada di antara ${size} isian yang ditandatangani.`,
    `Entry ${seq} is proven to be among the ${size} entries that are signed.`,
  ]
  return { exitCode: 0, json: proof.value, lines }
}

function verifyOutcome(checked: Result<LogReport, LogRefusal>): AuditOutcome {
  if (!checked.ok) return refusedOutcome(checked.refusal, EXIT_INTEGRITY)
  const { entries, checkpoints, covered } = checked.value
  const lines = [
    `Jejak audit utuh: ${entries} isian, ${checkpoints} catatan bertanda tangan; ${covered} isian tercakup tanda tangan.`,
    `The log is intact: ${entries} entries, ${checkpoints} checkpoints; ${covered} entries are signed.`,
  ]
  return { exitCode: 0, json: { intact: true, ...checked.value }, lines }
}

function refusedOutcome(
  { code, what, where, how }: LogRefusal | ProofRefusal,
  exitCode: 3 | 7,
): AuditOutcome {
  const id = `${what.id} (${where}). ${how.id}.`
  const en = `${what.en} (${where}). ${how.en}.`
  return { exitCode, json: { intact: false, code, where, id, en }, lines: [`${code}  ${id}`, en] }
}
