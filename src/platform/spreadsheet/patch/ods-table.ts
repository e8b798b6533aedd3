import { NOTE_HEADER, ROW_ID_HEADER } from "../hidden-id.ts"
import type { OdsPatchStyles } from "./ods-styles.ts"
import { repeatOf, runOf, runXml, splitRuns, type Run } from "./ods-runs.ts"
import { noteHeight, type MarkKind, type SheetPlan } from "./plan.ts"
import { TINTS } from "../sheet-style.ts"
import { attributeOf, PatchFault, withAttribute, type XmlEdit, type XmlNode } from "./xml.ts"
import { escapeContent, writableText } from "../write/text.ts"

const ROWS_REPEATED = "table:number-rows-repeated"
const BACKGROUND = "fo:background-color"
const EMPTY_CELL = "<table:table-cell/>"
const EMPTY_COLUMN = "<table:table-column/>"
const NOTE_COLUMN_WIDTH = "9.2cm"
const POINTS_PER: Readonly<Record<string, number>> = { cm: 28.35, mm: 2.835, in: 72, pt: 1 }

/** Rewrites the columns and rows of one `table:table` by a plan. */
export class OdsTablePatcher {
  readonly #text: string
  readonly #plan: SheetPlan
  readonly #styles: OdsPatchStyles
  readonly #unmark: boolean
  readonly #columns: { readonly node: XmlNode; readonly run: Run }[] = []
  readonly #edits: XmlEdit[] = []
  #columnEnd = 0
  #firstRow: number | undefined
  #lastEnd = 0
  #nextRow = 1
  #done = 0

  constructor(
    text: string,
    plan: SheetPlan,
    { styles, unmark }: { readonly styles: OdsPatchStyles; readonly unmark: boolean },
  ) {
    this.#text = text
    this.#plan = plan
    this.#styles = styles
    this.#unmark = unmark
  }

