import { assert } from "../../../kernel/assert.ts"
import { columnLetters, MAX_COLUMNS, MAX_ROWS } from "../cell-reference.ts"
import { CHOICE_SHEET } from "../hidden-id.ts"
import { quoteSheetName } from "../sheet-names.ts"
import { headerRowNumber, type SheetSource } from "../sheet-spec.ts"
import type { StyleTable } from "../sheet-style.ts"
import { XmlBytes } from "./bytes.ts"
import { RowWriter } from "./cells.ts"
import { MAIN, RELATIONS, XML } from "./parts.ts"
import { escapeContent, legalText } from "./text.ts"

const PORTRAIT_CHARACTERS = 95
/** Characters of XML that are packed together: larger blocks pack no better, but take memory. */
const BLOCK = 512 * 1024
/** Rows beyond a block's end, before it is noticed; more only grows the buffer. */
const SLACK = 256 * 1024

/** Where the lists of a sheet's columns stand: columns of the choice sheet, from 0. */
export interface PlacedChoices {
  readonly column: number
  readonly source: number
  readonly count: number
}

export interface SheetSetting {
  readonly title: string
  readonly styles: StyleTable
  readonly choices: readonly PlacedChoices[]
  readonly selected: boolean
  /** Told when the rows have been written. */
  readonly onRows: (count: number) => void
}

/** A worksheet part (ECMA-376 part 1, 18.3.1.99) in blocks, made as its rows come. */
export async function* sheetBlocks(
  spec: SheetSource,
  setting: SheetSetting,
): AsyncGenerator<Uint8Array> {
  assert(spec.columns.length <= MAX_COLUMNS, "a sheet is too wide")
  const xml = new XmlBytes(BLOCK + SLACK)
  const writer = new RowWriter(xml, spec.columns, setting.styles)
  const header = headerRowNumber(spec)
  xml.xml(headXml(spec, setting))
  for (const [i, line] of (spec.titleLines ?? []).entries())
    writer.line(i + 1, line, i === 0 ? "title" : "subtitle")
  if (spec.columns.length > 0) writer.header(header)
  let count = 0
  const tints = spec.cellFill
  for await (const batch of inBatches(spec.rows)) {
    for (const values of batch) {
      const index = count++
      const tintOf = tints && ((column: number) => tints(index, column))
      writer.row(header + count, values, { role: "body", tintOf })
    }
    assert(header + count < MAX_ROWS, "a sheet has too many rows")
    if (xml.length >= BLOCK) yield xml.take()
  }
  if (spec.totalsRow) writer.row(header + count + 1, spec.totalsRow, { role: "total" })
  setting.onRows(count)
  xml.xml(tailXml(spec, setting, count))
  yield xml.take()
}

type Row = SheetSource["rows"] extends Iterable<infer R> | AsyncIterable<infer R> ? R : never

/** A wait for every single row would cost more than writing it. */
const BATCH = 256

async function* inBatches(rows: Iterable<Row> | AsyncIterable<Row>): AsyncGenerator<Row[]> {
  const batch: Row[] = []
  if (Symbol.iterator in rows) {
    for (const row of rows) if (batch.push(row) === BATCH) yield batch.splice(0)
  } else for await (const row of rows) if (batch.push(row) === BATCH) yield batch.splice(0)
  if (batch.length > 0) yield batch
}

function headXml(spec: SheetSource, { selected }: SheetSetting): string {
  const header = headerRowNumber(spec)
  const frozen = spec.freezeHeader !== false && spec.columns.length > 0
  const pane = `<pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  const view = `<sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0">${frozen ? pane : ""}</sheetView>`
  const columns = widthsOf(spec).map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  )
  return (
    `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${view}</sheetViews>` +
    `<sheetFormatPr defaultRowHeight="13.8"/>` +
    (columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "") +
    `<sheetData>`
  )
}

/**
 * A sheet of lines alone has one column as wide as they are: printers cut a text that runs over cells
 * beside it wherever the last column ends that they know of.
 */
function widthsOf({ columns, titleLines = [] }: SheetSource): number[] {
  if (columns.length > 0) return columns.map(({ width }) => width)
  const [title = "", ...lines] = titleLines
  const longest = Math.max(title.length * TITLE_SCALE, ...lines.map((line) => line.length))
  return longest === 0 ? [] : [Math.ceil(longest) + 2]
}

/** Letters of the title are larger than the others, and bold. */
const TITLE_SCALE = 1.5

function tailXml(spec: SheetSource, setting: SheetSetting, rows: number): string {
  const width = spec.columns.reduce((sum, column) => sum + column.width, 0)
  const orientation = spec.orientation ?? (width > PORTRAIT_CHARACTERS ? "landscape" : "portrait")
  const footer = `&L&8${setting.title.replaceAll("&", "&&")}&R&8Halaman &P dari &N`
  const filter = filterRange(spec, rows)
  return (
    `</sheetData>` +
    (filter === null ? "" : `<autoFilter ref="${filter}"/>`) +
    validationsXml(spec, setting, rows) +
    `<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="${spec.pagesWide?.count ?? 1}" fitToHeight="0"/>` +
    `<headerFooter><oddFooter>${escapeContent(legalText(footer))}</oddFooter></headerFooter>` +
    (spec.picture === undefined ? "" : `<drawing r:id="rId1"/>`) +
    `</worksheet>`
  )
}

/** The table with its header; `null` where there is nothing to filter. */
export function filterRange(spec: SheetSource, rows: number): string | null {
  if (rows === 0 || spec.columns.length === 0) return null
  const header = headerRowNumber(spec)
  return `A${header}:${columnLetters(spec.columns.length - 1)}${header + rows}`
}

/** Lists live in cells: a list inside the rule ends at 255 characters and cannot hold a comma. */
function validationsXml(spec: SheetSource, { choices }: SheetSetting, rows: number): string {
  if (rows === 0 || choices.length === 0) return ""
  const first = headerRowNumber(spec) + 1
  const rules = choices.map(({ column, source, count }) => {
    const [letters, from] = [columnLetters(column), columnLetters(source)]
    const list = `${quoteSheetName(CHOICE_SHEET)}!$${from}$1:$${from}$${count}`
    return (
      `<dataValidation type="list" errorStyle="stop" allowBlank="1" showErrorMessage="1"` +
      ` errorTitle="Pilihan tidak dikenal" error="Pilih salah satu nilai dari daftar."` +
      ` sqref="${letters}${first}:${letters}${first + rows - 1}"><formula1>${list}</formula1></dataValidation>`
    )
  })
  return `<dataValidations count="${rules.length}">${rules.join("")}</dataValidations>`
}
