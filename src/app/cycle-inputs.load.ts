import { createHash } from "node:crypto"
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { sha256Hex } from "../kernel/id.ts"
import { sniffFile } from "../platform/spreadsheet/file-kind.ts"
import { LARGE_CSV_BYTES } from "../platform/spreadsheet/csv/reader.ts"
import { piecesOf } from "../platform/files/hash-file.ts"

/** A file of a cycle folder by its path below it; `content` is null where it may not be read. */
export interface CycleInput {
  readonly path: string
  readonly sha256: string
  readonly content: Uint8Array | null
  /** Where a file lies that is read as a stream and never held. */
  readonly stream?: FileAtRest
}

/** A file as it lay when its hash was taken. */
export interface FileAtRest {
  readonly path: string
  readonly isUnchanged: () => boolean
}

/** Lock and system files that spreadsheets and file systems leave behind. */
const LEFTOVER = /^(~\$|\.|thumbs\.db$|desktop\.ini$)/i
const DEPTH_MAX = 5

export function isLeftover(name: string): boolean {
  return LEFTOVER.test(name)
}

/** All files below a folder of the cycle, in folders of its own and behind links too. */
export function filesBelow(
  root: string,
  sub: string,
  read: typeof readInput = readInput,
  depth = 0,
): CycleInput[] {
  const folder = join(root, sub)
  const found = statSync(folder, { throwIfNoEntry: false })
  if (!found?.isDirectory() || depth > DEPTH_MAX) return []
  return readdirSync(folder)
    .filter((name) => !isLeftover(name))
    .flatMap((name) => {
      const path = `${sub}/${name}`
      const entry = statSync(join(root, path), { throwIfNoEntry: false })
      if (entry?.isDirectory()) return filesBelow(root, path, read, depth + 1)
      // A link that leads nowhere is a file that cannot be read.
      return entry === undefined || entry.isFile() ? [read(root, path)] : []
    })
}

export function readInput(root: string, path: string): CycleInput {
  try {
    const content = readFileSync(join(root, path))
    return { path, sha256: sha256Hex(content), content }
  } catch {
    return unread(path)
  }
}

/** A file of which nothing is known but its name. */
export function unread(path: string): CycleInput {
  return { path, sha256: "", content: null }
}

const DELIMITED = /\.(?:csv|tsv|txt)$/i

/** A large delimited file by its hash alone; any other one, and what only is called so, is read whole. */
export function readStreamed(root: string, path: string, fromBytes = LARGE_CSV_BYTES): CycleInput {
  const file = join(root, path)
  const before = DELIMITED.test(path) ? statSync(file, { throwIfNoEntry: false }) : undefined
  if (before === undefined || before.size < fromBytes) return readInput(root, path)
  try {
    const hash = createHash("sha256")
    let isFirst = true
    for (const piece of piecesOf(file)) {
      if (piece.includes(0) || (isFirst && sniffFile(piece).kind !== "text"))
        return readInput(root, path)
      isFirst = false
      hash.update(piece)
    }
    const isUnchanged = (): boolean => {
      const now = statSync(file, { throwIfNoEntry: false })
      return now?.size === before.size && now.mtimeMs === before.mtimeMs && now.ino === before.ino
    }
    return { path, sha256: hash.digest("hex"), content: null, stream: { path: file, isUnchanged } }
  } catch {
    return unread(path)
  }
}
