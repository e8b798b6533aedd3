import type { ReadSheet } from "../read-file.ts"
import type { IntakeRow } from "../rows/row.ts"
import type { Sending } from "./succession.ts"
import type { ListSide } from "./pairs.ts"

/** A row with the file in which it stands. */
export interface SentRow {
  readonly row: IntakeRow
  readonly sending: Sending
}

/** A list and everything that has corrected or replaced it since. */
export interface Family {
  readonly members: Sending[]
  /** Id of the first row that told of somebody → the row that stands for it now. */
  readonly current: Map<string, SentRow>
  /** Row id → id of that first row. */
  readonly rootOf: Map<string, string>
}

export function newFamily(sending: Sending): Family {
  const family: Family = { members: [], current: new Map(), rootOf: new Map() }
  joinFamily(family, sending)
  for (const row of peopleOf(sending)) standIn(family, row.rowId, { row, sending })
  return family
}

export function joinFamily(family: Family, sending: Sending): void {
  family.members.push(sending)
}

/** From now on this row stands for that first one. */
export function standIn(family: Family, root: string, sent: SentRow): void {
  family.rootOf.set(sent.row.rowId, root)
  family.current.set(root, sent)
}

/** Rows that stand, with the layouts of their sheets; of one name the latest file's. */
export function standingSide(family: Family, rows?: readonly SentRow[]): ListSide {
  const sheets = new Map<string, ReadSheet>()
  for (const member of family.members)
    for (const sheet of member.sheets) sheets.set(sheet.name, sheet)
  const standing = rows ?? [...family.current.values()]
  return { rows: standing.map(({ row }) => row), sheets: [...sheets.values()] }
}

export function peopleOf(sending: Sending): IntakeRow[] {
  return sending.rows.filter((row) => row.kind === "person")
}
