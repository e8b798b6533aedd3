// The door of the room `inbox`.
export { applyBatch, type BatchOrder } from "./apply-batch.command.ts"
export {
  comparisonOf,
  isBatchKind,
  maskNumbers,
  type Batch,
  type BatchCycle,
  type BatchDiff,
  type BatchKind,
  type BatchReading,
  type BatchState,
  type ReadingSheet,
  type ReceivedBytes,
  type RowChange,
} from "./batch.ts"
export {
  appliedBatches,
  findBatch,
  inboxNameFor,
  insertRunBatches,
  listBatches,
  readRecipes,
  waitingBatches,
  type RequestKey,
  type StoredRecipe,
} from "./batch.queries.ts"
export { importBatch, type ImportOrder } from "./import-batch.command.ts"
export type { InboxContext, InboxResult } from "./inbox-context.ts"
export { describeInboxRefusal, type InboxMessage, type InboxRefusal } from "./inbox-refusal.ts"
export { readFindings, readRows, recordExport } from "./read-rows.command.ts"
export { receiveBatch } from "./receive-batch.command.ts"
export { stageBatch, type ReadOutcome } from "./stage-batch.command.ts"
export type { CodeCount, RowFilter, ShownRow } from "./staged-row.queries.ts"
export { stagedParts, type ChangeOf, type StagedParts, type StagedSum } from "./staged-text.ts"
export { undoBatch } from "./undo-batch.command.ts"
