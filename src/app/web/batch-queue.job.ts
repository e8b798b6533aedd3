import { mkdirSync, rmSync } from "node:fs"
import { dirname, join } from "node:path"
import { withClaimOnPool } from "../../modules/access/index.ts"
import {
  findBatch,
  stageBatch,
  waitingBatches,
  type Batch,
  type ReadOutcome,
} from "../../modules/inbox/index.ts"
import { describeFailure } from "../../platform/http.ts"
import type { Logger } from "../../platform/log.ts"
import { LARGE_CSV_BYTES } from "../../platform/spreadsheet/csv/reader.ts"
import type { ImportFile } from "../batches/file-content.load.ts"
import {
  openFileReader,
  ReaderDied,
  type FileReader,
  type ReaderHooks,
} from "../batches/file-reader.job.ts"
import { inboxContext, originalOf, OriginalLost, readOrderOf } from "../batches/inbox.job.ts"
import type { LawChoice } from "../batches/import-tables.load.ts"
import type { ReadStep, RowsDone } from "../batches/read-import.job.ts"
import { shareOf } from "../batches/reading-progress.ts"
import type { Payung } from "../open-payung.job.ts"

export interface BatchProgress {
  readonly share: number
  readonly step: ReadStep | "wait" | "store"
  /** Rows of the step that are done, of so many where that is known. */
  readonly rows: RowsDone | null
}

/** Reads received files one after the other, each in a child of its own. */
export interface BatchQueue {
  readonly add: (batchId: string) => void
  readonly progressOf: (batchId: string) => BatchProgress | null
  /** Resolves when the import was read, or after the time; at once where nothing is under way. */
  readonly settled: (batchId: string, withinMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

interface QueueParts {
  readonly payung: Payung
  readonly tenantId: number
  readonly lawOf: (year: number) => LawChoice
  readonly log: Logger
}

export function createBatchQueue(parts: QueueParts): BatchQueue {
  const waiting: string[] = []
  const progress = new Map<string, BatchProgress>()
  const watchers = new Map<string, Set<() => void>>()
  let [reader, isClosed]: [FileReader | null, boolean] = [null, false]
  let working: Promise<void> | null = null
  const at = (batchId: string, step: BatchProgress["step"], rows?: RowsDone): void => {
    const share = step === "wait" ? 0 : Number(shareOf(step, rows).toFixed(3))
    progress.set(batchId, { step, share, rows: rows ?? null })
  }
  const work = async (): Promise<void> => {
    for (let batchId = waiting.shift(); batchId !== undefined; batchId = waiting.shift()) {
      try {
        const id = batchId
        await readReceived(parts, id, {
          step: (step, rows) => at(id, step, rows),
          opened: (opened) => {
            reader = opened
          },
          isStopped: () => isClosed,
        })
      } catch (error) {
        // What was received stays received: the next start reads it again.
        if (!isClosed) parts.log.error({ failure: describeFailure(error) }, "import not read")
      }
      progress.delete(batchId)
      for (const tell of watchers.get(batchId) ?? []) tell()
      watchers.delete(batchId)
      reader = null
    }
    working = null
  }
  const add = (batchId: string): void => {
    at(batchId, "wait")
    waiting.push(batchId)
    if (!isClosed) working ??= work()
  }
  // What an earlier server received and could not finish.
  const resumed = waitingOnes(parts).then(
    (ids) => ids.forEach(add),
    () => {},
  )
  return {
    add,
    progressOf: (batchId) => progress.get(batchId) ?? null,
    settled: (batchId, withinMs) =>
      new Promise((resolve) => {
        if (!progress.has(batchId)) return resolve()
        const own = watchers.get(batchId) ?? new Set()
        watchers.set(batchId, own)
        const end = (): void => {
          clearTimeout(timer)
          own.delete(end)
          resolve()
        }
        const timer = setTimeout(end, withinMs)
        own.add(end)
      }),
    close: async () => {
      isClosed = true
      waiting.length = 0
      for (const own of watchers.values()) for (const tell of own) tell()
      reader?.close()
      await resumed
      await working
    },
  }
}

function waitingOnes({ payung, tenantId }: QueueParts): Promise<string[]> {
  const { signed } = payung.claimFor(tenantId)
  return withClaimOnPool(payung.database.appPool, signed, waitingBatches)
}

interface ReceivedHooks {
  readonly step: ReaderHooks["step"]
  readonly opened: (reader: FileReader) => void
  readonly isStopped: () => boolean
}

async function readReceived(
  { payung, tenantId, lawOf, log }: QueueParts,
  batchId: string,
  hooks: ReceivedHooks,
): Promise<void> {
  const { signed } = payung.claimFor(tenantId)
  const batch = await withClaimOnPool(payung.database.appPool, signed, (client) =>
    findBatch(client, batchId),
  )
  if (batch === null || batch.state !== "received") return
  const reader = openFileReader(lawOf(batch.year))
  hooks.opened(reader)
  const scratch = join(payung.config.home, "uploads", `${batchId}.part`)
  try {
    const content = contentFor(payung, batch, scratch)
    const outcome = await outcomeOf(payung, reader, { batch, content, hooks })
    const context = inboxContext(payung, tenantId)
    const staged = await stageBatch(payung.database.loader, context, { batchId, outcome })
    if (!staged.ok) log.error({ refusal: staged.refusal.kind }, "import not staged")
  } finally {
    reader.close()
    rmSync(scratch, { force: true })
  }
}

/** A large file lies open while it is read, where uploads lie, so that it never stands in memory. */
function contentFor(payung: Payung, batch: Batch, scratch: string): ImportFile["content"] {
  if (batch.sizeBytes < LARGE_CSV_BYTES) return originalOf(payung, batch)
  mkdirSync(dirname(scratch), { recursive: true, mode: 0o700 })
  if (!payung.store.copyTo(batch.sha256, scratch)) throw new OriginalLost(batch.batchId)
  return { path: scratch }
}

interface Received {
  readonly batch: Batch
  readonly content: ImportFile["content"]
  readonly hooks: ReceivedHooks
}

async function outcomeOf(
  payung: Payung,
  reader: FileReader,
  { batch, content, hooks }: Received,
): Promise<ReadOutcome> {
  const { order, earlierOf } = await readOrderOf(payung, batch, content)
  try {
    const wants = { marked: false, doubtful: false }
    return (await reader.read(order, { earlierOf, step: hooks.step, wants })).outcome
  } catch (error) {
    // A server that stops has ended the child itself: the file is not to blame.
    if (!(error instanceof ReaderDied) || hooks.isStopped()) throw error
    const before = "memory_time"
    const finding = { code: "FILE_TOO_MUCH", field: "file", before, after: "" } as const
    return { kind: "refused", finding }
  }
}
