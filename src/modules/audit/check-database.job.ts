import { ok, refuse, type Result } from "../../kernel/result.ts"
import { countUnnumbered, readCheckpoints, readSequenced, type AuditTx } from "./audit.queries.ts"
import type { VerifierKey } from "./checkpoint.ts"
import { entryLeaf } from "./entry.ts"
import { checkHeads, LogCheck, type LogReport, type SignedHeads } from "./log-check.ts"
import { refusalOf, type LogRefusal } from "./log-refusal.ts"

export interface DatabaseCheck {
  readonly key: VerifierKey
  /** Allow a log that was never signed (the first signature). */
  readonly unsigned?: boolean
  /** Notes that an outsider kept: the only defence against a database that was rolled back. */
  readonly witness?: string
}

/** Reads and hashes every entry of the tenant again and compares all signed roots. */
export async function checkDatabase(
  tx: AuditTx,
  tenant: number,
  options: DatabaseCheck,
): Promise<Result<LogReport, LogRefusal>> {
  // Checkpoints first: entries that arrive between the two reads only lengthen the log.
  const heads = await readHeads(tx, tenant, options)
  if (!heads.ok) return heads
  const check = new LogCheck(heads.value)
  for await (const row of readSequenced(tx, tenant)) {
    const refusal = check.add(row)
    if (refusal !== null) return refuse(refusal)
    if (entryLeaf(row.bytes).equals(row.leaf)) continue
    return refuse(refusalOf("ENTRY_LEAF", `entry ${row.seq}`))
  }
  const report = check.finish()
  if (!report.ok) return report
  const unnumbered = await countUnnumbered(tx, tenant)
  if (unnumbered > 0) return refuse(refusalOf("ENTRY_UNNUMBERED", String(unnumbered)))
  return report
}

async function readHeads(
  tx: AuditTx,
  tenant: number,
  options: DatabaseCheck,
): Promise<Result<SignedHeads, LogRefusal>> {
  const rows = await readCheckpoints(tx, tenant)
  const heads = checkHeads(options.key, {
    checkpoints: rows.map((row) => row.note).join("\n"),
    witness: options.witness ?? null,
    unsigned: options.unsigned ?? false,
  })
  if (!heads.ok) return heads
  const same = rows.every((row, index) => {
    const note = heads.value.checkpoints[index]?.checkpoint
    return note?.size === row.size && note.root.equals(row.root)
  })
  const complete = same && rows.length === heads.value.checkpoints.length
  return complete ? ok(heads.value) : refuse(refusalOf("CHECKPOINT_MALFORMED", "audit.checkpoint"))
}
