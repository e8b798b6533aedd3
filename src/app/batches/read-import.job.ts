import type { LocalDate } from "../../kernel/local-date.ts"
import {
  comparisonOf,
  type BatchDiff,
  type BatchKind,
  type BatchReading,
  type ChangeOf,
  type CodeCount,
  type RowChange,
} from "../../modules/inbox/index.ts"
import {
  FINDINGS,
  readBatch,
  type Finding,
  type IntakeBatch,
  type IntakeFile,
  type IntakeRow,
  type IntakeTables,
  type ReceivedLetter,
  type Recipe,
  type StoredRow,
} from "../../modules/intake/index.ts"
import { readRegisters, registerTables } from "../../modules/registry/index.ts"
import type { SpreadsheetReader } from "../../platform/spreadsheet/create-reader.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import { proveContent, sourceOf, type ImportFile } from "./file-content.load.ts"
import type { EarlierKey } from "./earlier-lists.ts"
import { kindOfFile } from "./kind-of-file.ts"
import { registerNames } from "./reading-words.ts"
import { codesOf, isDoubt } from "./reading-codes.ts"
import { listReading } from "./reading-of-list.ts"

export interface ReadOrder {
  readonly file: ImportFile
  readonly askedKind: BatchKind | null
  /** What the register of letters and whoever imports say about files of the inbox. */
  readonly letters: readonly ReceivedLetter[]
  /** How lists of senders are read, as it was confirmed before. */
  readonly recipes: readonly Recipe[]
  readonly lawVersion: string
}

/** A list that the same sender has in the inbox. */
export interface EarlierList extends ImportFile {
  readonly batchId: string
}

export type ReadStep = "open" | "read" | "compare" | "mark"

/** How far a step is: rows done, of so many where that is known. */
export interface RowsDone {
  readonly done: number
  readonly total: number | null
}

export interface ReadHooks {
  readonly step: (step: ReadStep, rows?: RowsDone) => void
  /** The lists that the sender has in the inbox, in order of receipt. */
  readonly earlierOf: (key: EarlierKey) => Promise<readonly EarlierList[]>
  /** Reads a stranger's file where it can do no harm. */
  readonly open: SpreadsheetReader["read"]
}

/** The rows of a list, for whoever stores them and for whoever asks which of them wait. */
export interface ImportRows {
  readonly each: () => Iterable<StoredRow>
  readonly changeOf: ChangeOf
  /** Those that somebody must answer or look at. */
  readonly doubtful: () => Iterable<IntakeRow>
}

/** A file as read; `close` it when its rows are not asked for any more. */
export type ImportRead =
  | { readonly kind: "refused"; readonly finding: Finding }
  | {
      readonly kind: "read"
      readonly reading: BatchReading
      readonly rows: ImportRows
      /** Rows per code. */
      readonly codes: readonly CodeCount[]
      /** The list among its batch, where it was read row by row. */
      readonly list: { readonly batch: IntakeBatch; readonly file: IntakeFile } | null
      readonly close: () => void
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
  const workbook = await hooks.open(sourceOf(file), file.name)
  proveContent(file)
  hooks.step("read")
  const received = { name: file.name, sha256: file.sha256, workbook }
  const letters = lettersOf(order, [file.name])
  const alone = readBatch([received], letters, watched(tables, [received], "read", hooks))
  const asList = alone.files[0]
  if (asList === undefined || !workbook.ok) return refusedRead(asList)
  const kind = order.askedKind ?? kindOfFile(file.name, workbook.value, asList)
  if (kind !== "usulan")
    return readRegister(order, kind, { workbook: workbook.value, on: tables.on })
  if (asList.sheets.length === 0) return refusedRead(asList)
  const { sender, base } = asList
  const senderId = sender.kind === "unknown" ? null : sender.id
  const earlier = await hooks.earlierOf({ senderId, base })
  hooks.step("compare")
  const batch =
    earlier.length === 0 ? alone : await readAfter(order, received, { earlier, tables, hooks })
  const list = batch.files.find(({ name }) => name === file.name) ?? asList
  return listRead(order, batch, { list, earlier })
}

function lettersOf({ letters }: ReadOrder, names: readonly string[]): ReceivedLetter[] {
  return letters.filter((letter) => names.includes(letter.file))
}

type Received = Parameters<typeof readBatch>[0][number]

/** What happens when this file is added is what the run will see: the same function says both. */
async function readAfter(
  order: ReadOrder,
  received: Received,
  { earlier, tables, hooks }: Compared,
): Promise<IntakeBatch> {
  const lists = await Promise.all(
    earlier.map(async (file) => {
      const { name, sha256 } = file
      const workbook = await hooks.open(sourceOf(file), name)
      proveContent(file)
      return { name, sha256, workbook }
    }),
  )
  const names = [...earlier.map(({ name }) => name), received.name]
  const told = new Map(order.letters.map((letter) => [letter.file, letter]))
  const inOrder = names.map((name, index) => ({
    sender: "",
    claimed: null,
    ...told.get(name),
    file: name,
    order: index,
  }))
  const all = [...lists, received]
  return readBatch(all, inOrder, watched(tables, all, "compare", hooks))
}

