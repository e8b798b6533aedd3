/**
 * The catalogue of findings. `handling`: auto = repaired by rule, only one reading is possible;
 * warn = taken with a warning; ask = a human must answer first; no = never becomes a candidate.
 * `stage`: import = visible in the file itself; register = needs another source.
 */
export type Handling = "auto" | "warn" | "ask" | "no"
export type Stage = "import" | "register" | "file"

/** One line of the catalogue. */
export interface FindingEntry {
  readonly stage: Stage
  readonly handling: Handling
}

const entry = (stage: Stage, handling: Handling): FindingEntry => ({ stage, handling })

export const FINDINGS = {
  NIK_SPACES: entry("import", "auto"),
  NIK_APOSTROPHE: entry("import", "auto"),
  NIK_REGROUPED: entry("import", "auto"),
  NIK_NUMERIC: entry("import", "ask"),
  NIK_SCI_TEXT: entry("import", "ask"),
  NIK_LETTERS: entry("import", "ask"),
  NIK_LENGTH: entry("import", "ask"),
  NIK_EMPTY: entry("import", "ask"),
  NIK_PLACEHOLDER: entry("import", "ask"),
  NIK_IMPOSSIBLE: entry("import", "warn"),
  NIK_KK_SWAPPED: entry("import", "ask"),
  KK_INVALID: entry("import", "warn"),
  NIK_TYPO: entry("register", "ask"),
  NIK_OTHER_PERSON: entry("register", "ask"),
  NIK_TRUNCATED_TEXT: entry("register", "ask"),
  NIK_NOT_FOUND: entry("register", "ask"),
  DOB_NIK_MISMATCH: entry("import", "warn"),
  PERSON_NIK_DOB: entry("register", "warn"),
  DOB_FORMAT: entry("import", "auto"),
  DOB_2DIGIT: entry("import", "auto"),
  DOB_MMDD: entry("import", "auto"),
  DOB_SWAP: entry("register", "warn"),
  DOB_IMPOSSIBLE: entry("import", "ask"),
  DOB_AMBIGUOUS: entry("import", "ask"),
  DOB_YEAR_ONLY: entry("import", "ask"),
  DOB_TYPO: entry("register", "warn"),
  DOB_MISSING: entry("import", "warn"),
  SEX_MISSING: entry("import", "auto"),
  SEX_CONFLICT: entry("import", "warn"),
  KELURAHAN_ALIAS: entry("import", "auto"),
  KELURAHAN_UNKNOWN: entry("import", "ask"),
  NAME_CASE: entry("import", "auto"),
  NAME_SPACES: entry("import", "auto"),
  NAME_TITLE: entry("import", "auto"),
  NAME_VARIANT: entry("register", "warn"),
  NAME_TYPO: entry("register", "warn"),
  NAME_UNICODE: entry("import", "auto"),
  NAME_MOJIBAKE: entry("import", "ask"),
  NAME_BIN: entry("register", "warn"),
  NAME_ALIAS: entry("import", "warn"),
  NAME_EMPTY: entry("import", "ask"),
  NAME_BUSINESS: entry("import", "ask"),
  NAME_OTHER: entry("import", "ask"),
  JOB_ABBREV: entry("import", "auto"),
  JOB_UNKNOWN: entry("import", "ask"),
  JOB_SEVERAL: entry("import", "ask"),
  JOB_NOT_INFORMAL: entry("import", "warn"),
  INCOME_TEXT: entry("import", "auto"),
  INCOME_RANGE: entry("import", "warn"),
  INCOME_MISSING: entry("import", "ask"),
  INCOME_AMBIGUOUS: entry("import", "ask"),
  PHONE_FORMAT: entry("import", "auto"),
  PHONE_NUMERIC: entry("import", "auto"),
  PHONE_TWO: entry("import", "auto"),
  PHONE_INVALID: entry("import", "warn"),
  MERGED_CELL: entry("import", "auto"),
  DITTO_FILLED: entry("import", "auto"),
  HIDDEN_ROW: entry("import", "ask"),
  ROW_STRUCK: entry("import", "ask"),
  ROW_SHIFTED: entry("import", "ask"),
  NOTE_STATUS: entry("import", "ask"),
  STANDING_MISSING: entry("import", "ask"),
  NOT_PROPOSED: entry("import", "no"),
  STANDING_DISPUTED: entry("register", "ask"),
  FORMULA_CELL: entry("import", "auto"),
  FORMULA_ERROR: entry("import", "ask"),
  CSV_INJECTION: entry("import", "warn"),
  CELL_NEWLINE: entry("import", "auto"),
  DUP_IN_FILE: entry("import", "warn"),
  DUP_ACROSS_FILES: entry("import", "warn"),
  DUP_FUZZY: entry("register", "ask"),
  FILE_DUPLICATE: entry("import", "no"),
  FILE_RESEND: entry("import", "warn"),
  RESEND_CHANGED: entry("import", "warn"),
  RESEND_MISSING: entry("import", "ask"),
  ROW_SUPERSEDED: entry("import", "no"),
  ROW_UNCHANGED: entry("import", "no"),
  ROW_NOT_A_PERSON: entry("import", "no"),
  FILE_UNREADABLE: entry("file", "ask"),
  FILE_TOO_MUCH: entry("file", "ask"),
  FILE_EMPTY: entry("file", "ask"),
  FILE_PROTECTED: entry("file", "ask"),
  FILE_FOREIGN: entry("file", "ask"),
  FILE_SCANNED: entry("file", "ask"),
  FILE_ROWS_UNSETTLED: entry("file", "ask"),
  FILE_FROM_PDF: entry("file", "warn"),
  FILE_HEADER_UNKNOWN: entry("file", "ask"),
  FILE_SENDER_UNKNOWN: entry("file", "ask"),
  FILE_OF_SEVERAL: entry("file", "ask"),
  SENDER_DISPUTED: entry("file", "ask"),
  FILE_COUNT_DIFFERS: entry("file", "warn"),
  FILE_NOT_RECEIVED: entry("file", "ask"),
  FILE_ORIGIN_UNKNOWN: entry("file", "ask"),
  FILE_RESEND_UNCLEAR: entry("file", "ask"),
  FILE_ORDER_ASSUMED: entry("file", "ask"),
  COLUMN_UNSURE: entry("file", "ask"),
  COLUMN_OPEN: entry("import", "ask"),
  INCOME_NOT_MONTHLY: entry("file", "ask"),
  COLUMN_BY_CONTENT: entry("file", "warn"),
  COLUMN_HIDDEN: entry("file", "warn"),
  LAYOUT_CHANGED: entry("file", "warn"),
  FORMS_UNCLEAR: entry("file", "ask"),
  SHEET_HIDDEN: entry("file", "warn"),
  CELL_NOTES: entry("file", "ask"),
  COLOUR_LEGEND: entry("file", "ask"),
  SHEET_IGNORED: entry("file", "warn"),
  SHEET_TOO_WIDE: entry("file", "ask"),
  PAGES_JOINED: entry("file", "warn"),
  SHEET_JOINED: entry("file", "warn"),
  PAGES_APART: entry("file", "ask"),
  FILE_IS_REGISTER: entry("file", "ask"),
  REGISTER_WITHOUT_NIK: entry("file", "ask"),
  LIST_WITHOUT_PEOPLE: entry("file", "ask"),
  LIST_IN_ONE_CELL: entry("file", "ask"),
  LIST_ALL_ASIDE: entry("file", "ask"),
} as const satisfies Record<string, FindingEntry>

