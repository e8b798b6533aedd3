import { assert } from "../../kernel/assert.ts"
import { CompactRange, leafHash } from "./merkle.ts"

/**
 * RFC 6962 root over the rows of a batch, as lower-case hex, so that one entry answers for all
 * of them. The caller gives each row's canonical bytes in a fixed order; a text is its UTF-8.
 */
export function batchRoot(rows: Iterable<string | Uint8Array>): string {
  const sum = new BatchSum()
  for (const row of rows) sum.add(row)
  return sum.root()
}

/** The same root where rows come one by one. */
export class BatchSum {
  readonly #range = new CompactRange()

  add(row: string | Uint8Array): void {
    this.#range.append(leafHash(rowBytes(row)))
  }

  root(): string {
    return this.#range.root().toString("hex")
  }
}

function rowBytes(row: string | Uint8Array): Uint8Array {
  if (typeof row !== "string") return row
  // A lone surrogate would be replaced in silence, and two different rows would hash alike.
  assert(row.isWellFormed(), "a batch row is well-formed Unicode")
  return Buffer.from(row, "utf8")
}
