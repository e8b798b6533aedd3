import { statSync } from "node:fs"
import { enableCompileCache } from "node:module"
import { join } from "node:path"

const KEPT_CODE = "NODE_COMPILE_CACHE"
const OTHERS_MAY_WRITE = 0o022

/**
 * Lets Node keep our modules without their types and compiled, below the home: reading them anew is
 * a quarter of a second of every command. Node compares what it kept with the source. Nothing is
 * kept where others could put code for us. Threads and children that are given `keptCode` share it.
 */
export function keepCode(home: string): void {
  const folder = statSync(home, { throwIfNoEntry: false })
  if (folder === undefined || (folder.mode & OTHERS_MAY_WRITE) !== 0) return
  const code = join(home, "code")
  enableCompileCache(code)
  process.env[KEPT_CODE] = code
}

/** The variable by which Node tells a child where code is kept; none where it is not. */
export function keptCode(): Readonly<Record<string, string>> {
  const code = process.env[KEPT_CODE]
  return code === undefined ? {} : { [KEPT_CODE]: code }
}
