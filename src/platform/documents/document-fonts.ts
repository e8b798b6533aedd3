import { characterWidths, keepCharacters, packTrueType, renameFamily, unpackWoff } from "./font.ts"
import { createRequire } from "node:module"
import { readFileSync } from "node:fs"
import type { FontTables } from "./font.ts"

export type FontWeight = "regular" | "bold"

/** Names for `set text(font: ..)`: the second holds the letters that the first lacks (ā, ș, ğ). */
export const DOCUMENT_FONTS = ["Noto Sans", "Noto SanX"] as const

const CSS_WEIGHT: Record<FontWeight, number> = { regular: 400, bold: 700 }
const REPLACEMENT = "?"
/** Zero-width and direction marks and the soft hyphen: they have no width to measure. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]|\ufe0e|\ufe0f/g
const loaded = new Map<FontWeight, Map<number, number>>()

/** The font files as typst reads them. They come with the product, never from the machine. */
export function documentFontFiles(): Buffer[] {
  return (["regular", "bold"] as const).flatMap((weight) => subsets(weight).map(packTrueType))
}

/** Width in points of a text that `drawable` has passed, set without kerning and ligatures. */
export function textWidth(text: string, sizePoints: number, weight: FontWeight): number {
  const widths = widthsOf(weight)
  let thousandths = 0
  for (const character of text) thousandths += widths.get(character.codePointAt(0) ?? 0) ?? 0
  return (thousandths * sizePoints) / 1000
}

/**
 * The text in letters that the fonts have, each blank single. A form of a letter becomes the letter
 * ("ﬁ", "Ａ"); a letter they lack becomes "?": PDF/A forbids the empty box, and one foreign letter
 * must not stop a decree of ten thousand people.
 */
export function drawable(text: string): string {
  let out = ""
  for (const character of text.normalize("NFC").replace(INVISIBLE, "").replace(/\s+/g, " ")) {
    out += canDraw(character) ? character : plainForm(character)
  }
  return out.trim()
}

function plainForm(character: string): string {
  const plain = character.normalize("NFKC")
  return [...plain].every(canDraw) ? plain : REPLACEMENT
}

function canDraw(character: string): boolean {
  return widthsOf("regular").has(character.codePointAt(0) ?? 0)
}

function widthsOf(weight: FontWeight): Map<number, number> {
  const known = loaded.get(weight)
  if (known !== undefined) return known
  const widths = new Map(
    subsets(weight)
      .toReversed()
      .flatMap((t) => [...characterWidths(t)]),
  )
  loaded.set(weight, widths)
  return widths
}

function subsets(weight: FontWeight): FontTables[] {
  return [
    readSubset("latin", weight),
    renameFamily(readSubset("latin-ext", weight), DOCUMENT_FONTS[0], DOCUMENT_FONTS[1]),
  ]
}

function readSubset(subset: string, weight: FontWeight): FontTables {
  const file = `noto-sans-${subset}-${CSS_WEIGHT[weight]}-normal.woff`
  const path = createRequire(import.meta.url).resolve(`@fontsource/noto-sans/files/${file}`)
  const tables = unpackWoff(readFileSync(path))
  const whole = keepCharacters(tables, (character) => !isCombining(character))
  return new Map([...whole].filter(([tag]) => tag !== "GSUB"))
}

/**
 * Combining marks and glyph substitutions (GSUB) would draw "ā" as "a" and a mark, and typst 0.13
 * then notes no text for the glyph "a": copying and searching lose every "a" of the document.
 */
function isCombining(character: number): boolean {
  return character >= 0x300 && character <= 0x36f
}
