import { hash } from "node:crypto"
import { assert } from "../../kernel/assert.ts"

// RFC 6962 section 2.1: the two prefixes keep a leaf from being passed off as a node.
const LEAF_PREFIX = Buffer.from([0x00])
const NODE_PREFIX = Buffer.from([0x01])

export const HASH_BYTES = 32

export function leafHash(content: Uint8Array): Buffer {
  return hash("sha256", Buffer.concat([LEAF_PREFIX, content]), "buffer")
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return hash("sha256", Buffer.concat([NODE_PREFIX, left, right]), "buffer")
}

/** The root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Buffer {
  return hash("sha256", Buffer.alloc(0), "buffer")
}

/**
 * A growing RFC 6962 tree that keeps only the roots of its full subtrees (at most one per bit of
 * the size), so that a million leaves cost a million hashes and 20 × 32 bytes of memory.
 */
export class CompactRange {
  #size = 0
  readonly #roots: Buffer[] = []

  get size(): number {
    return this.#size
  }

  /** Adds one leaf hash (not leaf content). */
  append(leaf: Uint8Array): void {
    assert(leaf.length === HASH_BYTES, "a leaf hash has 32 bytes")
    let node = Buffer.from(leaf)
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = this.#roots.pop()
      assert(left !== undefined, "a full subtree exists for each one bit of the size")
      node = nodeHash(left, node) as Buffer<ArrayBuffer>
    }
    this.#roots.push(node)
    this.#size += 1
  }

  root(): Buffer {
    if (this.#size === 0) return emptyRoot()
    return this.#roots.reduceRight((right, left) => nodeHash(left, right))
  }
}

/** The root over leaf hashes in order. */
export function merkleRoot(leaves: Iterable<Uint8Array>): Buffer {
  const range = new CompactRange()
  for (const leaf of leaves) range.append(leaf)
  return range.root()
}
