import type { Language } from "../../modules/intake/index.ts"
import type { ReadingWords } from "./reading-word.ts"
import { READING_EN } from "./text.en.ts"
import { READING_ID } from "./text.id.ts"

export function readingWords(language: Language): ReadingWords {
  return language === "id" ? READING_ID : READING_EN
}

/** 1.250 in Indonesian, 1,250 in English. */
export function countIn(count: number, language: Language): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, language === "id" ? "." : ",")
}

/** The lists that a file of registers holds, by name; they are stored as kinds. */
export function registerNames(kinds: string, language: Language): string {
  const names: Readonly<Record<string, string>> = readingWords(language).registers
  return kinds
    .split(", ")
    .map((kind) => names[kind] ?? kind)
    .join("; ")
}
