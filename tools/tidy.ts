// The repository checks its own shape: where files lie, who imports whom, what a suffix allows.
// Tenant-first keys and row security are asked of a migrated database, by
// src/platform/schema-rules.db.test.ts.
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"
import { checkDoors } from "./tidy/doors.ts"
import { checkCycles } from "./tidy/import-cycles.ts"
import { checkLayout } from "./tidy/layout.ts"
import { readRepository } from "./tidy/read-repository.ts"
import { type Repository, sourceFiles } from "./tidy/repository.ts"
import { checkSuffixes } from "./tidy/suffixes.ts"

const rules = {
  layout: checkLayout,
  cycles: checkCycles,
  doors: checkDoors,
  suffixes: checkSuffixes,
}

/** All messages, each beginning with its rule. A repository without sources is a message too. */
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
  const messages = tidy(repository)
  for (const message of messages) process.stderr.write(`${message}\n`)
  process.stderr.write(`tidy: ${repository.size} files, ${messages.length} messages\n`)
  if (messages.length > 0) process.exitCode = 1
}