  column(node: XmlNode): void {
    const run = runOf(this.#text, node, this.#columnEnd)
    this.#columnEnd += run.count
    this.#columns.push({ node, run })
  }

  /** A direct child of the table that holds rows. */
  rowsBegin(node: XmlNode): void {
    this.#firstRow ??= node.start
  }

  rowsEnd(node: XmlNode): void {
    this.#lastEnd = node.end
  }

  row(node: XmlNode, cells: readonly XmlNode[], canRepeat: boolean): void {
    const count = repeatOf(this.#text, node, ROWS_REPEATED)
    const first = this.#nextRow
    this.#nextRow += count
    const { rows } = this.#plan
    const own: number[] = []
    while ((rows[this.#done] ?? Infinity) < this.#nextRow) own.push(rows[this.#done++] ?? 0)
    if (own.length === 0 && !this.#unmark && !this.#plan.reused) return
    let from = 0
    const runs = cells.map((cell) => {
      const run = runOf(this.#text, cell, from)
      from += run.count
      return run
    })
    const tag = this.#text.slice(node.start, node.open).replace(/\s*\/>$/, ">")
    const parts: string[] = []
    let next = first
    const untouched = (until: number) => {
      if (until > next) parts.push(this.#rowXml(tag, { runs, number: null, count: until - next }))
      next = until
    }
    for (const number of own) {
      untouched(number)
      const xml = this.#rowXml(tag, { runs, number, count: 1 })
      const repeats = canRepeat && number === this.#plan.headerRow
      parts.push(repeats ? `<table:table-header-rows>${xml}</table:table-header-rows>` : xml)
      next = number + 1
    }
    untouched(this.#nextRow)
    this.#edits.push({ start: node.start, end: node.end, text: parts.join("") })
  }

  edits(): XmlEdit[] {
    if (this.#firstRow === undefined) throw new PatchFault("a sheet without rows")
    const missing: string[] = []
    for (const number of this.#plan.rows.slice(this.#done)) {
      const gap = number - this.#nextRow
      const tag = "<table:table-row>"
      if (gap > 0) missing.push(this.#rowXml(tag, { runs: [], number: null, count: gap }))
      missing.push(this.#rowXml(tag, { runs: [], number, count: 1 }))
      this.#nextRow = number + 1
    }
    if (missing.length > 0)
      this.#edits.push({ start: this.#lastEnd, end: this.#lastEnd, text: missing.join("") })
    return [...this.#columnEdits(this.#firstRow), ...this.#edits]
  }

  /** Each element is replaced by the runs it is split into; what is beyond follows the last one. */
  #columnEdits(firstRow: number): XmlEdit[] {
    const { noteColumn, idColumn } = this.#plan
    const runs = this.#columns.map(({ run }) => run)
    const split = splitRuns(runs, [noteColumn, idColumn], EMPTY_COLUMN)
    const width = { "style:column-width": NOTE_COLUMN_WIDTH }
    const style = this.#styles.derive("table-column", undefined, width)
    const written = (run: Run) => {
      if (run.from === noteColumn) return `<table:table-column table:style-name="${style}"/>`
      if (run.from === idColumn)
        return `<table:table-column table:style-name="${style}" table:visibility="collapse"/>`
      return runXml(run)
    }
    const xml = (from: number, to: number) =>
      split
        .filter((run) => run.from >= from && run.from < to)
        .map(written)
        .join("")
    const edits = this.#columns.map(({ node, run }) => {
      const text = xml(run.from, run.from + run.count)
      return { start: node.start, end: node.end, text }
    })
    const at = this.#columns.at(-1)?.node.end ?? firstRow
    return [...edits, { start: at, end: at, text: xml(this.#columnEnd, Infinity) }]
  }

  #rowXml(
    tag: string,
    row: { readonly runs: readonly Run[]; readonly number: number | null; readonly count: number },
  ): string {
    const { noteColumn, idColumn, marks, reused } = this.#plan
    const own = row.number === null ? undefined : marks.get(row.number)
    const note = row.number === null ? undefined : this.#note(row.number)
    const columns = [...(own?.keys() ?? []), ...(note || reused ? [noteColumn, idColumn] : [])]
    const runs = splitRuns(row.runs, columns, EMPTY_CELL)
    const ofRow = attributeIn(tag, "table:default-cell-style-name")
    const beside = runs.findLast((run) => run.from < noteColumn && run.rest !== "")
    const cells = runs.map((run) => {
      const isNote = run.from === noteColumn
      if (isNote || run.from === idColumn) {
        if (!note) return runXml(reused ? { ...run, tag: EMPTY_CELL, rest: "" } : run)
        const look = beside && this.#styleOf(beside, ofRow)
        const style = note.isHeader ? look : this.#noteStyle(look)
        return textCell(isNote ? note.text : note.id, style)
      }
      return runXml(this.#coloured(run, own?.get(run.from), ofRow))
    })
    const counted = withAttribute(tag, ROWS_REPEATED, row.count === 1 ? null : String(row.count))
    const content = cells.join("") === "" ? EMPTY_CELL : cells.join("")
    return `${this.#tall(counted, note?.text ?? "")}${content}</table:table-row>`
  }

  #note(number: number): { text: string; id: string; isHeader: boolean } | undefined {
    if (number === this.#plan.headerRow)
      return { text: NOTE_HEADER, id: ROW_ID_HEADER, isHeader: true }
    const note = this.#plan.notes.get(number)
    return note && { text: note.text, id: note.id ?? "", isHeader: false }
  }

  /** Wrapped text with the borders of the cell beside it. */
  #noteStyle(beside: string | undefined): string {
    const look: Record<string, string> = { "fo:wrap-option": "wrap", "style:vertical-align": "top" }
    for (const border of ["", "-left", "-right", "-top", "-bottom"]) {
      const line = this.#styles.property("table-cell", beside, `fo:border${border}`)
      if (line !== undefined) look[`fo:border${border}`] = line
    }
    return this.#styles.derive("table-cell", undefined, look)
  }

  #coloured(run: Run, kind: MarkKind | undefined, ofRow: string | undefined): Run {
    const style = this.#styleOf(run, ofRow)
    if (kind === undefined) {
      const colour = this.#styles.property("table-cell", style, BACKGROUND)?.toUpperCase()
      const isOurs = Object.values(TINTS).some((rgb) => colour === `#${rgb}`)
      if (!this.#unmark || !isOurs) return run
    }
    const colour = kind === undefined ? "transparent" : `#${TINTS[kind].toLowerCase()}`
    const name = this.#styles.derive("table-cell", style, { [BACKGROUND]: colour })
    return { ...run, tag: withAttribute(run.tag, "table:style-name", name) }
  }

  #styleOf(run: Run, ofRow: string | undefined): string | undefined {
    const column = this.#columns.find(({ run: { from, count } }) => run.from < from + count)
    const ofColumn = column && attributeIn(column.run.tag, "table:default-cell-style-name")
    return attributeIn(run.tag, "table:style-name") ?? ofRow ?? ofColumn
  }

  /** A row that is high enough for its explanation. */
  #tall(tag: string, text: string): string {
    const needed = noteHeight(text)
    if (needed === 0) return tag
    const old = attributeIn(tag, "table:style-name")
    const height = this.#styles.property("table-row", old, "style:row-height")
    const [, value, unit] = /^([\d.]+)(cm|mm|in|pt)$/.exec(height ?? "") ?? []
    if (Number(value ?? 0) * (POINTS_PER[unit ?? ""] ?? 0) >= needed) return tag
    const look = { "style:row-height": `${needed}pt`, "style:use-optimal-row-height": "false" }
    return withAttribute(tag, "table:style-name", this.#styles.derive("table-row", old, look))
  }
}

function attributeIn(tag: string, name: string): string | undefined {
  const place = { start: 0, open: tag.length, close: 0, end: tag.length, selfClosing: true }
  return attributeOf(tag, { ...place, name: "", prefix: "", depth: 0 }, name)
}

/** A cell of type text: it is never evaluated, whatever its first character. */
export function textCell(text: string, style?: string): string {
  const look = style === undefined ? "" : ` table:style-name="${style}"`
  if (text === "") return `<table:table-cell${look}/>`
  const lines = writableText(text)
    .split(/\r\n|\r|\n/)
    .map((line) => `<text:p>${paragraph(line)}</text:p>`)
  return `<table:table-cell${look} office:value-type="string">${lines.join("")}</table:table-cell>`
}

/** Runs of blanks are elements, because a reader would join them (OpenDocument 1.3, 6.1.3). */
function paragraph(line: string): string {
  return (
    escapeContent(line)
      .replace(/^ +| {2,}| +$/g, (blanks) => `<text:s text:c="${blanks.length}"/>`)
      .replace(/\t/g, "<text:tab/>")
      // oxlint-disable-next-line no-control-regex -- control characters are what XML cannot hold
      .replace(/[\x01-\x08\x0b-\x1f]/g, "\ufffd")
  )
}
