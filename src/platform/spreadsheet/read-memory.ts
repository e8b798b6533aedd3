import { sha256Hex } from "../../kernel/id.ts"
import type { SealedCache } from "../files/sealed-cache.ts"
import type { ReadAnswer, ReadMemory } from "./create-reader.ts"

/** Remembers what files said, with a count of those that were remembered. */
export interface CountingMemory extends ReadMemory {
  readonly recalled: () => number
}

const KINDS = ["refused", "packed"] as const

/** By content, name and the version of the code that reads; the kind is the last byte. */
export function readMemory(cache: SealedCache, version: string): CountingMemory {
  let recalled = 0
  const keyOf = (bytes: Uint8Array, name: string): string =>
    sha256Hex(JSON.stringify(["read", version, name, sha256Hex(bytes)]))
  return {
    recall: (bytes, name) => {
      const kept = cache.read(keyOf(bytes, name))
      const kind = KINDS[kept?.at(-1) ?? KINDS.length]
      if (kept === null || kind === undefined) return null
      recalled++
      return { kind, bytes: aligned(kept.subarray(0, -1)) }
    },
    keep: (bytes, name, answer) => {
      const kind = Buffer.from([KINDS.indexOf(answer.kind)])
      cache.keep(keyOf(bytes, name), Buffer.concat([answer.bytes, kind]))
    },
    recalled: () => recalled,
  }
}

/** Packed numbers are read in place, and begin where arrays of numbers may. */
function aligned(bytes: Buffer): ReadAnswer["bytes"] {
  if (bytes.byteOffset % 8 === 0) return bytes
  const moved = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(moved)
  return moved
}
