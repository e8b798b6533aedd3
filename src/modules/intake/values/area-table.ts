import { foldText } from "../../../kernel/text-fold.ts"
import type { FindingCode } from "../findings/finding.ts"

export interface AreaName {
  readonly code: string
  readonly name: string
  readonly aliases: readonly string[]
}

export interface AreaTable {
  readonly byExact: ReadonlyMap<string, string>
  /** By the digits of the code, which exports write with dots or without. */
  readonly byCode: ReadonlyMap<string, string>
  readonly byFolded: ReadonlyMap<string, string>
  /** Every name and alias in its words. */
  readonly inWords: readonly { readonly words: readonly string[]; readonly code: string }[]
  /** Every word of a name or alias. */
  readonly words: ReadonlySet<string>
  /** Answers already given: lists repeat their areas. Holds no more than `MEMO_SIZE`. */
  readonly memo: Map<string, AreaReading>
}

export interface AreaReading {
  readonly code: string | null
  readonly codes: readonly FindingCode[]
}

const PREFIX = /^(kelurahan|kel(?:\s*\/\s*desa)?|desa|ds|kampung|kmp|kp|klrhn|kelrahan|kl)\b\.?\s*/
/** "Hulu" and "ulu", "hilir" and "ilir" are the same word. */
export const UPPER_LOWER = /h(ulu|ilir)\b/g
/** A shorter number is a house, an RT or a row. */
const CODE_DIGITS_MIN = 8

const NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"]
const ROMAN = /(?<=\s)(?:i{1,3}|iv|vi{0,3}|ix|x)$/

export function compact(text: string): string {
  return text.replace(/[^a-z0-9]/g, "")
}

export function foldArea(text: string): string {
  return (
    foldText(text)
      .replace(/[.,;:()]/g, " ")
      .replace(UPPER_LOWER, "$1")
      .replace(/\s+/g, " ")
      .trim()
      .replace(PREFIX, "")
      .trim()
      // "Naikoten 2" and "Naikoten II" are one name.
      .replace(ROMAN, (numeral) => String(NUMERALS.indexOf(numeral) + 1))
  )
}

export function compileAreas(areas: readonly AreaName[]): AreaTable {
  const byExact = new Map<string, string>()
  const byFolded = new Map<string, string>()
  const byCode = new Map<string, string>()
  const inWords: { words: readonly string[]; code: string }[] = []
  for (const area of areas) {
    byExact.set(area.name, area.code)
    const digits = digitsOf(area.code)
    if (digits.length >= CODE_DIGITS_MIN) byCode.set(digits, area.code)
    for (const name of [area.name, ...area.aliases]) {
      byFolded.set(compact(foldArea(name)), area.code)
      inWords.push({ words: wordsOf(foldArea(name)), code: area.code })
    }
  }
  const words = new Set(inWords.flatMap((name) => name.words))
  return { byExact, byCode, byFolded, inWords, words, memo: new Map() }
}

export function wordsOf(folded: string): string[] {
  return folded.split(/[^a-z0-9]+/).filter((word) => word !== "")
}

export function digitsOf(text: string): string {
  return text.replace(/\D/g, "")
}
