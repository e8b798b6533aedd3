import {
  annexWorkbook,
  enrolmentWorkbook,
  renderAnnexPdf,
  reserveWorkbook,
  type Annex,
} from "../modules/decree/index.ts"
import type { PdfMemory } from "../platform/documents/index.ts"
import { releaseMemory } from "../platform/release-memory.ts"
import { writeWorkbook } from "../platform/spreadsheet/write/workbook.ts"
import { annexFrame, annexPeople, type AnnexSource } from "./annex-facts.ts"
import { documentKey } from "./document-key.ts"
import type { OutputFolder } from "./output-folder.job.ts"

export interface DecreeSource extends AnnexSource {
  readonly annex: Annex
  readonly memory: PdfMemory
}

/**
 * The annex as PDF and as workbook, the reserve list and the enrolment file. Each hangs on the people
 * of its list and on our code: where both are the same it is not even laid out.
 */
export async function writeDecree(output: OutputFolder, source: DecreeSource): Promise<void> {
  const { annex, memory } = source
  const keep = async (
    path: string,
    list: string,
    make: () => Promise<Uint8Array>,
  ): Promise<void> => {
    await output.keep(path, documentKey(memory.version, path, list), async () => {
      const bytes = await make()
      releaseMemory()
      return bytes
    })
  }
  const selected = documentKey(memory.version, annex)
  await keep("lampiran-sk.pdf", selected, () => renderAnnexPdf(annex, memory))
  await keep("lampiran-sk.xlsx", selected, () => writeWorkbook(annexWorkbook(annex)))
  const frame = annexFrame(source)
  const reserve = annexPeople(source, "reserve")
  await keep("daftar-cadangan.xlsx", documentKey(memory.version, frame, reserve), () =>
    writeWorkbook(reserveWorkbook(frame, reserve)),
  )
  await keep("pendaftaran-bpjs.xlsx", selected, () => writeWorkbook(enrolmentWorkbook(annex)))
}
