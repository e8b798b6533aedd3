// Reads a large csv file by columns, in one thread or two.
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { LARGE_CSV_BYTES } from "../../platform/spreadsheet/csv-reader.ts"
import type { ReadRefusal } from "../../platform/spreadsheet/workbook.ts"
import { ColumnarList } from "./columnar-batch.ts"
import { readHead, HEAD_ROWS, type ListHead } from "./columnar-head.ts"
import { joinRows } from "./columnar-join.ts"
import { decodeWith, inWestern, openCsv, type OpenedCsv } from "./columnar-open.job.ts"
import { RangeReader, type RangeTask, type RangeTrouble } from "./columnar-range.ts"
import { judgeList, orderOfDates } from "./columnar-result.ts"
import type { ScannedRange } from "./columnar-rows.ts"
import { cutRange } from "./columnar-cut.ts"
import { SecondRange } from "./columnar-second.job.ts"
import type { CsvSource } from "./columnar-source.ts"
import { isReadSo, settleHeaders, type Layouts, type SettledHeaders } from "./columnar-layout.ts"
import { columnUnits, SEX_ROWS, type ColumnUnits } from "./column-units.ts"
import { rowsReader, sheetOfRows } from "./columnar-source.ts"
import { findHeaderRows } from "./header-rows.ts"
import type { Columns } from "./header-labels.ts"
import type { DateOrder } from "./date-order.ts"
import type { FileSource, IntakeTables } from "./read-file.ts"

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

/** Reads a csv file of any size in memory that grows with its rows by some hundred bytes each. */
export async function readLargeCsv(
  path: string,
  file: FileSource,
  tables: IntakeTables,
  options: LargeCsvOptions = {},
): Promise<Result<OpenList, ReadRefusal>> {
  const opened = openCsv(path)
  if (!opened.ok) return opened
  try {
    const read = await readOpened(path, { opened: opened.value, file, tables }, options)
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
  path: string,
  { opened, file, tables }: Reading,
  options: LargeCsvOptions,
): Promise<Result<ColumnarList, ReadRefusal>> {
  for (const source of [opened.source, inWestern(opened.source)]) {
    const head = readHead(source, file, tables)
    if (head === null) return unreadable(`no header in the first ${HEAD_ROWS} rows`)
    const threads = opened.isFile ? (options.threads ?? 2) : 1
    const parts = await readInOrder({ path, source, head, tables, threads }, options)
    if (parts.ok) {
      const { joined, order, ranges, settled } = parts.value
      const place = { source, file, head, tables, settled }
      return ok(new ColumnarList(judgeList(joined, place, order), { ...place, ranges }))
    }
    if (parts.refusal !== "not utf-8") return unreadable(parts.refusal)
  }
  return unreadable("the text has no known encoding")
}

interface RangeReading {
  readonly path: string
  readonly source: CsvSource
  readonly head: ListHead
  readonly tables: IntakeTables
  readonly threads: number
}

/** What is supposed of a list until all of it is seen. */
interface Supposed {
  readonly order: DateOrder
  readonly columns: Columns
  readonly units: ColumnUnits
  readonly layouts: Layouts
}

/** A list is read again where its rows say otherwise than was supposed, and no more often. */
const READINGS_MAX = 5

/** Reads all rows; once more where their dates stand in another order, or their columns otherwise. */
async function readInOrder(reading: RangeReading, options: LargeCsvOptions) {
  const { head, source, tables } = reading
  const { columns, units, layouts } = head
  let supposed: Supposed = { order: "day_first", columns, units, layouts }
  for (let readings = 0; readings < READINGS_MAX; readings++) {
    const parts = await readParts({ ...reading, supposed }, options)
    if (!parts.ok) return parts
    const joined = joinRows(parts.value, head.number, decodeWith(source.encoding))
    const place = { source, tables, first: head.header, senderId: head.sender.id }
    const settled = settleHeaders(joined.rows, place)
    const order = orderOfDates(joined, head)
    if (order === supposed.order && isReadSo(joined.rows, settled))
      return ok({ joined, order, settled, ranges: parts.value.length })
    supposed = againBy(reading, settled, order)
  }
  return refuse<RangeTrouble>("unsettled")
}

function againBy(
  { head, source }: RangeReading,
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

async function readParts(
  reading: RangeReading & { readonly supposed: Supposed },
  options: LargeCsvOptions,
): Promise<Result<ScannedRange[], RangeTrouble>> {
  const { source, head, tables, threads, path, supposed } = reading
  const { size } = source.bytes
  const { on, minimumWage = null } = tables
  const task = (from: number, to: number): RangeTask => ({
    ...{ from, to, ...supposed, on, minimumWage },
    addressTells: head.sender.areaCode === null,
    rows: Math.ceil((to - from) * head.rowsPerByte * 1.02) + 64,
  })
  const isLarge = threads > 1 && size - head.place >= (options.twoFromBytes ?? LARGE_CSV_BYTES)
  const cut = isLarge ? cutRange(source, head) : size
  const second = cut < size ? new SecondRange(path, source, task(cut, size)) : null
  try {
    const first = new RangeReader(source, task(head.place, cut))
    await readRange(first, options, size)
    if (first.trouble !== null) return refuse(first.trouble)
    if (second !== null && first.endsAt(cut)) {
      const rest = await second.rows(options.signal)
      return rest.ok ? ok([first.finish(), rest.value]) : rest
    }
    // The cut lay within a quoted field, or under another header than the first.
    first.reader.extend(size)
    await readRange(first, options, size)
    return first.trouble === null ? ok([first.finish()]) : refuse(first.trouble)
  } finally {
    second?.stop()
  }
}

async function readRange(
  range: RangeReader,
  options: LargeCsvOptions,
  total: number,
): Promise<void> {
  for (let blocks = 0; range.advance(); blocks++) {
    if (blocks % BLOCKS_AT_ONCE !== 0) continue
    options.onProgress?.({ bytes: range.reader.next, total, rows: range.scan.store.length })
    await new Promise((resolve) => setImmediate(resolve))
    options.signal?.throwIfAborted()
  }
  options.signal?.throwIfAborted()
}

function unreadable(detail: string) {
  return refuse<ReadRefusal>({ kind: "unreadable", detail })
}
