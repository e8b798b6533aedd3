import { createHash } from "node:crypto"
import { closeSync, openSync, readSync } from "node:fs"

const PIECE_BYTES = 1024 * 1024

/** The pieces of a file, one after the other in the same memory. */
export function* piecesOf(path: string, from = 0): Generator<Buffer> {
  const file = openSync(path, "r")
  try {
    const piece = Buffer.allocUnsafe(PIECE_BYTES)
    for (let at = from; ;) {
      const length = readSync(file, piece, 0, PIECE_BYTES, at)
      if (length === 0) return
      at += length
      yield piece.subarray(0, length)
    }
  } finally {
    closeSync(file)
  }
}

/** SHA-256 in hex and size of a file that need not fit in memory. */
export function hashFile(path: string): { readonly sha256: string; readonly sizeBytes: number } {
  const hash = createHash("sha256")
  let sizeBytes = 0
  for (const piece of piecesOf(path)) {
    hash.update(piece)
    sizeBytes += piece.length
  }
  return { sha256: hash.digest("hex"), sizeBytes }
}
