// A list that we sent back returns: only what was changed in it says something new.
import type { ReturnedMarks } from "./returned-file.ts"
import { changesBetween } from "../rows/said.ts"
import type { IntakeRow } from "../rows/row.ts"
import { countDiff, diffOfPairing, type RowDiff } from "./diff.ts"
import { joinFamily, peopleOf, standIn, standingSide, type Family, type SentRow } from "./family.ts"
import { pairRows, type ListSide } from "./pairs.ts"
import { markRow, noteSending, type Sending, type Succession } from "./succession.ts"

/** Most of the rows of a list without ids must be rows of the list that it corrects. */
const KNOWN_MIN = 0.6

/** The list that came back: by the ids of its rows, by its own, at last by whom it names. */
export function returnedFamily(
  sending: Sending,
  { base, idOf }: ReturnedMarks,
  families: readonly Family[],
): Family | null {
  const ids = peopleOf(sending).map((row) => idOf(row.sheet, row.row))
  const byRows = families.find((family) => ids.some((id) => id !== "" && family.current.has(id)))
  const byBytes = families.find(({ members }) => members.some(({ sha256 }) => sha256 === base))
  if (byRows !== undefined || byBytes !== undefined) return byRows ?? byBytes ?? null
  // An id that leads nowhere is a file of another folder, even if it names the same people.
  if (base !== "") return null
  const people = peopleOf(sending).length
  const { id, kind } = sending.sender
  const own = families.filter(({ members }) => kind === "unknown" || members[0]?.sender.id === id)
  const shared = own.map((family) => pairRows(standingSide(family), sending).pairs.length)
  const most = Math.max(0, ...shared)
  return most > 0 && most >= KNOWN_MIN * people ? (own[shared.indexOf(most)] ?? null) : null
}

/** Changed rows take the place of theirs; the others stay as they were, sent or not. */
export function takeReturn(family: Family, sending: Sending, succession: Succession): void {
  const { returned } = sending
  const base = family.members.find(({ sha256 }) => sha256 === returned?.base)
  const earlier: ListSide = base ?? standingSide(family)
  const pairing = pairRows(earlier, sending, {
    earlier: ({ rowId }) => family.rootOf.get(rowId) ?? rowId,
    later: (row) => returned?.idOf(row.sheet, row.row) ?? "",
  })
  const told = diffOfPairing(pairing, sending).rows.flatMap((change): RowDiff[] => {
    // What does not come back stays: a clerk returns the rows that he was asked about.
    if (change.kind === "missing") return []
    if (change.kind === "added") {
      standIn(family, change.later.rowId, { row: change.later, sending })
      return [change]
    }
    return [takeRow(family, { change, sending, base }, succession)]
  })
  // Without its id the file corrects what stands now, which the latest of the lists holds.
  const of = base?.name ?? family.members.at(-1)?.name ?? ""
  const diff = { counts: countDiff(told), rows: told }
  succession.corrections.set(sending.name, {
    of,
    whole: false,
    returned: returned !== null,
    diff,
  })
  joinFamily(family, sending)
}

interface ReturnedRow {
  readonly change: Exclude<RowDiff, { kind: "added" | "missing" }>
  readonly sending: Sending
  readonly base: Sending | undefined
}

function takeRow(family: Family, returned: ReturnedRow, succession: Succession): RowDiff {
  const { change, sending, base } = returned
  const { earlier, later } = change
  const root = family.rootOf.get(earlier.rowId) ?? earlier.rowId
  const standing = family.current.get(root) ?? { row: earlier, sending: base ?? sending }
  succession.predecessor.set(later.rowId, standing.row.rowId)
  if (change.kind === "same" || saysTheSame(standing, { row: later, sending })) {
    family.rootOf.set(later.rowId, root)
    markRow(later, "ROW_UNCHANGED", placeOf(standing.row))
    return { kind: "same", earlier: standing.row, later }
  }
  const isOvertaken = standing.sending !== base && base !== undefined
  if (isOvertaken && !(standing.sending.orderKnown && sending.orderKnown))
    noteSending(succession, sending, "FILE_ORDER_ASSUMED", standing.sending.name)
  markRow(later, "RESEND_CHANGED", standing.sending.name)
  markRow(standing.row, "ROW_SUPERSEDED", sending.name)
  standIn(family, root, { row: later, sending })
  return change
}

function saysTheSame(standing: SentRow, later: SentRow): boolean {
  return changesBetween(placed(standing), placed(later)).length === 0
}

function placed({ row, sending }: SentRow) {
  return { row, sheet: sending.sheets.find((sheet) => sheet.name === row.sheet) }
}

function placeOf({ file, sheet, row }: IntakeRow): string {
  return [file, sheet, String(row)].filter((part) => part !== "").join(" ")
}

const ROW_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A returned list whose origin lies no longer in the folder, often because it was saved over it: its
 * rows keep the people that they told of. An id that is known leads to a row of its own, not here.
 */
export function takeStray(
  sending: Sending,
  { idOf }: ReturnedMarks,
  { succession, known }: { readonly succession: Succession; readonly known: ReadonlySet<string> },
): void {
  const used = new Set<string>()
  for (const row of peopleOf(sending)) {
    const id = idOf(row.sheet, row.row)
    if (!ROW_ID.test(id) || known.has(id) || used.has(id)) continue
    used.add(id)
    succession.predecessor.set(row.rowId, id)
  }
}
