import { diffOfPairing } from "./diff.ts"
import { joinFamily, standIn, standingSide, type Family, type SentRow } from "./family.ts"
import { pairRows } from "./pairs.ts"
import { markRow, noteSending, type Sending, type Succession } from "./succession.ts"

/** Which rows a re-send replaces: of the whole list, or of some of its sheets. */
export interface ResendScope {
  readonly whole: boolean
  readonly has: (sent: SentRow) => boolean
}

/** A corrected list takes the place of the rows in its scope; who is no longer named is asked. */
export function takeResend(
  family: Family,
  sending: Sending,
  { scope, succession }: { readonly scope: ResendScope; readonly succession: Succession },
): void {
  const standing = [...family.current.values()].filter(scope.has)
  const sendingOf = new Map(standing.map(({ row, sending: from }) => [row, from]))
  const before = family.members.at(-1)?.name ?? ""
  const pairing = pairRows(standingSide(family, standing), sending)
  const diff = diffOfPairing(pairing, sending)
  for (const change of diff.rows) {
    if (change.kind === "added") {
      markRow(change.later, "RESEND_CHANGED", before)
      standIn(family, change.later.rowId, { row: change.later, sending })
      continue
    }
    if (change.kind === "missing") {
      markRow(change.earlier, "RESEND_MISSING", sending.name)
      continue
    }
    const { earlier, later, kind } = change
    const from = sendingOf.get(earlier)?.name ?? before
    markRow(later, kind === "same" ? "FILE_RESEND" : "RESEND_CHANGED", from)
    markRow(earlier, "ROW_SUPERSEDED", sending.name)
    succession.predecessor.set(later.rowId, earlier.rowId)
    standIn(family, family.rootOf.get(earlier.rowId) ?? earlier.rowId, { row: later, sending })
  }
  closeEarlier(family, sending, { scope, succession })
  if (!sending.orderKnown || family.members.some((member) => !member.orderKnown))
    noteSending(succession, sending, "FILE_ORDER_ASSUMED", before)
  succession.corrections.set(sending.name, {
    of: before,
    whole: scope.whole,
    returned: false,
    diff,
  })
  joinFamily(family, sending)
}

/** Totals and headings of a list that was replaced count no longer either. */
function closeEarlier(
  family: Family,
  sending: Sending,
  { scope, succession }: { readonly scope: ResendScope; readonly succession: Succession },
): void {
  for (const member of family.members) {
    for (const row of member.rows)
      if (row.kind !== "person" && scope.has({ row, sending: member }))
        markRow(row, "ROW_SUPERSEDED", sending.name)
    if (scope.whole && !succession.replacedBy.has(member.name))
      succession.replacedBy.set(member.name, sending.name)
  }
}
