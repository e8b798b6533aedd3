import type { LocalDate } from "../../kernel/local-date.ts"
import type { RawCell, RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"
import { dateOrderOf, type DateOrder } from "./date-order.ts"
import type { Finding, FindingCode } from "./finding.ts"
import type { Columns } from "./header-labels.ts"
import { findHeaders, type Header } from "./layout.ts"
import { sheetAreas, workbookLines, type HeadedSheet, type SheetAreas } from "./letterhead.ts"
import type { OccupationTable } from "./occupation.ts"
import { readRow, rowIdOf } from "./read-row.ts"
import type { RowContext } from "./row-context.ts"
import { outcomeOf, type IntakeRow } from "./row.ts"
import { identifySender, type Sender, type SendingOffice } from "./sender.ts"
import type { AreaTable } from "./value-area.ts"

/** The tenant's tables that reading needs. */
export interface IntakeTables {
  readonly tenantId: number
  readonly areas: AreaTable
  readonly offices: readonly SendingOffice[]
  readonly occupations: OccupationTable
  readonly on: LocalDate
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

export interface ReadSheet {
  readonly name: string
  readonly columns: Columns
  readonly labels: ReadonlyMap<number, string>
}

export function readFile(workbook: Workbook, source: FileSource, tables: IntakeTables): ReadFile {
  const sheets = workbook.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ sheet, headers: findHeaders(sheet) }))
  const named = sheetAreas(sheets, tables.areas)
  const lines = [source.name, ...workbookLines(sheets, named.differ)]
  const sender = identifySender({ register: source.sender, lines }, tables.areas, tables.offices)
  const read: OpenFile = { findings: [], rows: [], sheets: [] }
  if (sender.kind === "unknown") noteFile(read, "FILE_SENDER_UNKNOWN")
  const order = dateOrderOf(sheets)
  const context = { workbook, source, tables, sender, named, order }
  for (const sheet of workbook.sheets) {
    const headed = sheets.find((candidate) => candidate.sheet === sheet)
    takeSheet(headed ?? { sheet, headers: [] }, context, read)
  }
  if (read.sheets.length === 0) noteFile(read, "FILE_HEADER_UNKNOWN")
  markUnusualDates(read.rows)
  return { ...read, sender, rows: withIds(read.rows, read.sheets, tables.tenantId) }
}

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
  readonly order: DateOrder
}

function noteFile(read: OpenFile, code: FindingCode, sheet = ""): void {
  read.findings.push({ code, field: sheet, before: "", after: "" })
}

function takeSheet({ sheet, headers }: HeadedSheet, context: SheetContext, read: OpenFile): void {
  if (sheet.rows.length === 0) return
  if (sheet.hidden) return noteFile(read, "SHEET_HIDDEN", sheet.name)
  const first = headers[0]
  if (first === undefined) return noteFile(read, "SHEET_IGNORED", sheet.name)
  read.sheets.push({ name: sheet.name, columns: first.columns, labels: first.labels })
  for (const row of readSheet(sheet, headers, context)) read.rows.push(row)
}

/** Rows from the first header on; what stands above it is letterhead. */
function readSheet(
  sheet: RawSheet,
  headers: readonly Header[],
  context: SheetContext,
): IntakeRow[] {
  const filled = fillDown(sheet)
  const rows: IntakeRow[] = []
  for (const [number, header] of headers.entries()) {
    const rowOf = rowContext(sheet, context, { columns: header.columns, filled })
    const end = headers[number + 1]?.at ?? sheet.rows.length
    for (const [index, raw] of sheet.rows.slice(header.at, end).entries()) {
      if (!raw.cells.some((cell) => cell.text.trim() !== "")) continue
      if (index >= header.depth) rows.push(readRow(raw, rowOf))
      // The first header is none of the rows below a header, a repeated one is.
      else if (number > 0) rows.push(readRow(raw, rowOf, "header"))
    }
  }
  return rows
}

function rowContext(
  sheet: RawSheet,
  context: SheetContext,
  place: Pick<RowContext, "columns" | "filled">,
): RowContext {
  const { tables, sender, source, workbook, named } = context
  return {
    ...place,
    file: source.name,
    sheet: sheet.name,
    csv: workbook.format === "csv",
    date1904: sheet.date1904,
    dateOrder: context.order,
    on: tables.on,
    areas: tables.areas,
    occupations: tables.occupations,
    senderAreaCode: named.differ ? (named.bySheet.get(sheet) ?? null) : sender.areaCode,
    senderSector: sender.sector,
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
    row.findings.push({
      code: "DOB_FORMAT",
      field: "birth_date",
      before: row.dateShape,
      after: row.birthDate ?? "",
    })
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
