import { layerOf } from "./doors.ts"
import { isTestSupport, type Repository, type RepositoryFile } from "./repository.ts"
import { resolveImport, roomOf, sourceFiles } from "./repository.ts"
import type { ImportedName, SourceFacts } from "./source-facts.ts"

const effectSuffixes = new Set(["queries", "command", "cli", "routes", "job", "load"])
// All wording of a room; pure like a file without suffix.
const wordingSuffixes = new Set(["id", "en"])
const testSuffixes = new Set(["test", "db", "access", "load", "testing", "e2e"])

const purePackages = new Set(["yaml", "fflate", "saxes", "@noble/curves/nist.js"])
const pureNodeModules = new Set(["buffer", "crypto", "path", "url", "util", "zlib"])
const randomNames = /^(?:random|generate|getRandom|webcrypto)/

/** What a file's suffix lets it do. Only platform and app's entry points are free of this rule. */
export function checkSuffixes(repository: Repository): string[] {
  return sourceFiles(repository)
    .filter(({ path }) => path.startsWith("src/"))
    .flatMap((file) => [
      ...checkKnown(file.path),
      ...checkSql(file.path, file.facts),
      ...(isPureByName(file.path) ? checkPure(file.path, file.facts, repository) : []),
    ])
}

function suffixesOf(path: string): string[] {
  return (path.split("/").pop() ?? "").split(".").slice(1, -1)
}

function isPureByName(path: string): boolean {
  const layer = layerOf(path)
  if (layer === null || layer === "platform" || layer === "entry") return false
  if (isTestSupport(path) || path.endsWith("/index.ts")) return false
  return !suffixesOf(path).some((suffix) => effectSuffixes.has(suffix))
}

function checkKnown(path: string): string[] {
  const allowed = isTestSupport(path)
    ? testSuffixes
    : new Set([...effectSuffixes, ...wordingSuffixes])
  return suffixesOf(path)
    .filter((suffix) => !allowed.has(suffix))
    .map((suffix) => `${path}: unknown suffix .${suffix}; use ${[...allowed].join(", ")} or none`)
}

function checkSql(path: string, facts: SourceFacts): string[] {
  if (roomOf(path) === null && layerOf(path) !== "app" && layerOf(path) !== "kernel") return []
  if (isTestSupport(path) || suffixesOf(path).includes("queries")) return []
  const advice = "write the statement in a *.queries.ts of the room and call its function"
  const imports = facts.imports.filter(
    ({ specifier, names }) =>
      ["kysely", "pg", "pg-copy-streams"].includes(specifier) && hasValue(names),
  )
  return [
    ...imports.map(({ specifier, line }) => `${path}:${line}: imports ${specifier}; ${advice}`),
    ...facts.sqlTexts.map(({ line }) => `${path}:${line}: holds SQL; ${advice}`),
  ]
}

function hasValue(names: readonly ImportedName[]): boolean {
  return names.length === 0 || names.some(({ isType }) => !isType)
}

function checkPure(path: string, facts: SourceFacts, repository: Repository): string[] {
  return whyImpure(path, facts, repository).map(
    (why) =>
      `${path}: has no suffix, so it is pure, but ${why}; pass the value in, or give the file ` +
      "the suffix of what it does",
  )
}

function whyImpure(path: string, facts: SourceFacts, repository: Repository): string[] {
  const reasons = facts.effects.map(({ what, line }) => `line ${line} uses ${what}`)
  for (const { specifier, names, line } of facts.imports) {
    const values = names.filter(({ isType }) => !isType).map(({ name }) => name)
    if (!hasValue(names)) continue
    const target = resolveImport(path, specifier)
    const found =
      target === null
        ? effectOfPackage(specifier, values)
        : effectOfFile(target, values, { repository, seen: new Set([path]) })
    if (found !== null) reasons.push(`line ${line} imports ${found}`)
  }
  return reasons
}

function effectOfPackage(specifier: string, values: readonly string[]): string | null {
  const module = specifier.startsWith("node:") ? specifier.slice(5) : null
  if (module === null) return purePackages.has(specifier) ? null : specifier
  if (!pureNodeModules.has(module)) return specifier
  const random = module === "crypto" ? values.find((name) => randomNames.test(name)) : undefined
  return random === undefined ? null : `${random} of ${specifier}`
}

interface Search {
  readonly repository: Repository
  readonly seen: Set<string>
}

/**
 * The first effect that the named values of a file reach, or null. A name that the file passes on
 * from another is followed to the file that declares it, so a door may offer pure functions
 * beside others.
 */
function effectOfFile(path: string, names: readonly string[], search: Search): string | null {
  const file = search.repository.get(path)
  if (file === undefined || file.facts === null) return null
  const declared = names.filter((name) => name === "*" || sourceOf(file, name) === null)
  for (const name of names) {
    const source = sourceOf(file, name)
    if (source === null || source.isType) continue
    const found = follow(path, source.specifier, [source.name], search)
    if (found !== null) return found
  }
  if (declared.length === 0 && names.length > 0) return null
  return effectOfWhole(file, file.facts, search)
}

function effectOfWhole(
  { path }: RepositoryFile,
  facts: SourceFacts,
  search: Search,
): string | null {
  if (search.seen.has(path)) return null
  search.seen.add(path)
  const suffix = suffixesOf(path).find((part) => effectSuffixes.has(part))
  if (suffix !== undefined) return `${path}, a file with effects`
  const own = facts.effects[0]
  if (own !== undefined) return `${path}, which uses ${own.what}`
  for (const { specifier, names } of facts.imports) {
    const values = names.filter(({ isType }) => !isType).map(({ name }) => name)
    if (!hasValue(names)) continue
    const found = follow(path, specifier, values, search)
    if (found !== null) return found
  }
  return null
}

function follow(
  path: string,
  specifier: string,
  names: readonly string[],
  search: Search,
): string | null {
  const target = resolveImport(path, specifier)
  if (target !== null) return effectOfFile(target, names, search)
  const found = effectOfPackage(specifier, names)
  return found === null ? null : `${path}, which imports ${found}`
}

function sourceOf(file: RepositoryFile, name: string) {
  return file.facts?.reexports.find(({ as }) => as === name) ?? null
}
