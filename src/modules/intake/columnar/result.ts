// From the rows of all ranges to a judged list: the order of dates, the rules over rows, and the rows
// that the reader of single rows takes over.
import { NO_DIGITS } from "../../../columns/digits.ts"
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { roomFor } from "../../../columns/growing.ts"
import { openColumns } from "../layout/column-open.ts"
import { codeNumber } from "./codes.ts"
import { dayNumber, shapeNumber } from "./dates.ts"
import { csvContext, type ListHead } from "./head.ts"
import type { SettledHeaders } from "./layout.ts"
import { meaningsOf, type JoinedRows } from "./joined.ts"
import { takeByTables, type Stretch } from "./tables.ts"
import { concludeRows, type Conclusion } from "./conclude.ts"
import { KINDS, type ListColumns } from "./list.ts"
import { phoneNumber } from "./lone.ts"
import { holdRows } from "./hold.ts"
import { HEADER, type Segment } from "./rows.ts"
import { RowPeeker, type CsvSource } from "../../../platform/spreadsheet/csv/source.ts"
import { amountNumber, NameList, SEXES, workNumber } from "./values.ts"
import { orderOfTally, type DateOrder } from "../values/date-order.ts"
import type { FileSource, IntakeTables } from "../read-file.ts"
import { readRow } from "../rows/read-row.ts"
import { recapBelow } from "../rows/kind.ts"
import { DittoAbove } from "../layout/ditto.ts"
import { withCaption, withCaptionRow, withSection, withSections } from "../layout/section.ts"
import { flatLabels } from "../layout/header-labels.ts"
import type { Header } from "../layout/layout.ts"
import { assert } from "../../../kernel/assert.ts"
import type { RowContext } from "../rows/context.ts"
import type { IntakeRow } from "../rows/row.ts"

export interface ListPlace {
  readonly source: CsvSource
  readonly file: FileSource
  readonly head: ListHead
  readonly tables: IntakeTables
  readonly settled: SettledHeaders
}

/** The context of every row, by the header above it. */
export type ContextOf = (row: number) => RowContext

export interface JudgedList {
  readonly columns: ListColumns
  readonly conclusion: Conclusion
  readonly contextOf: ContextOf
  /** Rows that the reader of single rows took over. */
  readonly handed: number
}

/** The order in which the dates of all ranges stand, and the labels above them. */
export function orderOfDates({ rows, dates }: JoinedRows, head: ListHead): DateOrder {
  const labels = rows.segments.flatMap(({ plan, header }) =>
    plan.birth < 0 ? [] : [flatLabels((header ?? head.header).labels).get(plan.birth) ?? ""],
  )
  return orderOfTally(labels, dates)
}

/** Judges what hangs on the tenant's tables, and hands over the rows that columns do not tell. */
export function judgeList(joined: JoinedRows, place: ListPlace, order: DateOrder): JudgedList {
  const { rows, shapeNames } = joined
  const lists = { areas: new NameList(), sectors: new NameList() }
  const columns: ListColumns = {
    length: rows.length,
    rows,
    areas: meaningsOf("area", joined.values, rows.length),
    sectors: meaningsOf("occupation", joined.values, rows.length),
    work: new Uint32Array(rows.length),
    kinds: new Uint8Array(rows.length),
    outcomes: new Uint8Array(rows.length),
    names: joined.names,
    late: { words: new Uint32Array(64), used: 0 },
    areaNames: lists.areas,
    sectorNames: lists.sectors,
  }
  const dittos = dittosOf(columns, place)
  const { stretches, handed } = takeHanded(columns, { place, shapeNames, order, dittos })
  takeByTables(columns, { joined, stretches, lists })
  holdRows(rows, place.settled)
  const conclusion = concludeRows(columns, shapeNames)
  const contextOf: ContextOf = (row) => marked(stretchAt(stretches, row).context, dittos, row)
  return { columns, conclusion, contextOf, handed }
}

function stretchAt(stretches: readonly Stretch[], row: number): Stretch {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.firstRow ?? 0) <= row) low = middle
    else high = middle - 1
  }
  const found = stretches[low]
  assert(found !== undefined, "every list begins with a header")
  return found
}

/** What marks for "as above" stand for, among the rows that are persons'. */
function dittosOf({ rows, kinds }: ListColumns, { source }: ListPlace): DittoAbove {
  const window = new RowPeeker(source)
  return new DittoAbove((row) =>
    kinds[row] === PERSON ? window.rowAt(rows.places[row] ?? 0, rows.numbers[row] ?? 0) : null,
  )
}

function marked(context: RowContext, dittos: DittoAbove, row: number): RowContext {
  return { ...context, above: (column) => dittos.above(row, column, context) }
}

const PERSON = KINDS.indexOf("person")

interface HandPlace {
  readonly dittos: DittoAbove
  readonly place: ListPlace
  readonly shapeNames: string[]
  readonly order: DateOrder
}

/**
 * Reads the rows that columns do not tell, and writes what they say into the columns. A section row
 * among them says something of the rows below it.
 */
