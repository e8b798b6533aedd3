import type { Batch } from "../../modules/inbox/index.ts"

/** Which import somebody means: one, none, or one of several. */
export type ChosenImport =
  | { readonly kind: "one"; readonly batch: Batch }
  | { readonly kind: "none" }
  | { readonly kind: "unclear"; readonly candidates: readonly Batch[] }

/** The import that was applied last, in either language. */
const LAST: ReadonlySet<string> = new Set(["last", "terakhir"])

/**
 * Finds an import by its id, its number in the inbox, the name of its file or a part of that, or "last".
 * An id names any import; all else means those that can still be undone. `batches` newest first.
 */
export function chooseImport(batches: readonly Batch[], asked: string): ChosenImport {
  const wanted = asked.normalize("NFC").trim().toLowerCase()
  const byId = batches.find(({ batchId }) => batchId === wanted)
  if (byId !== undefined) return { kind: "one", batch: byId }
  const open = batches.filter(({ state }) => state === "applied" || state === "read")
  if (LAST.has(wanted)) return oneOf(open.filter(({ state }) => state === "applied").slice(0, 1))
  const named = open.filter((batch) => namesOf(batch).includes(wanted))
  if (named.length > 0) return oneOf(named)
  const numbered = open.filter(({ seq }) => String(seq) === wanted)
  if (numbered.length > 0) return oneOf(numbered)
  if (wanted === "") return { kind: "none" }
  return oneOf(open.filter((batch) => namesOf(batch).some((name) => name.includes(wanted))))
}

/** As it lies in the inbox goes before how it was called when it came: that name may stand twice. */
function namesOf({ inboxName, name }: Batch): string[] {
  return [inboxName, name].map((each) => each.normalize("NFC").toLowerCase())
}

function oneOf(found: readonly Batch[]): ChosenImport {
  const [batch] = found
  if (batch === undefined) return { kind: "none" }
  return found.length === 1 ? { kind: "one", batch } : { kind: "unclear", candidates: found }
}
