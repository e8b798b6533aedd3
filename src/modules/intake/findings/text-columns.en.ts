import type { FindingText } from "./finding-parts.ts"
import type { ColumnCode } from "./finding.ts"

/** What findings about columns say in English. */
export const COLUMN_TEXT_EN: Readonly<Record<ColumnCode, FindingText>> = {
  COLUMN_UNSURE: {
    what: "The meaning of a column is not certain",
    where: 'column "{cell}" in "{file}" headed "{before}"',
    how: "The column was not read. Choose what it holds: {after}. Head it otherwise, or complete its recipe (--save-map, then --map).",
  },
  COLUMN_OPEN: {
    what: "The row waits for the answer about a column",
    where: "{cell}",
    how: "What the column means is asked once for the whole file; nothing to do in this row.",
  },
  INCOME_NOT_MONTHLY: {
    what: "Income is not by the month",
    where: 'column "{cell}" in "{file}" headed "{before}"',
    how: 'Nobody wrote how many days are worked, so it was not counted. Ask for a column "Penghasilan per bulan".',
  },
  COLUMN_BY_CONTENT: {
    what: "Column read by what it holds, not by its heading",
    where: 'column "{cell}" in "{file}" headed "{before}"',
    how: "Read as {after}. Tell us if that is wrong.",
  },
  COLUMN_HIDDEN: {
    what: "A hidden column was read",
    where: 'column "{cell}" in "{file}" headed "{before}"',
    how: "Read as {after}, for no other column holds it. Make sure that it still holds good.",
  },
  LAYOUT_CHANGED: {
    what: "The columns differ from what was sent before",
    where: 'sheet "{cell}" in "{file}", gone: "{before}", new or moved: "{after}"',
    how: "Columns with the same heading are read as before, others were recognised anew. Look once more.",
  },
  FORMS_UNCLEAR: {
    what: "Forms of one person each cannot be told apart",
    where: 'sheet "{cell}" in "{file}"',
    how: "Nothing of it was read. Leave one empty row between people, or send a list.",
  },
  SHEET_HIDDEN: {
    what: "Hidden sheet was not read",
    where: 'sheet "{cell}" in "{file}"',
    how: "Show the sheet and send it again if its people are meant.",
  },
  SHEET_TOO_WIDE: {
    what: "Sheet was not read: more than 512 of its columns are filled",
    where: 'sheet "{cell}" in "{file}"',
    how: "Move the list of people to a new sheet without other columns and send it again.",
  },
  SHEET_JOINED: {
    what: "A sheet without headings was read with those of another",
    where: 'sheet "{cell}" in "{file}", headings of sheet "{before}"',
    how: "Their columns hold the same in the same order. Check a few people of that sheet.",
  },
  PAGES_JOINED: {
    what: "Columns on another page were read as part of this list",
    where: '"{cell}" in "{file}", which goes on from "{before}"',
    how: "Joined row by row, for their number and order are the same. Check a few people.",
  },
  PAGES_APART: {
    what: "Nobody can tell whose columns stand on this page",
    where: '"{cell}" in "{file}"',
    how: "Nothing of it was read. Send the original file, or print all columns of a person on one page.",
  },
  FILE_IS_REGISTER: {
    what: "The file is no list of proposals",
    where: 'file "{file}" reads as {before}',
    how: 'Put it into the folder "register" or "verifikasi", not "usulan". If people are proposed, complete it.',
  },
  REGISTER_WITHOUT_NIK: {
    what: "Without a column of NIKs it matches nobody",
    where: 'file "{file}" reads as {before}',
    how: "Ask its sender for a column of NIKs, 16 digits as text. A staff number or a name is not enough.",
  },
  LIST_IN_ONE_CELL: {
    what: "All that is said of a person stands in one cell",
    where: 'file "{file}"',
    how: "Part it into columns (in Excel: Data, Text to Columns), head each of them, then send it again.",
  },
  LIST_WITHOUT_PEOPLE: {
    what: "Nobody could be read below the column headings",
    where: 'sheet "{cell}" in "{file}", {before} rows',
    how: "If it is a list of people, send name and NIK in one row; if it is not, tell us.",
  },
  LIST_ALL_ASIDE: {
    what: "Nobody in this file can be taken yet",
    where: '"{file}", {before} people',
    how: "Add the columns that are not there ({after}) and send it again.",
  },
  CELL_NOTES: {
    what: "Notes on cells (comments) are not read",
    where: 'sheet "{cell}" in "{file}", cells {before}',
    how: "Open them. Where they tell of a person's standing, ask the sender to write it in the remarks.",
  },
  COLOUR_LEGEND: {
    what: "Colours of cells mean something, but are not read",
    where: 'sheet "{cell}" in "{file}": "{before}"',
    how: "Ask the sender to write it in the remarks of everybody who is coloured.",
  },
  SHEET_IGNORED: {
    what: "Sheet without column headings was not read",
    where: 'sheet "{cell}" in "{file}"',
    how: "Nothing to do if the sheet is no list of people.",
  },
}
