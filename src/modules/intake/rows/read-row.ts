import { shownDate } from "../values/date.ts"
import { holdForColumns } from "../layout/column-open.ts"
import { contentId } from "../../../kernel/id.ts"
import type { RawCell, RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { DITTO_FIELDS, isDitto } from "../layout/ditto.ts"
import type { Finding } from "../findings/finding.ts"
import { NO_VALUES, type Note, type ReadingRow, type RowContext } from "./context.ts"
import { readIdentity } from "./identity.ts"
import { cellFor, type CellsOfRow } from "./cells.ts"
import { rowKind, type RowKind } from "./kind.ts"
import { readMoney, readPlace, readWork } from "./livelihood.ts"
import { phoneOf } from "./phone.ts"
import { cellFindings, isErrorCell } from "./marks.ts"
import { outcomeOf, type IntakeRow } from "./row.ts"
import { shiftedColumns } from "./shift.ts"
import { readRemarks, readStanding } from "./standing.ts"

/** One row below a header, read and judged by itself; `known` where the sheet says what it is. */
export function readRow(raw: RawRow, context: RowContext, known?: RowKind): IntakeRow {
  const short = shortened(raw)
  const kind = known ?? kindOf(short, context)
  const findings: Finding[] = []
  const values = kind === "person" ? readPerson(short, context, findings) : NO_VALUES
  if (kind !== "person")
    findings.push({ code: "ROW_NOT_A_PERSON", field: "row", before: "", after: "" })
  const row: IntakeRow = {
    ...values,
    rowId: "",
    file: context.file,
    sheet: context.sheet,
    row: raw.number,
    kind,
    hidden: raw.hidden,
    struck: findings.some((finding) => finding.code === "ROW_STRUCK"),
    cells: textsOf(raw),
    findings,
    outcome: "ignored",
  }
  row.outcome = outcomeOf(row)
  return row
}

function kindOf(raw: RawRow, { columns, open, isRecap }: RowContext): RowKind {
  return rowKind(raw, columns, { asked: open.columns, isRecap })
}

/** No value is longer; reading a whole novel in every cell would only take time. */
export const READ_MAX = 1000

function shortened(raw: RawRow): RawRow {
  const isShort = raw.cells.every((cell) => cell.text.length <= READ_MAX)
  return isShort ? raw : { ...raw, cells: raw.cells.map(shortCell) }
}

function shortCell(cell: RawCell): RawCell {
  return { ...cell, text: cell.text.slice(0, READ_MAX) }
}

function readPerson(raw: RawRow, context: RowContext, findings: Finding[]): typeof NO_VALUES {
  const own = new Map(raw.cells.map((cell) => [cell.column, cell]))
  const shifted = shiftedColumns((column) => own.get(column), context.columns)
  const columns = shifted ?? context.columns
  const carried = shifted === null ? carriedCells(own, context, findings) : new Map()
  const at = (column: number): RawCell | undefined => {
    if (carried.has(column)) return carried.get(column)
    const above = own.has(column) ? undefined : context.filled(raw.number, column)
    return above === undefined ? own.get(column) : shortCell(above)
  }
  const row = readingRow(context, { columns, at, findings })
  if (shifted !== null) row.note("ROW_SHIFTED", "row")
  // A list without the column leaves the same question open for every row.
  const values = {
    ...readIdentity(row),
    ...readPlace(row),
    ...readWork(row),
    ...readMoney(row),
    phone: phoneOf(row),
    remarks: (row.cell("remarks")?.text ?? "").trim(),
  }
  readRemarks(row, values.remarks)
  readStanding(row)
  if (!context.columns.has("nik")) row.note("NIK_EMPTY", "row")
  holdForColumns(findings, context.open.fields)
  const { cell, note } = row
  cellFindings({ raw, columns, cell, own, filled: context.filled, note })
  return values
}

/** Marks for "as above" with what they stand for, each told as a repair. */
function carriedCells(
  own: ReadonlyMap<number, RawCell>,
  { columns, above }: RowContext,
  findings: Finding[],
): Map<number, RawCell> {
  const carried = new Map<number, RawCell>()
  for (const field of DITTO_FIELDS) {
    const column = columns.get(field)
    const mark = column === undefined ? undefined : own.get(column)
    if (column === undefined || mark === undefined || !isDitto(mark.text)) continue
    const cell = above(column)
    if (cell === undefined) continue
    carried.set(column, { ...shortCell(cell), formula: false, struck: mark.struck })
    findings.push({ code: "DITTO_FILLED", field, before: mark.text, after: cell.text.trim() })
  }
  return carried
}

interface NotedCells extends CellsOfRow {
  readonly findings: Finding[]
}

export function readingRow(context: RowContext, cells: NotedCells): ReadingRow {
  const cell: ReadingRow["cell"] = (field) => cellFor(field, cells, context.units)
  const broken: ReadingRow["broken"] = (field) => {
    const found = cell(field)
    return found !== undefined && isErrorCell(found)
  }
  const note: Note = (code, field, after = "") => {
    const before = field === "row" ? undefined : cell(field)
    cells.findings.push({ code, field, before: shownText(before, context.date1904), after })
  }
  const text: ReadingRow["text"] = (field) => (broken(field) ? "" : (cell(field)?.text ?? ""))
  return { context, cell, text, broken, note }
}

/** What people see in a cell. */
function shownText(cell: RawCell | undefined, date1904: boolean): string {
  if (cell === undefined) return ""
  return cell.kind === "date" ? shownDate(cell.text, date1904) : cell.text
}

/** The content id of a row: the same however often and wherever in its file the row stands. */
export function rowIdOf(
  row: Pick<IntakeRow, "file" | "sheet" | "cells">,
  tenantId: number,
  place: { readonly occurrence: number; readonly numberColumn: number | undefined },
): string {
  const said = row.cells.map((text, column) => (column === place.numberColumn ? "" : text))
  const parts = [row.file, row.sheet, JSON.stringify(said), String(place.occurrence)]
  return contentId(tenantId, "row", ...parts)
}

function textsOf(raw: RawRow): string[] {
  const texts: string[] = Array.from({ length: (raw.cells.at(-1)?.column ?? -1) + 1 }, () => "")
  for (const cell of raw.cells) texts[cell.column] = cell.text
  return texts
}
