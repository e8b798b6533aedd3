import { ok, refuse, type Result } from "../../kernel/result.ts"
import { withClaimOnPool } from "../../modules/access/index.ts"
import {
  applyBatch,
  findBatch,
  listBatches,
  receiveBatch,
  undoBatch,
  type Batch,
  type BatchCycle,
  type BatchOrder,
  type InboxContext,
  type InboxResult,
  type ReceivedBytes,
  type RequestKey,
} from "../../modules/inbox/index.ts"
import type { Logger } from "../../platform/log.ts"
import { cycleOfTerms, inboxContext, originalOf, readOrderOf } from "../batches/inbox.job.ts"
import { loadImportTables, type LawChoice } from "../batches/import-tables.load.ts"
import { openFileReader } from "../batches/file-reader.job.ts"
import { lawInForce } from "../law-in-force.job.ts"
import type { Payung } from "../open-payung.job.ts"
import { createBatchQueue, type BatchProgress } from "./batch-queue.job.ts"

/** The inbox behind the API: the commands of the room, and the child that reads. */
export interface BatchService {
  readonly payung: Payung
  /** Of the command that comes next. */
  readonly context: () => InboxContext
  /** The cycle of a year; null where the pack has none. */
  readonly cycleOf: (year: number) => BatchCycle | null
  readonly receive: (order: {
    readonly cycle: BatchCycle
    readonly file: ReceivedBytes
    readonly key: RequestKey | null
  }) => Promise<InboxResult<Batch>>
  readonly find: (batchId: string) => Promise<Batch | null>
  readonly list: (
    cycle: BatchCycle,
    page: { readonly after: number | null; readonly limit: number },
  ) => Promise<readonly Batch[]>
  readonly decide: (
    what: "apply" | "undo",
    order: BatchOrder,
  ) => Promise<InboxResult<{ readonly batch: Batch; readonly repeated: boolean }>>
  /** The sender's own workbook with coloured cells; null where nothing is to be answered. */
  readonly marked: (batch: Batch) => Promise<Uint8Array | null>
  readonly progressOf: (batchId: string) => BatchProgress | null
  /** Resolves when the import was read, or after the time. */
  readonly settled: (batchId: string, withinMs: number) => Promise<void>
  readonly close: () => Promise<void>
}

export interface BatchServiceParts {
  readonly payung: Payung
  readonly tenantId: number
  /** The law's choice for a year. */
  readonly lawOf: (year: number) => LawChoice
  readonly log: Logger
}

export function createBatchService(parts: BatchServiceParts): BatchService {
  const { payung, tenantId, lawOf, log } = parts
  const { appPool } = payung.database
  const queue = createBatchQueue({ payung, tenantId, lawOf, log })
  const context = () => inboxContext(payung, tenantId)
  // Reading the law takes longer than most answers, and every answer names its cycle.
  const cycles = new Map<number, BatchCycle>()
  const asTenant = <T>(work: Parameters<typeof withClaimOnPool<T>>[2]): Promise<T> =>
    withClaimOnPool(appPool, payung.claimFor(tenantId).signed, work)
  const find = (batchId: string) => asTenant((client) => findBatch(client, batchId))
  const found = async (
    batchId: string,
  ): Promise<Result<Batch, { kind: "batch_unknown"; batchId: string }>> => {
    const batch = await find(batchId)
    return batch === null ? refuse({ kind: "batch_unknown", batchId }) : ok(batch)
  }
  const seal = async (): Promise<void> => {
    const done = await payung.sealLog(tenantId)
    if (!done.ok) log.error({ code: done.refusal.code }, "the log could not be sealed")
  }
  return {
    payung,
    context,
    find,
    progressOf: queue.progressOf,
    settled: queue.settled,
    close: queue.close,
    cycleOf: (year) => {
      const known = cycles.get(year)
      if (known !== undefined) return known
      const loaded = loadImportTables(lawOf(year))
      if (!loaded.ok) return null
      const cycle = cycleOfTerms(loaded.value.terms)
      cycles.set(year, cycle)
      return cycle
    },
    list: (cycle, page) => asTenant((client) => listBatches(client, cycle, page)),
    receive: async (order) => {
      const stored = await storeLaw(payung, lawOf(order.cycle.year))
      if (!stored) throw new Error("the law in force cannot be read")
      const received = await receiveBatch(appPool, context(), order)
      if (!received.ok) return received
      if (!received.value.repeated) {
        await seal()
        queue.add(received.value.batchId)
      }
      return await found(received.value.batchId)
    },
    decide: async (what, order) => {
      const command = what === "apply" ? applyBatch : undoBatch
      const decided = await command(appPool, context(), order)
      if (!decided.ok) return decided
      if (!decided.value.repeated) await seal()
      const batch = await found(decided.value.batchId)
      return batch.ok ? ok({ batch: batch.value, repeated: decided.value.repeated }) : batch
    },
    marked: (batch) => markedOf(payung, lawOf(batch.year), batch),
  }
}

/** An import refers to its cycle and its law, so both are in the database before it. */
async function storeLaw(payung: Payung, choice: LawChoice): Promise<boolean> {
  const loaded = loadImportTables(choice)
  if (!loaded.ok) return false
  return (await lawInForce(payung, loaded.value.book)).ok
}

async function markedOf(payung: Payung, law: LawChoice, batch: Batch): Promise<Uint8Array | null> {
  const reader = openFileReader(law)
  try {
    const { order, earlierOf } = await readOrderOf(payung, batch, originalOf(payung, batch))
    const wants = { marked: true, doubtful: false }
    const read = await reader.read(order, { earlierOf, step: () => {}, wants })
    return read.marked
  } finally {
    reader.close()
  }
}
