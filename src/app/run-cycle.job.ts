import { join, resolve } from "node:path"
import { ok, refuse, type Result } from "../kernel/result.ts"
import { withClaim } from "../modules/access/index.ts"
import { loadLawBook, readLawBook, storeLaw, type LawBook } from "../modules/law/index.ts"
import type { JoinedRegister } from "../modules/registry/index.ts"
import { DatabaseUnreachable } from "../platform/db.ts"
import type { Config } from "../platform/config.ts"
import { contractFiles, resultHash, summary } from "./contract-files.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"
import { inputHashOf, optionsOf, termsOf } from "./cycle-terms.ts"
import { decideCycle } from "./decide-cycle.ts"
import { intakeTables } from "./intake-tables.ts"
import { LISTS, loadCycleFolder, READ_FOLDERS, type LoadedFolder } from "./load-cycle.load.ts"
import { openPayung, type Payung } from "./open-payung.job.ts"
import { openOutput, type OutputFolder } from "./output-folder.job.ts"
import type { RunOptions, UsageRefusal } from "./run-options.ts"
import type { RunRefusal } from "./run-refusal.ts"
import { stopwatch, type RunHooks, type Stopwatch } from "./stopwatch.ts"
import { storeRun, type RunChange } from "./store-run.command.ts"
import { writeDocuments } from "./write-documents.job.ts"

/** Everything about a finished run that the caller prints. */
export interface RunReport {
  readonly summary: Record<string, unknown>
  readonly change: RunChange
  readonly result: CycleResult
  readonly terms: CycleTerms
  /** Stage → milliseconds. */
  readonly timings: Readonly<Record<string, number>>
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
  const clock = stopwatch(hooks)
  clock.begin("read")
  const loaded = await loadCycleFolder(options.folder)
  if (!loaded.ok) return loaded
  const overlap = overlapOf(options)
  if (overlap !== null) return refuse(overlap)
  const output = openOutput(options.out)
  if (!output.ok) return output
  clock.begin("law")
  try {
    const payung = await openPayung(config)
    try {
      return await runOn(payung, {
        yaml: yaml.value,
        loaded: loaded.value,
        output: output.value,
        options,
        clock,
      })
    } finally {
      await payung.close()
    }
  } catch (error) {
    if (error instanceof DatabaseUnreachable)
      return refuse({ kind: "database_unreachable", detail: error.message })
    throw error
  } finally {
    output.value.close()
  }
}

/** Results inside the lists would be read as lists by the next run. */
function overlapOf({ folder, out }: RunOptions): UsageRefusal | null {
  const [input, target] = [resolve(folder), resolve(out)]
  const read = [input, ...READ_FOLDERS.map((name) => join(input, name))]
  const isInside = read.slice(1).some((path) => target.startsWith(`${path}/`))
  if (!isInside && !read.includes(target)) return null
  return {
    kind: "usage",
    flag: "--out",
    found: out,
    expectedId: "folder di luar folder masukan",
    expectedEn: "a folder outside of the input folder",
  }
}

interface RunParts {
  readonly yaml: LawBook
  readonly loaded: LoadedFolder
  readonly output: OutputFolder
  readonly options: RunOptions
  readonly clock: Stopwatch
}

async function runOn(payung: Payung, parts: RunParts): Promise<Result<RunReport, RunRefusal>> {
  const { loaded, output, options, clock } = parts
  const book = await lawInForce(payung, parts.yaml)
  if (!book.ok) return book
  const terms = termsOf(book.value, options)
  if (!terms.ok) return terms
  clock.begin("decide")
  const decided = decideCycle(
    loaded.takeFolder(),
    intakeTables(book.value, terms.value.cycle.registrationOn),
    terms.value,
  )
  if (!decided.ok) return decided
  const result = decided.value
  // Files that open but hold no list of people are as good as none.
  if (!result.batch.files.some((file) => file.sheets.length > 0))
    return refuse({ kind: "nothing_readable", folder: options.folder })
  const inputHash = inputHashOf(loaded, terms.value, options)
  clock.begin("data")
  for (const [name, text] of contractFiles(result, terms.value, inputHash))
    output.write(`data/${name}`, text)
  clock.begin("store")
  const change = await storeResult(payung, { loaded, result, terms: terms.value, inputHash })
  if (!change.ok) return change
  clock.begin("documents")
  await writeDocuments({
    output,
    result,
    terms: terms.value,
    change: change.value,
    inputHash,
    resultHash: resultHash(result, terms.value),
    unreadable: loaded.unreadable,
    checkout: payung.config.checkout,
  })
  const timings = clock.end()
  output.write("timings.json", `${JSON.stringify(timings, null, 1)}\n`)
  return ok({
    summary: summary(result, terms.value, inputHash),
    change: change.value,
    result,
    terms: terms.value,
    timings,
  })
}

/** The YAML is loaded append-only; every look-up then reads what the database holds. */
async function lawInForce(payung: Payung, yaml: LawBook): Promise<Result<LawBook, RunRefusal>> {
  const { tenantId, code } = yaml.pack
  const { claim, signed } = payung.claimFor(tenantId)
  const stored = await storeLaw(
    {
      db: payung.database.app,
      claim,
      signed,
      nowMs: payung.clock.nowMs(),
      random: payung.random(10),
    },
    yaml,
  )
  if (!stored.ok) return refuse({ kind: "not_allowed", refusal: stored.refusal })
  const read = await withClaim(payung.database.app, signed, (tx) =>
    readLawBook(tx, { tenantId, code }),
  )
  return read.ok ? read : refuse({ kind: "law_altered" })
}

interface ResultToStore {
  readonly loaded: LoadedFolder
  readonly result: CycleResult
  readonly terms: CycleTerms
  readonly inputHash: string
}

/** Originals first: a stored row always has its file. */
async function storeResult(
  payung: Payung,
  { loaded, result, terms, inputHash }: ResultToStore,
): Promise<Result<RunChange, RunRefusal>> {
  for (const { content } of loaded.inputs) if (content !== null) payung.store.keep(content)
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
    resultHash: resultHash(result, terms),
    options: optionsOf(terms),
    registers: joinedRegisters(loaded, result),
  }
  const change = await storeRun(context, run)
  if (!change.ok) return refuse({ kind: "not_allowed", refusal: change.refusal })
  const sealed = await payung.sealLog(tenantId)
  return sealed.ok ? change : sealed
}

/** The registers and field checks of a run with what each of them is. */
function joinedRegisters({ inputs }: LoadedFolder, { registers }: CycleResult): JoinedRegister[] {
  const known = new Map(registers.files.map((file) => [file.file, file]))
  return inputs.flatMap(({ path, sha256 }) => {
    const [folder, ...rest] = path.split("/")
    if (folder === undefined || folder === LISTS || rest.length === 0) return []
    const file = known.get(rest.join("/"))
    return [{ path, sha256, kind: file?.kind ?? "unknown", records: file?.records ?? 0 }]
  })
}
