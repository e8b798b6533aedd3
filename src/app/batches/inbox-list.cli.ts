import { formatDateId, parseIso } from "../../kernel/local-date.ts"
import { withClaimOnPool } from "../../modules/access/index.ts"
import { listBatches, undoBatch, type Batch, type BatchCycle } from "../../modules/inbox/index.ts"
import type { Payung } from "../open-payung.job.ts"
import type { ImportOptions } from "./import-options.ts"
import { chooseImport } from "./chosen-import.ts"
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
  const batches = await batchesOf(payung, cycle)
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

async function batchesOf(payung: Payung, cycle: BatchCycle): Promise<readonly Batch[]> {
  const { signed } = payung.claimFor(cycle.tenantId)
  return await withClaimOnPool(payung.database.appPool, signed, (client) =>
    listBatches(client, cycle, { after: null, limit: LISTED_MAX }),
  )
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
  return [
    String(batch.seq).padStart(3),
    batch.batchId,
    words.states[state],
    date,
    batch.inboxName,
    sender,
    rows,
  ]
}

/** `./payung import --undo NAME`: by id, number or name of the file, or the last one. */
export async function undoImport(
  payung: Payung,
  cycle: BatchCycle,
  { asked, options }: { readonly asked: string; readonly options: ImportOptions },
): Promise<number> {
  const batches = await batchesOf(payung, cycle)
  const chosen = chooseImport(batches, asked)
  // An id of another year is an import all the same.
  if (chosen.kind === "none" && UUID.test(asked))
    return await undoOne(payung, cycle, { batchId: asked, inboxName: "", options })
  if (chosen.kind !== "one") {
    const offered = chosen.kind === "unclear" ? chosen.candidates : batches.filter(canBeUndone)
    const candidates = alignedRows(
      offered.slice(0, OFFERED_MAX).map((batch) => batchLine(batch, options.language)),
    )
    return failImport({ kind: "import_unclear", asked, candidates }, options.json)
  }
  return await undoOne(payung, cycle, { ...chosen.batch, options })
}

interface Undo {
  readonly batchId: string
  readonly inboxName: string
  readonly options: ImportOptions
}

async function undoOne(
  payung: Payung,
  cycle: BatchCycle,
  { batchId, inboxName, options }: Undo,
): Promise<number> {
  const context = inboxContext(payung, cycle.tenantId)
  const undone = await undoBatch(payung.database.appPool, context, { batchId, key: null })
  if (!undone.ok) return failImport(undone.refusal, options.json)
  const done = await sealed(payung, cycle, null)
  if (!done.ok) return failImport(done.refusal, options.json)
  tell(`${readingWords(options.language).undone}: ${inboxName} ${batchId}\n`)
  if (options.json) {
    const document = { schema: "payung.undo/1", ok: true, batch: batchId, name: inboxName }
    printJson(document)
  }
  return 0
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const OFFERED_MAX = 10

function canBeUndone({ state }: Batch): boolean {
  return state === "applied" || state === "read"
}
