import { createInterface } from "node:readline/promises"
import type { EarlierKey } from "./earlier-lists.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import {
  importBatch,
  type Batch,
  type BatchCycle,
  type BatchKind,
  type ImportOrder,
} from "../../modules/inbox/index.ts"
import type { Payung } from "../open-payung.job.ts"
import { ReaderDied, type FileReader, type FileReading } from "./file-reader.job.ts"
import { nameImportFile, readMap, type NamedPath } from "./import-files.load.ts"
import { quotedPath } from "./file-name.ts"
import { asksColumns, mapSteps } from "./map-fit.ts"
import type { ImportOptions } from "./import-options.ts"
import { describeImportRefusal, type ImportRefusal } from "./import-refusal.ts"
import { earlierLists, inboxContext, nameInInbox, openInbox, sealed } from "./inbox.job.ts"
import type { ProgressBar } from "./progress-bar.cli.ts"
import { FileChanged, type ImportFile } from "./file-content.load.ts"
import type { FileRead } from "./reading-json.ts"
import {
  printMap,
  readOne,
  sayReading,
  saveErrors,
  unusedMap,
  type OneFile,
} from "./reading-output.cli.ts"
import { readingWords } from "./reading-words.ts"
import { tell } from "../command-line/terminal.cli.ts"

export interface ImportSession {
  readonly payung: Payung
  readonly cycle: BatchCycle
  /** The tenant's: a day is a day where its people live. */
  readonly timeZone: string
  readonly reader: FileReader
  readonly bar: ProgressBar
  readonly options: ImportOptions
}

/** What became of one file. */
export interface Imported {
  readonly read: FileRead | null
  readonly saved: { readonly batch: string; readonly name: string } | null
  /** The import that holds the same bytes already. */
  readonly known: { readonly batch: string; readonly name: string } | null
  /** A human has not confirmed it yet. */
  readonly waits: boolean
  readonly next: readonly string[]
}

const NOTHING: Imported = { read: null, saved: null, known: null, waits: false, next: [] }

export async function importFile(
  session: ImportSession,
  { path, kind, letters: told }: NamedPath,
  whole: OneFile["whole"],
): Promise<Result<Imported, ImportRefusal>> {
  const { payung, cycle, options } = session
  const received = nameImportFile(path)
  if (!received.ok) return received
  const inbox = await openInbox(payung, cycle)
  const known = inbox.applied.find((batch) => batch.sha256 === received.value.sha256)
  if (known !== undefined) return ok(sayKnown(known, session.timeZone))
  const name = await nameInInbox(payung, cycle, received.value.name)
  const file = { ...received.value, name }
  const earlierOf = (key: EarlierKey) => Promise.resolve(earlierLists(payung, inbox, key))
  // What was imported goes before what lies in the folder.
  const imported = new Set(inbox.letters.map((letter) => letter.file))
  const letters = [...inbox.letters, ...told.filter((letter) => !imported.has(letter.file))]
  const map = readMap(options.map)
  if (!map.ok) return map
  const recipes = map.value ?? inbox.recipes
  const reading = await readOne(session, { file, path, kind, whole, letters, recipes, earlierOf })
  if (!reading.ok) return reading
  const { outcome, marked, codes, doubtful } = reading.value
  sayReading(session, name, reading.value)
  saveErrors(options, marked)
  printMap(options, outcome)
  const unused = unusedMap(options, { path, recipes, whole }, outcome)
  if (unused !== null) return refuse(unused)
  const read: FileRead = { name, outcome, codes, doubtful }
  if (outcome.kind === "refused") return ok({ ...NOTHING, read })
  const confirmed = await confirm(session, path)
  if (!confirmed) {
    const next = nextCommands(path, read, options)
    const words = readingWords(options.language)
    say(`${words.nothingSaved} ${next.map((step) => `${words.next}: ${step}`).join("\n")}`)
    return ok({ ...NOTHING, read, waits: !options.dryRun, next })
  }
  return await save(session, { path, kind, file, received: received.value, outcome, read })
}

