// The repository checks its own shape: where files lie, who imports whom (doors, room graph,
// circles), what a suffix allows, sizes, the glossary's words, values of the law that nothing asks
// for, keys that begin with the tenant, and row security. The last two are asked of the catalogue of
// a throw-away database that was migrated for it.
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { checkDoors } from "./tidy/doors.ts"
import { checkCycles } from "./tidy/import-cycles.ts"
import { checkGlossary } from "./tidy/glossary.ts"
import { checkLawValues } from "./tidy/law-values.ts"
import { checkLayout } from "./tidy/layout.ts"
import { checkMigratedCatalogue } from "./tidy/migrated-catalogue.ts"
import { readRepository } from "./tidy/read-repository.ts"
import { type Repository, sourceFiles } from "./tidy/repository.ts"
import { checkSizes } from "./tidy/sizes.ts"
import { checkSuffixes } from "./tidy/suffixes.ts"

const rules = {
  layout: checkLayout,
  cycles: checkCycles,
  doors: checkDoors,
  suffixes: checkSuffixes,
  sizes: checkSizes,
  glossary: checkGlossary,
  law: checkLawValues,
}

/** All messages about files, each beginning with its rule. A repository without sources is a message too. */
export function tidy(repository: Repository): string[] {
  if (sourceFiles(repository).length === 0) {
    return ["tidy: saw no source file at all; start it with the checkout it belongs to"]
  }
  return Object.entries(rules).flatMap(([rule, check]) =>
    check(repository).map((message) => `${rule}: ${message}`),
  )
}

if (import.meta.main) {
  const repository = readRepository(dirname(dirname(fileURLToPath(import.meta.url))))
  const aboutFiles = tidy(repository)
  report(aboutFiles)
  const catalogue = await checkMigratedCatalogue()
  report(catalogue.messages)
  const count = aboutFiles.length + catalogue.messages.length
  report([`tidy: ${repository.size} files, ${catalogue.tables} tenant tables, ${count} messages`])
  if (count > 0) process.exitCode = 1
}

function report(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`)
}
