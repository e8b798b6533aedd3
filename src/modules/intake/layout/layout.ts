// The lists of a workbook: where each begins, and which column says what.
import type { RawRow, RawSheet } from "../../../platform/spreadsheet/workbook.ts"
import { withBareBirth } from "./bare-birth.ts"
import { chooseColumns, type ColumnReading, type UnsureColumn } from "./column-choice.ts"
import type { LabelledColumn } from "./column-conflict.ts"
import { columnCells, profileOf, type ContentClues } from "./column-profile.ts"
import {
  columnsOf,
  flatLabels,
  headerSheet,
  labelsOf,
  readStacked,
  type Columns,
  type Labels,
} from "./header-labels.ts"
import {
  findHeaderRows,
  holdsNik,
  isListHeader,
  isNumbering,
  textsOf,
  type HeaderRows,
} from "./header-rows.ts"
import { joinHeadless, type Segment } from "./joined-sheets.ts"
import { fingerprintOf } from "./recipe.ts"
import { formTable, type FormReading } from "./form-table.ts"
import { sideTables } from "./side-tables.ts"

export interface Header {
  /** Index into the sheet's rows of the first header row. */
  readonly at: number
  readonly depth: number
  readonly columns: Columns
  readonly labels: ReadonlyMap<number, string>
  readonly readings: readonly ColumnReading[]
  readonly unsure: readonly UnsureColumn[]
  /** The sheet whose header is read for this one too. */
  readonly host?: string | null
}

/** A sheet with the headers of its lists; none where it holds no list. */
export interface HeadedSheet {
  readonly sheet: RawSheet
  readonly headers: readonly Header[]
}

/**
 * How a list lies on its sheet; a form's rows are lines that together tell of one person, and
 * unclear forms are not read: nobody can say which line is whose.
 */
export type ListShape = "list" | "forms" | "unclear"

export interface ListView {
  readonly sheet: RawSheet
  readonly shape: ListShape
  /** Index of its rows from which on everything belongs to a list; above stands the letterhead. */
  readonly from: number
  /** Rows among forms that are no line of one. */
  readonly aside: readonly RawRow[]
}

/** The lists of a sheet, each as a sheet: beside each other, in forms, or the sheet as it is. */
export function listViews(sheet: RawSheet): ListView[] {
  const [header] = findHeaderRows(sheet)
  const said = header === undefined ? 0 : columnsOf(header.labels).size
  const forms = said < FORM_FIELDS ? formTable(sheet) : null
  if (header !== undefined && !isForms(forms, said))
    return sideTables(sheet).map((view) => listView(view, "list", header.at))
  if (forms === "unclear") return [listView(sheet, "unclear")]
  if (forms === null) return [listView(sheet, "list")]
  return [{ ...listView(forms.sheet, "forms", forms.header), aside: forms.aside }]
}

function listView(sheet: RawSheet, shape: ListShape, from = sheet.rows.length): ListView {
  return { sheet, shape, from, aside: [] }
}

/** A form's line of short answers reads like a header, but says less than its labels do. */
function isForms(forms: FormReading, said: number): boolean {
  return forms !== null && forms !== "unclear" && forms.fields > said
}

/** Rows of a list that are looked at to see what stands in its columns. */
const SAMPLE_ROWS = 120
/** So many labels one below the other are no letterhead. */
const FORM_FIELDS = 5
/** What has less than this part of the usual cells is no row of a list. */
const FULL_PART = 3
/** Wider than any list of people. */
const COLUMNS_MAX = 120
/** A list that has no header, its own or a neighbour's, is read only where so many people stand in it. */
const HEADLESS_MIN = 5

/** Every header of a sheet in order: a list may be repeated below, with other columns even. */
export function findHeaders(sheet: RawSheet, clues: ContentClues = {}): Header[] {
  return [...(headSheets([listView(sheet, "list")], clues)[0]?.headers ?? [])]
}

/**
 * The headers of sheets, lists of one shape read alike: pages that repeat their header and a sheet
 * for every RT are one list, and its columns mean the same throughout.
 */
export function headSheets(views: readonly ListView[], clues: ContentClues): HeadedSheet[] {
  const known = new Map<string, Columns>()
  // Of headers that are alike the first tells what their columns are.
  const columnsOfOne = (segment: Segment): Columns => {
    const shape = segment.header.depth === 0 ? null : shapeOf(segment.header)
    const columns = known.get(shape ?? "") ?? choiceOf([segment], clues).columns
    if (shape !== null) known.set(shape, columns)
    return columns
  }
  const segments = joinHeadless(views.map(segmentsOf), columnsOfOne).map((each) =>
    each.filter(isHeadedOrLong),
  )
  const shapes = Map.groupBy(segments.flat(), ({ header }) => shapeOf(header))
  const choices = new Map([...shapes].map(([shape, group]) => [shape, choiceOf(group, clues)]))
  return views.map(({ sheet }, index) => ({
    sheet,
    headers: (segments[index] ?? []).flatMap(({ header, host }) => {
      const { at, depth, labels } = header
      const choice = choices.get(shapeOf(header))
      if (choice === undefined || (depth === 0 && !isListHeader(choice.columns))) return []
      return [{ at, depth, labels: flatLabels(labels), ...choice, host }]
    }),
  }))
}

