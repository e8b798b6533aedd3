import { SET_WORDS } from "../../columns/code-sets.ts"
import { joined } from "../../columns/growing.ts"
import { InternTable } from "../../columns/intern-table.ts"
import { shapeNumber } from "./columnar-dates.ts"
import type { ScannedRange, ScannedRows, Segment } from "./columnar-rows.ts"
import { emptyTally, type DateTally } from "./date-order.ts"

/** The rows of all ranges under one set of numbers. */
export interface JoinedRows {
  readonly rows: ScannedRows
  readonly names: InternTable
  readonly areas: InternTable
  readonly jobs: InternTable
  readonly shapeNames: string[]
  readonly dates: DateTally
}

/** Joins ranges that follow each other. `firstNumber` is the number of the record before them. */
export function joinRows(
  parts: readonly ScannedRange[],
  firstNumber: number,
  decode: (bytes: Uint8Array) => string,
): JoinedRows {
  const names = new InternTable()
  const [areas, jobs] = [new InternTable(decode), new InternTable(decode)]
  const shapeNames = [""]
  const dates = emptyTally()
  const segments: Segment[] = []
  let [records, rowsBefore, wordsBefore] = [firstNumber, 0, 0]
  for (const part of parts) {
    const { rows } = part
    for (let row = 0; row < rows.length; row++)
      rows.numbers[row] = (rows.numbers[row] ?? 0) + records
    // Where nothing stands before a range, its numbers stay what they are.
    renumber(rows.nameWords, rows.nameWords.length, names.adopt(part.names))
    renumber(rows.areaTexts, rows.length, areas.adopt(part.areas))
    renumber(rows.jobTexts, rows.length, jobs.adopt(part.jobs))
    const shapes = part.shapeNames.map((shape) => shapeNumber(shapeNames, shape))
    renumber(rows.shapes, rows.length, shapes)
    if (wordsBefore > 0) moveNames(rows, wordsBefore)
    for (let blank = 0; blank < rows.blankRows.length; blank++)
      rows.blankRows[blank] = (rows.blankRows[blank] ?? 0) + rowsBefore
    for (const key of ["written", "numeric", "dayFirst", "monthFirst"] as const)
      dates[key] += part.dates[key]
    for (const segment of rows.segments)
      // A range goes on under the header of the range before it.
      if (segments.length === 0 || segment.header !== null)
        segments.push({ ...segment, firstRow: segment.firstRow + rowsBefore })
    records += rows.records
    rowsBefore += rows.length
    wordsBefore += rows.nameWords.length
  }
  const rows = joinColumns(
    parts.map((part) => part.rows),
    segments,
  )
  return { rows, names, areas, jobs, shapeNames, dates }
}

function moveNames({ nameStarts, nameEnds, length }: ScannedRows, words: number): void {
  for (let row = 0; row < length; row++) {
    nameStarts[row] = (nameStarts[row] ?? 0) + words
    nameEnds[row] = (nameEnds[row] ?? 0) + words
  }
}

function renumber(
  column: Uint32Array | Uint8Array,
  length: number,
  numbers: Int32Array | readonly number[],
): void {
  let isSame = true
  for (let number = 0; number < numbers.length; number++) isSame &&= numbers[number] === number
  if (isSame) return
  for (let row = 0; row < length; row++) column[row] = numbers[column[row] ?? 0] ?? 0
}

function joinColumns(parts: readonly ScannedRows[], segments: readonly Segment[]): ScannedRows {
  const [only, second] = parts
  if (only !== undefined && second === undefined) return { ...only, segments }
  const rows = <T extends Uint8Array | Uint32Array | Float64Array>(
    pick: (part: ScannedRows) => T,
    words = 1,
  ): T => joined(parts.map((part) => pick(part).subarray(0, part.length * words) as T))
  return {
    length: parts.reduce((sum, part) => sum + part.length, 0),
    records: parts.reduce((sum, part) => sum + part.records, 0),
    segments,
    places: rows((part) => part.places),
    numbers: rows((part) => part.numbers),
    flags: rows((part) => part.flags),
    nikHigh: rows((part) => part.nikHigh),
    nikLow: rows((part) => part.nikLow),
    kkHigh: rows((part) => part.kkHigh),
    kkLow: rows((part) => part.kkLow),
    phones: rows((part) => part.phones),
    nameStarts: rows((part) => part.nameStarts),
    nameEnds: rows((part) => part.nameEnds),
    nameWords: joined(parts.map((part) => part.nameWords)),
    birthDays: rows((part) => part.birthDays),
    shapes: rows((part) => part.shapes),
    sexes: rows((part) => part.sexes),
    incomeLow: rows((part) => part.incomeLow),
    incomeHigh: rows((part) => part.incomeHigh),
    areaTexts: rows((part) => part.areaTexts),
    jobTexts: rows((part) => part.jobTexts),
    codes: rows((part) => part.codes, SET_WORDS),
    blankRows: joined(parts.map((part) => part.blankRows)),
    blankPlaces: joined(parts.map((part) => part.blankPlaces)),
  }
}
