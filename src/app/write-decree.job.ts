import {
  annexWorkbook,
  enrolmentWorkbook,
  renderAnnexPdf,
  reserveWorkbook,
  type Annex,
} from "../modules/decree/index.ts"
import type { PdfMemory } from "../platform/documents/index.ts"
import { releaseMemory } from "../platform/release-memory.ts"
import type { WorkbookSpec } from "../platform/spreadsheet/sheet-spec.ts"
import { writeWorkbook } from "../platform/spreadsheet/write-workbook.ts"
import { annexFrame, annexPeople, type AnnexSource } from "./annex-facts.ts"
import { documentKey, workbookKey } from "./document-key.ts"
import type { OutputFolder } from "./output-folder.job.ts"

export interface DecreeSource extends AnnexSource {
  readonly annex: Annex
  readonly memory: PdfMemory
}

/** The annex as PDF and as workbook, the reserve list and the enrolment file. */
export async function writeDecree(output: OutputFolder, source: DecreeSource): Promise<void> {
  const { annex, memory } = source
  const pdfKey = documentKey(memory.version, "annex-pdf", annex)
  await output.keep("lampiran-sk.pdf", pdfKey, async () => await renderAnnexPdf(annex, memory))
  const write = async (path: string, spec: WorkbookSpec): Promise<void> => {
    const key = workbookKey(memory.version, spec)
    await output.keep(path, key, async () => {
      const bytes = await writeWorkbook(spec)
      releaseMemory()
      return bytes
    })
  }
  await write("lampiran-sk.xlsx", annexWorkbook(annex))
  const reserve = reserveWorkbook(annexFrame(source), annexPeople(source, "reserve"))
  await write("daftar-cadangan.xlsx", reserve)
  await write("pendaftaran-bpjs.xlsx", enrolmentWorkbook(annex))
}
