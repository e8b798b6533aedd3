// Reads the vocabulary of occupations from the folder of national law files.
import { readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { parse } from "yaml"
import { readVocabulary } from "./reader.ts"
import type { OccupationVocabulary } from "./vocabulary.ts"

/** Reads every `occupations*.yaml` of `folder`; throws with all problems when one is not sound. */
export function loadOccupationVocabulary(folder: string): OccupationVocabulary {
  const paths = readdirSync(folder)
    .filter((name) => /^occupations.*\.yaml$/.test(name))
    .sort()
    .map((name) => join(folder, name))
  const documents = paths.map((path) => ({
    path,
    content: parse(readFileSync(path, "utf8")) as unknown,
  }))
  const read = readVocabulary(documents)
  if (read.ok) return read.value
  const lines = read.refusal.map(({ where, id, en }) => `- ${where}: ${id} / ${en}`)
  throw new Error(
    `Kosakata pekerjaan tidak sah / occupation vocabulary: ${folder}\n${lines.join("\n")}`,
  )
}
