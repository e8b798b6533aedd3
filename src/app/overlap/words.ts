import type { Language } from "../../modules/intake/index.ts"
import { OVERLAP_WORDS_EN } from "./text.en.ts"
import { OVERLAP_WORDS_ID, type OverlapWords } from "./text.id.ts"

export function overlapWords(language: Language): OverlapWords {
  return language === "en" ? OVERLAP_WORDS_EN : OVERLAP_WORDS_ID
}
