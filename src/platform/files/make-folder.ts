import { existsSync, mkdirSync, statSync } from "node:fs"
import { dirname } from "node:path"

/** Level by level: asked for all at once, Node never returns where a file system refuses folders. */
export function makeFolder(path: string): void {
  if (existsSync(path)) {
    if (statSync(path).isDirectory()) return
    throw Object.assign(new Error(`${path} is no folder`), { code: "ENOTDIR", path })
  }
  makeFolder(dirname(path))
  try {
    mkdirSync(path, { mode: 0o700 })
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error
  }
}
