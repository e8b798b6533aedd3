import { createPrivateKey } from "node:crypto"
import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import { batchRoot } from "./batch-root.ts"
import { formatVerifierKey, parseNotes, signNote, verifierKeyOf, verifyNote } from "./checkpoint.ts"
import { subjectCommitment } from "./commitment.ts"
import { encodeEntry, entryLeaf, parseEntry } from "./entry.ts"
import {
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./merkle-proof.ts"
import { merkleRoot } from "./merkle.ts"

interface Vectors {
  readonly seed: string
  readonly public_key_txt: string
  readonly subject: { salt: string; person_id: string; commitment: string }
  readonly batch: { rows: string[]; root: string }
  readonly entries: readonly { bytes: string; leaf: string }[]
  readonly roots: readonly string[]
  readonly inclusion: readonly { index: number; size: number; path: string[] }[]
  readonly consistency: readonly { first: number; second: number; path: string[] }[]
  readonly checkpoint: string
}

const page = readFileSync(new URL("../../../docs/audit-log-format.md", import.meta.url), "utf8")
const vectors = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? "") as Vectors
const bytesOf = vectors.entries.map(({ bytes }) => Buffer.from(bytes, "base64"))
const leaves = vectors.entries.map(({ leaf }) => Buffer.from(leaf, "hex"))
const packed = (size: number): Buffer => Buffer.concat(leaves.slice(0, size))
const fromHex = (path: readonly string[]): Buffer[] => path.map((step) => Buffer.from(step, "hex"))
const toHex = (path: readonly Uint8Array[]): string[] =>
  path.map((step) => Buffer.from(step).toString("hex"))
const rootOf = (size: number): Buffer => Buffer.from(vectors.roots[size] ?? "", "hex")

const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${vectors.seed}`, "hex"),
  format: "der",
  type: "pkcs8",
})
const key = verifierKeyOf("payung.audit/6471", privateKey)

test("the page shows entry 0 as it is hashed", () => {
  expect(/```text\n([^]*?)```/.exec(page)?.[1]).toBe(bytesOf[0]?.toString("utf8"))
})

test("every entry of the page is read, written again to the same bytes, and has its leaf", () => {
  expect(bytesOf.length).toBe(8)
  for (const [index, bytes] of bytesOf.entries()) {
    const parsed = parseEntry(bytes)
    if (!parsed.ok) throw new Error(parsed.refusal.where)
    const encoded = encodeEntry(parsed.value)
    expect(encoded.ok && encoded.value.equals(bytes)).toBe(true)
    expect(entryLeaf(bytes).toString("hex")).toBe(vectors.entries[index]?.leaf)
  }
})

test("the roots of sizes 0 to 8 are those of the page", () => {
  const roots = Array.from({ length: 9 }, (_, size) =>
    merkleRoot(leaves.slice(0, size)).toString("hex"),
  )
  expect(roots).toEqual(vectors.roots)
})

test("inclusion and consistency proofs are those of the page", () => {
  for (const { index, size, path } of vectors.inclusion) {
    expect(toHex(proveInclusion(packed(size), index).path)).toEqual(path)
    const proof = { index, size, path: fromHex(path) }
    expect(verifyInclusion(leaves[index] ?? Buffer.alloc(0), proof, rootOf(size))).toBe(true)
  }
  for (const { first, second, path } of vectors.consistency) {
    expect(toHex(proveConsistency(packed(second), first).path)).toEqual(path)
    const roots = { first: rootOf(first), second: rootOf(second) }
    expect(verifyConsistency({ first, second, path: fromHex(path) }, roots)).toBe(true)
  }
})

test("commitment, batch root, key and checkpoint are those of the page", () => {
  const { salt, person_id: personId, commitment } = vectors.subject
  expect(subjectCommitment(Buffer.from(salt, "hex"), personId)).toBe(commitment)
  expect(batchRoot(vectors.batch.rows)).toBe(vectors.batch.root)
  expect(formatVerifierKey(key)).toBe(vectors.public_key_txt)
  const checkpoint = { origin: key.name, size: 8, root: rootOf(8) }
  expect(signNote(checkpoint, privateKey)).toBe(vectors.checkpoint)
  const [note] = parseNotes(vectors.checkpoint) ?? []
  expect(note !== undefined && verifyNote(note, key)).toBe(true)
})
