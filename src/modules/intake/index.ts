export {
  readBatch,
  countOutcomes,
  type IntakeBatch,
  type IntakeFile,
  type ReceivedFile,
  type ReceivedLetter,
} from "./batch.ts"
export { FINDING_TEXTS, type FindingPlace, type Language } from "./finding-text.ts"
export {
  findingCodes,
  FINDINGS,
  handlingOf,
  sortedCodes,
  type Finding,
  type FindingCode,
} from "./finding.ts"
export { classifyOccupation, compileOccupations, type OccupationTable } from "./occupation.ts"
export { loadOccupationVocabulary } from "./occupation.load.ts"
export type { IntakeTables } from "./read-file.ts"
export { fileQuestions, type FileQuestion } from "./repair-question.ts"
export { repairWorkbooks, type RepairWorkbook } from "./repair-sheet.ts"
export type { IntakeRow, Outcome } from "./row.ts"
export type { SendingOffice } from "./sender.ts"
export { areaOf, compileAreas, type AreaName } from "./value-area.ts"
export { dateFromSerial, readBirthDate } from "./value-date.ts"
export { readIncome } from "./value-money.ts"
export { insertRun, lockCycle, storeBatch, type StoredRun } from "./batch.queries.ts"
export { readVocabulary } from "./occupation-reader.ts"
export { renderCallLetter, renderStatements } from "./render-season.job.ts"
export { seasonWorkbook, type SeasonWorkbook } from "./season-workbook.ts"
export type { SeasonFrame, SeasonOffice, SeasonRecipient } from "./season.ts"
