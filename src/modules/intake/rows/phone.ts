import type { RawCell } from "../../../platform/spreadsheet/workbook.ts"
import type { ReadingRow } from "./context.ts"
import { isErrorCell, isInjection } from "./marks.ts"
import { readPhone, type PhoneReading } from "../values/phone.ts"

const NONE: PhoneReading = { phone: "", codes: [] }

/** A number to call; text that a spreadsheet would evaluate is reported as that alone. */
export function phoneOfCell(cell: RawCell): PhoneReading {
  return isErrorCell(cell) || isInjection(cell) ? NONE : readPhone(cell.text, cell.kind)
}

export function phoneOf(row: ReadingRow): string {
  const found = row.cell("phone")
  if (found === undefined) return ""
  const reading = phoneOfCell(found)
  for (const code of reading.codes) row.note(code, "phone", reading.phone)
  return reading.phone
}
