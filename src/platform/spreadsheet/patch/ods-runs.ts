import { attributeOf, PatchFault, withAttribute, type XmlNode } from "./xml.ts"

/** Cells or columns that a document writes once for many places in a row. */
export interface Run {
  /** 0-based. */
  readonly from: number
  readonly count: number
  readonly tag: string
  /** Content and end tag. */
  readonly rest: string
}

const REPEATED = "table:number-columns-repeated"
const MAX_REPEAT = 1 << 20

/** The run that an element stands for; `from` is where the one before it ended. */
export function runOf(text: string, node: XmlNode, from: number): Run {
  const count = repeatOf(text, node, REPEATED)
  const tag = text.slice(node.start, node.open)
  return { from, count, tag, rest: text.slice(node.open, node.end) }
}

export function repeatOf(text: string, node: XmlNode, name: string): number {
  const count = Number(attributeOf(text, node, name) ?? 1)
  if (!Number.isInteger(count) || count < 1 || count > MAX_REPEAT)
    throw new PatchFault("a repetition out of range")
  return count
}

/** The runs with each of these columns in a run of its own; `empty` fills up to the last one. */
export function splitRuns(runs: readonly Run[], columns: readonly number[], empty: string): Run[] {
  const wanted = [...columns].sort((a, b) => a - b)
  const end = runs.at(-1) ? endOf(runs) : 0
  const last = wanted.at(-1) ?? -1
  const filled =
    last < end ? runs : [...runs, { from: end, count: last + 1 - end, tag: empty, rest: "" }]
  return filled.flatMap((run) => {
    const parts: Run[] = []
    let from = run.from
    const stop = run.from + run.count
    const push = (to: number) => {
      if (to > from) parts.push({ ...run, from, count: to - from })
      from = to
    }
    for (const column of wanted) {
      if (column < from || column >= stop) continue
      push(column)
      push(column + 1)
    }
    push(stop)
    return parts
  })
}

export function runXml({ tag, rest, count }: Run): string {
  return withAttribute(tag, REPEATED, count === 1 ? null : String(count)) + rest
}

function endOf(runs: readonly Run[]): number {
  return runs.reduce((end, run) => Math.max(end, run.from + run.count), 0)
}
