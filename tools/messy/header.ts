import type { Random } from "../example-random.ts"
import type { Column } from "./columns.ts"
import type { Cell, GridMerge } from "./grid.ts"

/** How a clerk writes the words of a header. */
export interface HeaderStyle {
  readonly depth: 1 | 2 | 3
  readonly merged: boolean
  readonly numbered: "" | "1" | "(1)" | "a"
  readonly decorate: (label: string, index: number) => string
  /** A column whose label was forgotten; -1 for none. */
  readonly bare: (columns: readonly Column[]) => number
}

export interface DrawnHeader {
  readonly rows: Cell[][]
  /** Relative to the header's first row and the table's first column. */
  readonly merges: GridMerge[]
  /** The label as it stands at each column. */
  readonly labels: string[]
}

/** Whose cells tell by themselves what they are. */
const KNOWN_BY_CONTENT = ["nik", "name", "birth_date", "sex", "area", "phone"]

export function headerStyle(random: Random): HeaderStyle {
  const depth = random.pick([1, 1, 1, 1, 2, 2, 3] as const)
  const recase = random.pick([
    ...[asIs, asIs, asIs],
    ...[(text: string) => text.toUpperCase(), (text: string) => text.toLowerCase()],
  ])
  const mark = random.pick([
    ...[asIs, asIs, asIs, asIs, asIs, asIs],
    (text: string) => `${text}*`,
    (text: string) => `${text} :`,
    (text: string) => text.replace(" ", "\n"),
    (text: string) => ` ${text.replace(" ", "  ")} `,
    (text: string, index: number) => `${index + 1}. ${text}`,
    (text: string) => `${text} *)`,
    (text: string) => `${text} (wajib diisi)`,
  ])
  const forgets = random.chance(0.08)
  const forgotten = random.pick(KNOWN_BY_CONTENT)
  return {
    depth,
    merged: random.chance(0.8),
    numbered: random.pick(["", "", "", "", "1", "(1)", "a"] as const),
    decorate: (label, index) => mark(recase(label), index),
    bare: (columns) =>
      forgets && depth === 1 ? columns.findIndex(({ field }) => field === forgotten) : -1,
  }
}

const asIs = (text: string): string => text

export function drawHeader(columns: readonly Column[], style: HeaderStyle): DrawnHeader {
  const bare = style.bare(columns)
  const labels = columns.map(({ label, field }, index) =>
    index === bare || field === "spacer" ? "" : style.decorate(label, index),
  )
  // What has meaning only below its group is not written alone.
  if (style.depth === 1) return { rows: [flat(columns, labels)], merges: [], labels }
  const drawn = grouped(columns, labels, style.merged)
  return style.depth === 2 ? drawn : withBand(drawn, columns.length)
}

/** In one row the group's name stands before a label that says too little alone. */
function flat(columns: readonly Column[], labels: string[]): Cell[] {
  for (const [index, { field, group }] of columns.entries()) {
    const needs = ["sex_male", "sex_female", "income_high"].includes(field)
    const isLow = field === "income" && group !== ""
    if (needs || isLow) labels[index] = `${group} ${labels[index] ?? ""}`
    if (/^birth_(day|month|year)$/.test(field)) labels[index] = `${labels[index] ?? ""} Lahir`
  }
  return labels.map((label) => label || null)
}

function grouped(columns: readonly Column[], labels: string[], merged: boolean): DrawnHeader {
  const top: Cell[] = labels.map(() => null)
  const bottom: Cell[] = labels.map(() => null)
  const merges: GridMerge[] = []
  for (let left = 0; left < columns.length;) {
    const right = groupEnd(columns, left)
    if (right === left && (columns[left]?.group ?? "") === "") {
      top[left] = labels[left] || null
      if (merged) merges.push({ top: 0, bottom: 1, left, right })
    } else {
      top[left] = columns[left]?.group ?? null
      for (let at = left; at <= right; at++) bottom[at] = labels[at] || null
      if (merged && right > left) merges.push({ top: 0, bottom: 0, left, right })
    }
    left = right + 1
  }
  return { rows: [top, bottom], merges, labels }
}

function groupEnd(columns: readonly Column[], left: number): number {
  const group = columns[left]?.group
  if (group === "") return left
  const next = columns.findIndex((column, at) => at > left && column.group !== group)
  return next === -1 ? columns.length - 1 : next - 1
}

function withBand(drawn: DrawnHeader, width: number): DrawnHeader {
  const half = Math.max(1, Math.floor(width / 2))
  const band: Cell[] = Array.from({ length: width }, () => null)
  band[0] = "DATA DIRI"
  band[half] = "DATA PENDUKUNG"
  const down = drawn.merges.map((merge) => ({
    ...merge,
    top: merge.top + 1,
    bottom: merge.bottom + 1,
  }))
  const across = [
    { top: 0, bottom: 0, left: 0, right: half - 1 },
    { top: 0, bottom: 0, left: half, right: width - 1 },
  ].filter(({ left, right }) => right > left)
  return { rows: [band, ...drawn.rows], merges: [...across, ...down], labels: drawn.labels }
}
