import { createReadStream } from "node:fs"
import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { parseVerifierKey, type VerifierKey } from "./checkpoint.ts"
import { checkHeads, LogCheck, type LogReport } from "./log-check.ts"
import { refusalOf, type LogRefusal } from "./log-refusal.ts"

export interface ExportTrust {
  /** File with the key that the reader trusts; without it the export vouches for itself. */
  readonly keyFile?: string | undefined
  /** File with notes that the reader kept from earlier. */
  readonly witnessFile?: string | undefined
}

/** Checks an export directory from its files alone: docs/audit-log-format.md section 7. */
export async function verifyExport(
  directory: string,
  trust: ExportTrust = {},
): Promise<Result<LogReport, LogRefusal>> {
  const key = await readKey(join(directory, "public-key.txt"), trust.keyFile)
  if (!key.ok) return key
  const checkpoints = await readText(join(directory, "checkpoints.txt"))
  if (!checkpoints.ok) return checkpoints
  const { witnessFile } = trust
  const witness = witnessFile === undefined ? ok(null) : await readText(witnessFile)
  if (!witness.ok) return witness
  const heads = checkHeads(key.value, { checkpoints: checkpoints.value, witness: witness.value })
  if (!heads.ok) return heads
  return checkEntries(join(directory, "entries.ndjson"), new LogCheck(heads.value))
}

async function readKey(
  path: string,
  trusted: string | undefined,
): Promise<Result<VerifierKey, LogRefusal>> {
  const exported = await readText(path)
  if (!exported.ok) return exported
  const key = exported.value.endsWith("\n") ? parseVerifierKey(exported.value.slice(0, -1)) : null
  if (key === null) return refuse(refusalOf("KEY_MALFORMED", path))
  if (trusted === undefined) return ok(key)
  const own = await readText(trusted)
  if (!own.ok) return own
  return own.value === exported.value ? ok(key) : refuse(refusalOf("KEY_DIFFERS", path))
}

/** UTF-8, or a refusal: malformed bytes must not be replaced in silence. */
async function readText(path: string): Promise<Result<string, LogRefusal>> {
  try {
    const content = await readFile(path)
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(content))
  } catch {
    return refuse(refusalOf("FILE_MISSING", path))
  }
}

async function checkEntries(path: string, check: LogCheck): Promise<Result<LogReport, LogRefusal>> {
  try {
    for await (const { line, ended } of readLines(path)) {
      const refusal = ended ? check.addLine(line) : check.addLine("")
      if (refusal !== null) return refuse(refusal)
    }
  } catch (failure) {
    if (isFileFailure(failure)) return refuse(refusalOf("FILE_MISSING", path))
    throw failure
  }
  return check.finish()
}

interface Line {
  readonly line: string
  readonly ended: boolean
}

// Not node:readline: it also splits at CR, and an altered line must not pass as two good ones.
async function* readLines(path: string): AsyncGenerator<Line> {
  let rest = ""
  for await (const chunk of createReadStream(path, { encoding: "latin1" })) {
    const lines = (rest + String(chunk)).split("\n")
    rest = lines.pop() ?? ""
    for (const line of lines) yield { line, ended: true }
  }
  if (rest !== "") yield { line: rest, ended: false }
}

function isFileFailure(failure: unknown): boolean {
  return failure instanceof Error && "code" in failure && "syscall" in failure
}
