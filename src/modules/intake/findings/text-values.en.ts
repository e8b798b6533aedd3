import type { FindingTexts } from "./finding-parts.ts"

type ValueTexts = Pick<
  FindingTexts,
  | "NIK_IMPOSSIBLE"
  | "KK_INVALID"
  | "DOB_AMBIGUOUS"
  | "JOB_SEVERAL"
  | "NAME_BUSINESS"
  | "NAME_OTHER"
  | "FILE_TOO_MUCH"
>

/** What findings about numbers and dates that cannot be say in English. */
export const VALUE_TEXT_EN: ValueTexts = {
  NIK_IMPOSSIBLE: {
    what: "NIK with a region or a date that does not exist",
    where: '{cell} holds "{before}"',
    how: "It may go on. Compare the NIK with the identity card; the civil registry decides.",
  },
  KK_INVALID: {
    what: "Number of the family card that no card has",
    where: '{cell} holds "{before}"',
    how: "It may go on. Look at the family card and write its 16 digits as text.",
  },
  DOB_AMBIGUOUS: {
    what: "Birth date that can be read in two ways",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write day-month-year, such as 05-09-1979.",
  },
  JOB_SEVERAL: {
    what: "More than one occupation given",
    where: '{cell} holds "{before}"',
    how: "Write the one main occupation, which takes most of the time.",
  },
  NAME_BUSINESS: {
    what: "Name of a business, not of a person",
    where: '{cell} holds "{before}"',
    how: "Write the name of the worker as on the identity card; a business cannot be proposed.",
  },
  NAME_OTHER: {
    what: "What stands in the column of names is no name",
    where: '{cell} holds "{before}"',
    how: "See whether the row moved, then write the worker's name as on the identity card.",
  },
  FILE_TOO_MUCH: {
    what: "File beyond the bounds of what is read",
    where: 'file "{file}": {before}',
    how: "Delete formatted but empty sheets, rows and columns, or part it into several files, and send it again as .xlsx.",
  },
}
