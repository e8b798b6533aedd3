// What the two threads of a list tell each other.
import type { TextEncoding } from "../../../platform/spreadsheet/csv/decode.ts"
import type { LoneStretch } from "./lone-side.ts"
import type { LoneBlock, TextTrouble } from "./lone-parts.ts"

/** Words of the memory by which the threads tell each other where they are. */
export const [BLOCKS_DONE, HAS_TROUBLE] = [0, 1]

export interface ThreadBegin {
  readonly kind: "begin"
  readonly encoding: TextEncoding
  readonly isSure: boolean
  readonly rows: number
}

/** The arrays of a block, which both threads see. */
export type SharedBlock = Omit<LoneBlock, "view">

export interface ThreadBlock {
  readonly kind: "block"
  readonly slot: number
  /** Null where the thread has the arrays of this slot already. */
  readonly arrays: { readonly block: SharedBlock; readonly asked: Int32Array } | null
  readonly length: number
  readonly stretches: readonly LoneStretch[]
}

export type ThreadTask = ThreadBegin | ThreadBlock | { readonly kind: "finish" }

/** Trouble is told by its place here, plus one. */
export const TROUBLES: readonly TextTrouble[] = ["nul", "not utf-8"]