function takeHanded(
  columns: ListColumns,
  { place, shapeNames, order, dittos }: HandPlace,
): { stretches: Stretch[]; handed: number } {
  const { rows } = columns
  const window = new RowPeeker(place.source)
  const stretches: Stretch[] = []
  let handed = 0
  let captions: RawRow[] = []
  for (const [at, segment] of rows.segments.entries()) {
    const { plan, firstRow } = segment
    const header = place.settled.headers[at]
    const letterhead = at === 0 ? place.head.above : []
    const home = withCaption(segmentContext(place, segment, { order, header }), letterhead)
    let context = withSections(home, captions)
    captions = []
    stretches.push({ firstRow, plan, context })
    const end = rows.segments[at + 1]?.firstRow ?? rows.length
    let last = firstRow - 1
    // People whom the columns tell end what captions and totals began.
    const endRecap = (person: number): void => {
      captions = []
      if (!context.isRecap) return
      context = { ...context, isRecap: false }
      stretches.push({ firstRow: person + 1, plan, context })
    }
    for (
      let row = nextHanded(rows.flags, firstRow, end);
      row < end;
      row = nextHanded(rows.flags, row + 1, end)
    ) {
      const flags = rows.flags[row] ?? 0
      if (row > last + 1) endRecap(last + 1)
      last = row
      handed++
      const raw = window.rowAt(rows.places[row] ?? 0, rows.numbers[row] ?? 0)
      const known = (flags & HEADER) !== 0 ? "header" : undefined
      const read = readRow(raw, marked(context, dittos, row), known)
      writeRow(columns, row, { read, shapeNames })
      const isSection = read.kind === "heading"
      const follows = captions.length > 0
      captions = isSection ? withCaptionRow(captions, raw) : []
      const said = isSection ? withSection(context, raw, { home, follows }) : context
      const below = { ...said, isRecap: recapBelow(context.isRecap, read.kind, raw) }
      if (saysSame(below, context)) continue
      context = below
      stretches.push({ firstRow: row + 1, plan, context })
    }
    if (end > last + 1) endRecap(last + 1)
  }
  return { stretches, handed }
}

/** The next row of a kind that few are of. */
function nextHanded(flags: Uint8Array, from: number, end: number): number {
  let row = from
  while (row < end && flags[row] === 0) row++
  return row
}

function segmentContext(
  { file, head, tables }: ListPlace,
  { plan, units }: Segment,
  { order, header }: { readonly order: DateOrder; readonly header: Header | undefined },
): RowContext {
  const { columns } = plan
  const said = { sender: head.sender, columns, open: openColumns(header), units, order }
  return csvContext(file.name, said, tables)
}

function saysSame(a: RowContext, b: RowContext): boolean {
  if (a.sheetRt !== b.sheetRt || a.sheetRw !== b.sheetRw || a.isRecap !== b.isRecap) return false
  return a.senderAreaCode === b.senderAreaCode && a.senderSector === b.senderSector
}

function writeRow(
  columns: ListColumns,
  row: number,
  { read, shapeNames }: { read: IntakeRow; shapeNames: string[] },
): void {
  const { rows } = columns
  columns.kinds[row] = KINDS.indexOf(read.kind)
  writeDigits(read.nik, row, [rows.nikHigh, rows.nikLow], NO_DIGITS)
  writeDigits(read.kk, row, [rows.kkHigh, rows.kkLow], 0)
  rows.phones[row] = phoneNumber(read.phone)
  rows.birthDays[row] = dayNumber(read.birthDate)
  rows.shapes[row] = shapeNumber(shapeNames, read.dateShape)
  rows.sexes[row] = SEXES.indexOf(read.sex)
  columns.areas[row] = columns.areaNames.numberOf(read.areaCode)
  columns.sectors[row] = columns.sectorNames.numberOf(read.sector)
  columns.work[row] = workNumber(read)
  rows.incomeLow[row] = amountNumber(read.incomeLow)
  rows.incomeHigh[row] = amountNumber(read.incomeHigh)
  rows.codes[row] = rows.codeSets.numberOf(read.findings.map(({ code }) => codeNumber(code)))
  writeName(columns, row, read.name)
}

function writeDigits(
  digits: string | null,
  row: number,
  [high, low]: readonly [Uint32Array, Uint32Array],
  none: number,
): void {
  high[row] = digits === null ? none : Number(digits.slice(0, 8))
  low[row] = digits === null ? none : Number(digits.slice(8))
}

/** Words of names that were read late stand behind all others. */
function writeName(columns: ListColumns, row: number, name: string): void {
  const { late } = columns
  columns.rows.nameStarts[row] = columns.rows.nameWords.length + late.used
  for (const word of name.split(" ")) {
    late.words = roomFor(late.words, late.used + 1)
    late.words[late.used++] = columns.names.numberOfText(word)
  }
  columns.rows.nameEnds[row] = columns.rows.nameWords.length + late.used
}
