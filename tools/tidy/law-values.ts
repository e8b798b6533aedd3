import { isTestSupport, type Repository, type RepositoryFile } from "./repository.ts"

const seriesFile = /^law\/.+\.yaml$/
/** Golden cases check a value; they do not use it. */
const caseFile = /^law\/cases\//
const declaration = /^series: (\S+)$/m
/** Says what will use a series that nothing asks for yet. */
const awaits = /^awaits: \S/m

/**
 * A value of the law that nothing asks for is law that is not applied, and nobody would notice. A
 * series is used when code or a policy pack names it.
 */
export function checkLawValues(repository: Repository): string[] {
  const files = [...repository.values()]
  const users = files.filter(({ path }) => isUser(path))
  const series = firstBySeries(files.filter(({ path }) => seriesFile.test(path)))
  return [...series].flatMap(([id, file]) => {
    const isUsed = users.some((user) => user.path !== file.path && names(user, id))
    const isWaiting = awaits.test(file.text)
    if (!isUsed && !isWaiting)
      return [`${file.path}: nothing asks for ${id}; use it, or say in \`awaits:\` what will`]
    if (isUsed && isWaiting) return [`${file.path}: ${id} is used by now; delete \`awaits:\``]
    return []
  })
}

function isUser(path: string): boolean {
  if (path.startsWith("src/") && path.endsWith(".ts")) return !isTestSupport(path)
  return seriesFile.test(path) && !caseFile.test(path)
}

/** A city's file may add values to a national series: the first in order of path stands for both. */
function firstBySeries(files: readonly RepositoryFile[]): Map<string, RepositoryFile> {
  const found = new Map<string, RepositoryFile>()
  for (const file of files) {
    const id = declaration.exec(file.text)?.[1]
    if (id === undefined || caseFile.test(file.path)) continue
    const known = found.get(id)
    if (known === undefined || awaits.test(file.text)) found.set(id, file)
  }
  return found
}

/** In code as a string, in a pack as a parameter; a file that adds values does not use them. */
function names({ facts, text }: RepositoryFile, id: string): boolean {
  return facts === null ? text.includes(`limit_series: ${id}`) : facts.texts.has(id)
}
