import { deflateSync } from "node:zlib"
import { pageContent, type DrawnPage } from "./drawn-page.ts"
import { pagesOnSpecimen, specimenParts } from "./pages-on-specimen.ts"
import { parsePdf } from "./pdf-objects.ts"
import { glyphsOf, specimenJob } from "./specimen.ts"
import { rememberedPdf, type PdfMemory } from "./typst.ts"

export interface DrawnDocument {
  readonly title: string
  readonly author: string
  /** Plain words: letters, digits, colons, hyphens. */
  readonly keywords: readonly string[]
  /** Creation time in the file, seconds since 1970: a document date, never now. */
  readonly timestampSeconds: number
  /** Points. */
  readonly width: number
  readonly height: number
  readonly pages: readonly DrawnPage[]
}

/**
 * Pages whose every line has its place already, as PDF/A-2b. typst sets a specimen of the letters;
 * a compiler that lays out what is laid out takes three times as long (docs/adr/0018).
 */
export async function drawPdf(
  document: DrawnDocument,
  memory: PdfMemory | null = null,
): Promise<Uint8Array> {
  const specimen = parsePdf(Buffer.from(await rememberedPdf(specimenJob(document), memory)))
  const glyphs = glyphsOf(specimen, specimenParts(specimen).resources.dictionary)
  // One after the other: hundreds of packers at once take 100 MB and twice the time.
  const pages = document.pages.map((page) => ({
    content: deflateSync(pageContent(page, document.height, glyphs)),
    bookmark: page.bookmark,
  }))
  return pagesOnSpecimen(specimen, { ...document, pages })
}
