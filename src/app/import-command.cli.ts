import { existsSync } from "node:fs"
import { ok, refuse, type Result } from "../kernel/result.ts"
import type { Config } from "../platform/config.ts"
import { openFileReader } from "./batches/file-reader.job.ts"
import { expandPaths, whyUnwritable } from "./batches/import-files.load.ts"
import { importFile, type ImportSession, type Imported } from "./batches/import-file.cli.ts"
import { listInbox, undoImport } from "./batches/inbox-list.cli.ts"
import { cycleOfTerms } from "./batches/inbox.job.ts"
import { ERRORS_OF_ONE, parseImportOptions, type ImportOptions } from "./batches/import-options.ts"
import type { ImportRefusal } from "./batches/import-refusal.ts"
import { loadImportTables, type ImportTables } from "./batches/import-tables.load.ts"
import { progressBar } from "./batches/progress-bar.cli.ts"
import { exitCodeOf } from "./batches/reading-json.ts"
import { failImport, interruptible, writeDocument } from "./batches/reading-output.cli.ts"
import { lawInForce } from "./law-in-force.job.ts"
import { tell } from "./command-line/terminal.cli.ts"
import { openPayung, type Payung } from "./open-payung.job.ts"
import { openingRefusal } from "./opening-refusal.job.ts"

/** `payung import FILE…`: shows what a file says, then puts it into the inbox of the cycle. */
export async function importCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseImportOptions(args)
  if (!options.ok) return failImport(options.refusal, args.includes("--json"))
  const { law, year, json, errors } = options.value
  const choice = { checkout: config.checkout, law, year }
  const loaded = loadImportTables(choice)
  if (!loaded.ok) return failImport(loaded.refusal, json)
  if (errors !== null && existsSync(errors))
    return failImport({ kind: "output_exists", path: errors }, json)
  const unwritable = errors === null ? null : whyUnwritable(errors)
  if (errors !== null && unwritable !== null)
    return failImport({ kind: "output_unwritable", path: errors, detail: unwritable }, json)
  const reader = openFileReader(choice)
  const bar = progressBar(process.stderr)
  const release = interruptible(() => reader.close())
  if (!options.value.list && options.value.undo === null) reader.begin()
  try {
    const { terms, book } = loaded.value
    const payung = await openPayung(config, book.pack.tenantId)
    try {
      const place = { cycle: cycleOfTerms(terms), timeZone: book.pack.timeZone }
      const session = { ...place, payung, reader, bar, options: options.value }
      return await onInbox(session, loaded.value)
    } finally {
      await payung.close()
    }
  } catch (error) {
    return failImport(openingRefusal(error), json)
  } finally {
    bar.end()
    release()
    reader.close()
  }
}

async function onInbox(session: ImportSession, loaded: ImportTables): Promise<number> {
  const { payung, options } = session
  const { json, undo } = options
  if (options.list) return await listInbox(payung, session)
  if (undo !== null) return await undoImport(payung, session, undo)
  if (!options.dryRun) {
    const stored = await storeLawOnce(payung, loaded)
    if (!stored.ok) return failImport(stored.refusal, json)
  }
  const paths = await expandPaths(options.paths)
  if (!paths.ok) return failImport(paths.refusal, json)
  const { files } = paths.value
  if (options.errors !== null && files.length > 1)
    return failImport({ kind: "usage", flag: "--errors", told: ERRORS_OF_ONE }, json)
  const imported: Imported[] = []
  for (const [index, named] of files.entries()) {
    const whole = { share: index / files.length, part: 1 / files.length }
    const one = await importFile(session, named, whole)
    if (session.bar.clear() && !one.ok) tell("\n")
    if (!one.ok) return failImport(one.refusal, json)
    imported.push(one.value)
  }
  return finish(imported, options)
}

/** An import says under which law it was read, so the law is there before it. */
async function storeLawOnce(
  payung: Payung,
  { book }: ImportTables,
): Promise<Result<null, ImportRefusal>> {
  const stored = await lawInForce(payung, book)
  return stored.ok ? ok(null) : refuse(stored.refusal)
}

function finish(imported: readonly Imported[], options: ImportOptions): number {
  const reads = imported.flatMap(({ read }) => (read === null ? [] : [read]))
  const saved = imported.flatMap(({ saved: one }) => (one === null ? [] : [one]))
  const known = imported.flatMap(({ known: one }) => (one === null ? [] : [one]))
  if (options.json) {
    const next = imported.flatMap((one) => one.next)
    const ended = saved.length === imported.length - known.length && !options.dryRun
    const more = { saved, known, next, ...(ended ? { ok: true } : {}) }
    writeDocument("payung.import/1", reads, options.language, more)
  }
  const codes = imported.map(({ read, saved: one, waits }) => {
    if (one !== null || read === null) return 0
    return waits ? 4 : exitCodeOf([read])
  })
  return codes.includes(4) ? 4 : codes.includes(3) ? 3 : 0
}
