import { existsSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import type { Result } from "../kernel/result.ts"
import { ok, refuse } from "../kernel/result.ts"
import type { Config } from "../platform/config.ts"
import { earlierAmong, type EarlierKey, type SentList } from "./batches/earlier-lists.ts"
import { asksColumns, mapSteps } from "./batches/map-fit.ts"
import { fileTable, type SameFile } from "./batches/checked-files.ts"
import { expandPaths, nameImportFile, readMap, whyUnwritable } from "./batches/import-files.load.ts"
import { quotedPath } from "./batches/file-name.ts"
import { ERRORS_OF_ONE, parseCheckOptions, type ImportOptions } from "./batches/import-options.ts"
import type { ImportRefusal } from "./batches/import-refusal.ts"
import { loadImportTables } from "./batches/import-tables.load.ts"
import { openFileReader, type FileReader } from "./batches/file-reader.job.ts"
import type { ImportFile } from "./batches/file-content.load.ts"
import type { EarlierList } from "./batches/read-import.job.ts"
import { exitCodeOf, type FileRead } from "./batches/reading-json.ts"
import { progressBar, type ProgressBar } from "./batches/progress-bar.cli.ts"
import { refusalText } from "./batches/reading-text.ts"
import { countIn, readingWords } from "./batches/reading-words.ts"
import {
  failImport,
  interruptible,
  printMap,
  readOne,
  sayReading,
  unusedMap,
  saveErrors,
  writeDocument,
} from "./batches/reading-output.cli.ts"
import { LISTS } from "./load-cycle.load.ts"
import { tell } from "./command-line/terminal.cli.ts"
import { usageFault } from "./command-line/usage.ts"

/** `./payung check FILE…`: what an import would say of files, without a database. */
export async function checkCommand(config: Config, args: readonly string[]): Promise<number> {
  const options = parseCheckOptions(args)
  if (!options.ok) return failImport(options.refusal, args.includes("--json"))
  const { law, year, json, errors } = options.value
  const choice = { checkout: config.checkout, law, year }
  const reader = openFileReader(choice)
  const bar = progressBar(process.stderr)
  const release = interruptible(() => reader.close())
  reader.begin()
  try {
    const loaded = loadImportTables(choice)
    if (!loaded.ok) return failImport(loaded.refusal, json)
    if (errors !== null && existsSync(errors))
      return failImport({ kind: "output_exists", path: errors }, json)
    const unwritable = errors === null ? null : whyUnwritable(errors)
    if (errors !== null && unwritable !== null)
      return failImport({ kind: "output_unwritable", path: errors, detail: unwritable }, json)
    const checked = await checkAll({ reader, bar, options: options.value })
    bar.end()
    if (!checked.ok) return failImport(checked.refusal, json)
    const reads = checked.value.flatMap((file) => ("as" in file ? [] : [file]))
    const next = nextSteps(reads, options.value)
    if (json) writeDocument("payung.check/1", reads, options.value.language, { next })
    sayTotal(checked.value, options.value)
    const { next: word } = readingWords(options.value.language)
    for (const step of next) tell(`${word}: ${step}\n`)
    return exitCodeOf(reads)
  } finally {
    bar.end()
    release()
    reader.close()
  }
}

interface Session {
  readonly reader: FileReader
  readonly bar: ProgressBar
  readonly options: ImportOptions
}

async function checkAll({
  reader,
  bar,
  options,
}: Session): Promise<Result<readonly (FileRead | SameFile)[], ImportRefusal>> {
  const expanded = await expandPaths(options.paths)
  if (!expanded.ok) return expanded
  const { files: paths, missing } = expanded.value
  // A folder is one path and many files, each of which would replace the workbook of the one before.
  if (options.errors !== null && paths.length > 1) return usageFault("--errors", ERRORS_OF_ONE)
  const map = readMap(options.map)
  if (!map.ok) return map
  const recipes = map.value ?? []
  const reads: (FileRead | SameFile)[] = []
  const before = new Map<string, ImportFile>()
  const lists: (EarlierList & SentList)[] = []
  for (const [index, { path, kind, letters }] of paths.entries()) {
    const file = nameImportFile(path)
    if (!file.ok) return file
    const copied = before.get(file.value.sha256)
    if (copied !== undefined) {
      bar.clear()
      const words = readingWords(options.language)
      tell(`${words.reading} ${basename(path)} … ${words.sameAs} ${copied.name}\n`)
      reads.push({ name: basename(path), as: copied.name })
      continue
    }
    before.set(file.value.sha256, file.value)
    const whole = { share: index / paths.length, part: 1 / paths.length }
    const earlierOf = (key: EarlierKey) => Promise.resolve(earlierAmong(lists, key))
    const read = await readOne(
      { reader, bar, options },
      { file: file.value, path, kind, whole, letters, recipes, earlierOf },
    )
    if (!read.ok) return refuse(read.refusal)
    const { outcome, marked, codes, doubtful } = read.value
    reads.push({ name: file.value.name, outcome, codes, doubtful })
    if (outcome.kind === "read" && outcome.reading.kind === "usulan") {
      const { id: senderId } = outcome.reading.sender
      lists.push({ ...file.value, batchId: file.value.sha256, senderId })
    }
    sayReading({ bar, options }, file.value.name, read.value)
    saveErrors(options, marked)
    printMap(options, outcome)
    const unused = unusedMap(options, { path, recipes, whole }, outcome)
    if (unused !== null) return refuse(unused)
  }
  return ok([...reads, ...missing.map((name) => sayMissing(name, options))])
}

/** A letter was registered whose file does not lie in the folder. */
function sayMissing(name: string, { language }: ImportOptions): FileRead {
  const finding = { code: "FILE_NOT_RECEIVED", field: "file", before: "", after: "" } as const
  tell(refusalText(name, finding, language))
  return { name, outcome: { kind: "refused", finding }, codes: [], doubtful: [] }
}

/**
 * Where somebody must answer, the workbook for him, which is made of one file at a time; otherwise what
 * takes the files further.
 */
function nextSteps(
  reads: readonly FileRead[],
  { paths, errors, map }: Pick<ImportOptions, "paths" | "errors" | "map">,
): string[] {
  const [path = ""] = paths
  const [read] = reads
  if (reads.length === 1 && map === null && read !== undefined && asksColumns(read))
    return mapSteps("check", path)
  const readings = reads.flatMap(({ outcome }) =>
    outcome.kind === "read" ? [outcome.reading] : [],
  )
  if (readings.length === 0) return []
  const waits = readings.some(({ kind, counts }) => kind === "usulan" && counts.set_aside > 0)
  if (reads.length === 1 && waits && errors === null)
    return [`./payung check ${quotedPath(path)} --errors perbaikan.xlsx`]
  // Both write a workbook for every sender who must answer.
  const isCycle = paths.length === 1 && isFolder(join(path, LISTS))
  if (isCycle) return [`./payung run ${quotedPath(path)} --out hasil`]
  return [`./payung import ${paths.map(quotedPath).join(" ")}`]
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}

/**
 * Of several files a table, and a sum of the lists only: a register is joined whole, so its lines and
 * those of lists make none.
 */
function sayTotal(files: readonly (FileRead | SameFile)[], { language }: ImportOptions): void {
  if (files.length < 2) return
  tell(`\n${fileTable(files, language).join("\n")}\n`)
  const lists = files.flatMap((file) =>
    !("as" in file) && file.outcome.kind === "read" && file.outcome.reading.kind === "usulan"
      ? [file.outcome.reading.counts]
      : [],
  )
  if (lists.length < 2) return
  const words = readingWords(language)
  const total = (key: keyof (typeof lists)[number]): string =>
    countIn(
      lists.reduce((sum, counts) => sum + counts[key], 0),
      language,
    )
  const outcomes = ["accepted", "repaired", "set_aside", "ignored"] as const
  const named = outcomes.map((name) => `${total(name)} ${words.outcomes[name]}`)
  const of = `${countIn(lists.length, language)} ${words.files}`
  tell(`${words.total} ${of}: ${total("read")} ${words.rows} = ${named.join(" + ")}\n`)
}
