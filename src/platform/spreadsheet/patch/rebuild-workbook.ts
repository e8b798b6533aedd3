import { memorySink } from "../../files/zip-writer.ts"
import { MAX_COLUMNS, MAX_ROWS } from "../cell-reference.ts"
import { HIDDEN_SHEET, NOTE_HEADER } from "../hidden-id.ts"
import { planSheet, type SheetPlan } from "./plan.ts"
import type { SheetPatch, WorkbookPatch } from "./spec.ts"
import { rebuiltBlocks } from "./rebuild-sheet.ts"
import { sheetNames } from "../sheet-names.ts"
import type { RawSheet } from "../workbook.ts"
import type { SheetName } from "../write/parts.ts"
import { gridSheet, idSheet, writeBook, type BookPart } from "../write/book.ts"

/** The name of a sheet that has none, as of a csv. */
const NAMELESS = "Daftar"

/** Where explanations stand for which a sheet has no room. */
const OVERFLOW = "Kesalahan"

/**
 * An .xlsx with the same rows and cells as read, each of its kind at its place, and the same marks,
 * column and ids as `patchWorkbook` puts in: for .csv and .xls, and for files that cannot be edited
 * in place. Hidden rows, hidden columns, merges and struck texts stay; a formula is what it showed.
 * Rows beyond the last one of a sheet (a csv may have them) are left out; what is said of them, or of
 * a sheet without a free column, stands on a sheet of its own.
 */
export async function rebuildWorkbook(
  sheets: readonly RawSheet[],
  patch: WorkbookPatch,
): Promise<Uint8Array> {
  const kept = sheets.filter(({ name }) => name !== HIDDEN_SHEET)
  const overflow: string[][] = []
  const plans = kept.map((sheet) => {
    const own = patch.sheets.find(({ name }) => name === sheet.name)
    return own === undefined ? null : planOrOverflow(sheet, own, overflow)
  })
  const wanted = kept.map(({ name }) => (name === "" ? NAMELESS : name))
  const names = sheetNames([...wanted, OVERFLOW])
  const parts = kept.map((sheet, i): BookPart => ({
    name: names[i] ?? sheet.name,
    state: sheet.hidden && kept.some(({ hidden }) => !hidden) ? "hidden" : "visible",
    blocks: (styles) => rebuiltBlocks(sheet, plans[i] ?? null, styles),
  }))
  if (overflow.length > 0)
    parts.push(
      gridSheet(names.at(-1) ?? OVERFLOW, [["", "Baris", NOTE_HEADER], ...overflow], "visible"),
    )
  const { sink, bytes } = memorySink()
  const titles = plans.flatMap((plan, sheet) => headingRows(plan, sheet))
  const sheetParts = [...parts, idSheet(patch.hiddenId)]
  const book = { title: NAMELESS, sheets: sheetParts, names: () => titles }
  await writeBook(book, sink)
  return bytes()
}

/** The headings repeat on every printed page. */
function headingRows(plan: SheetPlan | null, sheet: number): SheetName[] {
  const [top, bottom] = [plan?.headerTop ?? null, plan?.headerRow ?? null]
  if (top === null || bottom === null) return []
  return [{ name: "_xlnm.Print_Titles", sheet, ranges: [`$${top}:$${bottom}`] }]
}

function planOrOverflow(
  sheet: RawSheet,
  patch: SheetPatch,
  overflow: string[][],
): SheetPlan | null {
  const fits = ({ row }: { readonly row: number }) => row <= MAX_ROWS
  const isFull = sheet.rows.some(({ cells }) => (cells.at(-1)?.column ?? 0) >= MAX_COLUMNS - 2)
  const over = isFull ? patch.notes : patch.notes.filter((note) => !fits(note))
  overflow.push(...over.map(({ row, text }) => [sheet.name, String(row), text]))
  if (isFull) return null
  return planSheet(sheet, {
    ...patch,
    marks: patch.marks.filter(fits),
    notes: patch.notes.filter(fits),
  })
}
