import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs"
import { basename, dirname, resolve } from "node:path"
import { assert } from "../kernel/assert.ts"
import { ok, refuse, type Result } from "../kernel/result.ts"
import {
  createReader,
  READER_LIMITS,
  type ReadMemory,
  type SpreadsheetReader,
} from "../platform/spreadsheet/create-reader.ts"
import type { ReadRefusal, Workbook } from "../platform/spreadsheet/workbook.ts"
import type { ReceivedFile, Recipe } from "../modules/intake/index.ts"
import type { NamedWorkbook, RegisterStream } from "../modules/registry/index.ts"
import { openCsv } from "../platform/spreadsheet/csv/open.ts"
import { documentDate } from "../platform/files/document-date.ts"
import {
  filesBelow,
  readInput,
  readStreamed,
  unread,
  type CycleInput,
} from "./cycle-inputs.load.ts"
import type { CycleFolder } from "./cycle.ts"
import type { LargeList } from "./large-lists.job.ts"
import { readLetters, type DatedLetter } from "./read-letters.ts"
import { routeReturned } from "./route-returned.ts"

export type FolderRefusal =
  | { readonly kind: "folder_missing"; readonly folder: string }
  | { readonly kind: "folder_is_file"; readonly folder: string }
  | { readonly kind: "folder_unreadable"; readonly folder: string }
  | { readonly kind: "folder_empty"; readonly folder: string }
  /** `above`: the cycle folder whose part was named instead of it. */
  | { readonly kind: "no_lists"; readonly folder: string; readonly above: string | null }
  | { readonly kind: "nothing_readable"; readonly folder: string }

export interface LoadedFolder {
  /** Hands the folder over once: raw cells are the largest thing in memory, and needed once. */
  readonly takeFolder: () => CycleFolder
  /** A file that is read as a stream and was written to since; null while none was. */
  readonly changedSince: () => string | null
  /** Lists that are still to be read, by their columns. */
  readonly largeLists: readonly LargeList[]
  /** Closes what streams hold open. */
  readonly close: () => void
  /** Path below the folder → SHA-256, sorted by path: what the run's input hash covers. */
  readonly inputs: readonly CycleInput[]
  /** Registers and field checks that could not be read: questions, never a stop. */
  readonly unreadable: readonly { readonly path: string; readonly detail: string }[]
  /** Of an inbox: its imports in order of receipt, and how each sender's lists are read. */
  readonly inbox?: {
    readonly batchIds: readonly string[]
    readonly order: readonly string[]
    readonly recipes: readonly Recipe[]
  }
}

/** Where the lists lie. */
export const LISTS = "usulan"
export const REGISTERS = "register"
export const CHECKS = "verifikasi"
/** Folders of a cycle folder that a run reads. */
export const READ_FOLDERS = [LISTS, REGISTERS, CHECKS] as const
export const LETTERS = /^surat[-_ ]?masuk\.(csv|xlsx|xls|ods)$/i

/** A list from this size on, some 100,000 rows, is read by its columns: no other reader can hold it. */
export const STREAMED_LIST_BYTES = 16_000_000

/** Reads a cycle folder whole; a broken file inside it is a finding, a folder without lists a refusal. */
export async function loadCycleFolder(
  path: string,
  memory: ReadMemory | null = null,
  listBytes = STREAMED_LIST_BYTES,
): Promise<Result<LoadedFolder, FolderRefusal>> {
  const refusal = folderRefusal(path)
  if (refusal !== null) return refuse(refusal)
  const inputs = [
    ...filesBelow(path, LISTS, (root, name) => readStreamed(root, name, listBytes)),
    ...filesBelow(path, REGISTERS, readStreamed),
    ...filesBelow(path, CHECKS),
    ...lettersIn(path),
  ]
  const read = await readInputs(inputs, memory)
  if (!read.lists.some((list) => list.workbook.ok) && read.largeLists.length === 0)
    return refuse({ kind: "nothing_readable", folder: path })
  return ok(loadedFolder(inputs, read, readLetters(read.letterBooks)))
}

/** Everything that was read of a cycle's files, wherever they lie. */
export interface ReadInputs {
  readonly lists: readonly ReceivedFile[]
  readonly registers: readonly NamedWorkbook[]
  readonly checks: readonly NamedWorkbook[]
  readonly letterBooks: readonly NamedWorkbook[]
  readonly unreadable: LoadedFolder["unreadable"]
  readonly streams: readonly OpenStream[]
  readonly largeLists: readonly LargeList[]
}

/** A register that lies open to be streamed. */
interface OpenStream extends RegisterStream {
  readonly input: CycleInput
  readonly close: () => void
}

/** A cycle's files, ready to be decided on; `inputs` are sorted by path here. */
export function loadedFolder(
  inputs: CycleInput[],
  { lists, registers, checks, unreadable, streams, largeLists }: ReadInputs,
  letters: readonly DatedLetter[],
): LoadedFolder {
  inputs.sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    takeFolder: handOver({ lists, letters, registers, checks, streams }),
    largeLists,
    inputs,
    unreadable,
    changedSince: () =>
      inputs.find(({ stream }) => stream !== undefined && !stream.isUnchanged())?.path ?? null,
    close: () => {
      for (const { close } of streams) close()
    },
  }
}

