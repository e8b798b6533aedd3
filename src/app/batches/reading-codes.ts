import { maskNumbers, type CodeCount, type ReadingSheet } from "../../modules/inbox/index.ts"
import {
  findingParts,
  FINDINGS,
  type Finding,
  type FindingCode,
  type IntakeRow,
  type Language,
} from "../../modules/intake/index.ts"

/** Rows per code with the first place of each, most frequent first. */
export function codesOf(rows: Iterable<IntakeRow>): CodeCount[] {
  const found = new Map<FindingCode, { rows: number; first: CodeCount["first"] }>()
  for (const row of rows) {
    const seen = new Set<FindingCode>()
    for (const finding of row.findings) {
      if (seen.has(finding.code)) continue
      seen.add(finding.code)
      const known = found.get(finding.code)
      if (known === undefined)
        found.set(finding.code, { rows: 1, first: { sheet: row.sheet, row: row.row, finding } })
      else known.rows += 1
    }
  }
  return [...found]
    .map(([code, count]) => ({ code, ...count }))
    .sort((a, b) => b.rows - a.rows || (a.code < b.code ? -1 : 1))
}

/** Somebody must answer it or look at it. */
export function isDoubt(code: FindingCode): boolean {
  const { handling } = FINDINGS[code]
  return handling === "ask" || handling === "warn"
}

/** Lists that split or join a field have another column for it. */
const STANDS_IN: Readonly<Record<string, string>> = {
  birth_date: "birth_place_date",
  sex: "sex_male",
}

/** "C214" where the column of the finding's field is known, else "". */
export function cellOf(
  sheets: readonly ReadingSheet[],
  place: {
    readonly sheet: string
    readonly row: number
    readonly finding: Pick<Finding, "field">
  },
): string {
  const columns = sheets.find((sheet) => sheet.name === place.sheet)?.columns ?? []
  const fields = [place.finding.field, STANDS_IN[place.finding.field]]
  const column = columns.find(({ field }) => field !== "" && fields.includes(field))
  return column === undefined ? "" : `${column.column}${place.row}`
}

/** What – where – how of a finding in a row; long numbers are masked. */
export function rowParts(
  sheets: readonly ReadingSheet[],
  place: { readonly sheet: string; readonly row: number; readonly finding: Finding },
  { file, language }: { readonly file: string; readonly language: Language },
): { readonly what: string; readonly where: string; readonly how: string } {
  const cell = cellOf(sheets, place)
  const [cellWord, rowWord] = language === "id" ? ["sel", "baris"] : ["cell", "row"]
  const named = cell === "" ? `${rowWord} ${place.row}` : `${cellWord} ${cell}`
  return findingParts(masked(place.finding), { cell: named, file }, language)
}

/** The same of a finding about the file as a whole. */
export function fileParts(
  finding: Finding,
  { file, language }: { readonly file: string; readonly language: Language },
): { readonly what: string; readonly where: string; readonly how: string } {
  return findingParts(masked(finding), { cell: finding.field, file }, language)
}

/** The same with long numbers hidden: what stands in a cell may be a NIK. */
export function masked(finding: Finding): Finding {
  return {
    ...finding,
    before: maskNumbers(finding.before),
    after: maskNumbers(finding.after),
  }
}
