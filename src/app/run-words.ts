import type { Language } from "../modules/intake/index.ts"
import { runTextEn } from "./text.en.ts"
import { runTextId, type RunWords } from "./text.id.ts"

const all: Readonly<Record<Language, RunWords>> = { id: runTextId, en: runTextEn }

export function runWords(language: Language): RunWords {
  return all[language]
}
