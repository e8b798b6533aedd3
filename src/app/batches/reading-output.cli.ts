import { refuse, ok, type Result } from "../../kernel/result.ts"
import type { BatchKind } from "../../modules/inbox/index.ts"
import type { Language, ReceivedLetter, Recipe } from "../../modules/intake/index.ts"
import type { EarlierKey } from "./earlier-lists.ts"
import {
  ReaderDied,
  type FileReader,
  type FileReading,
  type ReaderHooks,
} from "./file-reader.job.ts"
import { FileChanged, type ImportFile } from "./file-content.load.ts"
import { writeResult } from "./import-files.load.ts"
import type { ImportOptions } from "./import-options.ts"
import { describeImportRefusal, type ImportRefusal } from "./import-refusal.ts"
import type { EarlierList } from "./read-import.job.ts"
import type { ProgressBar } from "./progress-bar.cli.ts"
import { faultsOf, fileDocument, exitCodeOf, type FileRead } from "./reading-json.ts"
import { unusedRecipe, type RecipeUnused } from "./map-fit.ts"
import { shareOf, stepText } from "./reading-progress.ts"
import { readingText, refusalText } from "./reading-text.ts"
import { readingWords } from "./reading-words.ts"
import { printJson, tell } from "../command-line/terminal.cli.ts"

const EXIT_INTERRUPTED = 130

/** Ctrl+C ends the program at once: files appear whole or not at all, and so do transactions. */
export function interruptible(stop: () => void): () => void {
  const end = (): never => {
    stop()
    if (process.stderr.isTTY) process.stderr.write("\r\x1b[2K")
    process.exit(EXIT_INTERRUPTED)
  }
  process.once("SIGINT", end)
  process.once("SIGTERM", end)
  return () => {
    process.off("SIGINT", end)
    process.off("SIGTERM", end)
  }
}

interface Session {
  readonly reader: FileReader
  readonly bar: ProgressBar
  readonly options: ImportOptions
}

export interface OneFile {
  readonly file: ImportFile
  readonly path: string
  /** What its folder says that it is; what the caller says goes before. */
  readonly kind: BatchKind | null
  /** Where this file stands in the whole work. */
  readonly whole: { readonly share: number; readonly part: number }
  readonly letters?: readonly ReceivedLetter[]
  readonly recipes: readonly Recipe[]
  readonly earlierOf: (key: EarlierKey) => Promise<readonly EarlierList[]>
}

/** Reads one file in the child, with the bar. */
export async function readOne(
  { reader, bar, options }: Session,
  { file, path, kind, whole, letters = [], recipes, earlierOf }: OneFile,
): Promise<Result<FileReading, ImportRefusal>> {
  const words = readingWords(options.language)
  const step: ReaderHooks["step"] = (name, rows) =>
    bar.at(
      whole.share + whole.part * shareOf(name, rows),
      stepText(name, file.name, options.language, rows),
    )
  const own = { order: 0, file: file.name, sender: options.sender, claimed: null }
  const told = options.sender === "" ? letters : [...letters, own]
  const askedKind = options.askedKind ?? kind
  const order = { file, askedKind, letters: told, recipes }
  bar.clear()
  tell(`${words.reading} ${file.name} …`)
  bar.at(whole.share, `${words.reading} ${file.name}`)
  try {
    const wants = { marked: options.errors !== null, doubtful: options.json }
    return ok(await reader.read(order, { step, earlierOf, wants }))
  } catch (error) {
    if (error instanceof ReaderDied) return refuse({ kind: "reader_died", path })
    if (error instanceof FileChanged) return refuse({ kind: "file_changed", path })
    throw error
  }
}

export function sayReading(
  { bar, options: { language } }: Pick<Session, "bar" | "options">,
  name: string,
  { outcome, codes }: Pick<FileReading, "outcome" | "codes">,
): void {
  const text =
    outcome.kind === "refused"
      ? refusalText(name, outcome.finding, language)
      : readingText({ name, reading: outcome.reading, codes }, language)
  // The line was begun when reading began; on a terminal the bar may have taken its place.
  const begun = `${readingWords(language).reading} ${name} …`
  const isBroken = bar.clear()
  if (process.stderr.isTTY) tell(`\r\x1b[2K${text}`)
  else tell(isBroken ? text : text.slice(begun.length))
}

/** The sender's workbook with coloured cells, where one was asked for. */
export function saveErrors(
  { errors, language }: Pick<ImportOptions, "errors" | "language">,
  marked: Uint8Array | null,
): void {
  if (errors === null) return
  const words = readingWords(language)
  if (marked === null) {
    tell(`${words.noErrors}\n`)
    return
  }
  writeResult(errors, marked)
  tell(`${words.errorsWritten}: ${errors}\n`)
}

/** The recipe by which a list was read, for editing and for `--map`; data, so on stdout. */
export function printMap(
  { saveMap, json }: Pick<ImportOptions, "saveMap" | "json">,
  outcome: FileReading["outcome"],
): void {
  if (!saveMap || json || outcome.kind !== "read" || outcome.reading.recipe === null) return
  process.stdout.write(`${JSON.stringify(outcome.reading.recipe, null, 2)}\n`)
}

/** A recipe that was named must have been of use for each list: else the caller is told. */
export function unusedMap(
  { map }: Pick<ImportOptions, "map">,
  { path, recipes, whole }: Pick<OneFile, "path" | "recipes" | "whole">,
  outcome: FileReading["outcome"],
): RecipeUnused | null {
  if (map === null) return null
  // Registers among several files are not what a recipe is for.
  const isList = outcome.kind === "refused" || outcome.reading.kind === "usulan"
  if (!isList && whole.part < 1) return null
  // A file that nobody can open says so itself.
  if (outcome.kind === "refused" && outcome.finding.code !== "FILE_HEADER_UNKNOWN") return null
  const reading = outcome.kind === "read" ? outcome.reading : null
  return unusedRecipe({ path: map, file: path }, recipes, reading)
}

/** The answer for programs: one object on stdout. */
export function writeDocument(
  schema: string,
  reads: readonly FileRead[],
  language: Language,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const faults = reads.map((read) => faultsOf(read, language))
  const counts = { read: 0, accepted: 0, repaired: 0, set_aside: 0, ignored: 0 }
  for (const { outcome } of reads) {
    if (outcome.kind !== "read") continue
    for (const key of Object.keys(counts) as (keyof typeof counts)[])
      counts[key] += outcome.reading.counts[key]
  }
  const document = {
    schema,
    ok: exitCodeOf(reads) === 0,
    counts,
    files: reads.map(fileDocument),
    warnings: faults.flatMap(({ warnings }) => warnings),
    errors: faults.flatMap(({ errors }) => errors),
    next: [],
    ...more,
  }
  printJson(document)
}

/** Says why nothing was read or saved, in both languages; returns the exit code. */
export function failImport(refusal: ImportRefusal, json: boolean): number {
  const { exitCode, id, en } = describeImportRefusal(refusal)
  tell(`${id}\n${en}\n`)
  if (json) {
    const error = { schema: "payung.error/1", ok: exitCode === 0, code: refusal.kind, id, en }
    printJson(error)
  }
  return exitCode
}
