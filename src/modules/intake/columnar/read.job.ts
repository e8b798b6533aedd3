// Reads a large csv file by columns, in one thread or two.
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import type { ReadRefusal } from "../../../platform/spreadsheet/workbook.ts"
import { ColumnarList } from "./batch.ts"
import { decoderOf } from "../../../platform/spreadsheet/csv/decode.ts"
import { headless, readHead, HEAD_ROWS, type ListHead } from "./head.ts"
import { joinColumns, type JoinedRows } from "./joined.ts"
import { isReadSo, settleHeaders, type SettledHeaders } from "./layout.ts"
import { LoneHere } from "./lone-side.ts"
import { openCsv, type OpenedCsv } from "../../../platform/spreadsheet/csv/open.ts"
import { ListPass, rowsFrom, type PassTrouble, type Supposed } from "./pass.ts"
import type { Finding } from "../findings/finding.ts"
import { judgeList, orderOfDates } from "./result.ts"
import { SecondThread } from "./second.job.ts"
import { inWestern, type CsvSource } from "../../../platform/spreadsheet/csv/source.ts"
import { columnUnits, SEX_ROWS } from "../layout/column-units.ts"
import { rowsReader, sheetOfRows } from "./source.ts"
import { findHeaderRows } from "../layout/header-rows.ts"
import type { DateOrder } from "../values/date-order.ts"
import type { ListExcess } from "../rows/nobody.ts"
import type { FileSource, IntakeTables } from "../read-file.ts"

/** Blocks after which others get their turn: some ten milliseconds. */
const BLOCKS_AT_ONCE = 16

export interface ReadProgress {
  readonly bytes: number
  readonly total: number
  readonly rows: number
}

export interface LargeCsvOptions {
  readonly threads?: 1 | 2
  /** Below this size one thread reads all. */
  readonly twoFromBytes?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ReadProgress) => void
}

/** A list that keeps its file open, so that single rows can be read again; close it at the end. */
export interface OpenList {
  readonly list: ColumnarList
  readonly close: () => void
}

/** Why a list is not read by columns; what is no list is none for any reader. */
export type LargeCsvRefusal = ReadRefusal | { readonly kind: "no_list"; readonly finding: Finding }

/** Reads a csv file of any size in memory that grows with its rows by some hundred bytes each. */
export async function readLargeCsv(
  path: string,
  file: FileSource,
  tables: IntakeTables,
  options: LargeCsvOptions = {},
): Promise<Result<OpenList, LargeCsvRefusal>> {
  const opened = openCsv(path)
  if (!opened.ok) return opened
  try {
    const read = await readOpened({ opened: opened.value, file, tables }, options)
    if (!read.ok) opened.value.close()
    return read.ok ? ok({ list: read.value, close: opened.value.close }) : read
  } catch (fault) {
    opened.value.close()
    throw fault
  }
}

interface Reading {
  readonly opened: OpenedCsv
  readonly file: FileSource
  readonly tables: IntakeTables
}

async function readOpened(
  { opened, file, tables }: Reading,
  options: LargeCsvOptions,
): Promise<Result<ColumnarList, LargeCsvRefusal>> {
  const threads = threadsFor(opened.source, options)
  // It begins while the head of the list is read.
  const thread = threads > 1 ? new SecondThread() : null
  try {
    for (const source of [opened.source, inWestern(opened.source)]) {
      const head = readHead(source, file, tables)
      if (head === null) {
        const none = headless(source, tables)
        return none === null
          ? unreadable(`no header in the first ${HEAD_ROWS} rows`)
          : refuse({ kind: "no_list", finding: none })
      }
      const passes = await readInOrder({ source, head, tables, thread }, options)
      if (passes.ok) {
        const { joined, order, settled } = passes.value
        const place = { source, file, head, tables, settled }
        return ok(new ColumnarList(judgeList(joined, place, order), { ...place, threads }))
      }
      const { refusal } = passes
      if (refusal === "headers" || refusal === "others") return tooMuch(refusal)
      if (refusal !== "not utf-8") return unreadable(refusal)
    }
    return unreadable("the text has no known encoding")
  } finally {
    thread?.stop()
  }
}

