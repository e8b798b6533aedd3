import { readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs"
import { join } from "node:path"
import { openSealed, seal, writeWhole } from "./sealed-store.ts"

/** What was worked out before, by a hash of all it hangs on: sealed, bounded, and never needed. */
export interface SealedCache {
  /** Null where nothing is kept, and where what is kept was damaged. */
  readonly read: (key: string) => Buffer | null
  readonly keep: (key: string, content: Uint8Array) => void
  /** Removes what was not used for long, and the longest unused beyond the bound. */
  readonly prune: () => void
}

export interface CacheBounds {
  readonly bytes: number
  /** Days between the last use of an entry and the last use of the cache. */
  readonly days: number
}

const DAY_MS = 86_400_000
const ENTRY = /^[0-9a-f]{64}$/

/**
 * Entries are named by the hex of a SHA-256. What is not ours in the folder stays. The key is asked
 * for when it is needed; without one nothing is kept.
 */
export function sealedCache(
  folder: string,
  key: () => Uint8Array,
  bounds: CacheBounds,
): SealedCache {
  return {
    read: (name) => {
      const path = join(folder, name)
      try {
        const content = openSealed(readFileSync(path), key(), name)
        const now = new Date()
        utimesSync(path, now, now)
        return content
      } catch {
        return null
      }
    },
    keep: (name, content) => {
      try {
        writeWhole(join(folder, name), seal(content, key(), name))
      } catch {
        // A full or closed disk costs the next run its time, and this one nothing.
      }
    },
    prune: () => prune(folder, bounds),
  }
}

function prune(folder: string, { bytes, days }: CacheBounds): void {
  const entries = entriesOf(folder).sort((a, b) => b.usedMs - a.usedMs)
  const newest = entries[0]?.usedMs ?? 0
  let sum = 0
  for (const { path, size, usedMs } of entries) {
    sum += size
    if (sum > bytes || newest - usedMs > days * DAY_MS) rmSync(path, { force: true })
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder)
      .filter((name) => ENTRY.test(name))
      .map((name) => {
        const path = join(folder, name)
        const { size, mtimeMs } = statSync(path)
        return { path, size, usedMs: mtimeMs }
      })
  } catch {
    return []
  }
}
