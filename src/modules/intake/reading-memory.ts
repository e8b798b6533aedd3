import type { ReadFile, ReadingKey, ReadingMemory } from "./read-file.ts"

/** Reads a list unless it was read before. */
export function readOnce(
  memory: ReadingMemory | undefined,
  key: ReadingKey,
  read: () => ReadFile,
): ReadFile {
  const known = memory?.recall(key) ?? null
  if (known !== null) return known
  const fresh = read()
  memory?.keep(key, fresh)
  return fresh
}
