// How the columns of a large list are read. It is supposed from the first rows; when the whole list is
// known, the rule for sheets is asked again with the rows that it wants to see.
import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import { SheetRows } from "./blanks.ts"
import type { ScannedRows, Segment } from "./rows.ts"
import { RowPeeker, type CsvSource } from "../../../platform/spreadsheet/csv/source.ts"
import { sheetOfRows } from "./source.ts"
import { flatLabels, type Columns } from "../layout/header-labels.ts"
import type { HeaderRows } from "../layout/header-rows.ts"
import { chooseBySample, sampleIndexes, shapeOf, type Header } from "../layout/layout.ts"
import type { IntakeTables } from "../read-file.ts"
import { replayRecipes, type LayoutChange } from "../layout/recipe-replay.ts"

/** The columns of lists by the shape of their header. */
export type Layouts = ReadonlyMap<string, Columns>

/** The headers of a list as they are read in the end. */
export interface SettledHeaders {
  readonly headers: readonly Header[]
  readonly changes: readonly LayoutChange[]
  readonly layouts: Layouts
}

interface LayoutPlace {
  readonly source: CsvSource
  /** The header above the first row. */
  readonly first: HeaderRows
  readonly tables: IntakeTables
  readonly senderId: string
}

/** Sampled rows stand far from each other. */
const SAMPLE_BYTES = 4096

/** Asks for each shape of header what its columns are, by rows from all over the list. */
export function settleHeaders(rows: ScannedRows, place: LayoutPlace): SettledHeaders {
  const sheet = new SheetRows(rows)
  const peeker = new RowPeeker(place.source, SAMPLE_BYTES)
  const parts = rows.segments.map((segment, at) => ({
    header: segment.header ?? place.first,
    from: segment.header === null ? 0 : sheet.indexOf(segment.firstRow) + segment.header.depth,
    end: endOf(sheet, rows.segments[at + 1]),
  }))
  const choices = new Map(
    [...Map.groupBy(parts, ({ header }) => shapeOf(header))].map(([shape, group]) => {
      const sample = sampleIndexes(group).flat()
      const seen = sample.map((index): RawRow => peeker.rowAt(sheet.placeOf(index), index))
      const by = { clues: place.tables, hidden: new Set<number>() }
      return [shape, chooseBySample(group[0]?.header.labels ?? new Map(), seen, by)] as const
    }),
  )
  const headers = parts.flatMap(({ header, from }): Header[] => {
    const choice = choices.get(shapeOf(header))
    if (choice === undefined) return []
    const { depth, labels } = header
    return [{ at: from - depth, depth, labels: flatLabels(labels), ...choice }]
  })
  const replayed = replayRecipes(
    [{ sheet: sheetOfRows([]), headers }],
    place.tables.recipes ?? [],
    place.senderId,
  )
  const settled = replayed.sheets[0]?.headers ?? headers
  const layouts = new Map(
    settled.map(({ columns }, at) => [shapeOf(parts[at]?.header ?? place.first), columns] as const),
  )
  return { headers: settled, changes: replayed.changes, layouts }
}

function endOf(sheet: SheetRows, next: Segment | undefined): number {
  return next === undefined ? sheet.length : sheet.indexOf(next.firstRow)
}

/** Whether rows were read by the columns that were settled in the end. */
export function isReadSo(
  { segments }: Pick<ScannedRows, "segments">,
  { headers }: SettledHeaders,
): boolean {
  return segments.every(({ plan }, at) => isSame(plan.columns, headers[at]?.columns))
}

/** The order counts too: findings are told in it. */
function isSame(a: Columns, b: Columns | undefined): boolean {
  return JSON.stringify([...a]) === JSON.stringify([...(b ?? [])])
}
