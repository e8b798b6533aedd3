import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

let known: { readonly checkout: string; readonly version: string } | null = null

/**
 * A hash of everything that makes our output besides its input: the code, what it is built on and the
 * engine. What was made by another version is made again; nobody has to remember to raise a number.
 */
export function codeVersion(checkout: string): string {
  if (known?.checkout === checkout) return known.version
  const hash = createHash("sha256").update(process.version)
  const source = join(checkout, "src")
  const files = readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
    .map((path) => join("src", path))
  for (const path of [...files.sort(), "package-lock.json"])
    hash.update(`\0${path}\0`).update(readFileSync(join(checkout, path)))
  known = { checkout, version: hash.digest("hex") }
  return known.version
}
