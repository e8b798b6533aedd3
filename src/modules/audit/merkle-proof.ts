import { assert } from "../../kernel/assert.ts"
import { HASH_BYTES, emptyRoot, merkleRoot, nodeHash } from "./merkle.ts"

/**
 * Leaf hashes in order, 32 bytes each, in one buffer: a million leaves are 32 MB instead of a
 * million objects.
 */
export type PackedLeaves = Buffer

export interface InclusionProof {
  readonly index: number
  readonly size: number
  readonly path: readonly Uint8Array[]
}

export interface ConsistencyProof {
  readonly first: number
  readonly second: number
  readonly path: readonly Uint8Array[]
}

/** PATH(index, D[size]) of RFC 6962 section 2.1.1. */
export function proveInclusion(leaves: PackedLeaves, index: number): InclusionProof {
  const size = leafCount(leaves)
  assert(index >= 0 && index < size, "the proven leaf is in the tree")
  const path: Buffer[] = []
  let [from, to] = [0, size]
  while (to - from > 1) {
    const split = from + largestPowerBelow(to - from)
    const left = index < split
    path.unshift(left ? rangeRoot(leaves, split, to) : rangeRoot(leaves, from, split))
    ;[from, to] = left ? [from, split] : [split, to]
  }
  return { index, size, path }
}

/** PROOF(first, D[second]) of RFC 6962 section 2.1.2. */
export function proveConsistency(leaves: PackedLeaves, first: number): ConsistencyProof {
  const second = leafCount(leaves)
  assert(first >= 0 && first <= second, "the older tree is not larger than the newer")
  const path: Buffer[] = []
  if (first === 0 || first === second) return { first, second, path }
  let [from, to] = [0, second]
  while (to !== first) {
    const split = from + largestPowerBelow(to - from)
    const left = first <= split
    path.unshift(left ? rangeRoot(leaves, split, to) : rangeRoot(leaves, from, split))
    ;[from, to] = left ? [from, split] : [split, to]
  }
  // The old tree itself is known to the verifier; a part of it on the right edge is not.
  if (from > 0) path.unshift(rangeRoot(leaves, from, to))
  return { first, second, path }
}

/** RFC 9162 section 2.1.3.2. */
export function verifyInclusion(
  leaf: Uint8Array,
  proof: InclusionProof,
  root: Uint8Array,
): boolean {
  const { index, size, path } = proof
  if (!areSizes(index, size) || index >= size) return false
  let [node, last] = [index, size - 1]
  let hash: Uint8Array = leaf
  for (const step of path) {
    if (last === 0 || step.length !== HASH_BYTES) return false
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = nodeHash(hash, step)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && Buffer.compare(hash, root) === 0
}

/** RFC 9162 section 2.1.4.2; an empty older tree is consistent with every tree. */
export function verifyConsistency(
  proof: ConsistencyProof,
  roots: { readonly first: Uint8Array; readonly second: Uint8Array },
): boolean {
  const { first, second, path } = proof
  if (!areSizes(first, second) || first > second) return false
  if (first === 0) return path.length === 0 && Buffer.compare(roots.first, emptyRoot()) === 0
  if (first === second) return path.length === 0 && Buffer.compare(roots.first, roots.second) === 0
  const steps = isPowerOfTwo(first) ? [roots.first, ...path] : [...path]
  const [seed, ...rest] = steps
  if (seed === undefined || steps.some((step) => step.length !== HASH_BYTES)) return false
  return foldConsistency({ first, second, seed, rest }, roots)
}

interface Fold {
  readonly first: number
  readonly second: number
  readonly seed: Uint8Array
  readonly rest: readonly Uint8Array[]
}

function foldConsistency(fold: Fold, roots: { first: Uint8Array; second: Uint8Array }): boolean {
  let [node, last] = [fold.first - 1, fold.second - 1]
  while (node % 2 === 1) [node, last] = [half(node), half(last)]
  let [older, newer] = [fold.seed, fold.seed]
  for (const step of fold.rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      older = nodeHash(step, older)
      newer = nodeHash(step, newer)
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      newer = nodeHash(newer, step)
    }
    ;[node, last] = [half(node), half(last)]
  }
  const same = Buffer.compare(older, roots.first) === 0 && Buffer.compare(newer, roots.second) === 0
  return last === 0 && same
}

function rangeRoot(leaves: PackedLeaves, from: number, to: number): Buffer {
  return merkleRoot(sliceLeaves(leaves, from, to))
}

function* sliceLeaves(leaves: PackedLeaves, from: number, to: number): Generator<Buffer> {
  for (let at = from; at < to; at += 1) {
    yield leaves.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)
  }
}

function leafCount(leaves: PackedLeaves): number {
  assert(leaves.length % HASH_BYTES === 0, "packed leaves are whole hashes")
  return leaves.length / HASH_BYTES
}

// Division instead of shifts: a 32-bit shift would wrap above two thousand million leaves.
function half(value: number): number {
  return Math.floor(value / 2)
}

function largestPowerBelow(count: number): number {
  let power = 1
  while (power * 2 < count) power *= 2
  return power
}

function isPowerOfTwo(value: number): boolean {
  let power = 1
  while (power < value) power *= 2
  return power === value
}

function areSizes(...sizes: readonly number[]): boolean {
  return sizes.every((size) => Number.isSafeInteger(size) && size >= 0)
}
