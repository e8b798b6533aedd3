// A large csv of which nobody asks for the rows: read by columns, so that they never stand in memory.
import { closeSync, openSync, readSync, statSync } from "node:fs"
import { comparisonOf, type CodeCount } from "../../modules/inbox/index.ts"
import { readLargeCsv, type ColumnarList, type IntakeTables } from "../../modules/intake/index.ts"
import { LARGE_CSV_BYTES } from "../../platform/spreadsheet/csv-reader.ts"
import { readWorkbook } from "../../platform/spreadsheet/read-workbook.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import { isTooWide } from "../../platform/spreadsheet/wide-sheet.ts"
import { kindOfFile } from "./kind-of-file.ts"
import type { ImportRead, ReadHooks, ReadOrder } from "./read-import.job.ts"
import { listReading } from "./reading-of-list.ts"

const DELIMITED = /\.(?:csv|tsv|txt)$/i
/** So much of a file tells whether it is a register. */
const HEAD_BYTES = 262_144

/** A large list in sums; null for every other file, which is read row by row. */
export async function readLargeList(
  order: ReadOrder,
  plain: IntakeTables,
  hooks: ReadHooks,
  fromBytes = LARGE_CSV_BYTES,
): Promise<ImportRead | null> {
  const { file, summaryOf: path } = order
  if (path === undefined || !DELIMITED.test(file.name) || statSync(path).size < fromBytes)
    return null
  const letter = order.letters.find((told) => told.file === file.name)
  if (letter !== undefined && letter.claimed !== null) return null
  const tables = { ...plain, recipes: order.recipes }
  hooks.step("read")
  const head = await headOf(path, file.name)
  if (head !== null && head.sheets.some(isTooWide)) return TOO_WIDE
  const read = await readLargeCsv(path, { name: file.name, sender: letter?.sender ?? "" }, tables)
  if (!read.ok) return null
  const { list, close } = read.value
  try {
    if (!isProposal(order, list, head)) return null
    // What the sender sent before is compared row by row.
    const { sender } = list
    const earlier = sender.kind === "unknown" ? [] : await hooks.earlierOf(sender.id)
    return earlier.length > 0 ? null : summaryOf(list, order)
  } finally {
    close()
  }
}

/** Read row by row it would take minutes, and say the same. */
const TOO_WIDE: ImportRead = {
  outcome: {
    kind: "refused",
    finding: { code: "SHEET_TOO_WIDE", field: "", before: "", after: "" },
  },
  list: null,
}

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

function isProposal(
  { file, askedKind }: ReadOrder,
  list: ColumnarList,
  head: Workbook | null,
): boolean {
  if (askedKind !== null) return askedKind === "usulan"
  return head !== null && kindOfFile(file.name, head, list) === "usulan"
}

function summaryOf(list: ColumnarList, { lawVersion }: ReadOrder): ImportRead {
  const { sender, counts, sheets, findings, people } = list
  const compared = { diff: { new: people, same: 0, changed: 0, missing: 0 }, lawVersion }
  const reading = listReading(
    { format: "csv", sender, counts, sheets, findings },
    { ...compared, comparedWith: comparisonOf([]) },
  )
  return { outcome: { kind: "read", reading, rows: [] }, list: null, codes: codesOf(list) }
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
