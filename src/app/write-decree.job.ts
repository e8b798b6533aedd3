import {
  annexWorkbook,
  enrolmentWorkbook,
  renderAnnexPdf,
  reserveWorkbook,
} from "../modules/decree/index.ts"
import type { PdfMemory } from "../platform/documents/index.ts"
import { releaseMemory } from "../platform/release-memory.ts"
import type { WorkbookSpec } from "../platform/spreadsheet/sheet-spec.ts"
import { writeWorkbook } from "../platform/spreadsheet/write-workbook.ts"
import { annexFrame, annexOf, annexPeople, type AnnexSource } from "./annex-facts.ts"
import { documentKey, workbookKey } from "./document-key.ts"
import type { OutputFolder } from "./output-folder.job.ts"

/** The annex as PDF, while it is being set. */
export interface AnnexPdf {
  readonly written: Promise<void>
}

/** Begins to set the annex, in processes of its own: the run has other work to do meanwhile. */
export function beginAnnexPdf(
  output: OutputFolder,
  source: AnnexSource,
  memory: PdfMemory,
): AnnexPdf {
  const annex = annexOf(source)
  const key = documentKey(memory.version, "annex-pdf", annex)
  const written = output.keep(
    "lampiran-sk.pdf",
    key,
    async () => await renderAnnexPdf(annex, memory),
  )
  // Whoever waits for it hears of its failure; until then it is no unhandled one.
  written.catch(() => undefined)
  return { written }
}

/** The annex as workbook, the reserve list and the enrolment file. */
export async function writeDecree(
  output: OutputFolder,
  source: AnnexSource & { readonly version: string },
): Promise<void> {
  const write = async (path: string, spec: WorkbookSpec): Promise<void> => {
    const key = workbookKey(source.version, spec)
    await output.keep(path, key, async () => {
      const bytes = await writeWorkbook(spec)
      releaseMemory()
      return bytes
    })
  }
  const annex = annexOf(source)
  await write("lampiran-sk.xlsx", annexWorkbook(annex))
  const reserve = reserveWorkbook(annexFrame(source), annexPeople(source, "reserve"))
  await write("daftar-cadangan.xlsx", reserve)
  await write("pendaftaran-bpjs.xlsx", enrolmentWorkbook(annex))
}
