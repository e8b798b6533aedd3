// What the first rows of a list say of all its rows: where its header stands and who sent it.
import type { Rupiah } from "../../../kernel/rupiah.ts"
import type { OpenColumns } from "../layout/column-open.ts"
import {
  RowPeeker,
  type CsvSource,
  type PlacedRow,
} from "../../../platform/spreadsheet/csv/source.ts"
import { sheetOfRows } from "./source.ts"
import { columnUnits, SEX_ROWS, type ColumnUnits } from "../layout/column-units.ts"
import type { Layouts } from "./layout.ts"
import type { DateOrder } from "../values/date-order.ts"
import { headlessFinding } from "../file-foreign.ts"
import type { Finding } from "../findings/finding.ts"
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import type { Columns } from "../layout/header-labels.ts"
import { findHeaderRows, type HeaderRows } from "../layout/header-rows.ts"
import type { Field } from "../layout/field.ts"
import {
  headSheets,
  listViews,
  type ListView,
  shapeOf,
  type HeadedSheet,
} from "../layout/layout.ts"
import { sheetAreas, workbookLines } from "../sendings/letterhead.ts"
import type { FileSource, IntakeTables } from "../read-file.ts"
import { replayRecipes } from "../layout/recipe-replay.ts"
import { FilledColumns } from "../../../platform/spreadsheet/wide-sheet.ts"
import type { RowContext } from "../rows/context.ts"
import { sentBy, type Sender } from "../sendings/sender.ts"

/** A list whose header stands further down is no list that columns can read. */
export const HEAD_ROWS = 2000

export interface ListHead {
  readonly sender: Sender
  readonly findings: readonly Finding[]
  readonly header: HeaderRows
  /** What stands above it. */
  readonly above: readonly RawRow[]
  /** The number of the header's first row. */
  readonly row: number
  readonly units: ColumnUnits
  /** The first header's columns, as its first rows let suppose. */
  readonly columns: Columns
  readonly layouts: Layouts
  /** Where the first record below the header begins, and its number less one. */
  readonly place: number
  readonly number: number
  /** How densely the first rows stand, to make room for all. */
  readonly rowsPerByte: number
}

/** Reads the head of a list; null where its first rows show no list, or several. */
export function readHead(
  source: CsvSource,
  file: FileSource,
  tables: IntakeTables,
): ListHead | null {
  const { rows, sheet, headers: found } = firstRows(source)
  const [header] = found
  const [first, last] = [rows[header?.at ?? -1], rows[belowOf(header) - 1]]
  if (header === undefined || first === undefined || last === undefined) return null
  const views = listViews(sheet)
  if (views.length !== 1) return null
  const headed = supposedSheets(views, tables)
  const named = sheetAreas(headed, tables.areas)
  const lines = [file.name, ...workbookLines(headed, named.differ)]
  const told = sentBy({ register: file.sender, lines }, tables.areas, tables.offices)
  const { sender } = told
  const [read] = replayRecipes(headed, tables.recipes ?? [], sender.id).sheets[0]?.headers ?? []
  if (read === undefined) return null
  const below = sheet.rows.slice(belowOf(header), found[1]?.at)
  return {
    sender,
    findings: told.findings,
    header,
    above: sheet.rows.slice(0, header.at),
    row: first.raw.number,
    units: columnUnits(read, below),
    columns: read.columns,
    layouts: new Map([[shapeOf(header), read.columns]]),
    place: last.next,
    number: last.raw.number,
    rowsPerByte: rows.length / ((rows.at(-1)?.next ?? 0) - source.from + 1),
  }
}

/** Why it is no list, where nothing in the first rows heads one, by its words or by who stands below. */
export function headless(source: CsvSource, tables: IntakeTables): Finding | null {
  const { rows, sheet } = firstRows(source)
  const views = rows.length === 0 ? [] : listViews(sheet)
  const [view] = views
  if (view === undefined || views.length > 1 || view.shape !== "list") return null
  const isNone = headSheets(views, tables).every(({ headers }) => headers.length === 0)
  return isNone ? headlessFinding([sheet], true) : null
}

/** What these columns hold is told by the tenant's words where no label says it. */
const WORDED: readonly Field[] = ["name", "area", "occupation"]

/** Where labels name all such columns, their words are looked at in the end only. */
function supposedSheets(views: readonly ListView[], tables: IntakeTables): HeadedSheet[] {
  const labelled = headSheets(views, {})
  const columns = labelled[0]?.headers[0]?.columns
  const isTold = WORDED.every((field) => columns?.has(field) === true)
  return isTold ? labelled : headSheets(views, tables)
}

function belowOf(header: HeaderRows | undefined): number {
  return header === undefined ? 0 : header.at + header.depth
}

/** Few rows are enough where the header stands as high as it mostly does. */
const FEW_ROWS = 600

function firstRows(source: CsvSource) {
  const peeker = new RowPeeker(source)
  for (const length of [FEW_ROWS, HEAD_ROWS]) {
    const rows: PlacedRow[] = []
    const width = new FilledColumns()
    for (const row of peeker.rowsFrom(source.from)) {
      width.take(row.raw)
      if (width.isTooMany) return NO_ROWS
      if (rows.push(row) >= length) break
    }
    const sheet = sheetOfRows(rows.map(({ raw }) => raw))
    const headers = findHeaderRows(sheet)
    const isHigh = headers[0] !== undefined && belowOf(headers[0]) + SEX_ROWS < length
    if (isHigh || rows.length < length || length === HEAD_ROWS) return { rows, sheet, headers }
  }
  return NO_ROWS
}

const NO_ROWS = { rows: [], sheet: sheetOfRows([]), headers: [] }

interface CsvSaid {
  readonly sender: Sender
  readonly columns: Columns
  readonly open: OpenColumns
  readonly units: ColumnUnits
  readonly order: DateOrder
}

/** What the rows of a csv cannot say by themselves. */
export function csvContext(
  file: string,
  said: CsvSaid,
  tables: Pick<IntakeTables, "on" | "areas" | "occupations"> & {
    readonly minimumWage?: Rupiah | null | undefined
  },
): RowContext {
  return {
    file,
    sheet: "",
    csv: true,
    date1904: false,
    dateOrder: said.order,
    on: tables.on,
    columns: said.columns,
    open: said.open,
    units: said.units,
    areas: tables.areas,
    occupations: tables.occupations,
    minimumWage: tables.minimumWage,
    senderAreaCode: said.sender.areaCode,
    senderSector: said.sender.sector,
    sheetRt: "",
    sheetRw: "",
    isRecap: false,
    filled: () => undefined,
    above: () => undefined,
  }
}
