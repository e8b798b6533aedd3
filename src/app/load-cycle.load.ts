import { accessSync, constants, existsSync, readdirSync, statSync } from "node:fs"
import { assert } from "../kernel/assert.ts"
import type { LocalDate } from "../kernel/local-date.ts"
import { ok, refuse, type Result } from "../kernel/result.ts"
import { readWorkbook } from "../platform/spreadsheet/read-workbook.ts"
import type { ReceivedFile, ReceivedLetter } from "../modules/intake/index.ts"
import { dateOf, registerTables, type NamedWorkbook } from "../modules/registry/index.ts"
import { filesBelow, readInput, type CycleInput } from "./cycle-inputs.load.ts"
import type { CycleFolder } from "./cycle.ts"

export type FolderRefusal =
  | { readonly kind: "folder_missing"; readonly folder: string }
  | { readonly kind: "folder_is_file"; readonly folder: string }
  | { readonly kind: "folder_unreadable"; readonly folder: string }
  | { readonly kind: "folder_empty"; readonly folder: string }
  | { readonly kind: "no_lists"; readonly folder: string }
  | { readonly kind: "nothing_readable"; readonly folder: string }

export interface LoadedFolder {
  /** Hands the folder over once: raw cells are the largest thing in memory, and needed once. */
  readonly takeFolder: () => CycleFolder
  /** Path below the folder → SHA-256, sorted by path: what the run's input hash covers. */
  readonly inputs: readonly CycleInput[]
  /** Registers and field checks that could not be read: questions, never a stop. */
  readonly unreadable: readonly { readonly path: string; readonly detail: string }[]
}

/** Where the lists lie. */
export const LISTS = "usulan"
const REGISTERS = "register"
const CHECKS = "verifikasi"
/** Folders of a cycle folder that a run reads. */
export const READ_FOLDERS = [LISTS, REGISTERS, CHECKS] as const
const LETTERS = /^surat[-_ ]?masuk\.(csv|xlsx|xls|ods)$/i

/** Reads a cycle folder whole; a broken file inside it is a finding, a folder without lists a refusal. */
export async function loadCycleFolder(path: string): Promise<Result<LoadedFolder, FolderRefusal>> {
  const refusal = folderRefusal(path)
  if (refusal !== null) return refuse(refusal)
  const inputs = [
    ...filesBelow(path, LISTS),
    ...filesBelow(path, REGISTERS),
    ...filesBelow(path, CHECKS),
    ...lettersIn(path),
  ]
  inputs.sort((a, b) => (a.path < b.path ? -1 : 1))
  const unreadable: { path: string; detail: string }[] = []
  const under = (sub: string) => inputs.filter((input) => input.path.startsWith(`${sub}/`))
  const lists: ReceivedFile[] = []
  for (const input of under(LISTS)) {
    const name = input.path.slice(LISTS.length + 1)
    lists.push({ name, sha256: input.sha256, workbook: await workbookOf(input, name) })
  }
  const readable = async (entries: typeof inputs, prefix: number): Promise<NamedWorkbook[]> => {
    const read: NamedWorkbook[] = []
    for (const input of entries) {
      const workbook = await workbookOf(input, input.path)
      if (workbook.ok) read.push({ name: input.path.slice(prefix), workbook: workbook.value })
      else unreadable.push({ path: input.path, detail: workbook.refusal.kind })
    }
    return read
  }
  const registers = await readable(under(REGISTERS), REGISTERS.length + 1)
  const checks = await readable(under(CHECKS), CHECKS.length + 1)
  const letterBooks = await readable(
    inputs.filter((input) => LETTERS.test(input.path)),
    0,
  )
  if (!lists.some((list) => list.workbook.ok))
    return refuse({ kind: "nothing_readable", folder: path })
  const folder = { lists, letters: readLetters(letterBooks), registers, checks }
  return ok({ takeFolder: handOver(folder), inputs, unreadable })
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

function folderRefusal(path: string): FolderRefusal | null {
  if (!existsSync(path)) return { kind: "folder_missing", folder: path }
  if (!statSync(path).isDirectory()) return { kind: "folder_is_file", folder: path }
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    if (readdirSync(path).length === 0) return { kind: "folder_empty", folder: path }
    if (filesBelow(path, LISTS).length === 0) return { kind: "no_lists", folder: path }
  } catch {
    return { kind: "folder_unreadable", folder: path }
  }
  return null
}

function lettersIn(path: string): CycleInput[] {
  return readdirSync(path)
    .filter((name) => LETTERS.test(name))
    .map((name) => readInput(path, name))
}

const NO_PERMISSION = { kind: "unreadable", detail: "izin baca / no permission to read" } as const

async function workbookOf({ content }: CycleInput, name: string) {
  return content === null ? refuse(NO_PERMISSION) : await readWorkbook(content, name)
}

/** The register of received letters; agenda numbers order it, else the order of its lines. */
function readLetters(
  books: readonly NamedWorkbook[],
): (ReceivedLetter & { receivedOn: LocalDate | null })[] {
  const records = books.flatMap((book) =>
    registerTables(book.workbook, book.name).flatMap((table) => table.records),
  )
  const agenda = (text: string): number => Number(/\d+/.exec(text)?.[0] ?? Number.NaN)
  const numbered = records.every((record) => !Number.isNaN(agenda(record.text("order"))))
  return records
    .filter((record) => record.text("file") !== "")
    .map((record, index) => ({
      order: numbered ? agenda(record.text("order")) : index,
      file: record.text("file"),
      sender: record.text("sender"),
      claimed: claimedOf(record.text("claimed")),
      receivedOn: dateOf(record, "received_on", "9999-12-31" as LocalDate),
    }))
}

function claimedOf(text: string): number | null {
  const digits = text.replace(/[.\s]/g, "")
  return /^\d+$/.test(digits) ? Number(digits) : null
}
