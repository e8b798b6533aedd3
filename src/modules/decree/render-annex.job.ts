import { ANNEX_TEMPLATE } from "./annex-template.ts"
import { annexSubject } from "./annex-wording.ts"
import { assert } from "../../kernel/assert.ts"
import { compilePdfParts, drawable, textWidth } from "../../platform/documents/index.ts"
import { formatDateId } from "../../kernel/local-date.ts"
import { layOutAnnex } from "./annex-layout.ts"
import type { Annex } from "./annex.ts"
import type { PartMemory, TypstDocument, TypstJob } from "../../platform/documents/index.ts"

/** Pages in one run of the compiler: 60 take 110 MB, all of 10,000 people at once 280 MB. */
const PAGES_A_PART = 60

/** `lampiran-sk.pdf`: PDF/A-2b, the same bytes for the same annex. */
export async function renderAnnexPdf(
  annex: Annex,
  memory: PartMemory | null = null,
): Promise<TypstDocument> {
  const pages = layOutAnnex(annex, { width: textWidth, drawable })
  const whole = documentInput(annex)
  const timestampSeconds = Date.parse(`${annex.frame.generatedOn}T00:00:00Z`) / 1000
  // The document takes its metadata from its first part. The others know nothing of the run, so that
  // they stay the same as long as their list does.
  const later = { ...whole, keywords: [] }
  const jobs: TypstJob[] = []
  for (let from = 0; from < pages.length; from += PAGES_A_PART) {
    const part = {
      pages: pages.slice(from, from + PAGES_A_PART),
      firstPage: from + 1,
      pageCount: pages.length,
    }
    jobs.push({
      source: ANNEX_TEMPLATE,
      input: { ...(from === 0 ? whole : later), ...part },
      timestampSeconds,
    })
  }
  const document = await compilePdfParts(jobs, memory)
  assert(document.pages === pages.length, "every laid out page is one page of the document")
  return document
}

function documentInput(annex: Annex): Record<string, unknown> {
  const { frame, listHash } = annex
  return {
    title: `Lampiran: ${drawable(annexSubject(frame))}`,
    author: drawable(`Pemerintah Kota ${frame.cityName}`),
    keywords: [`list-sha256:${listHash}`, `result-sha256:${frame.resultHash}`],
    mark: "RANCANGAN",
    footer:
      `Rancangan per ${formatDateId(frame.generatedOn)}. ` +
      `Sidik jari daftar (SHA-256): ${listHash}`,
  }
}
