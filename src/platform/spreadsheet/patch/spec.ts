export interface CellMark {
  /** The row number a spreadsheet shows (1-based), as in RawRow. */
  readonly row: number
  /** 0-based, as in RawCell. */
  readonly column: number
  readonly kind: "error" | "warning"
}

export interface RowNote {
  /** The row number a spreadsheet shows (1-based), as in RawRow. */
  readonly row: number
  /** What is wrong and how to mend it; "" leaves the cell of the new column empty. */
  readonly text: string
  /** By which the row is recognised when the file comes back; stands in a hidden column. */
  readonly id?: string
}

export interface SheetPatch {
  /** As in RawSheet; "" for the only sheet of a csv. */
  readonly name: string
  /** The row of the column headings (the lower one of two); `null`: a list without a header. */
  readonly headerRow: number | null
  /** A cell marked twice is an error if one of the marks is. */
  readonly marks: readonly CellMark[]
  readonly notes: readonly RowNote[]
}

export interface WorkbookPatch {
  /** Sheets not named here stay as they are. */
  readonly sheets: readonly SheetPatch[]
  /** Goes on the very hidden sheet `_payung`; `hiddenIdOf` reads it back. */
  readonly hiddenId: string
}

/** Why a file cannot be edited in place; it can still be rebuilt from its cells. */
export interface PatchRefusal {
  readonly kind: "unsupported" | "unreadable"
  readonly detail: string
}
