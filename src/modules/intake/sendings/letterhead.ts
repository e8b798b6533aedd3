// What stands above the list of a sheet says who sent it; what stands in the list says nobody.
import type { RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { holdsNik } from "../layout/header-rows.ts"
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
    .filter((text) => !LONG_NUMBER.test(text))
    .filter((text) => !isStreet(text))
}

/** A telephone, a NIP, a NIK; a letter's number and its date are short ones. */
const LONG_NUMBER = /\d(?:[\s().-]*\d){7}/

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

/** "Lurah Sepinggan", "Mengetahui, Plt. Kepala Dinas Perikanan": who signs for an office. */
const SIGNS =
  /^(?:(?:mengetahui|menyetujui|plt|plh|pjs?|a\.?n|u\.?b)\b[\s.,:]*)*(?:lurah|kepala)\s+\S/i
const SIGNATURE_ROWS = 40

/** Lines below the people of each list that say which office signs it. */
export function signatureLines(sheets: readonly HeadedSheet[]): string[] {
  return sheets.flatMap(({ sheet, headers }) => {
    if (headers.length === 0) return []
    const from = sheet.rows.findLastIndex(holdsNik) + 1
    return sheet.rows
      .slice(from, from + SIGNATURE_ROWS)
      .flatMap(({ cells }) => cells.flatMap(({ text }) => text.slice(0, LINE_LENGTH).split("\n")))
      .map((line) => line.trim())
      .filter((line) => SIGNS.test(line) && !LONG_NUMBER.test(line))
  })
}
