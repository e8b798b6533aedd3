import { columnLetters, MAX_ROWS } from "../cell-reference.ts"
import { NOTE_HEADER, ROW_ID_HEADER } from "../hidden-id.ts"
import { NOTE_WIDTH, noteHeight, type SheetPlan } from "./plan.ts"
import type { CellLook, CellRole, StyleTable } from "../sheet-style.ts"
import type { RawCell, RawRow, RawSheet } from "../workbook.ts"
import { dateSerial, textCell } from "../write/cells.ts"
import { MAIN, XML } from "../write/parts.ts"
import { inlineText, needsQuote } from "../write/text.ts"

const WIDTH_MIN = 6
const WIDTH_MAX = 30
const BLOCK = 1024 * 1024
/** Days between the two calendars of Excel. */
const DAYS_1904 = 1462

/** A sheet with the cells that were read, each of the same kind at the same place, and a plan. */
export async function* rebuiltBlocks(
  sheet: RawSheet,
  plan: SheetPlan | null,
  styles: StyleTable,
): AsyncGenerator<Uint8Array> {
  const writer = new SheetRebuilder(sheet, plan, styles)
  let block = writer.head()
  for (const row of writer.rows()) {
    block += writer.row(row)
    if (block.length < BLOCK) continue
    yield Buffer.from(block)
    block = ""
  }
  yield Buffer.from(block + writer.tail())
}

class SheetRebuilder {
  readonly #sheet: RawSheet
  readonly #plan: SheetPlan | null
  readonly #styles: StyleTable

  constructor(sheet: RawSheet, plan: SheetPlan | null, styles: StyleTable) {
    this.#sheet = sheet
    this.#plan = plan
    this.#styles = styles
  }

  head(): string {
    const header = this.#plan?.headerRow ?? null
    const pane =
      header === null
        ? ""
        : `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/>`
    return (
      `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="13.8"/>${this.#columns()}<sheetData>`
    )
  }

  /** Rows as read and those that only the plan has, ascending. */
  rows(): RawRow[] {
    const known = new Set(this.#sheet.rows.map(({ number }) => number))
    const missing = (this.#plan?.rows ?? []).filter((number) => !known.has(number))
    const empty = missing.map((number) => ({ number, hidden: false, cells: [] }))
    const all = [...this.#sheet.rows, ...empty].filter(({ number }) => number <= MAX_ROWS)
    return all.sort((a, b) => a.number - b.number)
  }

  row({ number, hidden, cells }: RawRow): string {
    const plan = this.#plan
    const role = this.#role(number)
    const written = new Map<number, string>()
    const marks = plan?.marks.get(number)
    for (const cell of cells) {
      const look = { role, tint: marks?.get(cell.column), struck: cell.struck }
      written.set(cell.column, this.#cell(cell, columnLetters(cell.column) + number, look))
    }
    for (const [column, tint] of marks ?? []) {
      const style = this.#styles.indexOf({ role, kind: "text", tint })
      const at = columnLetters(column) + number
      if (!written.has(column)) written.set(column, textCell(at, "", style))
    }
    if (plan) this.#addNote(number, plan, written)
    const note = plan?.notes.get(number)
    const height = noteHeight(note?.text ?? "")
    const tall = height > 0 ? ` ht="${height}" customHeight="1"` : ""
    const ordered = [...written].sort(([a], [b]) => a - b).map(([, xml]) => xml)
    return `<row r="${number}"${tall}${hidden ? ' hidden="1"' : ""}>${ordered.join("")}</row>`
  }

  tail(): string {
    const merges = this.#sheet.merges.map(
      ({ top, bottom, left, right }) =>
        `<mergeCell ref="${columnLetters(left)}${top}:${columnLetters(right)}${bottom}"/>`,
    )
    return (
      `</sheetData>` +
      (merges.length > 0
        ? `<mergeCells count="${merges.length}">${merges.join("")}</mergeCells>`
        : "") +
      `<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`
    )
  }

  #addNote(number: number, plan: SheetPlan, written: Map<number, string>): void {
    const isHeader = number === plan.headerRow
    const note = isHeader ? { text: NOTE_HEADER, id: ROW_ID_HEADER } : plan.notes.get(number)
    written.delete(plan.noteColumn)
    written.delete(plan.idColumn)
    const put = (column: number, text: string | undefined) => {
      if (text === undefined || text === "") return
      const role = isHeader ? "header" : "body"
      const style = this.#styles.indexOf({
        role,
        kind: "text",
        wrap: true,
        quoted: needsQuote(text),
      })
      written.set(column, textCell(columnLetters(column) + number, text, style))
    }
    put(plan.noteColumn, note?.text)
    put(plan.idColumn, note?.id)
  }

  /** What stands above the header is a letterhead. */
  #role(number: number): CellRole {
    const header = this.#plan?.headerRow ?? null
    if (header === null) return "body"
    return number < header ? "subtitle" : number === header ? "header" : "body"
  }

  /** Text stays text; a number stays one, because what it lost shows only then. */
  #cell({ text, kind }: RawCell, at: string, look: Omit<CellLook, "kind">): string {
    const number = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text)
    const style = (shown: CellLook["kind"]) => this.#styles.indexOf({ ...look, kind: shown })
    if (kind === "number" && number) {
      const shown = Number.isInteger(Number(text)) ? "digits" : "number"
      return `<c r="${at}" s="${style(shown)}"><v>${text}</v></c>`
    }
    if (kind === "date") {
      const serial = number
        ? Number(text) + this.#epoch()
        : dateSerial(/^(\d{4}-\d{2}-\d{2})(T00:00:00(\.0+)?)?$/.exec(text)?.[1] ?? "")
      if (serial !== null) return `<c r="${at}" s="${style("date")}"><v>${serial}</v></c>`
    }
    if (kind === "boolean" && /^[01]$/.test(text))
      return `<c r="${at}" s="${style("number")}" t="b"><v>${text}</v></c>`
    const full = { ...look, kind: "text" as const, quoted: needsQuote(text) }
    const format = this.#styles.indexOf(full)
    return text === ""
      ? `<c r="${at}" s="${format}"/>`
      : `<c r="${at}" s="${format}" t="inlineStr">${inlineText(text)}</c>`
  }

  #epoch(): number {
    return this.#sheet.date1904 ? DAYS_1904 : 0
  }

  #columns(): string {
    const widths = new Map<number, number>()
    const header = this.#plan?.headerRow ?? 0
    for (const { number, cells } of this.#sheet.rows)
      for (const { column, text } of cells)
        if (number >= header) widths.set(column, Math.max(widths.get(column) ?? 0, text.length + 2))
    const hidden = new Set(this.#sheet.hiddenColumns)
    for (const column of hidden) widths.set(column, widths.get(column) ?? 0)
    if (this.#plan) {
      widths.set(this.#plan.noteColumn, NOTE_WIDTH)
      widths.set(this.#plan.idColumn, WIDTH_MIN)
      hidden.delete(this.#plan.noteColumn)
      hidden.add(this.#plan.idColumn)
    }
    const tags = [...widths]
      .sort(([a], [b]) => a - b)
      .map(([column, wanted]) => {
        const most = column === this.#plan?.noteColumn ? NOTE_WIDTH : WIDTH_MAX
        const width = Math.min(most, Math.max(WIDTH_MIN, wanted))
        const shut = hidden.has(column) ? ' hidden="1"' : ""
        return `<col min="${column + 1}" max="${column + 1}" width="${width}"${shut} customWidth="1"/>`
      })
    return tags.length > 0 ? `<cols>${tags.join("")}</cols>` : ""
  }
}
