// A large csv is read by columns: its rows never stand in memory, and go from the file to the database.
import { closeSync, openSync, readSync } from "node:fs"
import { comparisonOf, type CodeCount } from "../../modules/inbox/index.ts"
import {
  readLargeCsv,
  type ColumnarList,
  type IntakeTables,
  type ReadProgress,
  type StoredRow,
} from "../../modules/intake/index.ts"
import { LARGE_CSV_BYTES } from "../../platform/spreadsheet/csv/reader.ts"
import { readWorkbook } from "../../platform/spreadsheet/read-workbook.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import { isTooWide } from "../../platform/spreadsheet/wide-sheet.ts"
import { kindOfFile } from "./kind-of-file.ts"
import { proveContent, type ImportFile } from "./file-content.load.ts"
import type { ImportRead, ReadHooks, ReadOrder, RowsDone } from "./read-import.job.ts"
import { isDoubt } from "./reading-codes.ts"
import { listReading } from "./reading-of-list.ts"

const DELIMITED = /\.(?:csv|tsv|txt)$/i
/** So much of a file tells whether it is a register. */
const HEAD_BYTES = 262_144

/** Whether the columns of a file are tried first. */
export function isReadByColumns(
  { file }: Pick<ReadOrder, "file">,
  fromBytes = LARGE_CSV_BYTES,
): boolean {
  const isOnDisk = !(file.content instanceof Uint8Array)
  return isOnDisk && file.sizeBytes >= fromBytes && DELIMITED.test(file.name)
}

/** A large list by its columns; null for every other file, which is read row by row. */
export async function readLargeList(
  order: ReadOrder,
  plain: IntakeTables,
  hooks: ReadHooks,
  fromBytes = LARGE_CSV_BYTES,
): Promise<ImportRead | null> {
  const { file } = order
  if (file.content instanceof Uint8Array || !isReadByColumns(order, fromBytes)) return null
  const letter = order.letters.find((told) => told.file === file.name)
  if (letter !== undefined && letter.claimed !== null) return null
  const { path } = file.content
  proveContent(file)
  const tables = { ...plain, recipes: order.recipes }
  const source = { name: file.name, sender: letter?.sender ?? "" }
  hooks.step("read")
  const head = await headOf(path, file.name)
  if (head !== null && head.sheets.some(isTooWide)) return TOO_WIDE
  const onProgress = (seen: ReadProgress): void => hooks.step("read", rowsSeen(seen))
  const read = await readLargeCsv(path, source, tables, { onProgress })
  if (!read.ok) {
    const { refusal } = read
    if (refusal.kind !== "no_list" || !isProposal(order, { list: NO_LIST, head })) return null
    return { kind: "refused", finding: refusal.finding }
  }
  const { list, close } = read.value
  const told = (await isAlone(order, { list, head }, hooks)) ? largeRead(order, list) : null
  if (told === null) close()
  return told === null ? null : { ...told, close }
}

/** How many rows the file will have, by those that were seen so far. */
function rowsSeen({ rows, bytes, total }: ReadProgress): RowsDone {
  return { done: rows, total: bytes === 0 ? null : Math.round((rows * total) / bytes) }
}

/** What the sender sent before is compared row by row; a list of nobody is refused there too. */
async function isAlone(
  order: ReadOrder,
  { list, head }: LargeCsv & { readonly list: ColumnarList },
  hooks: ReadHooks,
): Promise<boolean> {
  if (list.length === 0 || !isProposal(order, { list, head })) return false
  const { sender } = list
  const senderId = sender.kind === "unknown" ? null : sender.id
  const earlier = await hooks.earlierOf({ senderId, base: "" })
  return earlier.length === 0
}

/** Read row by row it would take minutes, and say the same. */
const TOO_WIDE: ImportRead = {
  kind: "refused",
  finding: { code: "SHEET_TOO_WIDE", field: "", before: "", after: "" },
}

const NO_LIST = { sheets: [] }

/** The first whole rows of a file; null where they are no table. */
async function headOf(path: string, name: string): Promise<Workbook | null> {
  const file = openSync(path, "r")
  const room = new Uint8Array(HEAD_BYTES)
  const head = room.subarray(0, readSync(file, room))
  closeSync(file)
  const isWhole = head.length < HEAD_BYTES
  const workbook = await readWorkbook(isWhole ? head : head.subarray(0, lastBreak(head)), name)
  return workbook.ok ? workbook.value : null
}

/** A head without a line break is a part of one record, and tells what it can. */
function lastBreak(head: Uint8Array): number {
  const at = head.lastIndexOf(0x0a)
  return at < 0 ? head.length : at
}

interface LargeCsv {
  readonly list: Pick<ColumnarList, "sheets">
  readonly head: Workbook | null
}

function isProposal({ file, askedKind }: ReadOrder, { list, head }: LargeCsv): boolean {
  if (askedKind !== null) return askedKind === "usulan"
  return head !== null && kindOfFile(file.name, head, list) === "usulan"
}

function largeRead(
  { lawVersion, file }: ReadOrder,
  list: ColumnarList,
): Extract<ImportRead, { kind: "read" }> {
  const { sender, counts, sheets, findings, people } = list
  const compared = {
    diff: { new: people, same: 0, changed: 0, missing: 0 },
    stillAsked: 0,
    lawVersion,
  }
  const reading = listReading(
    { format: "csv", sender, counts, sheets, findings },
    { ...compared, comparedWith: comparisonOf([]) },
  )
  const rows = {
    each: () => provenRows(list, file),
    changeOf: (row: StoredRow) => (row.kind === "person" ? ("new" as const) : null),
    doubtful: () => list.rows((row) => list.codesAt(row).some(isDoubt)),
  }
  return { kind: "read", reading, rows, codes: codesOf(list), list: null, close: () => {} }
}

/** Rows are read from the file once more, so it must still be the same in the end. */
function* provenRows(list: ColumnarList, file: ImportFile): Generator<StoredRow> {
  yield* list.stored()
  proveContent(file)
}

/** As the codes of rows are counted: most frequent first, each with its first place. */
function codesOf(list: ColumnarList): CodeCount[] {
  return [...list.findingCounts]
    .flatMap(([code, rows]): CodeCount[] => {
      const first = list.firstWith(code)
      if (first === null) return []
      return [{ code, rows, first: { sheet: "", ...first } }]
    })
    .sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1))
}
