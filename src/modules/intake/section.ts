// Rows between people that say where the next ones live or what they do: "RT 05", "A. NELAYAN".
import { foldText } from "../../kernel/text-fold.ts"
import type { RawRow } from "../../platform/spreadsheet/workbook.ts"
import { classifyOccupation } from "./occupation.ts"
import type { RowContext } from "./row-context.ts"
import { areaWithin } from "./value-area.ts"

const RT = /\brt\b[\s.:/]*0*(\d{1,3})\b/
const AREA = /\b(kelurahan|kel|desa)\b/
const SECTION_MAX = 60

/** The context of the rows below a section row: what it says holds until another says otherwise. */
export function withSection(context: RowContext, row: RawRow): RowContext {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== "")
  const line = foldText(texts.join(" ").slice(0, SECTION_MAX * 2))
  if (line === "" || line.length > SECTION_MAX || texts.length > 3) return context
  const rt = RT.exec(line)?.[1]
  const area = AREA.test(line) ? areaWithin(context.areas, line) : null
  const sector = rt === undefined && area === null ? sectorOf(context, line) : null
  return {
    ...context,
    ...(rt === undefined ? {} : { sheetRt: rt }),
    ...(area === null ? {} : { senderAreaCode: area }),
    ...(sector === null ? {} : { senderSector: sector }),
  }
}

/** "A. NELAYAN", "Kelompok Nelayan": a section that is nothing but an informal occupation. */
function sectorOf({ occupations }: RowContext, line: string): string | null {
  const text = line
    .replace(/^\(?([a-z]|[ivx]+|\d{1,2})[.)]\s*/, "")
    .replace(/^(kelompok|bidang|sektor|jenis pekerjaan|pekerjaan|profesi)\s*:?\s*/, "")
  const work = classifyOccupation(occupations, text)
  return work.standing === "informal" && text.split(" ").length <= 3 ? work.sector : null
}
