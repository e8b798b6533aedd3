import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { sha256Hex } from "../kernel/id.ts"

/** A file of a cycle folder by its path below it; `content` is null where it may not be read. */
export interface CycleInput {
  readonly path: string
  readonly sha256: string
  readonly content: Uint8Array | null
}

/** Lock and system files that spreadsheets and file systems leave behind. */
const LEFTOVER = /^(~\$|\.|thumbs\.db$|desktop\.ini$)/i
const DEPTH_MAX = 5

export function isLeftover(name: string): boolean {
  return LEFTOVER.test(name)
}

/** All files below a folder of the cycle, in folders of its own and behind links too. */
export function filesBelow(root: string, sub: string, depth = 0): CycleInput[] {
  const folder = join(root, sub)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory() || depth > DEPTH_MAX) return []
  return readdirSync(folder)
    .filter((name) => !isLeftover(name))
    .flatMap((name) => {
      const path = `${sub}/${name}`
      const entry = statSync(join(root, path), { throwIfNoEntry: false })
      if (entry?.isDirectory()) return filesBelow(root, path, depth + 1)
      // A link that leads nowhere is a file that cannot be read.
      return entry === undefined || entry.isFile() ? [readInput(root, path)] : []
    })
}

export function readInput(root: string, path: string): CycleInput {
  try {
    const content = readFileSync(join(root, path))
    return { path, sha256: sha256Hex(content), content }
  } catch {
    return { path, sha256: "", content: null }
  }
}
