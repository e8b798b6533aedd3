import { holdForColumns } from "./column-open.ts"
import { contentId } from "../../kernel/id.ts"
import type { RawCell, RawRow } from "../../platform/spreadsheet/workbook.ts"
import type { Finding } from "./finding.ts"
import type { Columns } from "./header-labels.ts"
import { NO_VALUES, type Note, type ReadingRow, type RowContext } from "./row-context.ts"
import { readIdentity } from "./row-identity.ts"
import { rowKind, type RowKind } from "./row-kind.ts"
import { readMoney, readPlace, readWork } from "./row-livelihood.ts"
import { phoneOf } from "./row-phone.ts"
import { cellFindings, isErrorCell, noteStatus } from "./row-marks.ts"
import { outcomeOf, type IntakeRow } from "./row.ts"
import type { ColumnUnits } from "./column-units.ts"
import { shiftedColumns } from "./row-shift.ts"
import { readStanding } from "./row-standing.ts"

/** One row below a header, read and judged by itself; `known` where the sheet says what it is. */
export function readRow(raw: RawRow, context: RowContext, known?: RowKind): IntakeRow {
  const short = shortened(raw)
  const kind = known ?? rowKind(short, context.columns, context.open.columns)
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

/** No value is longer; reading a whole novel in every cell would only take time. */
const READ_MAX = 1000

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
  const at = (column: number): RawCell | undefined => {
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
  if (noteStatus(values.remarks)) row.note("NOTE_STATUS", "remarks")
  readStanding(row)
  if (!context.columns.has("nik")) row.note("NIK_EMPTY", "row")
  holdForColumns(findings, context.open.fields)
  const { cell, note } = row
  cellFindings({ raw, columns, cell, own, filled: context.filled, note })
  return values
}

interface CellsOfRow {
  readonly columns: Columns
  readonly at: (column: number) => RawCell | undefined
  readonly findings: Finding[]
}

export function readingRow(context: RowContext, cells: CellsOfRow): ReadingRow {
  const cell: ReadingRow["cell"] = (field) => {
    const column = cells.columns.get(field)
    if (field === "name") return nameCell(cells)
    if (field === "income") return incomeCell(cells, context.units)
    if (field === "sex") return sexCell(cells, context.units)
    return column === undefined ? undefined : cells.at(column)
  }
  const broken: ReadingRow["broken"] = (field) => {
    const found = cell(field)
    return found !== undefined && isErrorCell(found)
  }
  const note: Note = (code, field, after = "") => {
    const before = field === "row" ? "" : (cell(field)?.text ?? "")
    cells.findings.push({ code, field, before, after })
  }
  const text: ReadingRow["text"] = (field) => (broken(field) ? "" : (cell(field)?.text ?? ""))
  return { context, cell, text, broken, note }
}

/** A name in two columns is one name. */
function nameCell({ columns, at }: CellsOfRow): RawCell | undefined {
  const whole = columns.get("name") ?? columns.get("name_first")
  const [first, last] = [whole, columns.get("name_last")].map((column) =>
    column === undefined ? undefined : at(column),
  )
  if (first === undefined || last === undefined || last.text.trim() === "") return first ?? last
  return { ...first, text: `${first.text.trim()} ${last.text.trim()}` }
}

/** Lowest and highest in two columns are a range; a unit in the header stands at every amount. */
function incomeCell({ columns, at }: CellsOfRow, units: ColumnUnits): RawCell | undefined {
  const [low, high] = [columns.get("income"), columns.get("income_high")].map((column) =>
    column === undefined ? undefined : withUnit(at(column), units.income),
  )
  if (low === undefined || high === undefined || high.text.trim() === "") return low
  if (low.text.trim() === "") return low
  return { ...low, kind: "text", text: `${low.text.trim()} - ${high.text.trim()}` }
}

/** "2,5" below "Penghasilan (juta)"; a whole amount in spite of the header says its own unit. */
function withUnit(cell: RawCell | undefined, unit: string): RawCell | undefined {
  const isShort = cell !== undefined && /^\d{1,4}([.,]\d{1,2})?$/.test(cell.text.trim())
  return isShort && unit !== ""
    ? { ...cell, kind: "text", text: `${cell.text.trim()} ${unit}` }
    : cell
}

/** In a column of "P" and "W" the P is pria. */
function sexCell({ columns, at }: CellsOfRow, units: ColumnUnits): RawCell | undefined {
  const column = columns.get("sex")
  const cell = column === undefined ? undefined : at(column)
  const isMan = units.pIsMan && cell !== undefined && /^\s*p\s*\.?\s*$/i.test(cell.text)
  return isMan ? { ...cell, text: "Pria" } : cell
}

/** The content id of a row: the same however often and wherever in its file the row stands. */
export function rowIdOf(
  row: IntakeRow,
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
