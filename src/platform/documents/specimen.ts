import { assert } from "../../kernel/assert.ts"
import { inflateSync } from "node:zlib"
import { DOCUMENT_FONTS, type FontWeight } from "./document-fonts.ts"
import type { DrawnPage, Glyph, Glyphs } from "./drawn-page.ts"
import type { ParsedPdf, PdfObject } from "./pdf-objects.ts"
import type { TypstJob } from "./typst.ts"

/** Stands where the document's keywords go: they differ from run to run, the specimen does not. */
export const KEYWORDS_PLACE = "kata-kunci"

const SOURCE = `
#let doc = json("input.json")
#set document(title: doc.title, author: doc.author, keywords: doc.keywords, date: auto)
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: doc.fonts, lang: "id", fallback: false, kerning: false, ligatures: false,
  hyphenate: false)
#doc.letters
#text(weight: "bold", doc.letters)
`

export interface SpecimenOf {
  readonly title: string
  readonly author: string
  readonly timestampSeconds: number
  readonly pages: readonly DrawnPage[]
}

/** One page that holds every letter of a document in both weights, below the document's title. */
export function specimenJob({ title, author, timestampSeconds, pages }: SpecimenOf): TypstJob {
  const letters = lettersOf(pages)
  const input = { title, author, keywords: [KEYWORDS_PLACE], fonts: DOCUMENT_FONTS, letters }
  return { source: SOURCE, input, timestampSeconds }
}

const PLAIN = /^[ -~]*$/

/** All of ASCII, so that other people are seldom another specimen, and what else there is. */
function lettersOf(pages: readonly DrawnPage[]): string {
  const others = new Set<string>()
  for (const item of pages.flatMap(({ items }) => items)) {
    if (item.kind !== "text" || PLAIN.test(item.text)) continue
    for (const letter of item.text) if (!PLAIN.test(letter)) others.add(letter)
  }
  const plain = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
  return [...plain, ...[...others].sort()].join("")
}

/** The glyphs of the specimen's fonts, as their own tables for copying text tell them. */
export function glyphsOf(specimen: ParsedPdf, resources: string): Glyphs {
  const objects = new Map(specimen.objects.map((object) => [object.id, object]))
  const glyphs: Record<FontWeight, Map<string, Glyph>> = { regular: new Map(), bold: new Map() }
  for (const [, font = "", id] of resources.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const dictionary = objects.get(Number(id))?.dictionary ?? ""
    const weight = /\/BaseFont \/\S*Bold/.test(dictionary) ? "bold" : "regular"
    const table = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1]))
    for (const [character, code] of lettersByGlyph(table))
      if (!glyphs[weight].has(character)) glyphs[weight].set(character, { font, code })
  }
  assert(glyphs.regular.size >= 95 && glyphs.bold.size >= 95, "a specimen holds all of ASCII")
  return glyphs
}

function lettersByGlyph(table: PdfObject | undefined): [character: string, code: string][] {
  assert(table?.stream !== null && table !== undefined, "a font says which letters its glyphs are")
  const text = inflateSync(table.stream.subarray("\nstream\n".length)).toString("latin1")
  return [...text.matchAll(/<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>/g)].map(
    ([, code = "", letters = ""]) => [
      Buffer.from(letters, "hex").swap16().toString("utf16le"),
      code,
    ],
  )
}
