import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs"
import { join } from "node:path"
import { refuse, ok, type Result } from "../kernel/result.ts"
import { writeWhole } from "../platform/files/sealed-store.ts"

/** The folder of a run's results: remembers what it wrote, so that a later run leaves nothing stale. */
export interface OutputFolder {
  readonly write: (path: string, content: Uint8Array | string) => void
  /** Removes what an earlier run wrote and this one did not. */
  readonly finish: () => void
}

const MANIFEST = ".payung-output.json"

export function openOutput(
  folder: string,
): Result<OutputFolder, { kind: "output_unwritable"; path: string; detail: string }> {
  try {
    if (existsSync(folder) && !statSync(folder).isDirectory()) throw new Error("not a directory")
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.W_OK | constants.X_OK)
    writeWhole(join(folder, ".payung-writable"), "")
    rmSync(join(folder, ".payung-writable"))
  } catch (error) {
    const detail =
      error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.message) : ""
    return refuse({ kind: "output_unwritable", path: folder, detail })
  }
  const before = readManifest(folder)
  const written = new Set<string>()
  return ok({
    write: (path, content) => {
      writeWhole(join(folder, path), content)
      written.add(path)
    },
    finish: () => {
      for (const path of before) if (!written.has(path)) rmSync(join(folder, path), { force: true })
      writeWhole(join(folder, MANIFEST), `${JSON.stringify([...written].sort(), null, 1)}\n`)
    },
  })
}

function readManifest(folder: string): string[] {
  const path = join(folder, MANIFEST)
  if (!existsSync(path)) return []
  try {
    const listed = JSON.parse(readFileSync(path, "utf8")) as unknown
    // Only names that stay inside the folder are ever removed.
    return Array.isArray(listed)
      ? listed.filter(
          (name): name is string =>
            typeof name === "string" && !name.split("/").includes("..") && !name.startsWith("/"),
        )
      : []
  } catch {
    return []
  }
}
