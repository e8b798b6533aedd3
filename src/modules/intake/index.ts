export { readBatch, countOutcomes, type IntakeBatch, type IntakeFile } from "./batch.ts"
export type { ReceivedFile, ReceivedLetter } from "./open-file.ts"
export type { Correction, SendingRole } from "./sendings/succession.ts"
export type { OpenQuestion, QuestionCounts } from "./layout/open-question.ts"
export type { RowDiff } from "./sendings/diff.ts"
export { FINDING_TEXTS, findingParts, type Language } from "./findings/finding-text.ts"
export type { ColumnarList } from "./columnar/batch.ts"
export type { StoredRow } from "./columnar/stored.ts"
export { readLargeCsv, type ReadProgress } from "./columnar/read.job.ts"
export {
  FINDINGS,
  settledBy,
  sortedCodes,
  type Finding,
  type FindingCode,
} from "./findings/finding.ts"
export { letterProposal } from "./sendings/letter-proposal.ts"
export {
  classifyOccupation,
  compileOccupations,
  type OccupationTable,
} from "./occupations/occupation.ts"
export type { IntakeTables, ReadFile, ReadingKey, ReadingMemory } from "./read-file.ts"
export { fileQuestions, isQuestion } from "./repairs/question.ts"
export { typingWorkbook } from "./repairs/typing-workbook.ts"
export type { LetterHead } from "./repairs/letter.ts"
export { repairWorkbooks, type RepairWorkbook } from "./repairs/workbook.ts"
export { parseRecipe, printRecipe } from "./layout/recipe-json.ts"
export { recipeOf, type Recipe } from "./layout/recipe.ts"
export type { IntakeRow, Outcome } from "./rows/row.ts"
export { quietReadings } from "./rows/readings.ts"
export type { SendingOffice } from "./sendings/sender.ts"
export { areaOf, compileAreas } from "./values/area.ts"
export { readCalendarDate } from "./values/date.ts"
export { readIncome } from "./values/money.ts"
export { insertRun, lockCycle, storeBatch, type StoredRun } from "./batch.queries.ts"
export { readVocabulary } from "./occupations/reader.ts"
export { readTyped } from "./rows/typed-person.ts"
