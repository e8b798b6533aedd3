import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import type { ResultFile } from "./result-files.ts"

/**
 * The files of a result, sorted by path. Hidden files, unfinished ones and links are no part of
 * it: a path that is not in this list is never opened.
 */
export function listResult(folder: string): readonly ResultFile[] {
  return walk(folder, "").sort((a, b) => (a.path < b.path ? -1 : 1))
}

function walk(root: string, below: string): ResultFile[] {
  const folder = join(root, below)
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith(".") || entry.name.endsWith(".tmp")) return []
    const path = below === "" ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) return walk(root, path)
    return entry.isFile() ? [{ path, bytes: statSync(join(root, path)).size }] : []
  })
}
