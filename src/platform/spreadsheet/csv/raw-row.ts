import type { FieldBlock } from "../../../columns/field-block.ts"
import type { RawCell, RawRow } from "../workbook.ts"
import type { Decode } from "./decode.ts"

export function csvCell(column: number, text: string): RawCell {
  return { column, text, kind: "text", formula: false, struck: false }
}

/** A record as the ordinary reader of csv gives it. */
export function rawRowOf(block: FieldBlock, record: number, decode: Decode, number = 0): RawRow {
  const { firsts, starts, ends, bytes } = block
  const [first, end] = [firsts[record] ?? 0, firsts[record + 1] ?? 0]
  const cells: RawCell[] = []
  for (let field = first; field < end; field++) {
    const [from, to] = [starts[field] ?? 0, ends[field] ?? 0]
    if (from < to) cells.push(csvCell(field - first, decode(bytes, from, to)))
  }
  return { number, hidden: false, cells }
}
