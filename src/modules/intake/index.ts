export { readBatch, countOutcomes, type IntakeBatch, type IntakeFile } from "./batch.ts"
export type { ReceivedFile, ReceivedLetter } from "./open-file.ts"
export type { Correction, SendingRole } from "./succession.ts"
export type { OpenQuestion, QuestionCounts } from "./open-question.ts"
export type { DiffCounts, RowDiff, SendingDiff } from "./sending-diff.ts"
export type { FieldChange } from "./row-said.ts"
export { FINDING_TEXTS, findingParts, type FindingPlace, type Language } from "./finding-text.ts"
export type { ColumnarList } from "./columnar-batch.ts"
export type { StoredRow } from "./columnar-stored.ts"
export type { ListColumns, RowFacts, RowView } from "./columnar-list.ts"
export {
  readLargeCsv,
  type LargeCsvOptions,
  type OpenList,
  type ReadProgress,
} from "./columnar-read.job.ts"
export {
  findingCodes,
  FINDINGS,
  settledBy,
  sortedCodes,
  type Finding,
  type FindingCode,
} from "./finding.ts"
export { columnNumber } from "./column-letters.ts"
export { letterProposal } from "./letter-proposal.ts"
export { classifyOccupation, compileOccupations, type OccupationTable } from "./occupation.ts"
export type { IntakeTables, ReadFile, ReadingKey, ReadingMemory } from "./read-file.ts"
export { fileQuestions, isQuestion, type FileQuestion } from "./repair-question.ts"
export { typingWorkbook } from "./typing-workbook.ts"
export type { LetterHead } from "./repair-letter.ts"
export { repairWorkbooks, type RepairWorkbook } from "./repair-workbook.ts"
export { parseRecipe, printRecipe, type RecipeRefusal } from "./recipe-json.ts"
export { recipeOf, type Recipe } from "./recipe.ts"
export type { IntakeRow, Outcome } from "./row.ts"
export { quietReadings } from "./row-readings.ts"
export type { SendingOffice } from "./sender.ts"
export { areaOf, compileAreas, type AreaName } from "./value-area.ts"
export { readBirthDate, readCalendarDate } from "./value-date.ts"
export { readIncome } from "./value-money.ts"
export { insertRun, lockCycle, storeBatch, type StoredRun } from "./batch.queries.ts"
export { readVocabulary } from "./occupation-reader.ts"