/** Opens every file by the folder in which it lies, in a child that a hostile one cannot leave. */
export async function readInputs(
  inputs: CycleInput[],
  memory: ReadMemory | null = null,
): Promise<ReadInputs> {
  const reader = createReader(READER_LIMITS, memory)
  try {
    // All at once: while we take over one file the reader is at the next.
    const books = await Promise.all(
      inputs
        .filter(({ stream }) => stream === undefined)
        .map(async (input) => [input, await workbookOf(input, reader)] as const),
    )
    return sortOut(inputs, new Map(books))
  } finally {
    reader.close()
  }
}

function sortOut(
  unsorted: readonly CycleInput[],
  books: ReadonlyMap<CycleInput, ReadOutcome>,
): ReadInputs {
  const sorted = [...unsorted].sort((a, b) => (a.path < b.path ? -1 : 1))
  const inputs = sorted.filter(({ stream }) => stream === undefined)
  const unreadable: { path: string; detail: string }[] = []
  const under = (sub: string) => inputs.filter((input) => input.path.startsWith(`${sub}/`))
  const streams: OpenStream[] = []
  const largeLists: LargeList[] = []
  for (const input of sorted) {
    if (input.stream === undefined) continue
    if (input.path.startsWith(`${LISTS}/`)) {
      const [name, path] = [input.path.slice(LISTS.length + 1), input.stream.path]
      largeLists.push({ name, sha256: input.sha256, path })
      continue
    }
    const opened = openCsv(input.stream.path)
    const name = input.path.slice(REGISTERS.length + 1)
    if (opened.ok) streams.push({ name, input, ...opened.value })
    else unreadable.push({ path: input.path, detail: opened.refusal.kind })
  }
  const bookOf = (input: CycleInput) => books.get(input) ?? refuse(NO_PERMISSION)
  const lists: ReceivedFile[] = under(LISTS).map((input) => {
    const name = input.path.slice(LISTS.length + 1)
    const savedOn = input.content === null ? null : documentDate(input.content)
    return { name, sha256: input.sha256, workbook: bookOf(input), savedOn }
  })
  const readable = (entries: readonly CycleInput[], prefix: number): NamedWorkbook[] => {
    const read: NamedWorkbook[] = []
    for (const input of entries) {
      const workbook = bookOf(input)
      if (workbook.ok) read.push({ name: input.path.slice(prefix), workbook: workbook.value })
      else unreadable.push({ path: input.path, detail: workbook.refusal.kind })
    }
    return read
  }
  const registers = readable(under(REGISTERS), REGISTERS.length + 1)
  const checks = readable(under(CHECKS), CHECKS.length + 1)
  const letterBooks = readable(
    inputs.filter((input) => LETTERS.test(input.path)),
    0,
  )
  const shaOf = new Map(inputs.map((input) => [input.path, input.sha256]))
  const names = { lists: LISTS, registers: REGISTERS, checks: CHECKS }
  const filed = routeReturned({ lists, registers, checks }, names, (at) => shaOf.get(at) ?? "")
  return { ...filed, letterBooks, unreadable, streams, largeLists }
}

function handOver<T>(value: T): () => T {
  let held: T | null = value
  return () => {
    assert(held !== null, "the folder is handed over once")
    const given = held
    held = null
    return given
  }
}

/** Why a folder cannot be a cycle, as far as that is seen without opening a file. */
export function folderRefusal(path: string): FolderRefusal | null {
  if (!existsSync(path)) return { kind: "folder_missing", folder: path }
  if (!statSync(path).isDirectory()) return { kind: "folder_is_file", folder: path }
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    if (readdirSync(path).length === 0) return { kind: "folder_empty", folder: path }
    if (!hasLists(path)) return { kind: "no_lists", folder: path, above: cycleAbove(path) }
  } catch {
    return { kind: "folder_unreadable", folder: path }
  }
  return null
}

/** Seen by names alone: nothing is opened. */
function hasLists(path: string): boolean {
  return filesBelow(path, LISTS, (_, name) => unread(name)).length > 0
}

function cycleAbove(path: string): string | null {
  const isPart = READ_FOLDERS.some((name) => name === basename(resolve(path)))
  const above = dirname(path.replace(/\/+$/, ""))
  return isPart && hasLists(above) ? above : null
}

function lettersIn(path: string): CycleInput[] {
  return readdirSync(path)
    .filter((name) => LETTERS.test(name))
    .map((name) => readInput(path, name))
}

const NO_PERMISSION = { kind: "unreadable", detail: "izin baca / no permission to read" } as const

type ReadOutcome = Result<Workbook, ReadRefusal>

async function workbookOf(
  { content, path }: CycleInput,
  reader: SpreadsheetReader,
): Promise<ReadOutcome> {
  return content === null ? refuse(NO_PERMISSION) : await reader.read(content, path)
}
