import type { SeasonWords } from "./text.id.ts"

/** The same in English. */
export const seasonTextEn: SeasonWords = {
  working: "Writing the letter and the workbooks …",
  opened: "The papers for the proposals of {year} are in {out}",
  letter: "call letter to {count} offices; fill in its number and date",
  forms: "one workbook for every office",
  statements: "of income, and of not being an employer; to be printed and signed",
  newOnly: "The database holds no list of {last}, so only new candidates are asked for.",
  recipients: "Asked about their standing: {count} people of the list of {last} computed last.",
  noTerms:
    "The policy pack has no programme year {year} yet. Add its ceiling and dates in law/ before lists are computed.",
  deadline:
    "To be returned by {deadline} (change it with --deadline). Put returned lists into usulan/.",
  passed:
    "NOTE: that day is over, and the papers above name it. Repeat with a day to come: --deadline DAY-MONTH-YEAR.",
}
