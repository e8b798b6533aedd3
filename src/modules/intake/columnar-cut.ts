import { CsvReader } from "../../platform/spreadsheet/csv-reader.ts"
import type { ListHead } from "./columnar-head.ts"
import type { CsvSource } from "./columnar-source.ts"

/** A thread takes a moment to begin, so that it gets a little less than half. */
const FIRST_SHARE = 0.53
const SEARCHED_BYTES = 262_144
/** Records behind the cut that must look like those of the list. */
const LIKELY_RECORDS = 5
const TRIES = 50
const LF = 0x0a

/**
 * Where the second half of a list seems to begin: behind a line end from which on records have as many
 * fields as below the header. Whether it does is known when the first half is read up to there.
 */
export function cutRange(source: CsvSource, head: ListHead): number {
  const { size } = source.bytes
  const middle = head.place + Math.floor((size - head.place) * FIRST_SHARE)
  const width = widthAt(source, head.place, 1)
  const bytes = new Uint8Array(Math.min(SEARCHED_BYTES, size - middle))
  const length = source.bytes.read(bytes, 0, bytes.length, middle)
  let at = bytes.indexOf(LF)
  for (let tries = 0; tries < TRIES && at >= 0 && at < length; tries++) {
    const place = middle + at + 1
    if (place < size && widthAt(source, place, LIKELY_RECORDS) === width) return place
    at = bytes.indexOf(LF, at + 1)
  }
  return size
}

/** How many fields the records from a place on have; -1 where they differ. */
function widthAt(source: CsvSource, place: number, records: number): number {
  const blockBytes = 65_536
  const reader = new CsvReader(source.bytes, source.delimiter, {
    ...{ from: place, to: source.bytes.size, blockBytes },
  })
  if (!reader.advance()) return -1
  const { firsts } = reader.scanner
  const widths = new Set<number>()
  for (let record = 0; record < Math.min(records, reader.count); record++)
    widths.add((firsts[record + 1] ?? 0) - (firsts[record] ?? 0))
  return widths.size === 1 ? ([...widths][0] ?? -1) : -1
}