/** Headers of one shape stand over lists that are read alike. */
export function shapeOf({ depth, labels }: Pick<HeaderRows, "depth" | "labels">): string {
  return `${Math.min(depth, 1)} ${fingerprintOf(flatLabels(labels))}`
}

function segmentsOf({ sheet, shape, from }: ListView): Segment[] {
  if (shape === "unclear") return []
  const form = shape === "forms" ? sheet.rows[from] : undefined
  if (form !== undefined) {
    const labels = labelsOf(headerSheet(sheet), [form])
    const header = { at: from, depth: 1, labels }
    return [{ sheet, header, end: sheet.rows.length, host: null }]
  }
  const spoken = findHeaderRows(sheet)
  const found = spoken.length > 0 ? spoken : findHeaderRows(sheet, "people")
  const headers = found.length > 0 ? found : headless(sheet)
  return headers.map((header, index) => ({
    ...{ sheet, header },
    end: headers[index + 1]?.at ?? sheet.rows.length,
    host: null,
  }))
}

/** People without any header: what stands in the columns must say it all. */
function headless(sheet: RawSheet): HeaderRows[] {
  const first = sheet.rows.findIndex(holdsNik)
  const filled = (row: RawRow | undefined): number => (row === undefined ? 0 : textsOf(row).length)
  let at = first
  // Who stands above may have no NIK, but has as much else.
  while (at > 0 && filled(sheet.rows[at - 1]) * 2 > filled(sheet.rows[first])) at--
  return first < 0 ? [] : [{ at, depth: 0, labels: new Map() }]
}

function isHeadedOrLong({ sheet, header: { at, depth }, host }: Segment): boolean {
  if (depth > 0 || host !== null) return true
  const people = sheet.rows.slice(at, at + SAMPLE_ROWS).filter(holdsNik)
  return people.length >= HEADLESS_MIN
}

function choiceOf(segments: readonly Segment[], clues: ContentClues) {
  const labels = segments[0]?.header.labels ?? new Map()
  const hidden = new Set(segments[0]?.sheet.hiddenColumns)
  return chooseBySample(labels, sampleOf(segments), { clues, hidden })
}

/** The columns of a list by its labels and by what stands in a sample of its rows. */
export function chooseBySample(
  labels: Labels,
  sample: readonly RawRow[],
  { clues, hidden }: { readonly clues: ContentClues; readonly hidden: ReadonlySet<number> },
) {
  const cells = columnCells(fullRows(sample), SAMPLE_ROWS)
  const columns = [...new Set([...labels.keys(), ...cells.keys()])]
    .filter((column) => column < COLUMNS_MAX)
    .sort((a, b) => a - b)
  const flat = flatLabels(labels)
  const labelled = columns.map((column): LabelledColumn => {
    const stacked = labels.get(column)
    return {
      column,
      label: flat.get(column) ?? "",
      said: stacked === undefined ? null : readStacked(stacked),
      profile: profileOf(cells.get(column) ?? [], clues),
      hidden: hidden.has(column),
    }
  })
  return chooseColumns(withBareBirth(labelled, cells))
}

/** A place for stamp and signature, a total or a numbering row says nothing of its columns. */
function fullRows(sample: readonly RawRow[]): readonly RawRow[] {
  const filled = sample.map((row) => row.cells.filter(({ text }) => text.trim() !== "").length)
  const usual = filled.toSorted((a, b) => a - b)[Math.floor(filled.length / 2)] ?? 0
  const full = sample.filter(
    (row, index) => (filled[index] ?? 0) * FULL_PART >= usual && !isNumbering(row),
  )
  return full.length === 0 ? sample : full
}

/** Rows of every part of a list, so that a short first page does not speak for all. */
function sampleOf(segments: readonly Segment[]): RawRow[] {
  const parts = segments.map(({ header, end }) => ({ from: header.at + header.depth, end }))
  return sampleIndexes(parts).flatMap((indexes, part) =>
    indexes.flatMap((index) => segments[part]?.sheet.rows[index] ?? []),
  )
}

/** Which rows of each part of a list are looked at, as indexes into the sheet's rows. */
export function sampleIndexes(
  parts: readonly { readonly from: number; readonly end: number }[],
): number[][] {
  const each = Math.max(5, Math.ceil(SAMPLE_ROWS / Math.max(1, parts.length)))
  return parts.slice(0, SAMPLE_ROWS).map(({ from, end }) => {
    const step = Math.max(1, Math.floor((end - from) / each))
    const indexes: number[] = []
    for (let index = from; index < end && indexes.length < each; index += step) indexes.push(index)
    return indexes
  })
}