interface ToSave {
  readonly path: string
  readonly file: ImportFile
  readonly received: ImportFile
  readonly outcome: Extract<FileReading["outcome"], { kind: "read" }>
  readonly read: FileRead
  readonly kind: BatchKind | null
}

/** The original first: a stored row always has its file. */
async function save(
  { payung, cycle, bar, options }: ImportSession,
  { path, file, received, outcome, read, kind }: ToSave,
): Promise<Result<Imported, ImportRefusal>> {
  const words = readingWords(options.language)
  if (!payung.store.keepFile(path, file.sha256)) return refuse({ kind: "file_changed", path })
  const askedKind = options.askedKind ?? kind
  const { sender: askedSender } = options
  const { sha256, sizeBytes } = file
  const stored = await kept(
    { payung, cycle, path },
    {
      cycle,
      file: { name: received.name, sha256, sizeBytes, askedKind, askedSender },
      inboxName: file.name,
      outcome,
    },
  )
  bar.clear()
  if (!stored.ok) return refuse(stored.refusal)
  const { batchId } = stored.value
  const undo = `./payung import --undo ${batchId}`
  say(`${words.saved} ${words.undo}: ${undo}`)
  const done = { ...NOTHING, read, saved: { batch: batchId, name: file.name }, next: [undo] }
  return await sealed(payung, cycle, done)
}

/** Rows may come from the file until the last of them: what was read then must be what was shown. */
async function kept(
  { payung, cycle, path }: Pick<ImportSession, "payung" | "cycle"> & { readonly path: string },
  order: ImportOrder,
): Promise<Result<Batch, ImportRefusal>> {
  const context = inboxContext(payung, cycle.tenantId)
  try {
    const stored = await importBatch(payung.database.loader, context, order)
    return stored.ok ? stored : refuse(stored.refusal)
  } catch (error) {
    if (error instanceof FileChanged) return refuse({ kind: "file_changed", path })
    if (error instanceof ReaderDied) return refuse({ kind: "reader_died", path })
    throw error
  }
}

function sayKnown(batch: Batch, timeZone: string): Imported {
  const known = {
    kind: "already_imported" as const,
    batchId: batch.batchId,
    name: batch.inboxName,
    by: batch.decidedBy ?? batch.receivedBy,
    at: (batch.decidedAt ?? batch.receivedAt).toISOString(),
    rows: batch.reading?.counts.read ?? 0,
  }
  const { id, en } = describeImportRefusal(known, timeZone)
  say(`${id}\n${en}`)
  return { ...NOTHING, known: { batch: batch.batchId, name: batch.inboxName } }
}

/** Somebody says yes: by the flag, or at the terminal. Silence is no. */
async function confirm({ options, cycle, bar }: ImportSession, path: string): Promise<boolean> {
  if (options.dryRun) return false
  if (options.yes) return true
  if (!process.stdin.isTTY || !process.stderr.isTTY) return false
  bar.clear()
  const words = readingWords(options.language)
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  asked.on("SIGINT", () => process.emit("SIGINT"))
  try {
    const given = await asked.question(`${words.confirm} ${cycle.year}? ${path} [y/N] `)
    return words.yes.includes(given.trim().toLowerCase())
  } finally {
    asked.close()
  }
}

/**
 * Where a column's meaning is asked, first its recipe; where somebody must answer, the workbook for
 * him; else the import itself.
 */
function nextCommands(path: string, read: FileRead, { errors, map }: ImportOptions): string[] {
  if (map === null && asksColumns(read)) return mapSteps("import", path)
  const { outcome } = read
  const waits = outcome.kind === "read" && outcome.reading.counts.set_aside > 0
  const flags = waits && errors === null ? "--errors perbaikan.xlsx" : "--yes"
  return [`./payung import ${quotedPath(path)} ${flags}`]
}

function say(line: string): void {
  tell(`${line}\n`)
}
