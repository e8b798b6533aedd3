import type { LocalDate } from "../../kernel/local-date.ts"
import {
  comparisonOf,
  type BatchDiff,
  type BatchKind,
  type BatchReading,
  type CodeCount,
  type ReadOutcome,
  type RowChange,
  type StagedRow,
} from "../../modules/inbox/index.ts"
import {
  readBatch,
  type IntakeBatch,
  type IntakeFile,
  type IntakeTables,
  type ReceivedLetter,
  type Recipe,
} from "../../modules/intake/index.ts"
import { readRegisters, registerTables } from "../../modules/registry/index.ts"
import { createReader, readReceived } from "../../platform/spreadsheet/create-reader.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import { kindOfFile } from "./kind-of-file.ts"
import { listReading } from "./reading-of-list.ts"

/** A file with its bytes, or with its path where a large one shall not stand in memory. */
export interface ImportFile<Content = Uint8Array | string> {
  /** As it lies in the inbox. */
  readonly name: string
  readonly sha256: string
  readonly content: Content
}

export interface ReadOrder {
  readonly file: ImportFile
  readonly askedKind: BatchKind | null
  /** What the register of letters and whoever imports say about files of the inbox. */
  readonly letters: readonly ReceivedLetter[]
  /** How lists of senders are read, as it was confirmed before. */
  readonly recipes: readonly Recipe[]
  readonly lawVersion: string
  /** Where the file lies, if nobody asks for its rows. */
  readonly summaryOf?: string
}

/** A list that the same sender has in the inbox. */
export interface EarlierList extends ImportFile {
  readonly batchId: string
}

export type ReadStep = "open" | "read" | "compare" | "mark"

export interface ReadHooks {
  readonly step: (step: ReadStep) => void
  /** The lists that a sender has in the inbox, in order of receipt. */
  readonly earlierOf: (senderId: string) => Promise<readonly EarlierList[]>
}

/** A file as read. */
export interface ImportRead {
  readonly outcome: ReadOutcome
  /** The list among its batch; null for what is no list and for what cannot be read. */
  readonly list: { readonly batch: IntakeBatch; readonly file: IntakeFile } | null
  /** Rows per code, where the outcome brings no rows. */
  readonly codes?: readonly CodeCount[]
}

/** One file through the same engine as a run; against what its sender sent before. */
export async function readImport(
  order: ReadOrder,
  plain: IntakeTables,
  hooks: ReadHooks,
): Promise<ImportRead> {
  const { file } = order
  const tables = { ...plain, recipes: order.recipes }
  hooks.step("open")
  const workbook = await readReceived(file.content, file.name)
  hooks.step("read")
  const received = { name: file.name, sha256: file.sha256, workbook }
  const alone = readBatch([received], lettersOf(order, [file.name]), tables)
  const asList = alone.files[0]
  if (asList === undefined || !workbook.ok) return refusedRead(asList)
  const kind = order.askedKind ?? kindOfFile(file.name, workbook.value, asList)
  if (kind !== "usulan")
    return readRegister(order, kind, { workbook: workbook.value, on: tables.on })
  if (asList.sheets.length === 0) return refusedRead(asList)
  const earlier = asList.sender.kind === "unknown" ? [] : await hooks.earlierOf(asList.sender.id)
  hooks.step("compare")
  const batch = earlier.length === 0 ? alone : await readAfter(order, received, { earlier, tables })
  const list = batch.files.find(({ name }) => name === file.name) ?? asList
  return {
    outcome: listOutcome(order, batch, { list, earlier }),
    list: { batch, file: list },
  }
}

function lettersOf({ letters }: ReadOrder, names: readonly string[]): ReceivedLetter[] {
  return letters.filter((letter) => names.includes(letter.file))
}

/** What happens when this file is added is what the run will see: the same function says both. */
async function readAfter(
  order: ReadOrder,
  received: Parameters<typeof readBatch>[0][number],
  { earlier, tables }: { earlier: readonly EarlierList[]; tables: IntakeTables },
): Promise<IntakeBatch> {
  const reader = createReader()
  const lists = await Promise.all(
    earlier.map(async ({ name, sha256, content }) => {
      return { name, sha256, workbook: await reader.read(content, name) }
    }),
  ).finally(reader.close)
  const names = [...earlier.map(({ name }) => name), received.name]
  const told = new Map(order.letters.map((letter) => [letter.file, letter]))
  const inOrder = names.map((name, index) => ({
    sender: "",
    claimed: null,
    ...told.get(name),
    file: name,
    order: index,
  }))
  return readBatch([...lists, received], inOrder, tables)
}

