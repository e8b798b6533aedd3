/**
 * The child that reads a stranger's files: apart from whoever asked, with bounded memory, without
 * a database. It serves one order after the other and ends with its parent.
 */
import { flushCompileCache } from "node:module"
import { assert } from "../../kernel/assert.ts"
import { stagedParts } from "../../modules/inbox/index.ts"
import type { IntakeRow } from "../../modules/intake/index.ts"
import { createReader, type SpreadsheetReader } from "../../platform/spreadsheet/create-reader.ts"
import { describeFailure } from "../../platform/http.ts"
import { loadImportTables, type ImportTables, type LawChoice } from "./import-tables.load.ts"
import type { EarlierKey } from "./earlier-lists.ts"
import { markedWorkbook } from "./marked-workbook.job.ts"
import { isReadByColumns, readLargeList } from "./read-large-list.job.ts"
import { FileChanged } from "./file-content.load.ts"
import { readImport, type EarlierList, type ImportRead, type ReadHooks } from "./read-import.job.ts"
import type { FromReader, ReaderTask, ToReader } from "./reader-talk.ts"

type Tell = (message: FromReader) => void

/** Rows go to the parent in parts, so that no message is larger than a few megabytes. */
const PART_ROWS = 2_000
/** So many parts may be under way: enough for the next to be made while one is stored. */
const PARTS_AHEAD = 8

/** What stays from one file to the next. */
class Desk {
  #law = ""
  #loaded: ImportTables | null = null
  #reader: SpreadsheetReader | null = null

  tablesOf(choice: LawChoice): ImportTables {
    const law = JSON.stringify(choice)
    if (this.#loaded !== null && law === this.#law) return this.#loaded
    const loaded = loadImportTables(choice)
    assert(loaded.ok, "the parent has loaded the same law")
    this.#law = law
    this.#loaded = loaded.value
    return loaded.value
  }

  begin(): SpreadsheetReader {
    this.#reader ??= createReader()
    return this.#reader
  }

  readonly open: ReadHooks["open"] = (source, name) => this.begin().read(source, name)
}

async function read(
  task: ReaderTask,
  tell: Tell,
  { desk, earlierOf }: Pick<ReadHooks, "earlierOf"> & { readonly desk: Desk },
): Promise<ImportRead> {
  const byColumns = isReadByColumns(task.order)
  // The process that opens the file comes up while the law is read.
  if (!byColumns) desk.begin()
  const { book, tables } = desk.tablesOf(task.law)
  const step: ReadHooks["step"] = (name, rows) =>
    tell({ kind: "step", step: name, ...(rows === undefined ? {} : { rows }) })
  const order = { ...task.order, lawVersion: book.version }
  const hooks = { step, earlierOf, open: desk.open }
  const { marked: isMarked, doubtful } = task.wants
  // The workbook of a sender is marked by the rows one by one.
  const large = isMarked || !byColumns ? null : await readLargeList(order, tables, hooks)
  const found = large ?? (await readImport(order, tables, hooks))
  if (found.kind === "refused") {
    tell({ kind: "refused", finding: found.finding })
    return found
  }
  if (doubtful) tellDoubtful(found.rows.doubtful(), tell)
  if (isMarked) step("mark")
  const marked = isMarked ? await markedWorkbook(task.order.file, found) : null
  tell({ kind: "read", reading: found.reading, codes: found.codes, marked })
  return found
}

function tellDoubtful(rows: Iterable<IntakeRow>, tell: Tell): void {
  let part: IntakeRow[] = []
  for (const row of rows) {
    if (part.push(row) < PART_ROWS) continue
    tell({ kind: "doubtful", rows: part })
    part = []
  }
  if (part.length > 0) tell({ kind: "doubtful", rows: part })
}

/** The rows of a list, never more parts ahead of whoever stores them than agreed. */
async function tellRows(
  found: ImportRead | null,
  tell: Tell,
  taken: () => Promise<void>,
): Promise<void> {
  assert(found?.kind === "read", "rows are asked of a file that was read")
  const parts = stagedParts(found.rows.each(), found.rows.changeOf)
  let rows = 0
  for (let sent = 0; ; sent++) {
    const next = parts.next()
    if (next.done === true) return tell({ kind: "end", sum: next.value })
    if (sent >= PARTS_AHEAD) await taken()
    rows += lineCount(next.value)
    tell({ kind: "part", text: next.value, rows })
  }
}

/** A line break within a value is written otherwise. */
function lineCount(text: string): number {
  let lines = 0
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++
  return lines
}

function troubleOf(error: unknown): FromReader {
  if (error instanceof FileChanged) return { kind: "changed" }
  return { kind: "failed", failure: describeFailure(error) }
}

function main(): void {
  // A terminal sends Ctrl+C to the whole group; the parent decides when this child ends.
  process.on("SIGINT", () => {})
  process.on("disconnect", () => process.exit(1))
  // This child is ended, it does not exit: what Node compiled is kept now or never.
  flushCompileCache()
  const tell: Tell = (message) => void process.send?.(message)
  let waiting: ((lists: EarlierList[]) => void) | null = null
  let held: ImportRead | null = null
  let [credit, awaiting]: [number, (() => void) | null] = [0, null]
  const desk = new Desk()
  const earlierOf = (key: EarlierKey): Promise<EarlierList[]> =>
    new Promise((resolve) => {
      waiting = resolve
      tell({ kind: "earlier", key })
    })
  const taken = async (): Promise<void> => {
    if (credit === 0)
      await new Promise<void>((resolve) => {
        awaiting = resolve
      })
    credit -= 1
  }
  const serve = async (message: ReaderTask | { kind: "rows" }): Promise<void> => {
    try {
      if (message.kind === "rows") {
        credit = 0
        return await tellRows(held, tell, taken)
      }
      if (held?.kind === "read") held.close()
      held = null
      held = await read(message, tell, { desk, earlierOf })
    } catch (error) {
      tell(troubleOf(error))
    }
  }
  process.on("message", (message: ToReader) => {
    if (message.kind === "earlier") return waiting?.(message.lists)
    if (message.kind !== "more") return void serve(message)
    credit += 1
    awaiting?.()
    awaiting = null
  })
}

if (process.send !== undefined && process.argv[1] === import.meta.filename) main()
