import { createHash } from "node:crypto"
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { basename, join, resolve } from "node:path"
import { sha256Hex } from "../../kernel/id.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { filesBelow } from "../cycle-inputs.load.ts"
import { parseRecipe, type Recipe } from "../../modules/intake/index.ts"
import type { BatchKind } from "../../modules/inbox/index.ts"
import { readReceived } from "../../platform/spreadsheet/create-reader.ts"
import { LETTERS, READ_FOLDERS } from "../load-cycle.load.ts"
import { readLetters } from "../read-letters.ts"
import type { ImportFile } from "./read-import.job.ts"

export type PathRefusal =
  | { readonly kind: "path_missing"; readonly path: string }
  | { readonly kind: "path_unreadable"; readonly path: string }
  | { readonly kind: "path_empty"; readonly path: string }
  | { readonly kind: "file_too_large"; readonly path: string; readonly limitMb: number }

/** Larger than any list of an office; what a spreadsheet holds is far less. */
const FILE_MAX_MB = 1024
const PIECE_BYTES = 1024 * 1024

/** A file to read, and what its folder says that it is. */
export interface NamedPath {
  readonly path: string
  readonly kind: BatchKind | null
}

/** Names files; of a folder all lists in it, of a cycle folder those that a run would read. */
export async function expandPaths(
  paths: readonly string[],
): Promise<Result<readonly NamedPath[], PathRefusal>> {
  const named: NamedPath[] = []
  for (const path of paths) {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined) return refuse({ kind: "path_missing", path })
    if (!found.isDirectory()) {
      named.push({ path, kind: null })
      continue
    }
    try {
      const files = await filesIn(path)
      if (files.length === 0) return refuse({ kind: "path_empty", path })
      named.push(...files)
    } catch {
      return refuse({ kind: "path_unreadable", path })
    }
  }
  return ok(named)
}

const READABLE = /\.(xlsx|xlsm|xls|ods|csv|tsv|txt|docx|pdf)$/i

async function filesIn(folder: string): Promise<NamedPath[]> {
  const isFolder = (name: string) =>
    statSync(join(folder, name), { throwIfNoEntry: false })?.isDirectory() ?? false
  const named = (name: string, kind: BatchKind | null) => ({ path: join(folder, name), kind })
  if (!READ_FOLDERS.some(isFolder)) {
    const names = readdirSync(folder).filter((name) => READABLE.test(name) && !isFolder(name))
    return names.sort().map((name) => named(name, null))
  }
  const letters = readdirSync(folder).filter((name) => LETTERS.test(name))
  const below = (kind: (typeof READ_FOLDERS)[number]) =>
    filesBelow(folder, kind)
      .map((file) => file.path)
      .sort()
  const order = await receiptOf(letters.map((name) => join(folder, name)))
  const orderOf = (path: string) => order.get(basename(path)) ?? Number.MAX_SAFE_INTEGER
  const lists = below("usulan").sort((a, b) => orderOf(a) - orderOf(b))
  return [
    ...letters.map((name) => named(name, "surat-masuk")),
    ...lists.map((path) => named(path, "usulan")),
    ...below("register").map((path) => named(path, "register")),
    ...below("verifikasi").map((path) => named(path, "verifikasi")),
  ]
}

/** File → its place in the register of letters. */
async function receiptOf(paths: readonly string[]): Promise<Map<string, number>> {
  const books = []
  for (const path of paths) {
    const workbook = await readReceived(readFileSync(path), basename(path))
    if (workbook.ok) books.push({ name: basename(path), workbook: workbook.value })
  }
  return new Map(readLetters(books).map((letter) => [letter.file, letter.order]))
}

export function readImportFile(path: string): Result<ImportFile<Uint8Array>, PathRefusal> {
  return withinSize(path, () => {
    const content = readFileSync(path)
    return { name: basename(path), sha256: sha256Hex(content), content }
  })
}

/** A file to be read where it lies: of its bytes this process keeps nothing but their hash. */
export function nameImportFile(path: string): Result<ImportFile<string>, PathRefusal> {
  return withinSize(path, () => {
    return { name: basename(path), sha256: sha256OfFile(path), content: resolve(path) }
  })
}

function withinSize<T>(path: string, read: () => T): Result<T, PathRefusal> {
  try {
    if (statSync(path).size > FILE_MAX_MB * 1024 ** 2)
      return refuse({ kind: "file_too_large", path, limitMb: FILE_MAX_MB })
    return ok(read())
  } catch {
    return refuse({ kind: "path_unreadable", path })
  }
}

function sha256OfFile(path: string): string {
  const [hash, piece] = [createHash("sha256"), new Uint8Array(PIECE_BYTES)]
  const file = openSync(path, "r")
  try {
    for (;;) {
      const length = readSync(file, piece)
      if (length === 0) return hash.digest("hex")
      hash.update(piece.subarray(0, length))
    }
  } finally {
    closeSync(file)
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

/** As a shell takes it, for commands that are shown to be typed. */
export function quotedPath(path: string): string {
  return /[^\w./-]/.test(path) ? `"${path}"` : path
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