export type FindingCode = keyof typeof FINDINGS

/** Findings about how a list is laid out, and about what it held as a whole. */
export type ColumnCode =
  | "COLUMN_UNSURE"
  | "COLUMN_OPEN"
  | "INCOME_NOT_MONTHLY"
  | "COLUMN_BY_CONTENT"
  | "COLUMN_HIDDEN"
  | "LAYOUT_CHANGED"
  | "FORMS_UNCLEAR"
  | "SHEET_HIDDEN"
  | "CELL_NOTES"
  | "COLOUR_LEGEND"
  | "SHEET_IGNORED"
  | "SHEET_TOO_WIDE"
  | "PAGES_JOINED"
  | "SHEET_JOINED"
  | "PAGES_APART"
  | "FILE_IS_REGISTER"
  | "REGISTER_WITHOUT_NIK"
  | "LIST_WITHOUT_PEOPLE"
  | "LIST_IN_ONE_CELL"
  | "LIST_ALL_ASIDE"

export function codesOfStage(stage: Stage): FindingCode[] {
  return findingCodes().filter((code) => FINDINGS[code].stage === stage)
}

/** Every code, in the catalogue's order. */
export function findingCodes(): FindingCode[] {
  return Object.keys(FINDINGS) as FindingCode[]
}

/**
 * One finding on one row: what was there, what stands there now or is proposed, and in which field.
 * The code is the rule that was applied.
 */
export interface Finding {
  readonly code: FindingCode
  readonly field: string
  readonly before: string
  /** Empty where no reading was found. */
  readonly after: string
}

export type SettledBy = "automatic" | "proposed" | "human"

/**
 * Who settles it: the rule alone, the rule where nobody objects, or a human. A repair without a
 * reading repaired nothing; a warning stands as taken, also where nothing could be read.
 */
export function settledBy({ code, after }: Pick<Finding, "code" | "after">): SettledBy {
  const handling = handlingOf(code)
  if (handling === "warn") return "proposed"
  return handling === "auto" && after !== "" ? "automatic" : "human"
}

export function handlingOf(code: FindingCode): Handling {
  return FINDINGS[code].handling
}

const ORDER = new Map<string, number>(findingCodes().map((code, index) => [code, index]))

/** Codes of a row, each once, in the catalogue's order. */
export function sortedCodes(findings: readonly Finding[]): FindingCode[] {
  const codes = [...new Set(findings.map((finding) => finding.code))]
  return codes.sort((a, b) => (ORDER.get(a) ?? 0) - (ORDER.get(b) ?? 0))
}
