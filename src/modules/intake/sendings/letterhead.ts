// What stands above the list of a sheet says who sent it; what stands in the list says nobody.
import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import type { HeadedSheet } from "../layout/layout.ts"
import { areaWithin, type AreaTable } from "../values/area.ts"

/** Rows of a sheet without a list, a covering letter, that are searched for the sender's name. */
const COVER_ROWS = 12
const LINE_LENGTH = 300
/** "Kel Api-Api"; fewer letters name no office. */
const LETTERS_MIN = 4

/** The lines above the first header of a sheet, its own name last. */
export function letterheadOf({ sheet, headers }: HeadedSheet): string[] {
  const above = sheet.rows.slice(0, headers[0]?.at ?? COVER_ROWS)
  return [...above.flatMap((row) => row.cells.map((cell) => cell.text)), sheet.name]
    .map((text) => text.slice(0, LINE_LENGTH))
    .filter((text) => text.replace(/[^a-z]/gi, "").length >= LETTERS_MIN)
    .filter((text) => text.replace(/\D/g, "").length < 8)
    .filter((text) => !isStreet(text))
}

/** "Jl. Damai Raya No. 3": an office stands in a street, which need not be in its area. */
function isStreet(text: string): boolean {
  return /^\s*(jl|jln|jalan|alamat)\b/i.test(text)
}

/** Areas that the data sheets of a workbook name above their lists. */
export interface SheetAreas {
  /** The sheets name different areas, so that each stands for its own. */
  readonly differ: boolean
  readonly bySheet: ReadonlyMap<RawSheet, string | null>
}

export function sheetAreas(sheets: readonly HeadedSheet[], areas: AreaTable): SheetAreas {
  const bySheet = new Map<RawSheet, string | null>()
  for (const headed of sheets) {
    if (headed.headers.length === 0) continue
    const named = letterheadOf(headed).map((line) => areaWithin(areas, line))
    bySheet.set(headed.sheet, named.find((code) => code !== null) ?? null)
  }
  const different = new Set([...bySheet.values()].filter((code) => code !== null))
  return { differ: different.size > 1, bySheet }
}

/** A covering letter is written in lines; a row of many cells is a table, such as a summary. */
function coverLines(cover: HeadedSheet): string[] {
  const rows = cover.sheet.rows.filter(
    (row) => row.cells.filter((cell) => cell.text.trim() !== "").length <= 2,
  )
  return letterheadOf({ headers: [], sheet: { ...cover.sheet, rows } })
}

/** Lines that may name the sender of the whole workbook, those of its lists before its covers. */
export function workbookLines(sheets: readonly HeadedSheet[], differ: boolean): string[] {
  if (differ) return []
  const lists = sheets.filter(({ headers }) => headers.length > 0)
  const covers = sheets.filter(({ headers }) => headers.length === 0)
  return [...lists.flatMap(letterheadOf), ...covers.flatMap(coverLines)]
}
