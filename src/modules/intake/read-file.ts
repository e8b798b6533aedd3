import type { LocalDate } from "../../kernel/local-date.ts"
import { isOwnSheet } from "../../platform/spreadsheet/hidden-id.ts"
import type { RawCell, RawRow, RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"
import { dateOrdersOf, type DateOrder } from "./values/date-order.ts"
import {
  noteCellNotes,
  noteChange,
  noteColumns,
  noteFile,
  noteLegends,
  noteLost,
  noteNoList,
} from "./file-notes.ts"
import { DittoAbove } from "./layout/ditto.ts"
import type { Finding, FindingCode } from "./findings/finding.ts"
import type { Columns } from "./layout/header-labels.ts"
import { openColumns } from "./layout/column-open.ts"
import { columnUnits } from "./layout/column-units.ts"
import type { ColumnReading } from "./layout/column-choice.ts"
import {
  headSheets,
  listViews,
  type HeadedSheet,
  type Header,
  type ListShape,
  type ListView,
} from "./layout/layout.ts"
import {
  sheetAreas,
  signatureLines,
  workbookLines,
  type SheetAreas,
} from "./sendings/letterhead.ts"
import { joinPages } from "./layout/page-join.ts"
import type { OccupationTable } from "./occupations/occupation.ts"
import { readRow, rowIdOf } from "./rows/read-row.ts"
import type { Rupiah } from "../../kernel/rupiah.ts"
import type { RowContext } from "./rows/context.ts"
import type { Recipe } from "./layout/recipe.ts"
import { replayRecipes } from "./layout/recipe-replay.ts"
import { HEADERS_MAX } from "./layout/header-rows.ts"
import { recapBelow } from "./rows/kind.ts"
import { entriesOfNobody, isHardlyAnybody, type ListExcess } from "./rows/nobody.ts"
import { outcomeOf, type IntakeRow } from "./rows/row.ts"
import { withCaption, withCaptionRow, withSection, withSections } from "./layout/section.ts"
import { isGuide } from "./layout/sheet-role.ts"
import { sentBy, type Sender, type SendingOffice } from "./sendings/sender.ts"
import type { AreaTable } from "./values/area.ts"
import { isTooWide } from "../../platform/spreadsheet/wide-sheet.ts"

/** The tenant's tables that reading needs. */
export interface IntakeTables {
  readonly tenantId: number
  readonly areas: AreaTable
  readonly offices: readonly SendingOffice[]
  readonly occupations: OccupationTable
  /** The tenant's minimum wage of the day, for incomes that name it. */
  readonly minimumWage?: Rupiah | null
  readonly on: LocalDate
  /** Layouts that were confirmed before; the sender's own are replayed. */
  readonly recipes?: readonly Recipe[]
  /** Lists that were read before with these tables. */
  readonly memory?: ReadingMemory
  /** What a file is that proposes nobody: the answer of a register; null for a list. */
  readonly registerOf?: (workbook: Workbook, file: ListFile) => string | null
  /** Told now and then how many rows more were read. */
  readonly onRows?: (more: number) => void
}

/** A file as a list, for telling what else it may be. */
export interface ListFile {
  readonly name: string
  readonly sheets: readonly ReadSheet[]
}

export interface FileSource {
  readonly name: string
  /** As the register of letters names the sender; empty where it does not. */
  readonly sender: string
}

export interface ReadFile {
  readonly sender: Sender
  readonly rows: readonly IntakeRow[]
  readonly findings: readonly Finding[]
  /** Per data sheet the header as understood, for the recipe and for questions. */
  readonly sheets: readonly ReadSheet[]
}

/** A list by its content and by what else tells how it is read. */
export interface ReadingKey {
  readonly sha256: string
  readonly source: FileSource
}

/**
 * What lists said when they were read before, by the same code and the same tables. An answer is a copy
 * of its own: later steps note their findings in its rows.
 */
export interface ReadingMemory {
  readonly recall: (key: ReadingKey) => ReadFile | null
  /** Takes its copy at once. */
  readonly keep: (key: ReadingKey, read: ReadFile) => void
}

export interface ReadSheet {
  readonly name: string
  readonly shape: ListShape
  /** The first header's first row as a spreadsheet shows it, and how many rows it has. */
  readonly row: number
  readonly depth: number
  readonly columns: Columns
  /** How each column was read, and how surely. */
  readonly readings: readonly ColumnReading[]
  readonly labels: ReadonlyMap<number, string>
}

export function readFile(workbook: Workbook, source: FileSource, tables: IntakeTables): ReadFile {
  const pages = joinPages(workbook)
  const shown = pages.sheets.filter((sheet) => !sheet.hidden)
  const wide = shown.filter(isTooWide)
  const views = shown.filter((sheet) => !wide.includes(sheet)).flatMap(listViews)
  const recognised = headSheets(views, tables)
  const named = sheetAreas(recognised, tables.areas)
  // Of a csv that is read by columns nobody sees the end before its people are read.
  const signed = workbook.format === "csv" || named.differ ? [] : signatureLines(recognised)
  const lines = [source.name, ...workbookLines(recognised, named.differ), ...signed]
  const told = sentBy(
    { register: source.sender, lines, ofSeveral: named.differ },
    tables.areas,
    tables.offices,
  )
  const { sender } = told
  const { sheets, changes } = replayRecipes(recognised, tables.recipes ?? [], sender.id)
  const read: OpenFile = { findings: [...told.findings], rows: [], sheets: [] }
  const orders = dateOrdersOf(sheets, workbook.format === "csv")
  const viewOf = new Map(views.map((view) => [view.sheet, view]))
  const context = { workbook, source, tables, sender, named, orders, viewOf }
  for (const sheet of workbook.sheets) {
    if (sheet.hidden && sheet.rows.length > 0 && !isOwnSheet(sheet))
      noteFile(read, "SHEET_HIDDEN", sheet.name)
  }
  for (const sheet of wide) noteFile(read, "SHEET_TOO_WIDE", sheet.name)
  for (const [page, before] of pages.joined)
    read.findings.push({ code: "PAGES_JOINED", field: page, before, after: "" })
  for (const page of pages.apart) noteFile(read, "PAGES_APART", page)
  for (const headed of sheets) {
    if (isGuide(headed, sheets)) noteFile(read, "SHEET_IGNORED", headed.sheet.name)
    else takeSheet(headed, context, read)
  }
  for (const change of changes) noteChange(read, change)
  const isUnread = read.findings.some(({ code }) => UNREAD_SHEET.has(code))
  if (!noteRegister(read, context) && !isUnread) noteNoList(read, workbook)
  markUnusualDates(read.rows)
  return { ...read, sender, rows: withIds(read.rows, read.sheets, tables.tenantId) }
}

/** Why a sheet of a list is not read at all. */
const UNREAD_SHEET: ReadonlySet<FindingCode> = new Set(["SHEET_TOO_WIDE", "FILE_TOO_MUCH"])

/** A file while its sheets are read one after the other. */
interface OpenFile {
  readonly findings: Finding[]
  readonly rows: IntakeRow[]
  readonly sheets: ReadSheet[]
}

interface SheetContext {
  readonly workbook: Workbook
  readonly source: FileSource
  readonly tables: IntakeTables
  readonly sender: Sender
  readonly named: SheetAreas
  readonly orders: ReadonlyMap<Header, DateOrder>
  readonly viewOf: ReadonlyMap<RawSheet, ListView>
}

/** Where nobody can be taken it may be what a register holder sent; whether that was noted. */
function noteRegister(read: OpenFile, { workbook, source, tables }: SheetContext): boolean {
  if (read.rows.some(({ outcome }) => outcome === "accepted" || outcome === "repaired"))
    return false
  const title = tables.registerOf?.(workbook, { name: source.name, sheets: read.sheets }) ?? null
  if (title !== null)
    read.findings.push({ code: "FILE_IS_REGISTER", field: "file", before: title, after: "" })
  return title !== null
}

function takeSheet({ sheet, headers }: HeadedSheet, context: SheetContext, read: OpenFile): void {
  if (sheet.rows.length === 0) return
  const first = headers[0]
  const shape = context.viewOf.get(sheet)?.shape ?? "list"
  if (shape === "unclear") return noteFile(read, "FORMS_UNCLEAR", sheet.name)
  if (first === undefined) return noteFile(read, "SHEET_IGNORED", sheet.name)
  const { columns, labels, readings, depth } = first
  const row = sheet.rows[first.at]?.number ?? 1
  const list = headers.length > HEADERS_MAX ? "headers" : readSheet(sheet, headers, context)
  if (typeof list === "string") {
    read.findings.push({ code: "FILE_TOO_MUCH", field: sheet.name, before: list, after: "" })
    return
  }
  const { rows, lost } = list
  read.sheets.push({ name: sheet.name, shape, row, depth, columns, labels, readings })
  const { host } = first
  if (typeof host === "string")
    read.findings.push({ code: "SHEET_JOINED", field: sheet.name, before: host, after: "" })
  for (const header of headers) noteColumns(read, sheet, header)
  const people = new Set(rows.flatMap(({ kind, row: at }) => (kind === "person" ? [at] : [])))
  noteCellNotes(read, sheet, (at) => shape !== "list" || people.has(at))
  if (shape === "list") noteLegends(read, sheet, (at) => people.has(at))
  noteLost(read, sheet.name, lost)
  for (const each of rows) read.rows.push(each)
}

/** Often enough for whoever waits, and rarely enough to cost nothing. */
const TOLD_ROWS = 500

/**
 * Rows from the first header on; what stands above it is letterhead. `lost` are entries below headers
 * under which nobody was read.
 */
function readSheet(
  sheet: RawSheet,
  headers: readonly Header[],
  context: SheetContext,
): { readonly rows: IntakeRow[]; readonly lost: number } | ListExcess {
  const filled = fillDown(sheet)
  const rows: IntakeRow[] = []
  const read = {
    kindAt: (row: number) => rows[row]?.kind ?? "blank",
    cellsAt: (row: number) => rows[row]?.cells ?? [],
  }
  let [lost, known] = [0, 0]
  const view = context.viewOf.get(sheet)
  const first = headers[0]?.at ?? 0
  const titles = [...sheet.rows.slice(view?.from ?? first, first), ...(view?.aside ?? [])]
  // Section rows below the last person: those above a header speak of the people below it.
  let captions: RawRow[] = []
  for (const [number, header] of headers.entries()) {
    const end = headers[number + 1]?.at ?? sheet.rows.length
    const begin = rows.length
    const units = columnUnits(header, sheet.rows.slice(header.at + header.depth, end))
    const dateOrder = context.orders.get(header) ?? "day_first"
    const { columns } = header
    const open = openColumns(header)
    const people: (RawRow | null)[] = []
    const dittos = new DittoAbove((index) => people[index] ?? null)
    const above: RowContext["above"] = (column) =>
      dittos.above(people.length, column, { columns, filled })
    const place = { columns, open, units, dateOrder, filled, above }
    const letterhead = number === 0 ? sheet.rows.slice(0, header.at) : []
    const home = withCaption(rowContext(sheet, context, place), letterhead)
    let rowOf = withSections(home, captions)
    captions = []
    // What stands above a list beside another one, or among forms, is counted: it is no line.
    if (number === 0)
      for (const title of titles.filter(isSaid)) rows.push(readRow(title, rowOf, "heading"))
    for (const [index, raw] of sheet.rows.slice(header.at, end).entries()) {
      if (!isSaid(raw)) continue
      // The first header is none of the rows below a header, a repeated one is.
      if (index < header.depth) {
        if (number > 0) rows.push(readRow(raw, rowOf, "header"))
        continue
      }
      const row = readRow(raw, rowOf)
      if (row.kind === "heading") {
        rowOf = withSection(rowOf, raw, { home, follows: captions.length > 0 })
        captions = withCaptionRow(captions, raw)
      } else if (captions.length > 0) captions = []
      const isRecap = recapBelow(rowOf.isRecap, row.kind, raw)
      if (isRecap !== rowOf.isRecap) rowOf = { ...rowOf, isRecap }
      people.push(row.kind === "person" ? raw : null)
      if (row.kind === "person") known++
      if (rows.length % TOLD_ROWS === TOLD_ROWS - 1) context.tables.onRows?.(TOLD_ROWS)
      rows.push(row)
      if (isHardlyAnybody(known, rows.length - known)) return "others"
    }
    lost += entriesOfNobody([begin, rows.length], read, columns)
  }
  return { rows, lost }
}

function isSaid({ cells }: RawRow): boolean {
  return cells.some(({ text }) => text.trim() !== "")
}

function rowContext(
  sheet: RawSheet,
  context: SheetContext,
  place: Pick<RowContext, "columns" | "open" | "units" | "dateOrder" | "filled" | "above">,
): RowContext {
  const { tables, sender, source, workbook, named } = context
  return {
    ...place,
    file: source.name,
    sheet: sheet.name,
    csv: workbook.format === "csv",
    date1904: sheet.date1904,
    on: tables.on,
    areas: tables.areas,
    occupations: tables.occupations,
    minimumWage: tables.minimumWage,
    senderAreaCode: named.differ ? (named.bySheet.get(sheet) ?? null) : sender.areaCode,
    senderSector: sender.sector,
    sheetRw: "",
    isRecap: false,
    sheetRt: /\brt[\s_.-]*0*(\d{1,3})\b/i.exec(sheet.name)?.[1] ?? "",
  }
}

/** Merged cells of a sheet that are filled: no list is longer, whatever a file claims. */
const FILLED_MAX = 1_000_000

/** The value of a vertical merge stands in its top cell only; below, it is filled down. */
function fillDown(sheet: RawSheet): (row: number, column: number) => RawCell | undefined {
  const tops = new Map<string, RawCell>()
  const byRow = new Map(sheet.rows.map((row) => [row.number, row]))
  const last = sheet.rows.at(-1)?.number ?? 0
  for (const merge of sheet.merges) {
    const top = byRow.get(merge.top)?.cells.find((cell) => cell.column === merge.left)
    if (top === undefined || top.text.trim() === "") continue
    const bottom = Math.min(merge.bottom, last)
    for (let row = merge.top + 1; row <= bottom && tops.size < FILLED_MAX; row++)
      tops.set(`${row}:${merge.left}`, top)
  }
  return (row, column) => tops.get(`${row}:${column}`)
}

/** The finding of a date whose style is unusual in its file, with the cell as it was written. */
export function unusualDate({ birthField, birthWritten, birthDate }: IntakeRow): Finding {
  const [before, after] = [birthWritten, birthDate ?? ""]
  return { code: "DOB_FORMAT", field: birthField, before, after }
}

/** A date written in another style than most rows of its file. */
function markUnusualDates(rows: readonly IntakeRow[]): void {
  const counts = new Map<string, number>()
  for (const row of rows) {
    if (row.kind === "person" && row.dateShape !== "")
      counts.set(row.dateShape, (counts.get(row.dateShape) ?? 0) + 1)
  }
  const usual = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0]
  for (const row of rows) {
    const unusual = row.kind === "person" && row.birthDate !== null && row.dateShape !== usual
    if (!unusual) continue
    row.findings.push(unusualDate(row))
    row.outcome = outcomeOf(row)
  }
}

/** Two rows that say the same are two rows: the second of them is occurrence 1. */
function withIds(
  rows: readonly IntakeRow[],
  sheets: readonly ReadSheet[],
  tenantId: number,
): IntakeRow[] {
  const seen = new Map<string, number>()
  const numbers = new Map(sheets.map((sheet) => [sheet.name, sheet.columns.get("number")]))
  return rows.map((row) => {
    const numberColumn = numbers.get(row.sheet)
    const first = rowIdOf(row, tenantId, { occurrence: 0, numberColumn })
    const occurrence = seen.get(first) ?? 0
    seen.set(first, occurrence + 1)
    const rowId = occurrence === 0 ? first : rowIdOf(row, tenantId, { occurrence, numberColumn })
    return { ...row, rowId }
  })
}
