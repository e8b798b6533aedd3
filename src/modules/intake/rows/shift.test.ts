import { expect, test } from "vitest"
import { HEADER, personRow, sheetOf, type CellText } from "../intake.testing.ts"
import { findHeaders } from "../layout/layout.ts"
import { shiftedColumns } from "./shift.ts"

function shiftedName(cells: readonly CellText[]): number | null {
  const sheet = sheetOf([HEADER, cells, personRow(30)])
  const columns = findHeaders(sheet)[0]?.columns ?? new Map()
  const own = new Map(sheet.rows[1]?.cells.map((cell) => [cell.column, cell]))
  return shiftedColumns((column) => own.get(column), columns)?.get("name") ?? null
}

const person = personRow(1)

test.each<readonly [string, readonly CellText[], number | null]>([
  ["cells moved from the name on", [person[0] ?? "", "", ...person.slice(1)], 2],
  ["a usual row", person, null],
  ["a row without a name", personRow(1, { 1: "" }), null],
  ["a name alone, one column too far", ["1", "", "PEKERJA AK"], null],
])("%s", (_, cells, column) => expect(shiftedName(cells)).toBe(column))
