// Which lines of a table without drawn cells belong to one row: cells whose text was wrapped.
import type { PageCell, PageLine } from "./lines.ts"

/** Fewer rows are no table. */
const ROWS_MIN = 3
/** No printed page has more. */
const LINES_MAX = 2000
/** Distances of lines that differ by less than this share are the same. */
const SAME = 0.2
const USUAL_SHARE = 0.02
const NUMBERED = /^\d{1,5}[.)]?$/
const NIK = /(?<!\d)\d{16}(?!\d)/

/**
 * Wrapped lines put together with their row, by the rules drawn between rows where there are such, else
 * by how cells stand beside the row's number: all at its top, all at its bottom or all about its middle.
 * Null where two of these fit and differ, or none: then nobody can tell whose line is whose.
 */
export function joinRecords(
  lines: readonly PageLine[],
  rules: readonly number[],
): readonly PageLine[] | null {
  const anchors = anchorsOf(lines)
  if (anchors.length < ROWS_MIN) return lines
  if (lines.length > LINES_MAX) return null
  const first = new Set(anchors)
  const parts = lines.filter((line) => !first.has(line) && line.cells[0]?.column !== 0)
  if (parts.length === 0) return lines
  const ruled = betweenRules(parts, anchors, rules)
  const pitch = pitchOf([...anchors, ...parts])
  const settled = STANDINGS.map((standing) => assign(anchors, parts, { standing, pitch }))
  const open = parts.filter((line) => !ruled.has(line))
  const agreed = settled.filter((rowOf) => agrees(rowOf, ruled))
  const count = (rowOf: RowOf): number => open.filter((line) => rowOf.has(line)).length
  const most = Math.max(0, ...agreed.map(count))
  const [best, ...others] = agreed.filter((rowOf) => count(rowOf) === most)
  const isOne = others.every((other) => open.every((line) => best?.get(line) === other.get(line)))
  const rowOf = new Map([...(isOne ? (best ?? []) : []), ...ruled])
  const isLost = (line: PageLine): boolean => isInside(line, anchors) && !rowOf.has(line)
  return open.some(isLost) || !isOne ? null : rowsOf(lines, rowOf)
}

/** Lines that complete cells of a row, with the line that begins it. */
type RowOf = ReadonlyMap<PageLine, PageLine>

/** Says of no line that it belongs to another row than the rules say. */
function agrees(rowOf: RowOf, ruled: RowOf): boolean {
  return [...ruled].every(([line, anchor]) => (rowOf.get(line) ?? anchor) === anchor)
}

/** Lines that begin a row: those with its running number, or without such those with a NIK. */
function anchorsOf(lines: readonly PageLine[]): PageLine[] {
  const several = lines.filter(({ cells }) => cells.length > 1)
  const numbered = several.filter(({ cells }) => isNumber(cells[0]))
  // A header stands in the column of the numbers, and may be wrapped as well.
  if (numbered.length >= ROWS_MIN) return several.filter(({ cells }) => cells[0]?.column === 0)
  return several.filter(({ cells }) => cells.some(({ text }) => NIK.test(text)))
}

function isNumber(cell: PageCell | undefined): boolean {
  return cell?.column === 0 && NUMBERED.test(cell.text)
}

/** Lines between two rules belong to the one row that begins there; none where rules part no rows. */
function betweenRules(
  parts: readonly PageLine[],
  anchors: readonly PageLine[],
  rules: readonly number[],
): RowOf {
  const bandOf = (line: PageLine): number => rules.filter((at) => at > line.y).length
  const rows = new Map(anchors.map((line) => [bandOf(line), line]))
  const found = new Map<PageLine, PageLine>()
  if (rows.size !== anchors.length) return found
  for (const line of parts) {
    const [band, row] = [bandOf(line), rows.get(bandOf(line))]
    if (row !== undefined && band > 0 && band < rules.length) found.set(line, row)
  }
  return found
}

/** The distance of two lines in one cell: the least that is no rare one. */
function pitchOf(lines: readonly PageLine[]): number {
  const columns = Map.groupBy(
    lines.flatMap(({ y, cells }) => cells.map(({ column }) => ({ column, y }))),
    ({ column }) => column,
  )
  const steps = [...columns.values()].flatMap((own) => {
    const ys = own.map(({ y }) => y).sort((a, b) => b - a)
    return ys.slice(1).map((y, index) => (ys[index] ?? 0) - y)
  })
  const alike = [...Map.groupBy(steps, (step) => Math.round(step)).entries()]
  const usual = alike.filter(([, { length }]) => length >= USUAL_SHARE * steps.length)
  const least = Math.min(...usual.map(([step]) => step))
  return alike.find(([step]) => step === least)?.[1][0] ?? 0
}

