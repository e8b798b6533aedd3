import { withClaimOnPool } from "../../modules/access/index.ts"
import { listBatches, undoBatch, type Batch, type BatchCycle } from "../../modules/inbox/index.ts"
import type { Payung } from "../open-payung.job.ts"
import type { ImportOptions } from "./import-options.ts"
import { chooseImport } from "./chosen-import.ts"
import { inboxContext, sealed } from "./inbox.job.ts"
import { countIn, readingWords, registerNames } from "./reading-words.ts"
import { failImport } from "./reading-output.cli.ts"
import { alignedRows } from "../command-line/aligned-rows.ts"
import { print, printJson, tell } from "../command-line/terminal.cli.ts"

const LISTED_MAX = 10_000

interface ListPlace {
  readonly cycle: BatchCycle
  readonly timeZone: string
  readonly options: ImportOptions
}

/** `./payung import --list`: what was imported, newest first. */
export async function listInbox(
  payung: Payung,
  { cycle, timeZone, options: { language, json } }: ListPlace,
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
    return 0
  }
  const words = readingWords(language)
  if (batches.length === 0) tell(`${words.inboxEmpty}\n`)
  else {
    print(`${batchTable(batches, { language, timeZone }).join("\n")}\n`)
    tell(`${words.undo}: ./payung import --undo ${words.inbox.number}\n`)
  }
  return 0
}

async function batchesOf(payung: Payung, cycle: BatchCycle): Promise<readonly Batch[]> {
  const { signed } = payung.claimFor(cycle.tenantId)
  return await withClaimOnPool(payung.database.appPool, signed, (client) =>
    listBatches(client, cycle, { after: null, limit: LISTED_MAX }),
  )
}

interface Shown {
  readonly language: ImportOptions["language"]
  /** Of the tenant: a day is a day where its people live. */
  readonly timeZone: string
}

/** Imports below each other, under a heading; nothing where there are none. */
function batchTable(batches: readonly Batch[], shown: Shown): string[] {
  if (batches.length === 0) return []
  const { inbox } = readingWords(shown.language)
  const head = [inbox.number, inbox.state, inbox.received, inbox.file, inbox.sender, inbox.rows]
  return alignedRows([head, ...batches.map((batch) => batchLine(batch, shown))])
}

function batchLine(batch: Batch, { language, timeZone }: Shown): string[] {
  const words = readingWords(language)
  const { reading, receivedAt, state } = batch
  const isList = reading?.kind === "usulan"
  const unit = isList ? words.rows : words.records
  const rows = reading === null ? "" : `${countIn(reading.counts.read, language)} ${unit}`
  const told = reading?.sender.name ?? ""
  const sender = isList ? told : registerNames(told, language)
  return [
    String(batch.seq),
    words.states[state],
    receivedAt.toLocaleString(language, { dateStyle: "long", timeStyle: "short", timeZone }),
    batch.inboxName,
    sender,
    rows,
  ]
}

/** `./payung import --undo NAME`: by id, number or name of the file, or the last one. */
export async function undoImport(
  payung: Payung,
  { cycle, timeZone, options }: ListPlace,
  asked: string,
): Promise<number> {
  const batches = await batchesOf(payung, cycle)
  const chosen = chooseImport(batches, asked)
  // An id of another year is an import all the same.
  if (chosen.kind === "none" && UUID.test(asked))
    return await undoOne(payung, cycle, { batchId: asked, inboxName: "", options })
  if (chosen.kind !== "one") {
    const offered = chosen.kind === "unclear" ? chosen.candidates : batches.filter(canBeUndone)
    const shown = { language: options.language, timeZone }
    const candidates = batchTable(offered.slice(0, OFFERED_MAX), shown)
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
