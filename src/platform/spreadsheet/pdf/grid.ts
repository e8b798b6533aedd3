import { cellText, linesOf, lineText, type PageLine, type PageText } from "./lines.ts"
import type { Glyph, PdfPage, Rule } from "./page.ts"

/** Lines closer than this are one line drawn twice, or as a thin box (points). */
const SAME_RULE = 2.5
/** A table has at least two columns and two rows. */
const RULES_MIN = 3
const SLOTS_MAX = 200_000

/**
 * The tables of a page by the lines drawn around their cells; null where there are none. One row is a
 * table where it has the columns of the page before: its last row went over.
 */
export function readGrid(page: PdfPage, before: readonly number[] = []): PageText | null {
  const xs = positions(page.vertical)
  const ys = positions(page.horizontal).reverse()
  const leastRules = hasSameColumns(before, xs) ? RULES_MIN - 1 : RULES_MIN
  if (xs.length < RULES_MIN || ys.length < leastRules || xs.length * ys.length > SLOTS_MAX)
    return null
  const grid = new Grid(page, xs, ys)
  const free: Glyph[] = []
  for (const glyph of page.glyphs) if (!grid.put(glyph)) free.push(glyph)
  const loose = linesOf(free).map((line): PageLine => {
    const cell = { column: 0, across: 1, down: 1, text: lineText(line) }
    return { y: line[0]?.y ?? 0, cells: [cell] }
  })
  const lines = [...grid.lines(), ...loose].sort((a, b) => b.y - a.y)
  return { columns: xs, lines }
}

/** Columns of two pages are the same when they begin at the same places (points). */
const SAME_COLUMN = 4

export function hasSameColumns(a: readonly number[], b: readonly number[]): boolean {
  return (
    a.length === b.length && a.every((at, index) => Math.abs(at - (b[index] ?? 0)) < SAME_COLUMN)
  )
}

function positions(rules: readonly Rule[]): number[] {
  const found: number[] = []
  for (const at of rules.map((rule) => rule.at).sort((a, b) => a - b))
    if (at - (found.at(-1) ?? -Infinity) > SAME_RULE) found.push(at)
  return found
}

interface Box {
  readonly top: number
  readonly left: number
  bottom: number
  right: number
  readonly glyphs: Glyph[]
}

/** Slots between neighbouring lines; slots without a line between them are one cell. */
class Grid {
  readonly #xs: readonly number[]
  /** From top to bottom. */
  readonly #ys: readonly number[]
  readonly #boxes: (Box | null)[] = []

  constructor(page: PdfPage, xs: readonly number[], ys: readonly number[]) {
    this.#xs = xs
    this.#ys = ys
    const right = linesAcross(page.vertical, xs, (row) => this.#middle(this.#ys, row))
    const below = linesAcross(page.horizontal, [...ys], (column) => this.#middle(this.#xs, column))
    const [columns, rows] = [xs.length - 1, ys.length - 1]
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        this.#boxes.push(this.#boxAt(row, column, { right, below }))
  }

  #middle(edges: readonly number[], index: number): number {
    return ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2
  }

  /** The cell that a slot belongs to: its own, or that of the slot on the left or above. */
  #boxAt(row: number, column: number, lines: { right: LineTest; below: LineTest }): Box | null {
    const isInside = lines.right.reaches(column, row) && lines.below.reaches(row, column)
    if (!isInside) return null
    const left = column > 0 && !lines.right.has(column, row) ? this.#box(row, column - 1) : null
    const above = row > 0 && !lines.below.has(row, column) ? this.#box(row - 1, column) : null
    const box = left ?? above ?? { top: row, left: column, bottom: row, right: column, glyphs: [] }
    box.bottom = Math.max(box.bottom, row)
    box.right = Math.max(box.right, column)
    return box
  }

  #box(row: number, column: number): Box | null {
    return this.#boxes[row * (this.#xs.length - 1) + column] ?? null
  }

  put(glyph: Glyph): boolean {
    const column = slotOf(this.#xs, (glyph.left + glyph.right) / 2)
    const row = slotOf(
      this.#ys.map((y) => -y),
      -(glyph.y + 0.3 * glyph.size),
    )
    const box = column === null || row === null ? null : this.#box(row, column)
    box?.glyphs.push(glyph)
    return box !== null
  }

  /** An empty row is one as well: it may stand between two people's forms. */
  lines(): PageLine[] {
    return Array.from({ length: this.#ys.length - 1 }, (_, row) => this.#line(row))
  }

  #line(row: number): PageLine {
    const width = this.#xs.length - 1
    const boxes = new Set(this.#boxes.slice(row * width, (row + 1) * width))
    const own = [...boxes].filter((box) => box !== null && box.top === row)
    const cells = own.flatMap((box) => {
      const text = box === null ? "" : cellText(box.glyphs)
      if (box === null || text === "") return []
      const [across, down] = [box.right - box.left + 1, box.bottom - box.top + 1]
      return [{ column: box.left, across, down, text }]
    })
    return { y: this.#middle(this.#ys, row), cells }
  }
}

interface LineTest {
  /** A line stands at this edge, beside that slot of the other axis. */
  readonly has: (edge: number, slot: number) => boolean
  /** Lines stand on both sides of the slot `index`, however far. */
  readonly reaches: (index: number, slot: number) => boolean
}

function linesAcross(
  rules: readonly Rule[],
  edges: readonly number[],
  middle: (slot: number) => number,
): LineTest {
  const byEdge = edges.map((edge) => rules.filter((rule) => Math.abs(rule.at - edge) <= SAME_RULE))
  const has = (edge: number, slot: number): boolean => {
    const at = middle(slot)
    return (byEdge[edge] ?? []).some(({ from, to }) => from - 1 <= at && at <= to + 1)
  }
  const reaches = (index: number, slot: number): boolean =>
    byEdge.some((_, edge) => edge <= index && has(edge, slot)) &&
    byEdge.some((_, edge) => edge > index && has(edge, slot))
  return { has, reaches }
}

/** The slot between ascending edges, or null outside. */
function slotOf(edges: readonly number[], at: number): number | null {
  if (at < (edges[0] ?? Infinity) || at > (edges.at(-1) ?? -Infinity)) return null
  const next = edges.findIndex((edge) => edge > at)
  return next < 0 ? edges.length - 2 : next - 1
}
