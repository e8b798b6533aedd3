import { linesOf, lineText, SPACE, type PageLine, type PageText } from "./pdf-lines.ts"
import type { Glyph, PdfPage } from "./pdf-page.ts"

/** An empty strip at least this wide, in letter sizes, separates two columns. */
const GAP = 0.15
/** A narrower distance is a space between two words of one cell. */
const WORD_SPACE = 0.35
/** Places that are told apart in a point. */
const FINE = 8
const PAGE_WIDTH_MAX = 20_000
const DIGIT = /^\d$/
/** Lines that may cross a gap: titles and signatures run over columns. */
const CROSSING_MAX = 0.1
/** Fewer lines are no table. */
const LINES_MIN = 3
/** A line belongs to the row of a number within this share of the distance of two numbers. */
const NEAR = 0.75

/** A page without drawn lines: columns are what empty strips separate; `before` those of the page before. */
export function readColumns(page: PdfPage, before: readonly number[]): PageText {
  const lines = linesOf(page.glyphs)
  // The last page of a list is often too short to show its columns.
  const isNext = before.length > 1 && fits(lines, before)
  const edges = isNext ? before : stripEdges(lines)
  if (edges.length < 2 || (!isNext && lines.length < LINES_MIN))
    return { columns: [], lines: lines.map(plain) }
  return { columns: edges, lines: joinWrapped(lines.map((line) => split(line, edges))) }
}

function plain(line: readonly Glyph[]): PageLine {
  return {
    y: line[0]?.y ?? 0,
    cells: [{ column: 0, across: 1, down: 1, text: lineText(line) }],
  }
}

/** The middles of the empty strips, ascending: a column begins at each. */
function stripEdges(lines: readonly (readonly Glyph[])[]): number[] {
  const size = Math.max(...lines.map((line) => line[0]?.size ?? 0))
  const left = Math.min(...lines.map((line) => line[0]?.left ?? Infinity))
  const right = Math.max(...lines.map((line) => line.at(-1)?.right ?? 0))
  if (!Number.isFinite(left) || right - left > PAGE_WIDTH_MAX) return []
  const ink = new Uint32Array(Math.max(0, Math.ceil((right - left) * FINE)) + 1)
  for (const line of lines)
    for (const [from, to] of stretches(line))
      for (let at = Math.floor((from - left) * FINE); at < (to - left) * FINE; at++)
        ink[at] = (ink[at] ?? 0) + 1
  const edges: number[] = []
  const allowed = Math.floor(lines.length * CROSSING_MAX)
  for (let x = 0, start = -1; x < ink.length; x++) {
    const isEmpty = (ink[x] ?? 0) <= allowed
    if (isEmpty && start < 0) start = x
    if (isEmpty || start < 0) continue
    if (start > 0 && x - start >= GAP * size * FINE) edges.push(left + (start + x) / 2 / FINE)
    start = -1
  }
  return edges
}

/** No more lines than titles and signatures run over these edges, and some stand on both sides. */
function fits(lines: readonly (readonly Glyph[])[], edges: readonly number[]): boolean {
  const crosses = (line: readonly Glyph[]): boolean =>
    stretches(line).some(([from, to]) => edges.some((edge) => from < edge && edge < to))
  const crossing = lines.filter(crosses).length
  return lines.length > 0 && crossing <= Math.max(1, Math.floor(lines.length * CROSSING_MAX))
}

/**
 * Words and the ordinary spaces between them. A space between two digits separates: a running number
 * stands close to the number of a person.
 */
function stretches(line: readonly Glyph[]): (readonly [number, number])[] {
  const found: [number, number][] = []
  let before = ""
  for (const glyph of line) {
    const last = found.at(-1)
    const isSpace = last !== undefined && glyph.left - last[1] > SPACE * glyph.size
    const isApart = isSpace && DIGIT.test(before) && DIGIT.test(glyph.text)
    if (last && !isApart && glyph.left - last[1] < WORD_SPACE * glyph.size)
      last[1] = Math.max(last[1], glyph.right)
    else found.push([glyph.left, glyph.right])
    before = glyph.text
  }
  return found
}

/** A word that runs over an edge stays whole, in the column where it begins; a title stays one cell. */
function split(line: readonly Glyph[], edges: readonly number[]): PageLine {
  if (isTitle(line, edges)) return plain(line)
  const cells: { column: number; across: 1; down: 1; text: string }[] = []
  let [start, column] = [0, columnOf(line[0]?.left ?? 0, edges)]
  for (let at = 1; at <= line.length; at++) {
    const [glyph, last] = [line[at], line[at - 1]]
    const next = glyph && columnOf(glyph.left, edges)
    const isApart = glyph && last && glyph.left - last.right > GAP * glyph.size
    if (glyph && (next === column || !isApart)) continue
    cells.push({ column, across: 1, down: 1, text: lineText(line.slice(start, at)) })
    ;[start, column] = [at, next ?? column]
  }
  return { y: line[0]?.y ?? 0, cells }
}

/** Words run over the edges of columns, and none of them is a person's number. */
function isTitle(line: readonly Glyph[], edges: readonly number[]): boolean {
  if (/\d{8}/.test(lineText(line))) return false
  return edges.some((edge) => {
    const next = line.findIndex((glyph) => glyph.left >= edge)
    const [last, first] = [line[next - 1], line[next]]
    const isWord = last && first && first.left - last.right <= GAP * first.size
    return isWord || line.some((glyph) => glyph.left < edge - 1 && glyph.right > edge + 1)
  })
}

function columnOf(left: number, edges: readonly number[]): number {
  return edges.filter((edge) => edge <= left).length
}

/** Lines that only continue a numbered one are put into its cells. */
function joinWrapped(lines: readonly PageLine[]): PageLine[] {
  const numbered = lines.filter((line) => isNumbered(line))
  if (numbered.length < LINES_MIN || numbered.length === lines.length) return [...lines]
  const steps = numbered.slice(1).map((line, index) => (numbered[index]?.y ?? 0) - line.y)
  const step = [...steps].sort((a, b) => a - b)[steps.length >> 1] ?? 0
  const parts = new Map<PageLine, PageLine[]>(numbered.map((line) => [line, []]))
  const alone: PageLine[] = []
  for (const line of lines) {
    if (isNumbered(line)) continue
    const near = numbered.reduce((best, other) =>
      Math.abs(other.y - line.y) < Math.abs(best.y - line.y) ? other : best,
    )
    const isPart = line.cells.length > 0 && Math.abs(near.y - line.y) < NEAR * step
    if (isPart && !line.cells.some(({ column }) => column === 0)) parts.get(near)?.push(line)
    else alone.push(line)
  }
  const whole = [...parts].map(([line, more]) => (more.length === 0 ? line : joined(line, more)))
  return [...whole, ...alone].sort((a, b) => b.y - a.y)
}

function isNumbered({ cells }: PageLine): boolean {
  return cells[0]?.column === 0 && /^\d{1,5}\.?$/.test(cells[0].text) && cells.length > 1
}

function joined(line: PageLine, more: readonly PageLine[]): PageLine {
  const ordered = [line, ...more].sort((a, b) => b.y - a.y)
  const texts = new Map<number, string[]>()
  for (const { cells } of ordered)
    for (const { column, text } of cells) texts.set(column, [...(texts.get(column) ?? []), text])
  const cells = [...texts].map(([column, words]) => ({
    column,
    across: 1,
    down: 1,
    text: words.join(" "),
  }))
  return { y: line.y, cells: cells.sort((a, b) => a.column - b.column) }
}
