import { outcomeOf, type IntakeRow } from "./row.ts"
import type { Sender } from "./sender.ts"

/** A list as received, in order of receipt. */
export interface Sending {
  readonly name: string
  readonly sha256: string
  readonly sender: Sender
  readonly rows: readonly IntakeRow[]
  /** Sheet → column of the running number, which says nothing about the person. */
  readonly numberColumns: ReadonlyMap<string, number | undefined>
}

export interface Succession {
  /** File → the earlier file whose bytes it repeats. */
  readonly copyOf: ReadonlyMap<string, string>
  /** File → the later file that replaces it. */
  readonly replacedBy: ReadonlyMap<string, string>
  /** Row of a re-send → the row of the first sending that it repeats or corrects. */
  readonly predecessor: ReadonlyMap<string, string>
}

/**
 * A later list of the same sender replaces an earlier one when they share most of the people of both.
 * A part that comes back corrected replaces nothing: its rows are more rows of the same people.
 */
const SHARED_MIN = 0.6
const PEOPLE_MIN = 5

/** Finds copies and corrected re-sends, and marks their rows; files stand in order of receipt. */
export function markSendings(sendings: readonly Sending[]): Succession {
  const copyOf = markCopies(sendings)
  const replacedBy = new Map<string, string>()
  const predecessor = new Map<string, string>()
  const standing: SentPeople[] = []
  for (const sending of sendings) {
    if (copyOf.has(sending.name)) continue
    const later = { sending, people: peopleOf(sending) }
    const at = standing.findLastIndex((candidate) => isResend(candidate, later))
    const [earlier] = at < 0 ? [] : standing.splice(at, 1)
    standing.push(later)
    if (earlier === undefined) continue
    replacedBy.set(earlier.sending.name, sending.name)
    for (const [row, before] of pairRows(earlier.sending, sending)) predecessor.set(row, before)
  }
  return { copyOf, replacedBy, predecessor }
}

function markCopies(sendings: readonly Sending[]): Map<string, string> {
  const copyOf = new Map<string, string>()
  const firstWith = new Map<string, string>()
  for (const sending of sendings) {
    const first = firstWith.get(sending.sha256)
    if (first === undefined) firstWith.set(sending.sha256, sending.name)
    else {
      copyOf.set(sending.name, first)
      for (const row of sending.rows) mark(row, "FILE_DUPLICATE", first)
    }
  }
  return copyOf
}

/** A sending that nothing has replaced so far, with the people it names. */
interface SentPeople {
  readonly sending: Sending
  readonly people: ReadonlySet<string>
}

function isResend(earlier: SentPeople, later: SentPeople): boolean {
  const [before, after] = [earlier.sending.sender, later.sending.sender]
  if (before.kind === "unknown" || before.id !== after.id) return false
  let shared = 0
  for (const key of earlier.people) if (later.people.has(key)) shared++
  const more = Math.max(earlier.people.size, later.people.size)
  return shared >= PEOPLE_MIN && shared >= SHARED_MIN * more
}

function personRows(sending: Sending): IntakeRow[] {
  return sending.rows.filter((row) => row.kind === "person")
}

function peopleOf(sending: Sending): Set<string> {
  return new Set(personRows(sending).map((row) => row.nik ?? `${row.name}|${row.birthDate ?? ""}`))
}

/** How a row of a re-send can be known again, the surest first. */
const KEYS: readonly ((row: IntakeRow, sending: Sending) => string)[] = [
  (row, sending) => contentKey(row, sending.numberColumns.get(row.sheet)),
  (row) => row.nik ?? "",
  (row) => row.name,
  (row) =>
    row.birthDate === null ? "" : JSON.stringify([row.sheet, row.row, String(row.birthDate)]),
]

function contentKey(row: IntakeRow, numberColumn: number | undefined): string {
  return JSON.stringify(row.cells.map((text, column) => (column === numberColumn ? "" : text)))
}

/** Each row of the later list with the earlier row that it repeats or corrects. */
function pairRows(earlier: Sending, later: Sending): [string, string][] {
  const open = new Set(personRows(earlier))
  const pairs: [string, string][] = []
  let unpaired = personRows(later)
  for (const [strength, keyOf] of KEYS.entries()) {
    const waiting = rowsByKey([...open].reverse(), (row) => keyOf(row, earlier))
    unpaired = unpaired.filter((row) => {
      const found = waiting.get(keyOf(row, later))?.pop()
      if (found === undefined) return true
      open.delete(found)
      pairs.push([row.rowId, found.rowId])
      mark(row, strength === 0 ? "FILE_RESEND" : "RESEND_CHANGED", earlier.name)
      mark(found, "ROW_SUPERSEDED", later.name)
      return false
    })
  }
  for (const row of unpaired) mark(row, "RESEND_CHANGED", earlier.name)
  for (const row of open) mark(row, "RESEND_MISSING", later.name)
  for (const row of earlier.rows) if (row.kind !== "person") mark(row, "ROW_SUPERSEDED", later.name)
  return pairs
}

/** The last row of each list is taken first; a row without the key waits under none. */
function rowsByKey(
  rows: readonly IntakeRow[],
  keyOf: (row: IntakeRow) => string,
): Map<string, IntakeRow[]> {
  const byKey = new Map<string, IntakeRow[]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === "") continue
    const same = byKey.get(key)
    if (same === undefined) byKey.set(key, [row])
    else same.push(row)
  }
  return byKey
}

function mark(
  row: IntakeRow,
  code: "FILE_DUPLICATE" | "FILE_RESEND" | "RESEND_CHANGED" | "RESEND_MISSING" | "ROW_SUPERSEDED",
  of: string,
): void {
  row.findings.push({ code, field: "row", before: of, after: "" })
  row.outcome = outcomeOf(row)
}
