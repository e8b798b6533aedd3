import { foldText } from "../../kernel/text-fold.ts"
import type { ReadingRow } from "./row-context.ts"

/** Said of somebody who is proposed again: everything else needs a human. */
const STILL_WORKS =
  /^(ya|y|masih( ada)?|aktif|masih aktif|(masih|tetap) (bekerja|kerja|aktif).*|still working)$/

/**
 * A list of last year's recipients asks what became of each. Silence is no answer: a recipient whose
 * standing was not chosen is not proposed again.
 */
export function readStanding(row: ReadingRow): void {
  if (!row.context.columns.has("standing")) return
  const said = foldText(row.text("standing")).trim()
  if (said === "" || /^[-–.?]+$/.test(said)) row.note("STANDING_MISSING", "standing")
  else if (!STILL_WORKS.test(said)) row.note("NOTE_STATUS", "standing")
}
