// How many people a large list itself says that it holds, as its own letter or closing lines tell.
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { SheetRows } from "./blanks.ts"
import type { ListPlace } from "./result.ts"
import type { ScannedRows } from "./rows.ts"
import { RowPeeker } from "../../../platform/spreadsheet/csv/source.ts"
import { sheetOfRows } from "./source.ts"
import type { Finding } from "../findings/finding.ts"
import { CLOSING_ROWS, evidenceOf } from "../sendings/letter-evidence.ts"

/** Whether a list says of itself that it holds another number of people; a registered one does not. */
export function claimFindings(rows: ScannedRows, place: ListPlace, people: number): Finding[] {
  const { file, head, tables, source } = place
  if (file.sender !== "") return []
  const sheet = new SheetRows(rows)
  const peeker = new RowPeeker(source)
  const last: RawRow[] = []
  for (let index = Math.max(0, sheet.length - CLOSING_ROWS); index < sheet.length; index++)
    last.push(peeker.rowAt(sheet.placeOf(index), head.number + 1 + index))
  const workbook = {
    ...({ format: "csv", encoding: "", delimiter: "" } as const),
    sheets: [sheetOfRows([...head.above, ...last])],
  }
  const headerRows = new Map([["", head.number]])
  const { claimed } = evidenceOf({
    ...{ name: file.name, savedOn: null, workbook, headerRows, on: tables.on },
  })
  if (claimed === null || claimed === people) return []
  const [before, after] = [String(claimed), String(people)]
  return [{ code: "FILE_COUNT_DIFFERS", field: "file", before, after }]
}
