import { formatDateId, parseIso } from "../../kernel/local-date.ts"
import { withClaimOnPool } from "../../modules/access/index.ts"
import { listBatches, undoBatch, type Batch, type BatchCycle } from "../../modules/inbox/index.ts"
import type { Payung } from "../open-payung.job.ts"
import type { ImportOptions } from "./import-options.ts"
import { inboxContext, sealed } from "./inbox.job.ts"
import { countIn, readingWords, registerNames } from "./reading-words.ts"
import { failImport } from "./reading-output.cli.ts"
import { alignedRows } from "../command-line/aligned-rows.ts"
import { printJson, tell } from "../command-line/terminal.cli.ts"

const LISTED_MAX = 10_000

/** `./payung import --list`: what was imported, newest first. */
export async function listInbox(
  payung: Payung,
  cycle: BatchCycle,
  { language, json }: ImportOptions,
): Promise<number> {
  const { signed } = payung.claimFor(cycle.tenantId)
  const batches = await withClaimOnPool(payung.database.appPool, signed, (client) =>
    listBatches(client, cycle, { after: null, limit: LISTED_MAX }),
  )
  if (json) {
    const listed = batches.map(({ batchId, inboxName, state, seq, reading }) => ({
      batch: batchId,
      seq,
      name: inboxName,
      state,
      sender: reading?.sender ?? null,
      counts: reading?.counts ?? null,
    }))
    printJson({ schema: "payung.inbox/1", ok: true, batches: listed })
  }
  const lines = alignedRows(batches.map((batch) => batchLine(batch, language)))
  const text = lines.length === 0 ? readingWords(language).inboxEmpty : lines.join("\n")
  tell(`${text}\n`)
  return 0
}

function batchLine(batch: Batch, language: ImportOptions["language"]): string[] {
  const words = readingWords(language)
  const { reading, receivedAt, state } = batch
  const on = parseIso(receivedAt.toISOString().slice(0, 10))
  const date = on === null ? "" : language === "id" ? formatDateId(on) : on
  const isList = reading?.kind === "usulan"
  const unit = isList ? words.rows : words.records
  const rows = reading === null ? "" : `${countIn(reading.counts.read, language)} ${unit}`
  const told = reading?.sender.name ?? ""
  const sender = isList ? told : registerNames(told, language)
  return [batch.batchId, words.states[state], date, batch.inboxName, sender, rows]
}

/** `./payung import --undo ID`. */
export async function undoImport(
  payung: Payung,
  cycle: BatchCycle,
  { batchId, options }: { readonly batchId: string; readonly options: ImportOptions },
): Promise<number> {
  if (!UUID.test(batchId)) return failImport({ kind: "batch_unknown", batchId }, options.json)
  const context = inboxContext(payung, cycle.tenantId)
  const undone = await undoBatch(payung.database.appPool, context, { batchId, key: null })
  if (!undone.ok) return failImport(undone.refusal, options.json)
  const done = await sealed(payung, cycle, null)
  if (!done.ok) return failImport(done.refusal, options.json)
  tell(`${readingWords(options.language).undone}: ${batchId}\n`)
  if (options.json) {
    const document = { schema: "payung.undo/1", ok: true, batch: batchId }
    printJson(document)
  }
  return 0
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
