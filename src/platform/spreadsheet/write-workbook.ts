import { writeXlsx, type DataValidation, type NamedRange, type WriteSheet } from "hucre"
import { columnLetters } from "./cell-reference.ts"
import { HIDDEN_LABEL, HIDDEN_SHEET } from "./hidden-id.ts"
import { rowHeights } from "./sheet-heights.ts"
import { sheetCells, textCell, type CellMap } from "./sheet-cells.ts"
import { quoteSheetName, sheetNames } from "./sheet-names.ts"
import { headerRowNumber, type SheetSpec, type WorkbookSpec } from "./sheet-spec.ts"
import { cellStyle, DEFAULT_FONT } from "./sheet-style.ts"

const CHOICE_SHEET = "_pilihan"
/** Files of one content are one file: the moment of writing is not part of it. */
const FIXED_TIME = new Date(Date.UTC(2000, 0, 1))
const PORTRAIT_CHARACTERS = 95

/** Writes an .xlsx file; the same spec gives the same bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Uint8Array> {
  const names = sheetNames(spec.sheets.map(({ name }) => name))
  const named = spec.sheets.map((sheet, i) => ({ ...sheet, name: names[i] ?? sheet.name }))
  const choices = choiceColumns(named)
  const sheets = named.map((sheet) => tableSheet(sheet, spec.meta.title, choices))
  if (choices.length > 0) sheets.push(choiceSheet(choices))
  if (spec.meta.hiddenId !== undefined) sheets.push(idSheet(spec.meta.hiddenId))
  return writeXlsx({
    sheets,
    namedRanges: named.map(printTitles),
    defaultFont: DEFAULT_FONT,
    activeSheet: Math.max(
      0,
      named.findIndex(({ hidden }) => hidden !== true),
    ),
    properties: {
      title: spec.meta.title,
      creator: "Payung",
      created: FIXED_TIME,
      modified: FIXED_TIME,
    },
  })
}

interface ChoiceColumn {
  readonly sheet: string
  readonly column: number
  readonly values: readonly string[]
}

function choiceColumns(sheets: readonly SheetSpec[]): readonly ChoiceColumn[] {
  return sheets.flatMap(({ name, choices = [] }) =>
    choices.map(({ column, values }) => ({ sheet: name, column, values })),
  )
}

function tableSheet(spec: SheetSpec, title: string, choices: readonly ChoiceColumn[]): WriteSheet {
  const header = headerRowNumber(spec)
  const last = `${columnLetters(Math.max(0, spec.columns.length - 1))}${header + spec.rows.length}`
  const width = spec.columns.reduce((sum, column) => sum + column.width, 0)
  return {
    name: spec.name,
    hidden: spec.hidden ?? false,
    columns: spec.columns.map((column) => ({ width: column.width })),
    cells: sheetCells(spec),
    rowDefs: rowHeights(spec),
    dataValidations: validations(spec, choices),
    ...(spec.rows.length > 0 ? { autoFilter: { range: `A${header}:${last}` } } : {}),
    ...(spec.freezeHeader === false || spec.columns.length === 0
      ? {}
      : { freezePane: { rows: header } }),
    pageSetup: {
      paperSize: "a4",
      orientation: spec.orientation ?? (width > PORTRAIT_CHARACTERS ? "landscape" : "portrait"),
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddFooter: `&L&8${title.replaceAll("&", "&&")}&R&8Halaman &P dari &N`,
    },
  }
}

/** The writer would not quote the sheet name, so the header rows to repeat are named here. */
function printTitles(spec: SheetSpec): NamedRange {
  const row = headerRowNumber(spec)
  const range = `${quoteSheetName(spec.name)}!$${row}:$${row}`
  return { name: "_xlnm.Print_Titles", range, scope: spec.name }
}

function validations(spec: SheetSpec, choices: readonly ChoiceColumn[]): DataValidation[] {
  if (spec.rows.length === 0) return []
  const first = headerRowNumber(spec) + 1
  return choices.flatMap(({ sheet, column, values }, at) => {
    if (sheet !== spec.name || values.length === 0) return []
    const [letters, source] = [columnLetters(column), columnLetters(at)]
    return {
      type: "list" as const,
      formula1: `${quoteSheetName(CHOICE_SHEET)}!$${source}$1:$${source}$${values.length}`,
      range: `${letters}${first}:${letters}${first + spec.rows.length - 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop" as const,
      errorTitle: "Pilihan tidak dikenal",
      errorMessage: "Pilih salah satu nilai dari daftar.",
    }
  })
}

/** Lists live in cells: a list inside the rule ends at 255 characters and cannot hold a comma. */
function choiceSheet(choices: readonly ChoiceColumn[]): WriteSheet {
  const cells: CellMap = new Map()
  for (const [column, { values }] of choices.entries())
    for (const [row, value] of values.entries())
      cells.set(`${row},${column}`, textCell(value, cellStyle("subtitle", "text")))
  return { name: CHOICE_SHEET, veryHidden: true, cells }
}

function idSheet(id: string): WriteSheet {
  const style = cellStyle("subtitle", "text")
  const cells: CellMap = new Map([
    ["0,0", textCell(HIDDEN_LABEL, style)],
    ["0,1", textCell(id, style)],
  ])
  return { name: HIDDEN_SHEET, veryHidden: true, cells }
}
