import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { extname, join } from "node:path"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { Batch, BatchCycle, BatchKind } from "../../modules/inbox/index.ts"
import type { ReadMemory } from "../../platform/spreadsheet/create-reader.ts"
import { LARGE_CSV_BYTES } from "../../platform/spreadsheet/csv/reader.ts"
import { readStreamed, type CycleInput } from "../cycle-inputs.load.ts"
import {
  CHECKS,
  LISTS,
  loadedFolder,
  readInputs,
  REGISTERS,
  STREAMED_LIST_BYTES,
  type LoadedFolder,
} from "../load-cycle.load.ts"
import type { Payung } from "../open-payung.job.ts"
import type { RunRefusal } from "../run-refusal.ts"
import { openInbox, originalOf, OriginalLost } from "./inbox.job.ts"

/** The inbox as the cycle folder that it is: the same run follows, with the same result. */
export async function loadInbox(
  payung: Payung,
  cycle: BatchCycle,
  memory: ReadMemory,
): Promise<Result<LoadedFolder, RunRefusal>> {
  const { applied, letters, recipes } = await openInbox(payung, cycle)
  if (!applied.some(({ reading }) => reading?.kind === "usulan"))
    return refuse({ kind: "inbox_empty", year: cycle.year })
  const scratch = scratchFolder(payung.config.home)
  const inputs = applied.map((batch) => inputOf(payung, batch, scratch))
  const loaded = loadedFolder(inputs, await readInputs(inputs, memory), letters)
  const order = applied.map(pathOf)
  const batchIds = applied.map(({ batchId }) => batchId)
  const close = (): void => {
    loaded.close()
    rmSync(scratch, { recursive: true, force: true })
  }
  return ok({ ...loaded, close, inbox: { batchIds, order, recipes } })
}

/** Where large files lie open while they are read; what a run left that was ended is taken away. */
function scratchFolder(home: string): string {
  const uploads = join(home, "uploads")
  for (const name of existsSync(uploads) ? readdirSync(uploads) : []) {
    const pid = /^run-(\d+)$/.exec(name)?.[1]
    if (pid !== undefined && !isRunning(Number(pid)))
      rmSync(join(uploads, name), { recursive: true, force: true })
  }
  return join(uploads, `run-${process.pid}`)
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM"
  }
}

/** From so many bytes on a csv of a kind is read as a stream. */
const STREAMED_FROM: Partial<Record<BatchKind, number>> = {
  usulan: STREAMED_LIST_BYTES,
  register: LARGE_CSV_BYTES,
}

function inputOf(payung: Payung, batch: Batch, scratch: string): CycleInput {
  const [path, { sha256, sizeBytes }] = [pathOf(batch), batch]
  const from = STREAMED_FROM[batch.reading?.kind ?? "usulan"] ?? Infinity
  if (sizeBytes < from) return { path, sha256, content: originalOf(payung, batch) }
  mkdirSync(scratch, { recursive: true, mode: 0o700 })
  const name = `${batch.batchId}${extname(batch.inboxName)}`
  if (!payung.store.copyTo(sha256, join(scratch, name))) throw new OriginalLost(batch.batchId)
  return { ...readStreamed(scratch, name, from), path }
}

const FOLDERS: Readonly<Record<BatchKind, string>> = {
  usulan: `${LISTS}/`,
  register: `${REGISTERS}/`,
  verifikasi: `${CHECKS}/`,
  "surat-masuk": "",
}

function pathOf({ reading, inboxName }: Batch): string {
  return `${FOLDERS[reading?.kind ?? "usulan"]}${inboxName}`
}
