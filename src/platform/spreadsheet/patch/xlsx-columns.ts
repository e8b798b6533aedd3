import { NOTE_WIDTH, type SheetPlan } from "./plan.ts"
import { withAttribute, type XmlEdit, type XmlNode } from "./xml.ts"

/** One `col`: a run of columns, counted from 1. */
export interface ColumnRange {
  readonly min: number
  readonly max: number
  readonly style: number | undefined
  /** The whole element. */
  readonly tag: string
}

interface ColumnPlace {
  readonly ranges: readonly ColumnRange[]
  /** The element `cols`, where the sheet has one. */
  readonly node: XmlNode | undefined
  /** Where it would stand. */
  readonly before: number
  readonly prefix: string
}

/** The default format of a 0-based column. */
export function columnStyle(ranges: readonly ColumnRange[], column: number): number {
  return ranges.find(({ min, max }) => min <= column + 1 && column + 1 <= max)?.style ?? 0
}

/** Sets the two new columns and takes them out of the runs in which they stood. */
export function columnsEdit(plan: SheetPlan, place: ColumnPlace): XmlEdit {
  const name = `${place.prefix}col`
  const [note, id] = [plan.noteColumn + 1, plan.idColumn + 1]
  const set = [
    {
      min: note,
      tag: `<${name} min="${note}" max="${note}" width="${NOTE_WIDTH}" customWidth="1"/>`,
    },
    { min: id, tag: `<${name} min="${id}" max="${id}" width="9" hidden="1" customWidth="1"/>` },
  ]
  const kept = place.ranges.flatMap((range) => without(without([range], note), id))
  const tags = [...kept, ...set].sort((a, b) => a.min - b.min).map(({ tag }) => tag)
  const text = `<${name}s>${tags.join("")}</${name}s>`
  const { node, before } = place
  return node ? { start: node.start, end: node.end, text } : { start: before, end: before, text }
}

function without(ranges: readonly ColumnRange[], column: number): ColumnRange[] {
  return ranges.flatMap((range) => {
    if (column < range.min || column > range.max) return [range]
    const parts = [part(range, range.min, column - 1), part(range, column + 1, range.max)]
    return parts.filter(({ min, max }) => min <= max)
  })
}

function part(range: ColumnRange, min: number, max: number): ColumnRange {
  const tag = withAttribute(withAttribute(range.tag, "min", String(min)), "max", String(max))
  return { ...range, min, max, tag }
}
