/**
 * What a column holds decides how its cells are typed and shown. Text, also of digits, stays text.
 */
export type ColumnKind = "text" | "number" | "rupiah" | "date"

/** A date is "YYYY-MM-DD" in a column of kind date; any other text there stays text. */
export type CellInput = string | number | bigint | null

export interface SheetColumn {
  readonly header: string
  /** In characters of the default font. */
  readonly width: number
  readonly kind: ColumnKind
}

export interface ColumnChoices {
  /** 0-based column whose cells offer these values in a list. */
  readonly column: number
  readonly values: readonly string[]
}

/** Stands at the right of the table, such as the scan from which it is typed. */
export interface SheetPicture {
  readonly bytes: Uint8Array
  readonly kind: "png" | "jpeg"
  readonly widthPx: number
  readonly heightPx: number
}

export interface SheetSpec {
  /** Characters that a sheet name cannot hold are replaced, longer names are cut to 31. */
  readonly name: string
  readonly hidden?: boolean
  /** Above the table, the first one large; a blank line follows. */
  readonly titleLines?: readonly string[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly CellInput[])[]
  /** 0-based row and column of the table body. */
  readonly cellFill?: (row: number, column: number) => "error" | "warning" | undefined
  readonly choices?: readonly ColumnChoices[]
  /** Rows down to the header stay in sight; default true. */
  readonly freezeHeader?: boolean
  readonly totalsRow?: readonly CellInput[]
  /** Without it, tables wider than a portrait page lie down. */
  readonly orientation?: "portrait" | "landscape"
  /** Printed on so many pages beside each other; without it, on one, whatever its letters shrink to. */
  readonly pagesWide?: { readonly count: number; readonly repeatedColumns: number }
  readonly picture?: SheetPicture
}

export interface WorkbookMeta {
  readonly title: string
  /** Put on a hidden sheet, by which a returned file is recognised. */
  readonly hiddenId?: string
}

export interface WorkbookSpec {
  readonly sheets: readonly SheetSpec[]
  readonly meta: WorkbookMeta
}

/** A sheet whose rows are made while it is written; nothing of them is kept. */
export interface SheetSource extends Omit<SheetSpec, "rows"> {
  readonly rows: Iterable<readonly CellInput[]> | AsyncIterable<readonly CellInput[]>
}

export interface WorkbookSource {
  readonly sheets: readonly SheetSource[]
  readonly meta: WorkbookMeta
}

/** The row number, as a spreadsheet shows it, of the table header. */
export function headerRowNumber(sheet: Pick<SheetSpec, "titleLines">): number {
  const titles = sheet.titleLines?.length ?? 0
  return titles === 0 ? 1 : titles + 2
}
