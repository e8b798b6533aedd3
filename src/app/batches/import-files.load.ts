import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { basename, join, resolve } from "node:path"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { filesBelow, isLeftover } from "../cycle-inputs.load.ts"
import { parseRecipe, type ReceivedLetter, type Recipe } from "../../modules/intake/index.ts"
import type { BatchKind } from "../../modules/inbox/index.ts"
import { hashFile } from "../../platform/files/hash-file.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import { LETTERS, READ_FOLDERS } from "../load-cycle.load.ts"
import { readLetters } from "../read-letters.ts"
import type { ImportFile } from "./file-content.load.ts"

export type PathRefusal =
  /** `meant` is there, and was written without quotes. */
  | { readonly kind: "path_missing"; readonly path: string; readonly meant?: string }
  | { readonly kind: "path_unreadable"; readonly path: string }
  | { readonly kind: "path_empty"; readonly path: string }
  | { readonly kind: "file_too_large"; readonly path: string; readonly limitMb: number }

/** Larger than any list of an office; what a spreadsheet holds is far less. */
const FILE_MAX_MB = 1024

/** A file to read, and what its folder says that it is. */
export interface NamedPath {
  readonly path: string
  readonly kind: BatchKind | null
  /** What the register of letters of its folder says. */
  readonly letters: readonly ReceivedLetter[]
}

export interface NamedPaths {
  readonly files: readonly NamedPath[]
  /** Files that a register of letters names and that do not lie in its folder. */
  readonly missing: readonly string[]
}

/** The shell splits a name at its spaces: the path that its first words make, if it is there. */
function spacedPath(words: readonly string[]): string | null {
  const joined = words.map((_, at) => words.slice(0, at + 1).join(" "))
  return joined.slice(1).find((path) => existsSync(path)) ?? null
}

/** Names files; of a folder all lists in it, of a cycle folder those that a run would read. */
export async function expandPaths(
  paths: readonly string[],
): Promise<Result<NamedPaths, PathRefusal>> {
  const named: NamedPath[] = []
  const missing: string[] = []
  for (const [at, path] of paths.entries()) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) {
      const meant = spacedPath(paths.slice(at))
      return refuse({ kind: "path_missing", path, ...(meant === null ? {} : { meant }) })
    }
    if (!found.isDirectory()) {
      named.push({ path, kind: null, letters: [] })
      continue
    }
    try {
      const { files, letters } = await filesIn(path)
      if (files.length === 0) return refuse({ kind: "path_empty", path })
      named.push(...files.map((file) => ({ ...file, letters })))
      const lying = new Set(files.map((file) => basename(file.path)))
      missing.push(...letters.map(({ file }) => file).filter((file) => !lying.has(basename(file))))
    } catch {
      return refuse({ kind: "path_unreadable", path })
    }
  }
  return ok({ files: named, missing })
}

interface FolderFiles {
  readonly files: readonly Omit<NamedPath, "letters">[]
  readonly letters: readonly ReceivedLetter[]
}

async function filesIn(folder: string): Promise<FolderFiles> {
  const isFolder = (name: string) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() ?? false
  const named = (name: string, kind: BatchKind | null) => ({ path: join(folder, name), kind })
  const unsaid = (name: string) => named(name, null)
  const books = readdirSync(folder).filter((name) => LETTERS.test(name))
  const letters = await lettersOf(books.map((name) => join(folder, name)))
  const order = new Map(letters.map((letter) => [basename(letter.file), letter.order]))
  const orderOf = (path: string) => order.get(basename(path)) ?? Number.MAX_SAFE_INTEGER
  if (!READ_FOLDERS.some(isFolder)) {
    // Whatever lies there is read or told: a photo of a list is a question too.
    const names = readdirSync(folder).filter((name) => !isLeftover(name) && !isFolder(name))
    const lists = names.filter((name) => !books.includes(name)).sort()
    lists.sort((a, b) => orderOf(a) - orderOf(b))
    const files = [...books.map((name) => named(name, "surat-masuk")), ...lists.map(unsaid)]
    return { files, letters }
  }
  const below = (kind: (typeof READ_FOLDERS)[number]) =>
    filesBelow(folder, kind)
      .map((file) => file.path)
      .sort()
  const lists = below("usulan").sort((a, b) => orderOf(a) - orderOf(b))
  const files = [
    ...books.map((name) => named(name, "surat-masuk")),
    ...lists.map((path) => named(path, "usulan")),
    ...below("register").map((path) => named(path, "register")),
    ...below("verifikasi").map((path) => named(path, "verifikasi")),
  ]
  return { files, letters }
}

async function lettersOf(paths: readonly string[]): Promise<readonly ReceivedLetter[]> {
  const books = []
  for (const path of paths) {
    const workbook = await readReceived(readFileSync(path), basename(path))
    if (workbook.ok) books.push({ name: basename(path), workbook: workbook.value })
  }
  return readLetters(books)
}

/** A file to be read where it lies: of its bytes this process keeps nothing but their hash. */
export function nameImportFile(path: string): Result<ImportFile, PathRefusal> {
  try {
    if (statSync(path).size > FILE_MAX_MB * 1024 ** 2)
      return refuse({ kind: "file_too_large", path, limitMb: FILE_MAX_MB })
    const name = basename(path)
    return ok({ name, ...hashFile(path), content: { path: resolve(path) } })
  } catch {
    return refuse({ kind: "path_unreadable", path })
  }
}

/** The recipe that a caller names instead of the remembered ones: it counts for any sender. */
export function readMap(path: string | null): Result<readonly Recipe[] | null, MapRefusal> {
  if (path === null) return ok(null)
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch {
    return refuse({ kind: "path_missing", path })
  }
  const read = parseRecipe(text)
  if (!read.ok) return refuse({ ...read.refusal, kind: "recipe_invalid", path })
  return ok([{ ...read.value, sender: "*" }])
}

export type MapRefusal =
  | PathRefusal
  | {
      readonly kind: "recipe_invalid"
      readonly path: string
      readonly id: string
      readonly en: string
    }

/** Why no file can be written there, as the system's code, before anything is read; null if it can. */
export function whyUnwritable(path: string): string | null {
  const trial = `${path}.${process.pid}.tmp`
  try {
    closeSync(openSync(trial, "wx", 0o600))
    rmSync(trial)
    return null
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error)
  }
}

/** The file appears whole or not at all; it holds NIK in clear, so only its owner reads it. */
export function writeResult(path: string, content: Uint8Array): void {
  const unfinished = `${path}.${process.pid}.tmp`
  writeFileSync(unfinished, content, { mode: 0o600 })
  renameSync(unfinished, path)
}
