// Lists in which nobody was read, or nobody who can be taken: that is asked of the file.
import type { Finding, FindingCode } from "../findings/finding.ts"
import { ABSENT, ABSENT_FIELDS } from "../layout/column-open.ts"
import type { Field } from "../layout/field.ts"
import type { Columns } from "../layout/header-labels.ts"
import type { Outcome } from "./row.ts"
import type { RowKind } from "./kind.ts"

/** The rows of a list, however they are kept. */
export interface ListRows {
  readonly kindAt: (row: number) => RowKind
  readonly cellsAt: (row: number) => readonly string[]
}

/** More headers, or more rows that are no person's, than any list has. */
export type ListExcess = "headers" | "others"

/** Titles, totals and remarks of a list are fewer than this, */
const OTHERS_MAX = 50_000
/** or at least one row in so many is a person's. */
const OTHERS_A_PERSON = 20

/** Whether of so many rows too few are people for any list: most of them were no person's. */
export function isHardlyAnybody(people: number, others: number): boolean {
  return others > OTHERS_MAX && others > OTHERS_A_PERSON * people
}

/** Captions and signatures are one cell; what has more may be somebody. */
const ENTRY_CELLS = 2

/** Rows that look like entries of a list without people, its running numbers apart; else none. */
export function entriesOfNobody(
  [from, end]: readonly [from: number, end: number],
  { kindAt, cellsAt }: ListRows,
  columns: Columns,
): number {
  const isPerson = (row: number): boolean => kindAt(row) === "person"
  const number = columns.get("number")
  let entries = 0
  for (let row = from; row < end; row++) {
    if (isPerson(row)) return 0
    if (kindAt(row) !== "heading") continue
    const said = cellsAt(row).filter((text, at) => at !== number && text.trim() !== "")
    if (said.length >= ENTRY_CELLS) entries++
  }
  return entries
}

/** One row is asked about itself. */
const ASIDE_MIN = 2

/** What all rows of a file come to. */
export interface ListOutcome {
  readonly people: number
  readonly counts: Readonly<Record<Outcome, number>>
  readonly sheets: readonly { readonly columns: Columns }[]
  /** People who carry a code. */
  readonly carriers: (code: FindingCode) => number
}

/** Where every person of a file waits for an answer: one question, with the columns that it lacks. */
export function everybodyAside({ people, counts, sheets, carriers }: ListOutcome): Finding[] {
  if (people < ASIDE_MIN || counts.set_aside < people) return []
  // What a column means is asked of the file already.
  if (carriers("COLUMN_OPEN") === people) return []
  const isLacking = (field: Field): boolean => {
    const code = ABSENT[field]
    const isNowhere = sheets.every(({ columns }) => !columns.has(field))
    return isNowhere && code !== undefined && carriers(code) === people
  }
  const lacking = ABSENT_FIELDS.filter(isLacking).join(" | ")
  // Without such a column each row says itself what it waits for.
  if (lacking === "") return []
  return [{ code: "LIST_ALL_ASIDE", field: "file", before: String(people), after: lacking }]
}
