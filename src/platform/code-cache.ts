import { statSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { join } from "node:path"

const OTHERS_MAY_WRITE = 0o022

/**
 * Lets Node keep our modules without their types and compiled, below the home: reading them anew is
 * a quarter of a second of every command. Node compares what it kept with the source. Nothing is
 * kept where others could put code for us.
 */
export function keepCode(home: string): void {
  const folder = statSync(home, { throwIfNoEntry: false })
  if (folder === undefined || (folder.mode & OTHERS_MAY_WRITE) !== 0) return
  enableCompileCache(join(home, "code"))
}