/** The file's own finding says why: protected, cut off, no list in it. */
function refusedRead(file: IntakeFile | undefined): ImportRead {
  const finding = file?.findings.find(({ code }) => REFUSING.has(code))
  const unknown = { code: "FILE_HEADER_UNKNOWN", field: "file", before: "", after: "" } as const
  return { outcome: { kind: "refused", finding: finding ?? unknown }, list: null }
}

const REFUSING: ReadonlySet<string> = new Set([
  "FILE_PROTECTED",
  "FILE_UNREADABLE",
  "FILE_EMPTY",
  "FILE_FOREIGN",
  "FILE_SCANNED",
  "FILE_ROWS_UNSETTLED",
  "FILE_HEADER_UNKNOWN",
  "SHEET_TOO_WIDE",
])

interface ListParts {
  readonly list: IntakeFile
  readonly earlier: readonly EarlierList[]
}

function listOutcome(
  order: ReadOrder,
  batch: IntakeBatch,
  { list, earlier }: ListParts,
): ReadOutcome {
  const { rows, diff } = changesIn(batch, list.name)
  const comparedWith = comparisonOf(earlier.map(({ batchId }) => batchId))
  const { lawVersion } = order
  return { kind: "read", reading: listReading(list, { diff, comparedWith, lawVersion }), rows }
}

/** Each person of the file against the list that it corrects, as the pipeline paired them. */
function changesIn(
  batch: IntakeBatch,
  name: string,
): { readonly rows: StagedRow[]; readonly diff: BatchDiff } {
  const correction = batch.corrections.get(name)
  const known = new Map<string, RowChange>()
  for (const change of correction?.diff.rows ?? []) {
    if (change.kind === "same" || change.kind === "changed")
      known.set(change.later.rowId, change.kind)
  }
  const rows = batch.rows
    .filter((row) => row.file === name)
    .map((row): StagedRow => ({
      row,
      change: row.kind === "person" ? (known.get(row.rowId) ?? "new") : null,
    }))
  const count = (change: RowChange): number => rows.filter((row) => row.change === change).length
  // Of a list that came back in part nobody is missing: the rest of it stands.
  const missing = correction?.whole === true ? correction.diff.counts.missing : 0
  return {
    rows,
    diff: { new: count("new"), same: count("same"), changed: count("changed"), missing },
  }
}

/** Registers, field checks and the register of letters have no rows to stage: they are joined whole. */
function readRegister(
  { file, lawVersion }: ReadOrder,
  kind: Exclude<BatchKind, "usulan">,
  { workbook, on }: { readonly workbook: Workbook; readonly on: LocalDate },
): ImportRead {
  const named = [{ name: file.name, workbook }]
  const round = { from: "2000-01-01" as LocalDate, to: on }
  const read =
    kind === "verifikasi" ? readRegisters([], named, round) : readRegisters(named, [], round)
  const isLetters = kind === "surat-masuk"
  const registers = isLetters
    ? registerTables(workbook, file.name).map(({ records, unread }) => ({
        kind: "letters",
        records: records.length,
        unusable: records.filter((record) => record.text("file") === "").length,
        unread,
        lacking: [],
      }))
    : read.files.map(({ kind: what, records, unusable, unread, lacking }) => ({
        kind: what,
        records,
        unusable,
        unread,
        lacking,
      }))
  if (registers.length === 0) return refusedRead(undefined)
  const total = (key: "records" | "unusable"): number =>
    registers.reduce((sum, table) => sum + table[key], 0)
  const [records, unusable] = [total("records"), total("unusable")]
  const what = [...new Set(registers.map((table) => table.kind))].join(", ")
  const reading: BatchReading = {
    kind,
    format: workbook.format,
    sender: { id: kind, name: what, known: !what.includes("unknown") },
    // A line that identifies nobody waits for its sender; the others are joined as they stand.
    counts: {
      read: records,
      accepted: records - unusable,
      repaired: 0,
      set_aside: unusable,
      ignored: 0,
    },
    diff: { new: 0, same: 0, changed: 0, missing: 0 },
    comparedWith: comparisonOf([]),
    lawVersion,
    sheets: [],
    registers,
    findings: [],
    recipe: null,
  }
  return { outcome: { kind: "read", reading, rows: [] }, list: null }
}
