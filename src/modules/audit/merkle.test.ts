import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import {
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from "./merkle-proof.ts"
import { CompactRange, leafHash, merkleRoot } from "./merkle.ts"

// The reference vectors of the Certificate Transparency project for RFC 6962.
const inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"]
inputs.push("606162636465666768696a6b6c6d6e6f")
const roots = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]
const reference = inputs.map((input) => leafHash(Buffer.from(input, "hex")))

function leavesOf(count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => leafHash(Buffer.from(String(index))))
}

/** MTH as RFC 6962 writes it: recursive and slow, and therefore easy to believe. */
function slowRoot(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves
  if (only === undefined) return createHash("sha256").digest()
  if (leaves.length === 1) return only
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  const halves = [slowRoot(leaves.slice(0, split)), slowRoot(leaves.slice(split))]
  return createHash("sha256")
    .update(Buffer.concat([Buffer.from([1]), ...halves]))
    .digest()
}

test("the roots are the reference roots", () => {
  for (const [size, root] of roots.entries()) {
    expect(merkleRoot(reference.slice(0, size)).toString("hex")).toBe(root)
  }
})

test("the growing root equals the recursive definition at every size", () => {
  const range = new CompactRange()
  const leaves = leavesOf(130)
  for (const [index, leaf] of leaves.entries()) {
    range.append(leaf)
    expect(range.root().equals(slowRoot(leaves.slice(0, index + 1)))).toBe(true)
  }
})

test("every inclusion proof verifies, and no other leaf, index or step does", () => {
  for (const size of [1, 2, 3, 5, 8, 13, 33]) {
    const leaves = leavesOf(size)
    const [root, packed] = [slowRoot(leaves), Buffer.concat(leaves)]
    for (const [index, leaf] of leaves.entries()) {
      const proof = proveInclusion(packed, index)
      expect(verifyInclusion(leaf, proof, root)).toBe(true)
      expect(verifyInclusion(leafHash(leaf), proof, root)).toBe(false)
      expect(verifyInclusion(leaf, { ...proof, index: index + 1 }, root)).toBe(false)
      expect(verifyInclusion(leaf, { ...proof, path: [...proof.path, leaf] }, root)).toBe(false)
      if (size > 1) {
        expect(verifyInclusion(leaf, { ...proof, path: proof.path.slice(1) }, root)).toBe(false)
      }
    }
  }
})

test("every consistency proof verifies, and a forked tree has none", () => {
  const leaves = leavesOf(20)
  for (let second = 1; second <= 20; second += 1) {
    const packed = Buffer.concat(leaves.slice(0, second))
    for (let first = 0; first <= second; first += 1) {
      const proof = proveConsistency(packed, first)
      const older = slowRoot(leaves.slice(0, first))
      const newer = slowRoot(leaves.slice(0, second))
      expect(verifyConsistency(proof, { first: older, second: newer })).toBe(true)
      const forked = slowRoot([leafHash(Buffer.from("fork")), ...leaves.slice(1, first)])
      if (first > 0) {
        expect(verifyConsistency(proof, { first: forked, second: newer })).toBe(false)
        expect(verifyConsistency(proof, { first: older, second: forked })).toBe(
          first === second && forked.equals(older),
        )
      }
    }
  }
})

test("a leaf is not a node: the two prefixes differ", () => {
  const [left = Buffer.alloc(0), right = Buffer.alloc(0)] = leavesOf(2)
  const forged = leafHash(Buffer.concat([left, right]))
  expect(merkleRoot([left, right]).equals(forged)).toBe(false)
})
