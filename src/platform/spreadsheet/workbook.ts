/**
 * What a spreadsheet file holds, as it is written there: raw text and type of every cell, never a
 * JavaScript number, because a NIK has 16 digits and a number keeps 15.
 */
export type CellKind = "text" | "number" | "date" | "boolean" | "error"

export interface RawCell {
  /** 0-based column. */
  readonly column: number
  /**
   * Text as stored; of a number or date cell the raw stored value (a date: the serial number or
   * ISO).
   */
  readonly text: string
  /** `date` is a number cell whose format shows a date, or a cell typed as date. */
  readonly kind: CellKind
  /** The value is the stored result of a formula. */
  readonly formula: boolean
  /** The cell's font is struck through. */
  readonly struck: boolean
}

export interface RawRow {
  /**
   * The row number a spreadsheet shows (1-based); in a csv the 1-based record number, empty lines
   * counted.
   */
  readonly number: number
  readonly hidden: boolean
  /** Only cells that exist in the file, by ascending column. */
  readonly cells: readonly RawCell[]
}

/** Inclusive; rows as numbered in RawRow, columns 0-based. */
export interface Merge {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export interface RawSheet {
  readonly name: string
  readonly hidden: boolean
  readonly date1904: boolean
  readonly rows: readonly RawRow[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: readonly number[]
  /** Cells with a note ("comment"), as a spreadsheet names them: "C5"; left out where there is none. */
  readonly notes?: readonly string[]
}

/** Notes of one sheet that are told; nobody writes as many. */
export const NOTES_MAX = 1000

/** Of a sheet without notes nothing is told. */
export function someNotes(notes: readonly string[]): Pick<RawSheet, "notes"> {
  return notes.length === 0 ? {} : { notes }
}

export type WorkbookFormat = "xlsx" | "csv" | "xls" | "ods" | "docx" | "pdf"

export interface Workbook {
  readonly format: WorkbookFormat
  /** csv only: utf-8, utf-8-bom, utf-16le, utf-16be, windows-1252. */
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheets: readonly RawSheet[]
  /** pdf only: pages that are pictures, in words; a human has to type them. */
  readonly pictures?: readonly string[]
  /** Pictures that a document of cells or text holds; none where it is left out. */
  readonly imageCount?: number
}

export type ReadRefusal =
  /** Not one letter in it. */
  | { readonly kind: "empty" }
  | { readonly kind: "protected" }
  | { readonly kind: "unreadable"; readonly detail: string }
  | { readonly kind: "foreign"; readonly detail: string }
  /** A photo, or pages that were scanned: a human has to type what it shows. */
  | { readonly kind: "picture"; readonly detail: string }
  /** A page whose lines may belong to one person or the next. */
  | { readonly kind: "unsettled"; readonly detail: string }