interface Compared {
  readonly earlier: readonly EarlierList[]
  readonly tables: IntakeTables
  readonly hooks: ReadHooks
}

/** The tables, telling how many of the rows are read. */
function watched(
  tables: IntakeTables,
  files: readonly Received[],
  step: ReadStep,
  hooks: ReadHooks,
): IntakeTables {
  let [done, total] = [0, 0]
  for (const { workbook } of files)
    if (workbook.ok) for (const { rows } of workbook.value.sheets) total += rows.length
  const onRows = (more: number): void => {
    done += more
    hooks.step(step, { done, total })
  }
  return { ...tables, onRows }
}

/** The file's own finding says why: protected, cut off, no list in it. */
function refusedRead(file: IntakeFile | undefined): ImportRead {
  const finding = file?.findings.find(({ code }) => REFUSING.has(code))
  const unknown = { code: "FILE_HEADER_UNKNOWN", field: "file", before: "", after: "" } as const
  return { kind: "refused", finding: finding ?? unknown }
}

const REFUSING: ReadonlySet<string> = new Set([
  "FILE_PROTECTED",
  "FILE_UNREADABLE",
  "FILE_TOO_MUCH",
  "FILE_EMPTY",
  "FILE_FOREIGN",
  "FILE_SCANNED",
  "FILE_ROWS_UNSETTLED",
  "FORMS_UNCLEAR",
  "FILE_IS_REGISTER",
  "FILE_HEADER_UNKNOWN",
  "LIST_IN_ONE_CELL",
  "SHEET_TOO_WIDE",
])

interface ListParts {
  readonly list: IntakeFile
  readonly earlier: readonly EarlierList[]
}

function listRead(order: ReadOrder, batch: IntakeBatch, { list, earlier }: ListParts): ImportRead {
  const rows = batch.rows.filter((row) => row.file === list.name)
  const { changeOf, diff } = changesIn(batch, list.name, rows)
  const comparedWith = comparisonOf(earlier.map(({ batchId }) => batchId))
  const { lawVersion } = order
  return {
    kind: "read",
    reading: listReading(list, {
      diff,
      stillAsked: rows.filter(isStillAsked).length,
      comparedWith,
      lawVersion,
    }),
    rows: { each: () => rows, changeOf, doubtful: () => rows.filter(isDoubtful) },
    codes: codesOf(rows),
    list: { batch, file: list },
    close: () => {},
  }
}

export function isDoubtful({ findings }: Pick<IntakeRow, "findings">): boolean {
  return findings.some(({ code }) => isDoubt(code))
}

function isStillAsked({ findings }: Pick<IntakeRow, "findings">): boolean {
  const isUnchanged = findings.some(({ code }) => code === "ROW_UNCHANGED")
  return isUnchanged && findings.some(({ code }) => FINDINGS[code].handling === "ask")
}

/** Each person of the file against the list that it corrects, as the pipeline paired them. */
function changesIn(
  batch: IntakeBatch,
  name: string,
  rows: readonly IntakeRow[],
): { readonly changeOf: ChangeOf; readonly diff: BatchDiff } {
  const correction = batch.corrections.get(name)
  const known = new Map<string, RowChange>()
  for (const change of correction?.diff.rows ?? []) {
    if (change.kind === "same" || change.kind === "changed")
      known.set(change.later.rowId, change.kind)
  }
  const changeOf: ChangeOf = (row) =>
    row.kind === "person" ? (known.get(row.rowId) ?? "new") : null
  const diff = { new: 0, same: 0, changed: 0, missing: 0 }
  for (const row of rows) {
    const change = changeOf(row)
    if (change !== null) diff[change] += 1
  }
  // Of a list that came back in part nobody is missing: the rest of it stands.
  if (correction?.whole === true) diff.missing = correction.diff.counts.missing
  return { changeOf, diff }
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
    stillAsked: 0,
    comparedWith: comparisonOf([]),
    lawVersion,
    sheets: [],
    registers,
    findings: withoutNik(registers),
    recipe: null,
  }
  return { kind: "read", reading, rows: NO_ROWS, codes: [], list: null, close: () => {} }
}

/** Nobody is found in a register by a name or a staff number. */
function withoutNik(registers: readonly ReadRegister[]): Finding[] {
  return registers
    .filter(({ lacking, records }) => lacking.includes("nik") && records > 0)
    .map(({ kind }) => {
      const before = registerNames(kind, "id")
      return { code: "REGISTER_WITHOUT_NIK", field: "file", before, after: "" }
    })
}

type ReadRegister = Extract<ImportRead, { kind: "read" }>["reading"]["registers"][number]

const NO_ROWS: ImportRows = { each: () => [], changeOf: () => null, doubtful: () => [] }
