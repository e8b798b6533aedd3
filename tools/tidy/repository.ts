import { posix } from "node:path"
import { readFacts, type SourceFacts } from "./source-facts.ts"

/** One file of the checkout; facts only for TypeScript. Paths use "/" and begin at the root. */
export interface RepositoryFile {
  readonly path: string
  readonly text: string
  readonly facts: SourceFacts | null
}

export type Repository = ReadonlyMap<string, RepositoryFile>

/** A repository from texts by path, as the rules see it. */
export function repositoryOf(texts: Iterable<readonly [string, string]>): Repository {
  const files = new Map<string, RepositoryFile>()
  for (const [path, text] of texts) {
    const facts = /\.(?:ts|tsx|mjs)$/.test(path) ? readFacts(path, text) : null
    files.set(path, { path, text, facts })
  }
  return files
}

/** The path an import means inside the repository, or null for a package. */
export function resolveImport(importer: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) return null
  return posix.normalize(posix.join(posix.dirname(importer), specifier))
}

export function sourceFiles(repository: Repository): readonly (RepositoryFile & {
  readonly facts: SourceFacts
})[] {
  return [...repository.values()].flatMap((file) =>
    file.facts === null ? [] : [{ ...file, facts: file.facts }],
  )
}

/** The room a path lies in, or null. */
export function roomOf(path: string): string | null {
  return /^src\/modules\/([^/]+)\//.exec(path)?.[1] ?? null
}

/** Tests, what tests share, and end-to-end flows: they may have effects, the product has not them. */
export function isTestSupport(path: string): boolean {
  return (
    /\.(?:test|testing|e2e)\.tsx?$/.test(path) ||
    path.endsWith("/testing.ts") ||
    path.startsWith("src/platform/testing/") ||
    path.startsWith("e2e/")
  )
}
