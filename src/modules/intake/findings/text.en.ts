import { SENDING_TEXT_EN } from "./text-sendings.en.ts"
import type { FindingTexts } from "./finding-parts.ts"
import { COLUMN_TEXT_EN } from "./text-columns.en.ts"
import { VALUE_TEXT_EN } from "./text-values.en.ts"

/** What every finding says in English: what, where, how. */
export const FINDING_TEXT_EN: FindingTexts = {
  ...VALUE_TEXT_EN,
  NIK_SPACES: {
    what: "NIK written with spaces, marks, or the word NIK before it",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; nothing to do.",
  },
  NIK_APOSTROPHE: {
    what: "NIK written with a quote mark",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; nothing to do.",
  },
  NIK_REGROUPED: {
    what: "NIK parted from the name, or joined from boxes",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; nothing to do.",
  },
  NIK_NUMERIC: {
    what: "NIK stored as a number, so its last digit is lost",
    where: '{cell} holds "{before}"',
    how: "Format the cell as text, look at the identity card and type the 16 digits again.",
  },
  NIK_SCI_TEXT: {
    what: "NIK kept in scientific notation, so most digits are lost",
    where: '{cell} holds "{before}"',
    how: "Format the cell as text, look at the identity card and type the 16 digits again.",
  },
  NIK_LETTERS: {
    what: "NIK with letters in it",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and replace the letters by the right digits.",
  },
  NIK_LENGTH: {
    what: "NIK without 16 digits",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write its 16 digits.",
  },
  NIK_EMPTY: {
    what: "NIK not filled in",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card or family card and write the 16 digits.",
  },
  NIK_PLACEHOLDER: {
    what: "NIK is only a placeholder",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write the real 16 digits.",
  },
  NIK_KK_SWAPPED: {
    what: "NIK and family card number in each other's column",
    where: '{cell} holds "{before}"',
    how: "Compare with both cards and exchange the two numbers.",
  },
  NIK_TYPO: {
    what: "NIK mistyped, as the civil registry shows",
    where: '{cell} holds "{before}"',
    how: "Compare with the identity card and write the right number.",
  },
  NIK_OTHER_PERSON: {
    what: "NIK of another person, as the civil registry shows",
    where: '{cell} holds "{before}"',
    how: "Look at this person's card and write the own number.",
  },
  NIK_TRUNCATED_TEXT: {
    what: "Last digit of the NIK turned into 0",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write the right last digit.",
  },
  NIK_NOT_FOUND: {
    what: "NIK unknown to the civil registry",
    where: '{cell} holds "{before}"',
    how: "Compare with the identity card. If it is the same, ask the person to see the registry.",
  },
  DOB_NIK_MISMATCH: {
    what: "Birth date differs from the date inside the NIK",
    where: '{cell} holds "{before}"',
    how: "It may go on. Compare number and date with the identity card.",
  },
  PERSON_NIK_DOB: {
    what: "NIK rightly carries another date than the birth date",
    where: "{cell}",
    how: "Both are right by the civil registry; nothing to do.",
  },
  DOB_FORMAT: {
    what: "Birth date written in another style than the other rows",
    where: "{cell}",
    how: "Read as {after}; nothing to do.",
  },
  DOB_2DIGIT: {
    what: "Year of birth with two digits",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; next time write four digits.",
  },
  DOB_MMDD: {
    what: "Month and day exchanged",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; next time write the day first.",
  },
  DOB_SWAP: {
    what: "Month and day exchanged, as the civil registry shows",
    where: '{cell} holds "{before}"',
    how: "Compare with the identity card and write day-month-year.",
  },
  DOB_IMPOSSIBLE: {
    what: "Birth date that no calendar has",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write day-month-year, such as 05-09-1979.",
  },
  DOB_YEAR_ONLY: {
    what: "Birth date holds only a year",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write day-month-year, such as 05-09-1979.",
  },
  DOB_TYPO: {
    what: "Birth date mistyped, as the civil registry shows",
    where: '{cell} holds "{before}"',
    how: "Compare with the identity card and write the right date.",
  },
  DOB_MISSING: {
    what: "Birth date not filled in",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and write day-month-year, such as 05-09-1979.",
  },
  SEX_MISSING: {
    what: "Sex not filled in",
    where: '{cell} holds "{before}"',
    how: "Taken from a readable NIK; next time write L or P.",
  },
  SEX_CONFLICT: {
    what: "Sex differs from the NIK",
    where: '{cell} holds "{before}"',
    how: "Compare number and sex with the identity card.",
  },
  KELURAHAN_ALIAS: {
    what: "Kelurahan abbreviated or misspelt",
    where: '{cell} holds "{before}"',
    how: "Only one kelurahan fits; nothing to do.",
  },
  KELURAHAN_UNKNOWN: {
    what: "Kelurahan empty or unknown",
    where: '{cell} holds "{before}"',
    how: "Write the kelurahan of the identity card, not an estate or a street.",
  },
  NAME_CASE: {
    what: "Name in lower or mixed case",
    where: '{cell} holds "{before}"',
    how: "Rewritten in capitals; nothing to do.",
  },
  NAME_SPACES: {
    what: "Name with needless spaces or marks",
    where: '{cell} holds "{before}"',
    how: "Spaces and marks tidied; nothing to do.",
  },
  NAME_TITLE: {
    what: "Name with a title or degree",
    where: '{cell} holds "{before}"',
    how: 'Read as "{after}" without it; nothing to do.',
  },
  NAME_VARIANT: {
    what: "Name spelt otherwise than in the civil registry",
    where: '{cell} holds "{before}"',
    how: "It may go on; the registry spelling is used.",
  },
  NAME_TYPO: {
    what: "Name one letter off the civil registry",
    where: '{cell} holds "{before}"',
    how: "It may go on; the registry spelling is used.",
  },
  NAME_UNICODE: {
    what: "Name with invisible or unusual marks",
    where: '{cell} holds "{before}"',
    how: "Marks tidied; nothing to do.",
  },
  NAME_MOJIBAKE: {
    what: "Garbled letters in the name",
    where: '{cell} holds "{before}"',
    how: "Look at the identity card and type the name again.",
  },
  NAME_BIN: {
    what: "Name with bin or binti added",
    where: '{cell} holds "{before}"',
    how: "It may go on; the name on the card has none.",
  },
  NAME_ALIAS: {
    what: "Name with a nickname",
    where: '{cell} holds "{before}"',
    how: 'Read as "{after}"; make sure the card says so.',
  },
  NAME_EMPTY: {
    what: "Name not filled in",
    where: '{cell} holds "{before}"',
    how: "Write the name as on the identity card.",
  },
  JOB_ABBREV: {
    what: "Occupation abbreviated",
    where: '{cell} holds "{before}"',
    how: "Only one sector fits; nothing to do.",
  },
  JOB_UNKNOWN: {
    what: "Occupation not clear",
    where: '{cell} holds "{before}"',
    how: "Write the daily work, such as bricklayer or vegetable seller.",
  },
  JOB_NOT_INFORMAL: {
    what: "Occupation is not vulnerable work",
    where: '{cell} holds "{before}"',
    how: "Correct it if wrong. If right, the person does not qualify.",
  },
  INCOME_TEXT: {
    what: "Income written as text",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; nothing to do.",
  },
  INCOME_RANGE: {
    what: "Income written as a range",
    where: '{cell} holds "{before}"',
    how: "The upper end is compared with the limit.",
  },
  INCOME_MISSING: {
    what: "Income not filled in",
    where: '{cell} holds "{before}"',
    how: "Write the average monthly income in rupiah, such as 1500000.",
  },
  INCOME_AMBIGUOUS: {
    what: "Income without a clear unit",
    where: '{cell} holds "{before}"',
    how: "Write the monthly income in full rupiah, such as 1500000.",
  },
  PHONE_FORMAT: {
    what: "Phone number in another style",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; nothing to do.",
  },
  PHONE_NUMERIC: {
    what: "Leading 0 of the phone number lost",
    where: '{cell} holds "{before}"',
    how: "Read as {after}; nothing to do.",
  },
  PHONE_TWO: {
    what: "Two phone numbers in one cell",
    where: '{cell} holds "{before}"',
    how: "The first one is used: {after}.",
  },
  PHONE_INVALID: {
    what: "Phone number incomplete or wrong",
    where: '{cell} holds "{before}"',
    how: "Write one working number, such as 081234567890, or leave it empty.",
  },
  MERGED_CELL: {
    what: "Cell merged with the one above",
    where: "{cell}",
    how: "Its value was filled down; nothing to do.",
  },
  DITTO_FILLED: {
    what: 'A mark for "as above"',
    where: '{cell} holds "{before}"',
    how: "Read as the row above says: {after}; nothing to do if that is right.",
  },
  HIDDEN_ROW: {
    what: "Hidden row",
    where: "{cell}",
    how: 'Show the row, then write "tetap" in the remarks if the person is proposed, "batal" if not.',
  },
  ROW_STRUCK: {
    what: "Row struck through",
    where: "{cell}",
    how: 'Write "tetap" in the remarks if the person is proposed, "batal" if not.',
  },
  ROW_SHIFTED: {
    what: "Cells moved one column to the right",
    where: "{cell}",
    how: "Move every cell back into its column.",
  },
  NOTE_STATUS: {
    what: "A remark says that the person's standing changed",
    where: '{cell} holds "{before}"',
    how: 'Empty the remark if it is wrong; write "batal" if the person is no longer meant.',
  },
  STANDING_MISSING: {
    what: "What became of last year's recipient is not said",
    where: "{cell} is empty",
    how: "Choose the present standing: still working, died, moved, formal job, no longer working, or not found.",
  },
  FORMULA_CELL: {
    what: "Cell with a formula",
    where: "{cell}",
    how: "Its stored result is used; nothing to do.",
  },
  FORMULA_ERROR: {
    what: "Formula that failed",
    where: '{cell} holds "{before}"',
    how: "Replace the formula by the real value.",
  },
  CSV_INJECTION: {
    what: "Text that a spreadsheet would run as a formula",
    where: '{cell} holds "{before}"',
    how: "Write the real value without = + - @ in front.",
  },
  CELL_NEWLINE: {
    what: "Cell with a line break",
    where: "{cell}",
    how: "The lines were joined; nothing to do.",
  },
  DUP_IN_FILE: {
    what: "Same person earlier in this file",
    where: "{cell}",
    how: "Both rows count as one person; nothing to do.",
  },
  DUP_ACROSS_FILES: {
    what: "Same person in a file received earlier",
    where: "{cell}",
    how: "All rows count as one person; nothing to do.",
  },
  DUP_FUZZY: {
    what: "Perhaps the same person with another NIK",
    where: "{cell}",
    how: "An officer compares both rows and decides.",
  },
  ROW_NOT_A_PERSON: {
    what: "Row is no person",
    where: "{cell}",
    how: "Headings, totals and signatures do not count; nothing to do.",
  },
  FILE_UNREADABLE: {
    what: "File damaged or cut off",
    where: 'file "{file}"',
    how: "Open the original, save it as .xlsx and send it again.",
  },
  FILE_EMPTY: {
    what: "The file holds nobody",
    where: 'file "{file}"',
    how: "Open the original and look. If it is filled, save and send it again: the download or attachment failed. If it has a heading only, fill in the list first.",
  },
  FILE_PROTECTED: {
    what: "File locked by a password",
    where: 'file "{file}"',
    how: "Open it in Excel, save it without a password and send it again.",
  },
  FILE_FOREIGN: {
    what: "File is no Excel, OpenDocument, CSV, Word or PDF list",
    where: 'file "{file}" is {before}',
    how: "What can be read: .xlsx, .xls, .ods, .csv, and tables in .docx and PDF. Save the list as .xlsx and send it again.",
  },
  FILE_SCANNED: {
    what: "The list is a photo or scan and cannot be read as text",
    where: 'file "{file}" ({before})',
    how: "Ask for the Excel file; without one, type it beside its picture, in the file permintaan/ketik-….",
  },
  FILE_ROWS_UNSETTLED: {
    what: "The rows of the PDF cannot be told apart for certain",
    where: 'file "{file}" ({before})',
    how: "Nothing was read, lest two people are mixed. Ask for the Excel or Word file.",
  },
  FILE_FROM_PDF: {
    what: "List was read from a PDF by the places of its letters and lines",
    where: 'file "{file}"',
    how: "Compare the number of people with the covering letter; better ask for the Excel file.",
  },
  FILE_HEADER_UNKNOWN: {
    what: "No header row found",
    where: 'file "{file}"',
    how: "Write headings such as NIK and Nama above each column and send it again.",
  },
  FILE_SENDER_UNKNOWN: {
    what: "Sender of the list unknown",
    where: 'file "{file}"',
    how: "Name the kelurahan or office in the letter or above the list.",
  },
  FILE_OF_SEVERAL: {
    what: "Sheets name different kelurahan, and no sender",
    where: 'file "{file}"',
    how: "Each sheet counts for its own kelurahan; name the office that sends it in the letter.",
  },
  SENDER_DISPUTED: {
    what: "The file's name names another kelurahan than its list",
    where: '"{file}" is read as {after}, its list names {before}',
    how: "Make sure who sent it: rename the file, or name the sender in surat-masuk.csv.",
  },
  FILE_COUNT_DIFFERS: {
    what: "Number of people in the letter differs from the file",
    where: "{file}: the letter says {before}, the file holds {after} people",
    how: "Check whether a sheet or a page was not sent.",
  },
  FILE_NOT_RECEIVED: {
    what: "File registered with a letter but not received",
    where: 'file "{file}"',
    how: "Send the file.",
  },
  ...COLUMN_TEXT_EN,
  ...SENDING_TEXT_EN,
}
