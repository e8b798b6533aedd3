import { MATCH_WORDS_EN } from "./text.en.ts"
import { MATCH_WORDS_ID, type MatchWords } from "./text.id.ts"

export function matchWords(language: "id" | "en"): MatchWords {
  return language === "en" ? MATCH_WORDS_EN : MATCH_WORDS_ID
}
