import { parseNotes, verifyNote, type VerifierKey } from "./checkpoint.ts"
import { entryLeaf } from "./entry.ts"
import { verifyInclusion, type InclusionProof } from "./merkle-proof.ts"

/** What `audit prove` prints: one entry and its way to a signed root. */
export interface ProofDocument {
  readonly schema: "payung.audit.proof/1"
  readonly seq: number
  readonly id: string
  readonly bytes: string
  readonly size: number
  readonly path: readonly string[]
  readonly note: string
}

export function proofDocument(
  entry: { readonly id: string; readonly bytes: Buffer },
  proof: InclusionProof,
  note: string,
): ProofDocument {
  return {
    schema: "payung.audit.proof/1",
    seq: proof.index,
    id: entry.id,
    bytes: entry.bytes.toString("base64"),
    size: proof.size,
    path: proof.path.map((step) => Buffer.from(step).toString("base64")),
    note,
  }
}

/** Whether the entry is in the tree that the key signed. */
export function verifyProofDocument(document: ProofDocument, key: VerifierKey): boolean {
  const [note, ...others] = parseNotes(document.note) ?? []
  if (note === undefined || others.length > 0 || !verifyNote(note, key)) return false
  if (note.checkpoint.size !== document.size) return false
  const proof = {
    index: document.seq,
    size: document.size,
    path: document.path.map((step) => Buffer.from(step, "base64")),
  }
  const leaf = entryLeaf(Buffer.from(document.bytes, "base64"))
  return verifyInclusion(leaf, proof, note.checkpoint.root)
}
