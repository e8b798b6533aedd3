import { refuse, ok, type Result } from "../../kernel/result.ts"
import { withClaimOnPool } from "../../modules/access/index.ts"
import {
  appliedBatches,
  inboxNameFor,
  readRecipes,
  type Batch,
  type BatchCycle,
  type InboxContext,
  type StoredRecipe,
} from "../../modules/inbox/index.ts"
import { parseRecipe, type Recipe } from "../../modules/intake/index.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import type { CycleTerms } from "../cycle.ts"
import { readLetters, type DatedLetter } from "../read-letters.ts"
import type { Payung } from "../open-payung.job.ts"
import type { RunRefusal } from "../run-refusal.ts"
import { earlierAmong, type EarlierKey } from "./earlier-lists.ts"
import type { ImportFile } from "./file-content.load.ts"
import type { EarlierList } from "./read-import.job.ts"

/** What lies in the inbox of a cycle, in order of receipt. */
export interface Inbox {
  readonly cycle: BatchCycle
  readonly applied: readonly Batch[]
  readonly letters: readonly DatedLetter[]
  readonly recipes: readonly Recipe[]
}

export function cycleOfTerms({ book, cycle }: CycleTerms): BatchCycle {
  const { tenantId, programme } = book.pack
  return { tenantId, programmeCode: programme.code, year: cycle.year }
}

export function inboxContext(payung: Payung, tenantId: number): InboxContext {
  return {
    ...payung.claimFor(tenantId),
    nowMs: payung.clock.nowMs(),
    random: () => payung.random(10),
  }
}

export async function openInbox(payung: Payung, cycle: BatchCycle): Promise<Inbox> {
  const { signed } = payung.claimFor(cycle.tenantId)
  const [applied, recipes] = await withClaimOnPool(
    payung.database.appPool,
    signed,
    async (client) => [await appliedBatches(client, cycle), await readRecipes(client)] as const,
  )
  return { cycle, applied, recipes: recipesOf(recipes), letters: await lettersOf(payung, applied) }
}

/** What was confirmed before this program could read it is left alone, never guessed at. */
function recipesOf(stored: readonly StoredRecipe[]): Recipe[] {
  return stored.flatMap(({ recipe, version, confirmedBy }) => {
    const read = parseRecipe(JSON.stringify(recipe))
    return read.ok ? [{ ...read.value, version, confirmedBy }] : []
  })
}

/** The name under which a file would lie in the inbox. */
export async function nameInInbox(
  payung: Payung,
  cycle: BatchCycle,
  name: string,
): Promise<string> {
  const { signed } = payung.claimFor(cycle.tenantId)
  return await withClaimOnPool(payung.database.appPool, signed, (client) =>
    inboxNameFor(client, cycle, name),
  )
}

/** What the sender has in the inbox, with the bytes. */
export function earlierLists(payung: Payung, inbox: Inbox, key: EarlierKey): EarlierList[] {
  const lists = inbox.applied.flatMap((batch) =>
    batch.reading?.kind === "usulan"
      ? [{ batch, sha256: batch.sha256, senderId: batch.reading.sender.id }]
      : [],
  )
  return earlierAmong(lists, key).map(({ batch }) => ({
    batchId: batch.batchId,
    name: batch.inboxName,
    sha256: batch.sha256,
    sizeBytes: batch.sizeBytes,
    content: originalOf(payung, batch),
  }))
}

/** A file that was imported and is gone from the store is an installation that was damaged. */
export class OriginalLost extends Error {
  override readonly name = "OriginalLost"
}

export function originalOf(payung: Pick<Payung, "store">, { sha256, inboxName }: Batch): Buffer {
  const content = payung.store.read(sha256)
  if (content === null) throw new OriginalLost(`${inboxName} (${sha256})`)
  return content
}

/**
 * Letters of an inbox: what its registers of letters say, then what whoever imported a file said
 * of its sender; files that no letter names follow in order of receipt.
 */
async function lettersOf(
  payung: Payung,
  applied: readonly Batch[],
): Promise<readonly DatedLetter[]> {
  const books = []
  for (const batch of applied.filter(({ reading }) => reading?.kind === "surat-masuk")) {
    const workbook = await readReceived(originalOf(payung, batch), batch.inboxName)
    if (workbook.ok) books.push({ name: batch.inboxName, workbook: workbook.value })
  }
  const told = readLetters(books)
  const named = new Set(told.map((letter) => letter.file))
  const after = told.reduce((most, letter) => Math.max(most, letter.order), 0) + 1
  const silent = applied
    .filter(({ reading, inboxName }) => reading?.kind === "usulan" && !named.has(inboxName))
    .map((batch) => ({
      order: after + batch.seq,
      file: batch.inboxName,
      sender: batch.askedSender,
      claimed: null,
      receivedOn: null,
    }))
  return [...told, ...silent]
}

/** The log is numbered and signed after a change; what was done stays done if that fails. */
export async function sealed<T>(
  payung: Payung,
  cycle: BatchCycle,
  value: T,
): Promise<Result<T, RunRefusal>> {
  const done = await payung.sealLog(cycle.tenantId)
  return done.ok ? ok(value) : refuse(done.refusal)
}

/** What reading a received import needs beside the child. */
export async function readOrderOf(payung: Payung, batch: Batch, content: ImportFile["content"]) {
  const inbox = await openInbox(payung, batch)
  const { inboxName: file, askedSender: sender } = batch
  const isNamed = sender === "" || inbox.letters.some((letter) => letter.file === file)
  const own = { order: 0, file, sender, claimed: null }
  const letters = isNamed ? inbox.letters : [...inbox.letters, own]
  const others = { ...inbox, applied: inbox.applied.filter(({ seq }) => seq !== batch.seq) }
  const earlierOf = (key: EarlierKey) => Promise.resolve(earlierLists(payung, others, key))
  return {
    order: {
      recipes: inbox.recipes,
      file: { name: file, sha256: batch.sha256, sizeBytes: batch.sizeBytes, content },
      askedKind: batch.askedKind,
      letters,
    },
    earlierOf,
  }
}
