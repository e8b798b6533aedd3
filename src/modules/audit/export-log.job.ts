import { mkdir, open, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { readCheckpoints, readSequenced, type AuditTx } from "./audit.queries.ts"
import { formatVerifierKey, type VerifierKey } from "./checkpoint.ts"

export interface LogExport {
  readonly directory: string
  readonly entries: number
  readonly checkpoints: number
}

const FLUSH_LINES = 2_000

/**
 * Writes `entries.ndjson`, `checkpoints.txt` and `public-key.txt`: all that an outsider needs to
 * check the log without our server. No salt and no name of a worker leaves with it.
 */
export async function exportLog(
  tx: AuditTx,
  tenant: number,
  to: { readonly directory: string; readonly key: VerifierKey },
): Promise<LogExport> {
  const { directory, key } = to
  await mkdir(directory, { recursive: true })
  // Checkpoints first: whatever is added meanwhile only lengthens the entries.
  const notes = (await readCheckpoints(tx, tenant)).map((row) => row.note)
  const entries = await writeEntries(tx, tenant, join(directory, "entries.ndjson"))
  await writeFile(join(directory, "checkpoints.txt"), notes.join("\n"), { mode: 0o600 })
  await writeFile(join(directory, "public-key.txt"), `${formatVerifierKey(key)}\n`, { mode: 0o600 })
  return { directory, entries, checkpoints: notes.length }
}

async function writeEntries(tx: AuditTx, tenant: number, path: string): Promise<number> {
  const file = await open(path, "w", 0o600)
  let written = 0
  let lines: string[] = []
  try {
    for await (const { seq, id, bytes } of readSequenced(tx, tenant)) {
      lines.push(formatEntryLine(seq, id, bytes))
      written += 1
      if (lines.length < FLUSH_LINES) continue
      await file.write(lines.join(""))
      lines = []
    }
    await file.write(lines.join(""))
  } finally {
    await file.close()
  }
  return written
}

/** One line of `entries.ndjson`; no other spelling of the same JSON is accepted by a verifier. */
export function formatEntryLine(seq: number | string, id: string, bytes: Buffer): string {
  return `{"seq":${seq},"id":"${id}","bytes":"${bytes.toString("base64")}"}\n`
}
