import { join } from "node:path"
import { deserialize, serialize } from "node:v8"
import { sha256Hex } from "../kernel/id.ts"
import type { ReadFile, ReadingKey, ReadingMemory } from "../modules/intake/index.ts"
import type { Config } from "../platform/config.ts"
import { sealedCache, type SealedCache } from "../platform/files/sealed-cache.ts"
import { deriveKey, loadRootKey } from "../platform/key-file.ts"
import type { PdfMemory } from "../platform/documents/index.ts"
import { readMemory, type CountingMemory } from "../platform/spreadsheet/read-memory.ts"
import { codeVersion } from "./code-version.load.ts"

/** What runs before this one worked out, so that only what is new is worked on. */
export interface RunMemory {
  readonly version: string
  readonly files: CountingMemory
  readonly documents: PdfMemory
  /** What lists said under tables that `tablesKey` tells from all others. */
  readonly readings: (tablesKey: string) => ReadingMemory
  /** Takes away what is of no use any more. */
  readonly prune: () => void
}

/** Some cycles of a large city; a list of 10,000 rows takes one megabyte or two. */
const BOUNDS = { bytes: 256 * 1024 ** 2, days: 30 }

/** Personal data, so sealed, and below the home that nobody else may enter. */
export function runMemory(config: Config): RunMemory {
  const version = codeVersion(config.checkout)
  let known: Uint8Array | null = null
  const key = (): Uint8Array => (known ??= deriveKey(loadRootKey(config.keyFile), "cache"))
  const cache = sealedCache(join(config.home, "cache"), key, BOUNDS)
  return {
    version,
    files: readMemory(cache, version),
    documents: { version, cache },
    readings: (tablesKey) => readingMemory(cache, [version, tablesKey]),
    prune: cache.prune,
  }
}

/**
 * In V8's own form, which holds maps and big numbers and is read seventy times as fast as the list
 * itself. It is opened only when its seal proves that we wrote it.
 */
function readingMemory(cache: SealedCache, under: readonly string[]): ReadingMemory {
  const keyOf = ({ sha256, source }: ReadingKey): string =>
    sha256Hex(JSON.stringify(["reading", ...under, sha256, source.name, source.sender]))
  return {
    recall: (key) => {
      const kept = cache.read(keyOf(key))
      return kept === null ? null : (deserialize(kept) as ReadFile)
    },
    keep: (key, read) => cache.keep(keyOf(key), serialize(read)),
  }
}
