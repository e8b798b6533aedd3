import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs"
import { dirname, join, resolve } from "node:path"
import { refuse, ok, type Result } from "../kernel/result.ts"
import { writeWhole } from "../platform/files/sealed-store.ts"

/** The folder of a run's results. It holds the files of one run, never of two. */
export interface OutputFolder {
  readonly write: (path: string, content: Uint8Array | string) => void
  /** Lets the next run in. */
  readonly close: () => void
}

export type OutputRefusal =
  | { readonly kind: "output_unwritable"; readonly path: string; readonly detail: string }
  | { readonly kind: "output_busy"; readonly path: string; readonly pid: number }

/** Names of the files written, a line each, so that a later run can take them away. */
const MANIFEST = ".payung-output"
const LOCK = ".payung-lock"

/** Opens a folder for one run. Nothing in it changes before the first file is written. */
export function openOutput(folder: string): Result<OutputFolder, OutputRefusal> {
  try {
    makeFolder(resolve(folder))
    accessSync(folder, constants.W_OK | constants.X_OK)
    const pid = lock(join(folder, LOCK))
    if (pid !== null) return refuse({ kind: "output_busy", path: folder, pid })
  } catch (error) {
    const detail =
      error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : ""
    return refuse({ kind: "output_unwritable", path: folder, detail })
  }
  let isFresh = false
  return ok({
    write: (path, content) => {
      // What an earlier run left goes before this one's first file comes: a mix would mislead.
      if (!isFresh) clear(folder)
      isFresh = true
      appendFileSync(join(folder, MANIFEST), `${path}\n`, { mode: 0o600 })
      writeWhole(join(folder, path), content)
    },
    close: () => rmSync(join(folder, LOCK), { force: true }),
  })
}

/** Level by level: asked for all at once, Node never returns where a file system refuses folders. */
function makeFolder(path: string): void {
  if (existsSync(path)) {
    if (!statSync(path).isDirectory()) throw new Error("ENOTDIR")
    return
  }
  makeFolder(dirname(path))
  mkdirSync(path, { mode: 0o700 })
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

function clear(folder: string): void {
  const manifest = join(folder, MANIFEST)
  if (!existsSync(manifest)) return
  for (const path of readFileSync(manifest, "utf8").split("\n")) {
    // Only names that stay inside the folder are ever removed.
    const isInside = path !== "" && !path.startsWith("/") && !path.split("/").includes("..")
    if (isInside) rmSync(join(folder, path), { force: true })
  }
  rmSync(manifest)
}
