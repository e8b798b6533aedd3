// What is asked of the columns that are read beside the others, and what they say.
import type { FieldBlock } from "../../../columns/field-block.ts"
import type { InternParts } from "../../../columns/intern-table.ts"
import type { Decode } from "../../../platform/spreadsheet/csv/decode.ts"
import type { Field } from "../layout/field.ts"

/** Why a text cannot be read as it was begun. */
export type TextTrouble = "not utf-8" | "nul"

/** Columns of few values: each distinct text is read once, in the end, by the functions that read a row. */
export const LATE_FIELDS = ["area", "occupation", "income", "remarks"] as const
export type LateField = (typeof LATE_FIELDS)[number]

export interface TextColumn {
  readonly field: Field
  readonly column: number
}

/** Columns whose cells are told by nothing else in their row; -1 where the list has none. */
export interface LonePlan {
  readonly name: number
  readonly phone: number
  /** In the order of LATE_FIELDS. */
  readonly values: readonly number[]
  /** Columns of which only marks are looked for: a failed formula, a line break, hostile text. */
  readonly texts: readonly TextColumn[]
}

/** What is looked at of a block. */
export type LoneBlock = Pick<FieldBlock, "bytes" | "view" | "starts" | "ends" | "firsts" | "broken">

/** Rows that stand below each other under one header. */
export interface LoneRows {
  readonly firstRow: number
  /** The records of the block that are these rows, in order; -1 where a row is read as a whole. */
  readonly asked: Int32Array
  readonly plan: LonePlan
}

/** The texts of a column as numbers; none where a list has no such column. */
export interface NumberedTexts {
  readonly texts: InternParts
  readonly numbers: Uint32Array
}

/** What the cells of such columns say. */
export interface LoneParts {
  readonly names: InternParts
  /** Words of the names one behind the other, and where those of a row begin and end. */
  readonly nameWords: Uint32Array
  readonly nameStarts: Uint32Array
  readonly nameEnds: Uint32Array
  readonly phones: Float64Array
  /** In the order of LATE_FIELDS. */
  readonly values: readonly NumberedTexts[]
  /** Pairs of row and code; HANDED_OVER where the row must be read as a whole. */
  readonly notedRows: Uint32Array
  readonly notedCodes: Uint8Array
}

export type LoneEnd =
  | { readonly parts: LoneParts; readonly trouble: null }
  | { readonly parts: null; readonly trouble: TextTrouble }

/** No finding has this number. */
export const HANDED_OVER = 255

export interface LoneSetup {
  readonly decode: Decode
  /** True where no byte can show that the text is no UTF-8. */
  readonly isSure: boolean
  /** Rows to make room for. */
  readonly rows: number
}
