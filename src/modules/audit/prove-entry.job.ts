import { assert } from "../../kernel/assert.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { findSequence, readCheckpoints, readSequenced, type AuditTx } from "./audit.queries.ts"
import { entryLeaf } from "./entry.ts"
import { proofRefusal, type ProofRefusal } from "./log-refusal.ts"
import { proveInclusion } from "./merkle-proof.ts"
import { HASH_BYTES, merkleRoot } from "./merkle.ts"
import { proofDocument, type ProofDocument } from "./proof-document.ts"

/** The inclusion proof of one entry under the newest checkpoint. */
export async function proveEntry(
  tx: AuditTx,
  tenant: number,
  id: string,
): Promise<Result<ProofDocument, ProofRefusal>> {
  const isUuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)
  const seq = isUuid ? await findSequence(tx, tenant, id) : null
  if (seq === null) return refuse(proofRefusal("ENTRY_UNKNOWN", id))
  const checkpoint = (await readCheckpoints(tx, tenant)).at(-1)
  if (checkpoint === undefined || seq >= checkpoint.size) {
    return refuse(proofRefusal("ENTRY_NOT_COVERED", id))
  }
  const { leaves, bytes } = await packLeaves(tx, tenant, { seq, size: checkpoint.size })
  const proof = proveInclusion(leaves, seq)
  const leafList = Array.from({ length: checkpoint.size }, (_, index) =>
    leaves.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES),
  )
  assert(merkleRoot(leafList).equals(checkpoint.root), "the log is as signed: run audit verify")
  return ok(proofDocument({ id, bytes }, proof, checkpoint.note))
}

async function packLeaves(
  tx: AuditTx,
  tenant: number,
  wanted: { readonly seq: number; readonly size: number },
): Promise<{ leaves: Buffer; bytes: Buffer }> {
  const leaves = Buffer.alloc(wanted.size * HASH_BYTES)
  let found: Buffer | null = null
  let at = 0
  for await (const row of readSequenced(tx, tenant)) {
    if (at >= wanted.size) break
    entryLeaf(row.bytes).copy(leaves, at * HASH_BYTES)
    if (at === wanted.seq) found = row.bytes
    at += 1
  }
  assert(found !== null && at === wanted.size, "the log is as long as its checkpoint says")
  return { leaves, bytes: found }
}
