// Rows that say the same: the id of a row tells how many equal ones stand before it.
import { CsvReader } from "../../../platform/spreadsheet/csv/reader.ts"
import type { FieldBlock } from "../../../columns/field-block.ts"
import type { ListColumns } from "./list.ts"
import type { CsvSource } from "../../../platform/spreadsheet/csv/source.ts"

/** For each row the nearest earlier one that may say the same; found in one pass over the file. */
export class RowTwins {
  /** -1 where no earlier row can. */
  private readonly earlier: Int32Array

  constructor(list: ListColumns, source: CsvSource, numberColumn: number | undefined) {
    this.earlier = new Int32Array(list.length).fill(-1)
    const hashes = new Int32Array(list.length)
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(list.length * 2 + 2)))
    const { places } = list.rows
    const from = places[0] ?? source.from
    const reader = new CsvReader(source.bytes, source.delimiter, { from, to: source.bytes.size })
    for (let row = 0; row < list.length && reader.advance();) {
      for (let record = 0; record < reader.count && row < list.length; record++) {
        if (reader.base + (reader.scanner.places[record] ?? 0) !== places[row]) continue
        const hash = recordHash(reader.scanner, record, numberColumn ?? -1)
        hashes[row] = hash
        this.link(row, { hashes, slots })
        row++
      }
    }
  }

  private link(row: number, { hashes, slots }: { hashes: Int32Array; slots: Int32Array }): void {
    const mask = slots.length - 1
    let slot = (hashes[row] ?? 0) & mask
    for (;;) {
      const last = (slots[slot] ?? 0) - 1
      if (last >= 0 && hashes[last] !== hashes[row]) {
        slot = (slot + 1) & mask
        continue
      }
      this.earlier[row] = last
      slots[slot] = row + 1
      return
    }
  }

  hasBefore(row: number): boolean {
    return (this.earlier[row] ?? -1) >= 0
  }

  /** The earlier rows that may say the same, nearest first. */
  *before(row: number): Generator<number> {
    for (let at = this.earlier[row] ?? -1; at >= 0; at = this.earlier[at] ?? -1) yield at
  }
}

/** Over what the cells say, without the running number and what is empty at the end. */
function recordHash({ firsts, starts, ends, bytes }: FieldBlock, record: number, skipped: number) {
  const first = firsts[record] ?? 0
  let last = (firsts[record + 1] ?? 0) - 1
  while (last >= first && starts[last] === ends[last]) last--
  let hash = last - first
  for (let field = first; field <= last; field++) {
    if (field - first !== skipped)
      for (let at = starts[field] ?? 0; at < (ends[field] ?? 0); at++)
        hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
    hash = Math.imul(hash ^ 0x100, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}
