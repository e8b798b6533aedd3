// What is said between whoever wants a file read and the child that reads it.
import type { BatchReading, CodeCount, StagedSum } from "../../modules/inbox/index.ts"
import type { Finding, IntakeRow } from "../../modules/intake/index.ts"
import type { describeFailure } from "../../platform/http.ts"
import type { EarlierKey } from "./earlier-lists.ts"
import type { LawChoice } from "./import-tables.load.ts"
import type { EarlierList, ReadOrder, ReadStep, RowsDone } from "./read-import.job.ts"

/** What else than the reading is wanted of a file. */
export interface ReaderWants {
  /** The sender's workbook with its doubtful cells coloured. */
  readonly marked: boolean
  /** The rows that somebody must answer or look at, one by one. */
  readonly doubtful: boolean
}

export interface ReaderTask {
  readonly kind: "read"
  readonly law: LawChoice
  readonly order: Omit<ReadOrder, "lawVersion">
  readonly wants: ReaderWants
}

export type ToReader =
  | ReaderTask
  | { readonly kind: "earlier"; readonly lists: EarlierList[] }
  /** The rows of the file that was read last, please; `more` after each part of them. */
  | { readonly kind: "rows" }
  | { readonly kind: "more" }

export type FromReader =
  | { readonly kind: "step"; readonly step: ReadStep; readonly rows?: RowsDone }
  | { readonly kind: "earlier"; readonly key: EarlierKey }
  | { readonly kind: "doubtful"; readonly rows: readonly IntakeRow[] }
  | {
      readonly kind: "read"
      readonly reading: BatchReading
      readonly marked: Uint8Array | null
      readonly codes: readonly CodeCount[]
    }
  | { readonly kind: "refused"; readonly finding: Finding }
  /** Some lines of COPY, and how many rows that makes so far. */
  | { readonly kind: "part"; readonly text: string; readonly rows: number }
  | { readonly kind: "end"; readonly sum: StagedSum }
  | { readonly kind: "changed" }
  | { readonly kind: "failed"; readonly failure: ReturnType<typeof describeFailure> }
