import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setImmediate as breathe } from "node:timers/promises"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { openZip, ZIP_LIMITS, type ZipRefusal } from "../../platform/files/zip.ts"
import { placeFiles, type Placement, type PlacementRefusal } from "./cycle-paths.ts"

export type UnpackRefusal = ZipRefusal | PlacementRefusal

/** The cycle folder below an upload's folder. */
export const CYCLE = "cycle"

/**
 * Unpacks a zip into `<upload>/cycle`. Names are judged before anything is inflated, sizes while
 * inflating; entries become plain files, whatever the archive says they are. Removes the zip.
 */
export async function unpackZip(
  upload: string,
  zip: string,
): Promise<Result<Placement, UnpackRefusal>> {
  const archive = openZip(readFileSync(zip), ZIP_LIMITS)
  if (!archive.ok) return archive
  const placement = placeFiles(archive.value.names)
  if (!placement.ok) return placement
  for (const [name, path] of placement.value.placed) {
    const content = archive.value.read(name)
    if (!content.ok) return content
    if (content.value === null) return refuse({ kind: "broken", detail: name })
    writeCycleFile(upload, path, content.value)
    // One entry at a time: the server answers others in between.
    await breathe()
  }
  rmSync(zip)
  return placement
}

function writeCycleFile(upload: string, path: string, content: Uint8Array): void {
  const target = join(upload, CYCLE, path)
  mkdirSync(join(target, ".."), { recursive: true, mode: 0o700 })
  writeFileSync(target, content, { mode: 0o600, flag: "wx" })
}

/** A file of a chosen folder, kept under a name of ours until all have arrived. */
export interface FolderFile {
  readonly kept: string
  readonly sha256: string
}

/** Moves received files, by the names their owner gave them, to their places in `<upload>/cycle`. */
export function placeFolder(
  upload: string,
  files: ReadonlyMap<string, FolderFile>,
): Result<Placement, PlacementRefusal> {
  const placement = placeFiles([...files.keys()])
  if (!placement.ok) return placement
  for (const [name, path] of placement.value.placed) {
    const target = join(upload, CYCLE, path)
    mkdirSync(join(target, ".."), { recursive: true, mode: 0o700 })
    renameSync(join(upload, files.get(name)?.kept ?? ""), target)
  }
  return ok(placement.value)
}
