// The cell in which a field of a row stands, where it shares one, or where several make it up.
import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"
import type { ColumnUnits } from "../layout/column-units.ts"
import type { Field } from "../layout/field.ts"
import type { Columns } from "../layout/header-labels.ts"
import { BOXES, joinBoxes, splitNameAndNik } from "../values/nik-cells.ts"
import { tickedCell } from "../occupations/ticks.ts"

export interface CellsOfRow {
  readonly columns: Columns
  readonly at: (column: number) => RawCell | undefined
}

export function cellFor(field: Field, cells: CellsOfRow, units: ColumnUnits): RawCell | undefined {
  const column = cells.columns.get(field)
  if (field === "name") return nameCell(cells)
  if (field === "nik") return nikCell(cells)
  if (field === "nik_boxes") return boxesCell(cells, " ")
  if (field === "income") return incomeCell(cells, units)
  if (field === "sex") return sexCell(cells, units)
  if (field === "occupation") return workCell(cells, units)
  return column === undefined ? undefined : cells.at(column)
}

/** A name that shares its cell with the NIK, or one in two columns, which is one name. */
function nameCell({ columns, at }: CellsOfRow): RawCell | undefined {
  if (columns.has("name_nik") && columns.get("name_nik") === columns.get("name")) {
    const shared = at(columns.get("name_nik") ?? -1)
    const name = splitNameAndNik(shared?.text ?? "")?.name
    return shared === undefined || name === undefined ? shared : { ...shared, text: name }
  }
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

/** The occupation of the header whose column is ticked. */
function workCell({ columns, at }: CellsOfRow, { works }: ColumnUnits): RawCell | undefined {
  const [column, ticks] = [columns.get("occupation"), columns.get("occupation_ticks")]
  if (ticks === undefined || ticks !== column) return column === undefined ? undefined : at(column)
  return tickedCell(
    works.map((_, index) => at(ticks + index)),
    works,
  )
}

/** Digits that share their cell with the name are no NIK unless they part cleanly. */
function nikCell(cells: CellsOfRow): RawCell | undefined {
  const { columns, at } = cells
  const column = columns.get("nik")
  if (column === undefined) return undefined
  if (column === columns.get("nik_boxes")) return boxesCell(cells, "")
  const cell = at(column)
  if (cell === undefined || column !== columns.get("name_nik")) return cell
  return { ...cell, text: splitNameAndNik(cell.text)?.nik ?? "" }
}

function boxesCell({ columns, at }: CellsOfRow, between: string): RawCell | undefined {
  const first = columns.get("nik_boxes")
  if (first === undefined) return undefined
  const boxes = Array.from({ length: BOXES }, (_, box) => at(first + box))
  const joined = joinBoxes(boxes)
  return joined && { ...joined, text: [...joined.text].join(between) }
}
