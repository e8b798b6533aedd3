import { readFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { assert } from "../kernel/assert.ts"
import { ok, refuse, type Result } from "../kernel/result.ts"
import { withClaimOnPool } from "../modules/access/index.ts"
import type { Annex } from "../modules/decree/index.ts"
import { loadLawBook, type LawBook } from "../modules/law/index.ts"
import { givenVerdicts } from "../modules/matching/index.ts"
import type { JoinedRegister } from "../modules/registry/index.ts"
import type { Config } from "../platform/config.ts"
import { readReceived } from "../platform/spreadsheet/create-reader.ts"
import { annexOf } from "./annex-facts.ts"
import { contractFiles, resultHash, summary } from "./contract-files.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import { inputHashOf, optionsOf, termsOf } from "./cycle-terms.ts"
import { cycleOfTerms } from "./batches/inbox.job.ts"
import { loadInbox } from "./batches/inbox-cycle.job.ts"
import { decideCycle } from "./decide-cycle.ts"
import { documentKey } from "./document-key.ts"
import { intakeTables } from "./intake-tables.ts"
import {
  folderRefusal,
  LISTS,
  loadCycleFolder,
  READ_FOLDERS,
  type LoadedFolder,
} from "./load-cycle.load.ts"
import { csvWorkbook, withLargeLists } from "./large-lists.job.ts"
import { lawInForce } from "./law-in-force.job.ts"
import { mayBeOfAnother, openPayung, type Payung } from "./open-payung.job.ts"
import { openingRefusal } from "./opening-refusal.job.ts"
import { openOutput, type OutputFolder } from "./output-folder.job.ts"
import type { RunOptions } from "./run-options.ts"
import { unusableValue, type UsageRefusal } from "./command-line/usage.ts"
import type { RunRefusal } from "./run-refusal.ts"
import { runMemory, type RunMemory } from "./run-memory.job.ts"
import type { RunWork } from "./run-work.ts"
import { stopwatch, type RunHooks, type Stopwatch } from "./stopwatch.ts"
import { storeRun, type RunChange } from "./store-run.command.ts"
import { writeDocuments } from "./write-documents.job.ts"
import type { OriginalOf } from "./write-repairs.job.ts"

/** Everything about a finished run that the caller prints. */
export interface RunReport {
  readonly summary: Record<string, unknown>
  /** Null of a dry run, which is compared with nothing. */
  readonly change: RunChange | null
  readonly result: CycleResult
  readonly terms: CycleTerms
  /** Stage → milliseconds. */
  readonly timings: Readonly<Record<string, number>>
  readonly work: RunWork
}

/** The main job: a cycle folder becomes a list within the ceiling, stored, and written out. */
export async function runCycle(
  config: Config,
  options: RunOptions,
  hooks: RunHooks,
): Promise<Result<RunReport, RunRefusal>> {
  const yaml = loadLawBook(join(config.checkout, "law"), options.law)
  if (!yaml.ok) return yaml
  const early = termsOf(yaml.value, options)
  if (!early.ok) return early
  const refusal = options.inbox ? null : (folderRefusal(options.folder) ?? overlapOf(options))
  if (refusal !== null) return refuse(refusal)
  const memory = runMemory(config)
  const clock = stopwatch(hooks)
  let closeStreams = (): void => {}
  // The database begins while files are read; whoever waits for it hears of its failure.
  const isApart = options.dryRun && !options.inbox
  const opening = isApart ? null : openPayung(config, yaml.value.pack.tenantId)
  opening?.catch(() => undefined)
  try {
    if (mayBeOfAnother(config)) await opening
    clock.begin("read")
    const folder = options.inbox ? null : await loadCycleFolder(options.folder, memory.files)
    if (folder !== null && !folder.ok) return folder
    const output = openOutput(options.out)
    if (!output.ok) return output
    clock.begin("law")
    try {
      const payung = await opening
      const loaded = folder ?? (await inboxOf(payung, early.value, memory))
      if (!loaded.ok) return loaded
      closeStreams = loaded.value.close
      return await runOn(options.dryRun ? null : payung, {
        config,
        yaml: yaml.value,
        loaded: loaded.value,
        output: output.value,
        options,
        clock,
        memory,
      })
    } finally {
      closeStreams()
      output.value.close()
    }
  } catch (error) {
    return refuse(openingRefusal(error))
  } finally {
    await closeOpened(opening)
  }
}

async function inboxOf(payung: Payung | null, terms: CycleTerms, memory: RunMemory) {
  assert(payung !== null, "an inbox lies in the database")
  return await loadInbox(payung, cycleOfTerms(terms), memory.files)
}

async function closeOpened(opening: Promise<Payung> | null): Promise<void> {
  const payung = await opening?.catch(() => null)
  await payung?.close()
}

/** Results inside the lists would be read as lists by the next run. */
function overlapOf({ folder, out }: RunOptions): UsageRefusal | null {
  const [input, target] = [resolve(folder), resolve(out)]
  const read = [input, ...READ_FOLDERS.map((name) => join(input, name))]
  const isInside = read.slice(1).some((path) => target.startsWith(`${path}/`))
  if (!isInside && !read.includes(target)) return null
  return unusableValue("--out", out, {
    id: "folder di luar folder masukan",
    en: "a folder outside of the input folder",
  })
}

interface RunParts {
  readonly config: Config
  readonly yaml: LawBook
  readonly loaded: LoadedFolder
  readonly output: OutputFolder
  readonly options: RunOptions
  readonly clock: Stopwatch
  readonly memory: RunMemory
}

/** Where nothing is to be stored there is no installation. */
async function runOn(
  payung: Payung | null,
  parts: RunParts,
): Promise<Result<RunReport, RunRefusal>> {
  const { loaded, options, clock, memory } = parts
  const book = payung === null ? ok(parts.yaml) : await lawInForce(payung, parts.yaml)
  if (!book.ok) return book
  const plain = termsOf(book.value, options)
  if (!plain.ok) return plain
  const terms = ok(await withVerdicts(payung, plain.value))
  clock.begin("decide")
  const on = terms.value.cycle.registrationOn
  const recipes = loaded.inbox?.recipes ?? []
  const { version: law, files, pack } = book.value
  const tables = {
    ...intakeTables(book.value, on),
    recipes,
    memory: memory.readings(documentKey("tables", law, pack, files, on, recipes)),
  }
  const folder = await withLargeLists(loaded.takeFolder(), loaded.largeLists, tables)
  const decided = decideCycle(folder, tables, terms.value)
  if (!decided.ok) return decided
  const changed = loaded.changedSince()
  if (changed !== null) return refuse({ kind: "file_changed", path: changed })
  const result = decided.value
  // Files that open but hold no list of people are as good as none.
  if (!result.batch.files.some((file) => file.sheets.length > 0))
    return refuse({ kind: "nothing_readable", folder: options.folder })
  const hash = resultHash(result, terms.value)
  try {
    return await finishRun(payung, parts, {
      result,
      terms: terms.value,
      inputHash: inputHashOf(loaded, terms.value, options),
      resultHash: hash,
      annex: annexOf({ result, terms: terms.value, resultHash: hash }),
    })
  } finally {
    memory.prune()
  }
}

/** What people said of pairs of the cycle; a dry run knows nothing of it. */
async function withVerdicts(payung: Payung | null, terms: CycleTerms): Promise<CycleTerms> {
  if (payung === null) return terms
  const cycle = cycleOfTerms(terms)
  const { signed } = payung.claimFor(cycle.tenantId)
  const verdicts = await withClaimOnPool(payung.database.appPool, signed, (client) =>
    givenVerdicts(client, cycle),
  )
  return { ...terms, verdicts }
}

interface DecidedRun {
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly inputHash: string
  readonly resultHash: string
  readonly annex: Annex
}

/** Written, stored and told. */
async function finishRun(
  payung: Payung | null,
  { config, loaded, output, clock, memory }: RunParts,
  run: DecidedRun,
): Promise<Result<RunReport, RunRefusal>> {
  const { result, terms } = run
  const filesRemembered = memory.files.recalled()
  clock.begin("data")
  for (const [name, text] of contractFiles(result, terms, run)) output.write(`data/${name}`, text)
  if (payung !== null) clock.begin("store")
  const change = payung === null ? ok(null) : await storeResult(payung, loaded, run)
  if (!change.ok) return change
  clock.begin("documents")
  await writeDocuments({
    ...run,
    output,
    change: change.value,
    unreadable: loaded.unreadable,
    originalOf: originalsOf(loaded, memory),
    checkout: config.checkout,
    contact: config.contact,
    memory: memory.documents,
  })
  const timings = clock.end()
  output.write("timings.json", `${JSON.stringify(timings, null, 1)}\n`)
  const { made, kept } = output.tally()
  return ok({
    summary: summary(result, terms, run),
    change: change.value,
    result,
    terms,
    timings,
    work: {
      filesRead: loaded.inputs.length - filesRemembered,
      filesRemembered,
      documentsMade: made,
      documentsKept: kept,
    },
  })
}

/** A list by its name, as the run has read it. */
function originalsOf({ inputs }: LoadedFolder, memory: RunMemory): OriginalOf {
  const known = new Map(inputs.map((input) => [input.path, input]))
  return (name) => {
    const path = known.has(`${LISTS}/${name}`) ? `${LISTS}/${name}` : name
    const { content = null, stream } = known.get(path) ?? {}
    if (content !== null)
      return { bytes: content, read: async () => await readReceived(content, path, memory.files) }
    if (stream === undefined) return null
    return {
      bytes: readFileSync(stream.path),
      read: () => Promise.resolve(ok(csvWorkbook(stream.path))),
    }
  }
}

/** Originals first: a stored row always has its file. */
async function storeResult(
  payung: Payung,
  loaded: LoadedFolder,
  { result, terms, inputHash, resultHash: hash, annex }: DecidedRun,
): Promise<Result<RunChange, RunRefusal>> {
  for (const { path, content, sha256, stream } of loaded.inputs) {
    if (content !== null) payung.store.keep(content)
    else if (stream !== undefined && !payung.store.keepFile(stream.path, sha256))
      return refuse({ kind: "file_changed", path })
  }
  const { tenantId } = terms.book.pack
  const context = {
    database: payung.database,
    ...payung.claimFor(tenantId),
    nowMs: payung.clock.nowMs(),
    random: payung.random(10),
  }
  const run = {
    result,
    terms,
    inputHash,
    resultHash: hash,
    listHash: annex.listHash,
    options: optionsOf(terms),
    registers: joinedRegisters(loaded, result),
    batchIds: loaded.inbox?.batchIds ?? [],
  }
  const change = await storeRun(context, run)
  if (!change.ok) return refuse({ kind: "not_allowed", refusal: change.refusal })
  const sealed = await payung.sealLog(tenantId)
  return sealed.ok ? change : sealed
}

/** The registers and field checks of a run with what each of them is. */
function joinedRegisters(
  { inputs }: LoadedFolder,
  { registers, batch }: CycleResult,
): JoinedRegister[] {
  const lists = new Set(batch.files.map(({ name }) => name))
  const known = new Map(registers.files.map((file) => [file.file, file]))
  return inputs.flatMap(({ path, sha256 }) => {
    const [folder, ...rest] = path.split("/")
    // What answers our questions is a register wherever it lies, and is called by its whole path.
    const file = known.get(path) ?? (folder === LISTS ? undefined : known.get(rest.join("/")))
    if (rest.length === 0 || lists.has(path)) return []
    if (folder === LISTS && file === undefined) return []
    return [{ path, sha256, kind: file?.kind ?? "unknown", records: file?.records ?? 0 }]
  })
}
