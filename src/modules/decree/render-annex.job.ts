import { drawAnnexPage, PAGE_HEIGHT, PAGE_WIDTH } from "./annex-drawing.ts"
import { annexSubject } from "./annex-wording.ts"
import { drawable, drawPdf, textWidth } from "../../platform/documents/index.ts"
import { formatDateId } from "../../kernel/local-date.ts"
import { layOutAnnex } from "./annex-layout.ts"
import type { Annex } from "./annex.ts"
import type { PdfMemory } from "../../platform/documents/index.ts"

/** `lampiran-sk.pdf`: PDF/A-2b, the same bytes for the same annex. */
export async function renderAnnexPdf(
  annex: Annex,
  memory: PdfMemory | null = null,
): Promise<Uint8Array> {
  const { frame, listHash } = annex
  const setter = { width: textWidth, drawable }
  const pages = layOutAnnex(annex, setter)
  const drawing = {
    setter,
    mark: "RANCANGAN",
    footer: drawable(
      `Rancangan per ${formatDateId(frame.generatedOn)}. ` +
        `Sidik jari daftar (SHA-256): ${listHash}`,
    ),
    pageCount: pages.length,
  }
  const document = {
    title: `Lampiran: ${drawable(annexSubject(frame))}`,
    author: drawable(`Pemerintah Kota ${frame.cityName}`),
    keywords: [`list-sha256:${listHash}`, `result-sha256:${frame.resultHash}`],
    timestampSeconds: Date.parse(`${frame.generatedOn}T00:00:00Z`) / 1000,
    width: PAGE_WIDTH,
    height: PAGE_HEIGHT,
    pages: pages.map((page, at) => drawAnnexPage(page, at + 1, drawing)),
  }
  return await drawPdf(document, memory)
}
