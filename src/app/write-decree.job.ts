import {
  annexWorkbook,
  enrolmentWorkbook,
  renderAnnexPdf,
  reserveWorkbook,
} from "../modules/decree/index.ts"
import { releaseMemory } from "../platform/release-memory.ts"
import { writeWorkbook } from "../platform/spreadsheet/write-workbook.ts"
import { annexFrame, annexOf, annexPeople, type AnnexSource } from "./annex-facts.ts"
import type { OutputFolder } from "./output-folder.job.ts"

/** The annex as PDF and workbook, the reserve list and the enrolment file. */
export async function writeDecree(output: OutputFolder, source: AnnexSource): Promise<void> {
  const annex = annexOf(source)
  const document = await renderAnnexPdf(annex)
  output.write("lampiran-sk.pdf", document.pdf)
  output.write("lampiran-sk.xlsx", await writeWorkbook(annexWorkbook(annex)))
  releaseMemory()
  const reserve = reserveWorkbook(annexFrame(source), annexPeople(source, "reserve"))
  output.write("daftar-cadangan.xlsx", await writeWorkbook(reserve))
  output.write("pendaftaran-bpjs.xlsx", await writeWorkbook(enrolmentWorkbook(annex)))
  releaseMemory()
}
