import { linesOf, lineText, SPACE, type PageLine, type PageText } from "./lines.ts"
import { joinRecords } from "./records.ts"
import type { Glyph, PdfPage } from "./page.ts"

/** An empty strip at least this wide, in letter sizes, separates two columns. */
const GAP = 0.15
/** A narrower distance is a space between two words of one cell. */
const WORD_SPACE = 0.35
/** Places that are told apart in a point. */
const FINE = 8
const PAGE_WIDTH_MAX = 20_000
/** In letter sizes. */
const TITLE_GAP_MAX = 2
const DIGIT = /^\d$/
/** Lines that may cross a gap: titles and signatures run over columns. */
const CROSSING_MAX = 0.1
/** Fewer lines are no table. */
const LINES_MIN = 3
/** Lines closer than this are one line drawn in parts (points). */
const SAME_RULE = 2.5
/** A rule between two rows runs over this share of what is written. */
const RULE_SHARE = 0.6

/**
 * A page without drawn cells: columns are what empty strips separate; `before` those of the page before.
 * Null where nobody can tell which of its lines belong to one row.
 */
export function readColumns(page: PdfPage, before: readonly number[]): PageText | null {
  const lines = linesOf(page.glyphs)
  // The last page of a list is often too short to show its columns.
  const isNext = before.length > 1 && fits(lines, before)
  const edges = isNext ? before : stripEdges(lines)
  if (edges.length < 2 || (!isNext && lines.length < LINES_MIN))
    return { columns: [], lines: lines.map(plain) }
  const titles = new Set<PageLine>()
  const cells = lines.map((line) => {
    if (!isTitle(line, edges)) return split(line, edges)
    const title = plain(line)
    titles.add(title)
    return title
  })
  const rows = joinRecords(withNumbers(cells, titles), longRules(page))
  return rows === null ? null : { columns: edges, lines: rows }
}

/** The y of horizontal lines over most of what is written, from top to bottom. */
function longRules({ glyphs, horizontal }: PdfPage): number[] {
  const left = glyphs.reduce((least, glyph) => Math.min(least, glyph.left), Infinity)
  const right = glyphs.reduce((most, glyph) => Math.max(most, glyph.right), -Infinity)
  const byPlace = Map.groupBy(horizontal, ({ at }) => Math.round(at / SAME_RULE))
  const long = [...byPlace.values()].filter((rules) => {
    const length = rules.reduce((sum, { from, to }) => sum + to - from, 0)
    return length >= RULE_SHARE * (right - left)
  })
  return long.map((rules) => rules[0]?.at ?? 0).sort((a, b) => b - a)
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

/** A word that runs over an edge stays whole, in the column where it begins. */
function split(line: readonly Glyph[], edges: readonly number[]): PageLine {
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
  if (/\d{8}/.test(lineText(line)) || line.some((glyph, at) => isFarFrom(line[at - 1], glyph)))
    return false
  return edges.some((edge) => {
    const next = line.findIndex((glyph) => glyph.left >= edge)
    const [last, first] = [line[next - 1], line[next]]
    const isWord = last && first && first.left - last.right <= GAP * first.size
    return isWord || line.some((glyph) => glyph.left < edge - 1 && glyph.right > edge + 1)
  })
}

/** Words of a title stand close to each other. */
function isFarFrom(last: Glyph | undefined, glyph: Glyph): boolean {
  return last !== undefined && glyph.left - last.right > TITLE_GAP_MAX * glyph.size
}

function columnOf(left: number, edges: readonly number[]): number {
  return edges.filter((edge) => edge <= left).length
}

/** "2 LATIF", or the header above: "No Nama". */
const GLUED = /^(\d{1,5})[.)]?(?:\s+(\D.*))?$/
const GLUED_LABEL = /^(no\.?|nomor|#)\s+(.*)$/i

/** A running number that stands so close to the next cell that no strip parts them is a column. */
function withNumbers(
  lines: readonly PageLine[],
  titles: ReadonlySet<PageLine>,
): readonly PageLine[] {
  const firsts = lines.flatMap(({ cells }) => (cells.length > 1 && cells[0] ? [cells[0]] : []))
  const begins = firsts.flatMap(({ column, text }) => {
    const number = column <= 1 ? GLUED.exec(text) : null
    return number === null ? [] : [{ value: Number(number[1]), isGlued: number[2] !== undefined }]
  })
  const isRunning = begins.every(
    ({ value }, index) => index === 0 || value === (begins[index - 1]?.value ?? 0) + 1,
  )
  if (begins.length < LINES_MIN || !isRunning || !begins.some(({ isGlued }) => isGlued))
    return lines
  const isFree = !firsts.some(({ column, text }) => column === 0 && GLUED.test(text))
  return lines.map((line) => (titles.has(line) ? line : apart(line, isFree ? 0 : 1)))
}

/** The number in the first column; cells move right by `by` to make room for it. */
function apart({ y, cells }: PageLine, by: number): PageLine {
  const moved = cells.flatMap((cell) => {
    const column = cell.column + by
    const parts =
      cell.column + by === 1 ? (GLUED.exec(cell.text) ?? GLUED_LABEL.exec(cell.text)) : null
    if (parts === null) return [{ ...cell, column }]
    const rest = parts[2] === undefined ? [] : [{ ...cell, column, text: parts[2] }]
    return [{ ...cell, column: 0, text: parts[1] ?? "" }, ...rest]
  })
  return { y, cells: moved }
}
