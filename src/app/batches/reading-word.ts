import type { BatchKind, BatchState, RowChange } from "../../modules/inbox/index.ts"
import type { RegisterKind } from "../../modules/registry/index.ts"
import type { Outcome } from "../../modules/intake/index.ts"

/** The words of a reading; a language that lacks one does not compile. */
export interface ReadingWords {
  readonly reading: string
  readonly rows: string
  readonly records: string
  readonly sheet: string
  readonly headerAt: string
  readonly kinds: Readonly<Record<BatchKind, string>>
  readonly registers: Readonly<Record<RegisterKind | "letters" | "unknown", string>>
  readonly readAs: string
  readonly from: string
  readonly unknownSender: string
  readonly outcomes: Readonly<Record<Outcome, string>>
  readonly against: string
  readonly stillAsked: string
  /** The heading of what was imported. */
  readonly inbox: Readonly<
    Record<"number" | "state" | "received" | "file" | "sender" | "rows", string>
  >
  readonly changes: Readonly<Record<RowChange | "missing", string>>
  readonly groups: Readonly<Record<"ask" | "warn" | "auto" | "no", string>>
  readonly example: string
  readonly aboutFile: string
  readonly unreadColumns: string
  readonly lackingColumns: string
  readonly nothingSaved: string
  readonly saved: string
  readonly next: string
  readonly confirm: string
  readonly yes: readonly string[]
  readonly sameAs: string
  readonly total: string
  readonly table: Readonly<Record<"file" | "content" | "rows" | "sameAs" | "unread", string>>
  readonly files: string
  readonly errorsWritten: string
  readonly noErrors: string
  readonly undone: string
  readonly undo: string
  readonly inboxEmpty: string
  readonly states: Readonly<Record<BatchState, string>>
  /** 3 of 8 */
  readonly of: string
  readonly steps: Readonly<Record<"open" | "read" | "compare" | "mark" | "store", string>>
}
