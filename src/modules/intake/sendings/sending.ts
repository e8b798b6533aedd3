// Which list repeats, replaces or corrects which, of those that one sender sent.
import { newFamily, type Family } from "./family.ts"
import { takeResend } from "./resend.ts"
import { returnedFamily, takeReturn, takeStray } from "./return.ts"
import { verdictOn } from "./verdict.ts"
import { markRow, noteSending, type Sending, type Succession } from "./succession.ts"

/** Finds copies, re-sends and returned corrections, and marks their rows. */
export function markSendings(sendings: readonly Sending[]): Succession {
  const succession: Succession = {
    copyOf: markCopies(sendings),
    replacedBy: new Map(),
    predecessor: new Map(),
    corrections: new Map(),
    findings: new Map(),
  }
  const families: Family[] = []
  const known = new Set(sendings.flatMap(({ rows }) => rows.map((row) => row.rowId)))
  for (const sending of sendings) {
    if (succession.copyOf.has(sending.name)) continue
    if (!joinsFamily(sending, families, { succession, known })) families.push(newFamily(sending))
  }
  return succession
}

function joinsFamily(
  sending: Sending,
  families: readonly Family[],
  { succession, known }: { readonly succession: Succession; readonly known: ReadonlySet<string> },
): boolean {
  if (sending.returned !== null) {
    const family = returnedFamily(sending, sending.returned, families)
    if (family !== null) {
      takeReturn(family, sending, succession)
      return true
    }
    noteSending(succession, sending, "FILE_ORIGIN_UNKNOWN")
    takeStray(sending, sending.returned, { succession, known })
  }
  const verdict = verdictOn(sending, families)
  switch (verdict.kind) {
    case "replaces":
      takeResend(verdict.family, sending, { scope: verdict.scope, succession })
      return true
    case "corrects":
      takeReturn(verdict.family, sending, succession)
      return true
    case "unclear":
      noteSending(succession, sending, "FILE_RESEND_UNCLEAR", verdict.of)
      return false
    case "own":
      return false
  }
}

function markCopies(sendings: readonly Sending[]): Map<string, string> {
  const copyOf = new Map<string, string>()
  const firstWith = new Map<string, string>()
  for (const sending of sendings) {
    const first = firstWith.get(sending.sha256)
    if (first === undefined) firstWith.set(sending.sha256, sending.name)
    else {
      copyOf.set(sending.name, first)
      for (const row of sending.rows) markRow(row, "FILE_DUPLICATE", first)
    }
  }
  return copyOf
}
