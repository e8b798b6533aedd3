import type { MatchWords } from "./text.id.ts"

export const MATCH_WORDS_EN: MatchWords = {
  none: {
    open: "No pair waits for a verdict.",
    asked: "No pair was asked of the kelurahan.",
    decided: "No pair was decided yet.",
  },
  next: 'Explain: ./payung match explain NUMBER. Judge: ./payung match verdict NUMBER same --reason "…" (or different, ask-kelurahan).',
  gone: "this row is there no more",
  waterfall: ["bits", "sum", "because"],
  saved: "The verdict is saved; it takes effect with the next run (./payung run).",
  noLabels: "There is no verdict same or different yet, so nothing was learned.",
  unwritable: (out) => `${out} cannot be written. Choose another folder.`,
  learned: (count, out) => `${count} verdicts written to ${out}.`,
}
