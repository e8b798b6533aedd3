import type { SendingTexts } from "./finding-parts.ts"

/** The same in English. */
export const SENDING_TEXT_EN: SendingTexts = {
  FILE_DUPLICATE: {
    what: "File is a copy of another",
    where: 'same content as "{before}"',
    how: "Rows of the copy do not count; nothing to do.",
  },
  FILE_RESEND: {
    what: "Row unchanged since the earlier sending",
    where: 'earlier sending "{before}"',
    how: "The later sending counts; nothing to do.",
  },
  RESEND_CHANGED: {
    what: "Row changed since the earlier sending",
    where: 'earlier sending "{before}"',
    how: "The later sending counts; nothing to do.",
  },
  RESEND_MISSING: {
    what: "Person missing from the later sending",
    where: 'later sending "{before}"',
    how: 'Leave the row if the person is still meant; write "batal" in the remarks if not.',
  },
  ROW_SUPERSEDED: {
    what: "Row replaced by a later sending",
    where: 'later sending "{before}"',
    how: "The later sending counts; nothing to do.",
  },
  NOT_PROPOSED: {
    what: "Proposed no longer, says the sender",
    where: '{cell} says "{before}"',
    how: "Not counted as a candidate. If that is wrong, correct the cell and send again.",
  },
  STANDING_DISPUTED: {
    what: "Another office says that this person can be proposed no longer",
    where: '{cell}, against "{before}"',
    how: "Ask both offices; the one that still proposes answers in the sheet Status usulan.",
  },
  ROW_UNCHANGED: {
    what: "Row came back unchanged",
    where: 'the same as "{before}"',
    how: "The original row counts; nothing to do.",
  },
  FILE_ORIGIN_UNKNOWN: {
    what: "Corrected file came back, but its original is not in the folder",
    where: 'file "{file}" is read as an ordinary list',
    how: "Put the original back into the folder, or leave it so if this file holds all rows.",
  },
  FILE_RESEND_UNCLEAR: {
    what: "Not clear whether this file replaces or adds",
    where: 'most people of file "{file}" are in file "{before}" too; both count',
    how: "Write pengganti, tambahan or perbaikan into the column Keterangan of surat masuk.",
  },
  FILE_ORDER_ASSUMED: {
    what: "Order of sendings was inferred, not registered",
    where: 'file "{file}" is taken as later than file "{before}"',
    how: "Check permintaan/surat-masuk.xlsx, mend the order, and save it in the folder as surat-masuk.xlsx.",
  },
}
