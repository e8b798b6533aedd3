import { columnLetters } from "../cell-reference.ts"
import { CHOICE_SHEET } from "../hidden-id.ts"
import { memorySink, type ByteSink } from "../../files/zip-writer.ts"
import { sheetNames } from "../sheet-names.ts"
import {
  headerRowNumber,
  type SheetSource,
  type WorkbookSource,
  type WorkbookSpec,
} from "../sheet-spec.ts"
import { gridSheet, idSheet, writeBook, type BookPart } from "./book.ts"
import type { SheetName } from "./parts.ts"
import { filterRange, sheetBlocks, type PlacedChoices } from "./sheet.ts"

/** Writes an .xlsx file; the same spec gives the same bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const { sink, bytes } = memorySink()
  await streamWorkbook(spec, sink)
  return bytes()
}

/**
 * Writes an .xlsx file to a sink while its rows are being made: memory does not grow with them. The
 * same bytes as `writeWorkbook` for the same rows.
 */
export async function streamWorkbook(spec: WorkbookSource, sink: ByteSink): Promise<void> {
  const { title, hiddenId } = spec.meta
  const names = sheetNames(spec.sheets.map(({ name }) => name))
  const tables = spec.sheets.map((sheet, i) => ({ ...sheet, name: names[i] ?? sheet.name }))
  const lists = listColumns(tables)
  const defined: SheetName[] = []
  const active = tables.findIndex(({ hidden }) => hidden !== true)
  const sheets = tables.map((table, sheet): BookPart => {
    const choices = lists.filter((list) => list.sheet === table.name)
    const onRows = (count: number) => void defined.push(...definedNames(table, sheet, count))
    const setting = { title, choices, selected: sheet === active, onRows }
    return {
      name: table.name,
      state: table.hidden === true ? "hidden" : "visible",
      picture: table.picture,
      width: table.columns.length,
      blocks: (styles) => sheetBlocks(table, { ...setting, styles }),
    }
  })
  if (lists.length > 0) sheets.push(gridSheet(CHOICE_SHEET, gridOfLists(lists)))
  if (hiddenId !== undefined) sheets.push(idSheet(hiddenId))
  await writeBook({ title, sheets, names: () => defined }, sink)
}

/** A list of choices, and the column of the choice sheet in which it stands. */
interface ListColumn extends PlacedChoices {
  readonly sheet: string
  readonly values: readonly string[]
}

function listColumns(tables: readonly SheetSource[]): readonly ListColumn[] {
  const lists = tables.flatMap(({ name, choices = [] }) =>
    choices.flatMap(({ column, values }) =>
      values.length === 0 ? [] : [{ sheet: name, column, values, count: values.length }],
    ),
  )
  return lists.map((list, source) => ({ ...list, source }))
}

function gridOfLists(lists: readonly ListColumn[]): string[][] {
  const height = lists.reduce((most, { count }) => Math.max(most, count), 0)
  return Array.from({ length: height }, (_, row) => lists.map(({ values }) => values[row] ?? ""))
}

/** The filter's range, as Excel names it, and header rows and columns that repeat on every page. */
function definedNames(table: SheetSource, sheet: number, rows: number): SheetName[] {
  const titles = { name: "_xlnm.Print_Titles", sheet, ranges: repeatedRanges(table) } as const
  const filter = filterRange(table, rows)
  if (filter === null) return [titles]
  const range = filter.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2")
  return [{ name: "_xlnm._FilterDatabase", sheet, ranges: [range] }, titles]
}

function repeatedRanges(table: SheetSource): string[] {
  const header = headerRowNumber(table)
  const columns = table.pagesWide?.repeatedColumns ?? 0
  const beside = columns === 0 ? [] : [`$A:$${columnLetters(columns - 1)}`]
  return [...beside, `$${header}:$${header}`]
}
