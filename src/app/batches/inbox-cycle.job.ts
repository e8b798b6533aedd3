import { ok, refuse, type Result } from "../../kernel/result.ts"
import type { Batch, BatchCycle, BatchKind } from "../../modules/inbox/index.ts"
import type { ReadMemory } from "../../platform/spreadsheet/create-reader.ts"
import type { CycleInput } from "../cycle-inputs.load.ts"
import {
  CHECKS,
  LISTS,
  loadedFolder,
  readInputs,
  REGISTERS,
  type LoadedFolder,
} from "../load-cycle.load.ts"
import type { Payung } from "../open-payung.job.ts"
import type { RunRefusal } from "../run-refusal.ts"
import { openInbox, originalOf } from "./inbox.job.ts"

/** The inbox as the cycle folder that it is: the same run follows, with the same result. */
export async function loadInbox(
  payung: Payung,
  cycle: BatchCycle,
  memory: ReadMemory,
): Promise<Result<LoadedFolder, RunRefusal>> {
  const { applied, letters, recipes } = await openInbox(payung, cycle)
  if (!applied.some(({ reading }) => reading?.kind === "usulan"))
    return refuse({ kind: "inbox_empty", year: cycle.year })
  const inputs: CycleInput[] = applied.map((batch) => ({
    path: pathOf(batch),
    sha256: batch.sha256,
    content: originalOf(payung, batch),
  }))
  const loaded = loadedFolder(inputs, await readInputs(inputs, memory), letters)
  const order = applied.map(pathOf)
  const batchIds = applied.map(({ batchId }) => batchId)
  return ok({ ...loaded, inbox: { batchIds, order, recipes } })
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
