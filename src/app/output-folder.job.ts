import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { join, resolve } from "node:path"
import { sha256Hex } from "../kernel/id.ts"
import { refuse, ok, type Result } from "../kernel/result.ts"
import { makeFolder } from "../platform/files/make-folder.ts"
import { writeWhole } from "../platform/files/sealed-store.ts"

/** The folder of a run's results. It holds the files of one run, never of two. */
export interface OutputFolder {
  readonly write: (path: string, content: Uint8Array | string) => void
  /**
   * Writes what `make` gives, unless the run before wrote the same: `key` is a hash of everything
   * that the content hangs on. A file that somebody changed since is made again.
   */
  readonly keep: (path: string, key: string, make: () => Promise<Uint8Array>) => Promise<void>
  /** Whether the run before wrote this file with this key, and nobody changed it since. */
  readonly holds: (path: string, key: string) => boolean
  /** How many files with a key were made and how many kept. */
  readonly tally: () => { readonly made: number; readonly kept: number }
  /** Lets the next run in. */
  readonly close: () => void
}

export type OutputRefusal =
  | { readonly kind: "output_unwritable"; readonly path: string; readonly detail: string }
  | { readonly kind: "output_busy"; readonly path: string; readonly pid: number }
  /** Something lies there that no run of ours wrote. */
  | { readonly kind: "output_exists"; readonly path: string }

/**
 * The files written, a line each, so that a later run can take them away or keep them: path, and for
 * a file that may be kept its key and the SHA-256 of its bytes, apart by tabs.
 */
const MANIFEST = ".payung-output"
const LOCK = ".payung-lock"

/** What runs and seasons write; such a thing without our list of files is somebody else's. */
const OURS = [
  ...["laporan.html", "timings.json", "data", "perbaikan", "permintaan", "lampiran-sk.pdf"],
  ...["lampiran-sk.xlsx", "daftar-cadangan.xlsx", "pendaftaran-bpjs.xlsx", "daftar-isian"],
  ...["surat-permintaan-usulan.pdf", "surat-pernyataan.pdf"],
]

/** Opens a folder for one run. Nothing in it changes before the first file is written. */
export function openOutput(folder: string): Result<OutputFolder, OutputRefusal> {
  try {
    makeFolder(resolve(folder))
    accessSync(folder, constants.W_OK | constants.X_OK)
    const theirs = existsSync(join(folder, MANIFEST))
      ? undefined
      : OURS.find((name) => existsSync(join(folder, name)))
    if (theirs !== undefined) return refuse({ kind: "output_exists", path: join(folder, theirs) })
    const pid = lock(join(folder, LOCK))
    if (pid !== null) return refuse({ kind: "output_busy", path: folder, pid })
  } catch (error) {
    const detail =
      error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : ""
    return refuse({ kind: "output_unwritable", path: folder, detail })
  }
  return ok(folderFor(folder))
}

function folderFor(folder: string): OutputFolder {
  let kept: Map<string, KeptFile> | null = null
  /** What an earlier run left goes before this one's first file comes: a mix would mislead. */
  const begin = (): Map<string, KeptFile> => {
    kept ??= clear(folder)
    return kept
  }
  const tally = { made: 0, kept: 0 }
  const isKept = (path: string, key: string): boolean => {
    const before = begin().get(path)
    return before?.key === key && before.sha256 === hashOf(join(folder, path))
  }
  const note = (...line: string[]): void =>
    appendFileSync(join(folder, MANIFEST), `${line.join("\t")}\n`, { mode: 0o600 })
  return {
    write: (path, content) => {
      begin()
      note(path)
      writeWhole(join(folder, path), content)
    },
    keep: async (path, key, make) => {
      const before = begin().get(path)
      const isRight = isKept(path, key)
      begin().delete(path)
      if (isRight && before !== undefined) {
        tally.kept++
        return note(path, key, before.sha256)
      }
      const content = await make()
      tally.made++
      note(path, key, sha256Hex(content))
      writeWhole(join(folder, path), content)
    },
    holds: isKept,
    tally: () => ({ ...tally }),
    close: () => {
      for (const path of kept?.keys() ?? []) rmSync(join(folder, path), { force: true })
      rmSync(join(folder, LOCK), { force: true })
    },
  }
}

/** A file of the run before that may still be right. */
interface KeptFile {
  readonly key: string
  readonly sha256: string
}

function hashOf(path: string): string {
  return existsSync(path) ? sha256Hex(readFileSync(path)) : ""
}

/** The process that holds the folder, or null when it is ours now. A dead one's lock is taken over. */
function lock(path: string): number | null {
  try {
    const file = openSync(path, "wx", 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
  const holder = Number(readFileSync(path, "utf8"))
  if (isAlive(holder)) return holder
  writeFileSync(path, String(process.pid))
  return null
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** Takes away what the run before wrote, but for the files that this one may keep. */
function clear(folder: string): Map<string, KeptFile> {
  const manifest = join(folder, MANIFEST)
  const kept = new Map<string, KeptFile>()
  if (!existsSync(manifest)) return kept
  for (const line of readFileSync(manifest, "utf8").split("\n")) {
    const [path = "", key, sha256] = line.split("\t")
    // Only names that stay inside the folder are ever removed.
    const isInside = path !== "" && !path.startsWith("/") && !path.split("/").includes("..")
    if (!isInside) continue
    if (key !== undefined && sha256 !== undefined) kept.set(path, { key, sha256 })
    else rmSync(join(folder, path), { force: true })
  }
  // What is kept stays listed: a run that is killed here leaves nothing that the next does not know.
  const lines = [...kept].map(([path, { key, sha256 }]) => `${path}\t${key}\t${sha256}\n`)
  writeFileSync(manifest, lines.join(""), { mode: 0o600 })
  return kept
}
