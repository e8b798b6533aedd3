// Columns of NIKs that are no plain column: sixteen boxes, or a cell shared with the name.
import type { LabelledColumn } from "./column-conflict.ts"
import { BOXES } from "../values/nik-cells.ts"

/** So many boxes must show a digit; most columns of a short list hold zeros somewhere. */
const SHOWN_MIN = BOXES / 2

/** The first of sixteen columns beside each other, headed NIK, that hold one digit each. */
export function findBoxes(columns: readonly LabelledColumn[]): LabelledColumn | null {
  const first = columns.findIndex(isHeaded)
  const run = columns.slice(first, first + BOXES)
  const [begin, next] = [run[0], columns[first + BOXES]]
  if (begin === undefined || run.length < BOXES) return null
  const stand = run.every((box, at) => box.column === begin.column + at && isBox(box))
  const shown = run.filter(({ profile }) => profile.filled > 0).length
  const goesOn = next !== undefined && isHeaded(next) && isBox(next)
  return stand && shown >= SHOWN_MIN && !goesOn ? begin : null
}

function isHeaded({ said }: LabelledColumn): boolean {
  return said?.field === "nik"
}

function isBox(column: LabelledColumn): boolean {
  const { said, label, profile } = column
  return (
    (isHeaded(column) || (said === null && label === "")) &&
    profile.texts.every((text) => /^\d$/.test(text))
  )
}
