import { existsSync, readFileSync, readdirSync } from "node:fs"
import { join } from "node:path"
import { parse, YAMLParseError } from "yaml"
import { assert } from "../../kernel/assert.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { buildLawBook, type LawFile, type LawFilesInvalid } from "./law-book.ts"
import type { LawBook } from "./law.ts"
import type { LawProblem } from "./law-problem.ts"

/** Bad flag: exit code 2 of the command line. */
export interface PackUnknown {
  readonly kind: "pack_unknown"
  readonly code: string
  readonly known: readonly string[]
}

/** Folders below `folder` that hold a pack.yaml: the codes that `--law` accepts, sorted. */
export function listPacks(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "pack.yaml")))
    .sort()
}

export interface PackCheck {
  readonly code: string
  /** null while the pack has problems. */
  readonly version: string | null
  readonly problems: readonly LawProblem[]
}

/** Every pack below `folder`, each with its version or all its mistakes. */
export function checkLaw(folder: string): readonly PackCheck[] {
  return listPacks(folder).map((code) => {
    const loaded = loadLawBook(folder, code)
    if (loaded.ok) return { code, version: loaded.value.version, problems: [] }
    const { refusal } = loaded
    assert(refusal.kind === "law_files_invalid", "a listed pack is known")
    return { code, version: null, problems: refusal.problems }
  })
}

/**
 * Reads `folder` (the repository's law/) for one pack. Throws only where the folder cannot be read.
 */
export function loadLawBook(
  folder: string,
  packCode: string,
): Result<LawBook, LawFilesInvalid | PackUnknown> {
  const known = listPacks(folder)
  if (!known.includes(packCode)) return refuse({ kind: "pack_unknown", code: packCode, known })
  const files = readLawFiles(folder, packCode)
  return files.ok ? buildLawBook(packCode, files.value) : files
}

/** Parsed files of the nation and of one pack; other folders (cases, maps) are no law. */
export function readLawFiles(
  folder: string,
  packCode: string,
): Result<readonly LawFile[], LawFilesInvalid> {
  const folders = ["national", packCode, `${packCode}/series`]
  const first = ["sources.yaml"].filter((name) => existsSync(join(folder, name)))
  const paths = [...first, ...folders.flatMap(inFolder)]
  const problems: LawProblem[] = []
  const files = paths.flatMap((path) => parseFile(folder, path, problems))
  return problems.length === 0 ? ok(files) : refuse({ kind: "law_files_invalid", problems })

  function inFolder(name: string): string[] {
    if (!existsSync(join(folder, name))) return []
    const names = readdirSync(join(folder, name)).filter((file) => file.endsWith(".yaml"))
    return names.sort().map((file) => `${name}/${file}`)
  }
}

function parseFile(folder: string, path: string, problems: LawProblem[]): LawFile[] {
  try {
    // `<<` shares the lines that many rules have in common; dates stay text.
    const content: unknown = parse(readFileSync(join(folder, path), "utf8"), { merge: true })
    return [{ path, content }]
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error
    const place = error.linePos?.[0]
    const key = place === undefined ? "" : `line ${place.line}, column ${place.col}`
    const reason = error.message.split("\n")[0] ?? ""
    const [id, en] = [`Bukan YAML yang sah: ${reason}`, `Not valid YAML: ${reason}`]
    problems.push({ file: path, key, id, en })
    return []
  }
}
