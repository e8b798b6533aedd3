import type { OverlapWords } from "./text.id.ts"

/** What `payung overlap` says in the terminal, in English. */
export const OVERLAP_WORDS_EN: OverlapWords = {
  partnerEntered: (name) => `${name} was entered.`,
  noPartners: "No other payer was entered yet. See: ./payung overlap --help",
  partnerHead: ["other payer", "kind", "basis", "holds", "asked", "answered"],
  noSessions: "No exchange was begun yet.",
  sessionHead: ["number", "other payer", "side", "state", "NIK", "found", "begun"],
  sides: { asked: "asked", answered: "answered" },
  states: { open: "waiting", finished: "finished", cancelled: "cancelled", answered: "answered" },
  of: (used, limit) => `${used} of ${limit}`,
  unusable: (count) =>
    `${count} lines without a whole NIK are not asked about: of them this exchange says nothing.`,
  working: "Computing points of the curve",
  offered: (count, out) =>
    `The offer about ${count} NIK was written to ${out}. Send it; keep this computer until the answer comes.`,
  answeredTo: (count, out) =>
    `The offer of ${count} NIK is answered; send ${out} back. No secret is left here.`,
  finished: (found, asked, out) =>
    `${found} of ${asked} NIK are paid by the other side too. The result is in ${out}; put it into register/ before ./payung run.`,
  suspicious: {
    all: "Every NIK was found. Check that the other side's list really holds all these people.",
    none: "Not one NIK was found. Check that the other side used the right list.",
  },
  cancelled: (session) =>
    `Exchange ${session} is cancelled and its secret deleted. The NIK asked about still count.`,
  unwritable: (out) =>
    `${out} cannot be written or exists already; nothing was begun. Choose another name.`,
  unreadable: (file) => `${file} cannot be read. Check its name and permissions.`,
}
