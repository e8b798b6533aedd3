import { isTestSupport, type Repository, sourceFiles } from "./repository.ts"

const linesMax = 400
const testLinesMax = 600
/** What a room offers is learnt by heart by those who use it; types stand beside their functions. */
const doorValuesMax = 28
/** A dependency is code that we answer for without having written it. */
const dependenciesMax = 25
const reasons = "docs/adr/0009-dependencies.md"
const silenced = /(?:oxlint|eslint)-disable[^\n]*max-(?:lines|params|depth)/

/** Sizes that the linter does not measure or that somebody silenced there. */
export function checkSizes(repository: Repository): string[] {
  return [
    ...checkLengths(repository),
    ...checkDoors(repository),
    ...checkDependencies(repository),
    ...sourceFiles(repository)
      .filter(({ path, text }) => !path.startsWith("tools/tidy") && silenced.test(text))
      .map(({ path }) => `${path}: silences a limit of size; split the file or function`),
  ]
}

function checkLengths(repository: Repository): string[] {
  return [...repository.values()].flatMap(({ path, text }) => {
    if (!/^(?:src|tools|e2e)\/.*\.(?:ts|mjs|js|css|sql|py)$/.test(path)) return []
    const max = isTestSupport(path) ? testLinesMax : linesMax
    const lines = text.trimEnd().split("\n").length
    return lines > max
      ? [`${path}: ${lines} lines; at most ${max}, split it by what it is about`]
      : []
  })
}

function checkDoors(repository: Repository): string[] {
  return sourceFiles(repository).flatMap(({ path, facts }) => {
    if (!/^src\/modules\/[^/]+\/index\.ts$/.test(path)) return []
    const values = facts.reexports.filter(({ isType }) => !isType).length
    if (values <= doorValuesMax) return []
    return [`${path}: offers ${values} values; ${doorValuesMax} are enough for a room`]
  })
}

function checkDependencies(repository: Repository): string[] {
  const manifest = repository.get("package.json")
  if (manifest === undefined) return []
  const parsed = JSON.parse(manifest.text) as Readonly<Record<string, Record<string, string>>>
  const names = Object.keys({ ...parsed["dependencies"], ...parsed["optionalDependencies"] })
  const written = repository.get(reasons)?.text ?? ""
  const messages = names
    .filter((name) => !written.includes(`\`${name}\``))
    .map((name) => `package.json: ${name} has no line in ${reasons}; say why it is here`)
  if (names.length <= dependenciesMax) return messages
  return [...messages, `package.json: ${names.length} dependencies; at most ${dependenciesMax}`]
}
