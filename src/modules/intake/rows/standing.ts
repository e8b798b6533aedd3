import { foldText } from "../../../kernel/text-fold.ts"
import type { ReadingRow } from "./context.ts"
import { noteStatus } from "./marks.ts"

/** Said of somebody who is proposed again. */
const STILL_WORKS =
  /^(ya|y|masih( ada)?|aktif|masih aktif|(masih|tetap) (bekerja|kerja|aktif).*|still working)$/

/** Said of somebody who works no more, or is not there any more. */
const WORKS_NO_MORE =
  /^(sudah )?(tidak|tdk|tak) (lagi |ada |di ?)?(bekerja|kerja|temukan|ditemukan|ketemu|aktif|ada)( lagi)?$/

/** "Tidak pindah", "belum meninggal", "mungkin pindah": what is denied or doubted is not told. */
const DENIED = /\b(tidak|tdk|tak|belum|blm|bukan|mungkin|katanya|apakah)\b|\?/

/**
 * A list of last year's recipients asks what became of each. Silence is no answer: a recipient whose
 * standing was not chosen is not proposed again. One of whom the office says that he left is not asked
 * about again: that is its answer.
 */
export function readStanding(row: ReadingRow): void {
  if (!row.context.columns.has("standing")) return
  const said = foldText(row.text("standing")).trim()
  const hasLeft = noteStatus(said)
  if (said === "" || /^[-–.?]+$/.test(said)) row.note("STANDING_MISSING", "standing")
  else if (WORKS_NO_MORE.test(said) || (hasLeft && !DENIED.test(said) && !STILL_WORKS.test(said)))
    row.note("NOT_PROPOSED", "standing")
  else if (hasLeft || !STILL_WORKS.test(said)) row.note("NOTE_STATUS", "standing")
}

/** Remarks tell of a changed standing, which is asked, or take the person back, which is not. */
export function readRemarks(row: Pick<ReadingRow, "note">, remarks: string): void {
  if (isWithdrawal(remarks)) row.note("NOT_PROPOSED", "remarks")
  else if (noteStatus(remarks)) row.note("NOTE_STATUS", "remarks")
}

const WITHDRAWAL =
  /^(di ?)?batal(kan)?( (di)?usulkan)?[.!]?$|^(tidak|tdk) (jadi|lagi) (di)?usulkan[.!]?$/

/** The remark that we ask for where a person is proposed no longer, and nothing besides. */
export function isWithdrawal(text: string): boolean {
  return WITHDRAWAL.test(foldText(text))
}