/** From this size on a second thread is worth its beginning. */
const TWO_THREADS_BYTES = 6_000_000

function threadsFor({ bytes }: CsvSource, options: LargeCsvOptions): 1 | 2 {
  const { threads = 2, twoFromBytes = TWO_THREADS_BYTES } = options
  return bytes.size >= twoFromBytes ? threads : 1
}

interface ListReading {
  readonly source: CsvSource
  readonly head: ListHead
  readonly tables: IntakeTables
  readonly thread: SecondThread | null
}

/** A list is read again where its rows say otherwise than was supposed, and no more often. */
const READINGS_MAX = 5

/** Reads all rows; once more where their dates stand in another order, or their columns otherwise. */
async function readInOrder(reading: ListReading, options: LargeCsvOptions) {
  const { head, source, tables } = reading
  const { columns, units, layouts } = head
  let supposed: Supposed = { order: "day_first", columns, units, layouts }
  for (let readings = 0; readings < READINGS_MAX; readings++) {
    const rows = await readRows(reading, supposed, options)
    if (!rows.ok) return rows
    const joined = rows.value
    const place = { source, tables, first: head.header, senderId: head.sender.id }
    const settled = settleHeaders(joined.rows, place)
    const order = orderOfDates(joined, head)
    if (order === supposed.order && isReadSo(joined.rows, settled))
      return ok({ joined, order, settled })
    supposed = againBy(reading, settled, order)
  }
  return refuse<PassTrouble>("unsettled")
}

function againBy(
  { head, source }: ListReading,
  { headers, layouts }: SettledHeaders,
  order: DateOrder,
): Supposed {
  const [first] = headers
  if (first === undefined) return { ...head, order }
  const below = rowsReader(source)(head.place, SEX_ROWS)
  const end = findHeaderRows(sheetOfRows(below))[0]?.at
  const units = columnUnits(first, below.slice(0, end))
  return { order, columns: first.columns, units, layouts }
}

async function readRows(
  { source, head, tables, thread }: ListReading,
  supposed: Supposed,
  options: LargeCsvOptions,
): Promise<Result<JoinedRows, PassTrouble>> {
  const { on, minimumWage = null } = tables
  const { encoding, delimiter } = source
  const isSure = source.isSure || encoding !== "utf-8"
  const task = { encoding, isSure, rows: rowsFrom(head, source) }
  const lone =
    thread === null
      ? new LoneHere(delimiter, { ...task, decode: decoderOf(encoding) })
      : thread.begin(delimiter, task)
  const pass = new ListPass({ source, head, on, minimumWage }, supposed, lone)
  for (let blocks = 0; pass.advance(await lone.scanner()); blocks++) {
    if (blocks % BLOCKS_AT_ONCE !== 0) continue
    const { reader, rows } = pass
    options.onProgress?.({ bytes: reader.next, total: source.bytes.size, rows })
    await new Promise((resolve) => setImmediate(resolve))
    options.signal?.throwIfAborted()
  }
  options.signal?.throwIfAborted()
  const rest = lone.finish()
  const scanned = pass.trouble === null ? pass.finish() : null
  const { parts, trouble } = await rest
  options.signal?.throwIfAborted()
  if (trouble !== null) return refuse(trouble)
  return scanned === null
    ? refuse(pass.trouble ?? "unsettled")
    : ok(joinColumns(scanned, parts, decoderOf(encoding)))
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}

function tooMuch(before: ListExcess) {
  const finding = { code: "FILE_TOO_MUCH", field: "", before, after: "" } as const
  return refuse<LargeCsvRefusal>({ kind: "no_list", finding })
}
