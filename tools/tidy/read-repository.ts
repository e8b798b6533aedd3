import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { repositoryOf, type Repository } from "./repository.ts"

// Not part of the product; the same names are in .gitignore.
const skipped = new Set([".git", "node_modules", ".payung", "out"])
const textual = /(?:^|\/)[^/.]+$|\.(?:ts|tsx|mjs|sql|md|json|yaml)$/

/** The checkout as files. Contents are read only where a rule may look at them. */
export function readRepository(root: string): Repository {
  return repositoryOf(listFiles(root, "").map((path) => [path, readText(root, path)] as const))
}

function readText(root: string, path: string): string {
  const isRead = textual.test(path) && !path.startsWith("example/")
  return isRead ? readFileSync(join(root, path), "utf8") : ""
}

function listFiles(root: string, folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true })
  return entries
    .filter(({ name }) => !(folder === "" && skipped.has(name)) && !name.endsWith(".tmp"))
    .flatMap((entry) => {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? listFiles(root, path) : [path]
    })
    .sort()
}