/** How the lines of a cell stand to the line of the row's number: top, middle, bottom. */
type Standing = (anchor: number, top: number, bottom: number) => number
const STANDINGS: readonly Standing[] = [
  (anchor, top) => top - anchor,
  (anchor, top, bottom) => (top + bottom) / 2 - anchor,
  (anchor, _, bottom) => bottom - anchor,
]

interface Layout {
  readonly standing: Standing
  readonly pitch: number
}

/** Lines of which every cell completes one of the same row in this way. */
function assign(anchors: readonly PageLine[], parts: readonly PageLine[], layout: Layout): RowOf {
  const claims = new Map<PageLine, PageLine[]>()
  for (const [index, anchor] of anchors.entries()) {
    const [above, below] = [anchors[index - 1]?.y ?? Infinity, anchors[index + 1]?.y ?? -Infinity]
    const near = parts.filter(({ y }) => y < above && y > below && !isFar(y - anchor.y, layout))
    const columns = new Set(near.flatMap(({ cells }) => cells.map(({ column }) => column)))
    for (const column of columns) {
      const own = near.filter((line) => hasColumn(line, column))
      for (const line of cellLines(anchor, own, column, layout))
        claims.set(line, [...(claims.get(line) ?? []), anchor])
    }
  }
  const whole = [...claims].flatMap(([line, [anchor, ...rest]]): [PageLine, PageLine][] => {
    const isWhole = rest.length + 1 === line.cells.length && rest.every((other) => other === anchor)
    return isWhole && anchor !== undefined ? [[line, anchor]] : []
  })
  return new Map(whole)
}

/** No cell of a list has more lines. */
const CELL_LINES_MAX = 12

function isFar(distance: number, { pitch }: Layout): boolean {
  return Math.abs(distance) > CELL_LINES_MAX * pitch
}

function hasColumn({ cells }: PageLine, column: number): boolean {
  return cells.some((cell) => cell.column === column)
}

/** The longest run of a column's lines, one pitch apart, that stands to the anchor as cells do here. */
function cellLines(
  anchor: PageLine,
  lines: readonly PageLine[],
  column: number,
  { standing, pitch }: Layout,
): readonly PageLine[] {
  const own = hasColumn(anchor, column) ? [...lines, anchor] : lines
  const sorted = own.toSorted((a, b) => b.y - a.y)
  let best: readonly PageLine[] = []
  for (let from = 0; from < sorted.length; from++)
    for (let to = from + 1; to <= sorted.length; to++) {
      const run = sorted.slice(from, to)
      const [top, bottom] = [run[0]?.y ?? 0, run.at(-1)?.y ?? 0]
      const isCell =
        isEven(run, pitch) &&
        Math.abs(standing(anchor.y, top, bottom)) < SAME * pitch &&
        (!hasColumn(anchor, column) || run.includes(anchor))
      if (isCell && run.length > best.length) best = run
    }
  return best.filter((line) => line !== anchor)
}

function isEven(run: readonly PageLine[], pitch: number): boolean {
  return run.slice(1).every(({ y }, index) => {
    const step = (run[index]?.y ?? 0) - y
    return Math.abs(step - pitch) < SAME * pitch
  })
}

function isInside({ y }: PageLine, anchors: readonly PageLine[]): boolean {
  return y < (anchors[0]?.y ?? 0) && y > (anchors.at(-1)?.y ?? 0)
}

function rowsOf(lines: readonly PageLine[], anchorOf: ReadonlyMap<PageLine, PageLine>): PageLine[] {
  const more = Map.groupBy(anchorOf.keys(), (line) => anchorOf.get(line))
  return lines.flatMap((line) => {
    if (anchorOf.has(line)) return []
    const parts = more.get(line)
    return [parts === undefined ? line : joined([line, ...parts], line.y)]
  })
}

function joined(lines: readonly PageLine[], y: number): PageLine {
  const texts = new Map<number, string[]>()
  for (const { cells } of lines.toSorted((a, b) => b.y - a.y))
    for (const { column, text } of cells) texts.set(column, [...(texts.get(column) ?? []), text])
  const cells = [...texts].map(([column, words]) => ({
    ...{ column, across: 1, down: 1 },
    text: words.join(" "),
  }))
  return { y, cells: cells.sort((a, b) => a.column - b.column) }
}
