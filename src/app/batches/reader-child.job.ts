/**
 * The child that reads a stranger's files: apart from whoever asked, with bounded memory, without
 * a database. It serves one order after the other and ends with its parent.
 */
import { assert } from "../../kernel/assert.ts"
import type { StagedRow } from "../../modules/inbox/index.ts"
import type { Finding } from "../../modules/intake/index.ts"
import type { BatchReading, CodeCount } from "../../modules/inbox/index.ts"
import { describeFailure } from "../../platform/http.ts"
import { loadImportTables, type LawChoice } from "./import-tables.load.ts"
import { markedWorkbook } from "./marked-workbook.job.ts"
import { readLargeList } from "./read-large-list.job.ts"
import { readImport, type EarlierList, type ReadOrder, type ReadStep } from "./read-import.job.ts"

export interface ReaderTask {
  readonly kind: "read"
  readonly law: LawChoice
  readonly order: Omit<ReadOrder, "lawVersion">
  /** Whether the sender's workbook is wanted with its doubtful cells coloured. */
  readonly marked: boolean
}

export type ToReader = ReaderTask | { readonly kind: "earlier"; readonly lists: EarlierList[] }

export type FromReader =
  | { readonly kind: "step"; readonly step: ReadStep }
  | { readonly kind: "earlier"; readonly senderId: string }
  | { readonly kind: "rows"; readonly rows: readonly StagedRow[] }
  | {
      readonly kind: "read"
      readonly reading: BatchReading
      readonly marked: Uint8Array | null
      readonly codes: readonly CodeCount[] | null
    }
  | { readonly kind: "refused"; readonly finding: Finding }
  | { readonly kind: "failed"; readonly failure: ReturnType<typeof describeFailure> }

type Tell = (message: FromReader) => void

/** Rows go to the parent in parts, so that no message is larger than a few megabytes. */
const PART_ROWS = 2_000

async function answer(
  task: ReaderTask,
  tell: Tell,
  earlierOf: (senderId: string) => Promise<EarlierList[]>,
): Promise<FromReader> {
  const loaded = loadImportTables(task.law)
  assert(loaded.ok, "the parent has loaded the same law")
  const step = (name: ReadStep): void => tell({ kind: "step", step: name })
  const { book, tables } = loaded.value
  const order = { ...task.order, lawVersion: book.version }
  const hooks = { step, earlierOf }
  const large = await readLargeList(order, tables, hooks)
  const read = large ?? (await readImport(order, tables, hooks))
  if (read.outcome.kind === "refused") return { kind: "refused", finding: read.outcome.finding }
  const { reading, rows } = read.outcome
  for (let at = 0; at < rows.length; at += PART_ROWS)
    tell({ kind: "rows", rows: rows.slice(at, at + PART_ROWS) })
  if (task.marked) step("mark")
  return {
    kind: "read",
    reading,
    codes: read.codes ?? null,
    marked: task.marked ? await markedWorkbook(task.order.file, read) : null,
  }
}

function main(): void {
  // A terminal sends Ctrl+C to the whole group; the parent decides when this child ends.
  process.on("SIGINT", () => {})
  process.on("disconnect", () => process.exit(1))
  const tell: Tell = (message) => void process.send?.(message)
  let waiting: ((lists: EarlierList[]) => void) | null = null
  const earlierOf = (senderId: string): Promise<EarlierList[]> =>
    new Promise((resolve) => {
      waiting = resolve
      tell({ kind: "earlier", senderId })
    })
  process.on("message", (message: ToReader) => {
    if (message.kind === "earlier") return waiting?.(message.lists)
    void answer(message, tell, earlierOf)
      .catch((error: unknown) => ({ kind: "failed" as const, failure: describeFailure(error) }))
      .then(tell)
  })
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) main()
