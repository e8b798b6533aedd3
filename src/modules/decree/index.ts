/** The only door of the room: draft decrees, their annex and the documents made of it. */
export { buildAnnex } from "./annex.ts"
export type { Annex } from "./annex.ts"
export type { AnnexFrame, AnnexPerson } from "./annex-person.ts"
export { annexWorkbook } from "./annex-workbook.ts"
export { storeDraft } from "./draft.queries.ts"
export { enrolmentWorkbook } from "./enrolment-workbook.ts"
export { renderAnnexPdf } from "./render-annex.job.ts"
export { reserveWorkbook } from "./reserve-workbook.ts"
