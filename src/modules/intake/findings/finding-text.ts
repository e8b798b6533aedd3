import { formatDateId, parseIso } from "../../../kernel/local-date.ts"
import { formatRupiah, rupiah } from "../../../kernel/rupiah.ts"
import { columnLetters } from "../layout/column-letters.ts"
import { foreignWords } from "../file-foreign.ts"
import { limitWords } from "../file-limit.ts"
import { fieldWord } from "../layout/field-words.ts"
import type { FindingText, FindingTexts } from "./finding-parts.ts"
import type { Finding } from "./finding.ts"
import { FINDING_TEXT_EN } from "./text.en.ts"
import { FINDING_TEXT_ID } from "./text.id.ts"

export type Language = "id" | "en"

export const FINDING_TEXTS: Readonly<Record<Language, FindingTexts>> = {
  id: FINDING_TEXT_ID,
  en: FINDING_TEXT_EN,
}

export interface FindingPlace {
  /** In words: "sel C214", "kolom NIK", "baris 214". */
  readonly cell: string
  readonly file: string
}

/** "NIK tidak 16 angka: sel C214 berisi "64710…". Lihat KTP, lalu tulis 16 angka NIK." */
export function findingSentence(finding: Finding, place: FindingPlace, language: Language): string {
  const { what, where, how } = findingParts(finding, place, language)
  return `${what}: ${where}. ${how}`
}

/** Where the cell is in sight and coloured, its place is enough: "NIK tidak 16 angka (sel C214). …" */
export function findingNote(finding: Finding, place: FindingPlace, language: Language): string {
  const { what, how } = findingParts(finding, place, language)
  return `${what} (${place.cell}). ${how}`
}

/** The same in its three parts: what is wrong, where, and how to mend it. */
export function findingParts(
  finding: Finding,
  place: FindingPlace,
  language: Language,
): FindingText {
  const { what, where, how } = FINDING_TEXTS[language][finding.code]
  const values = new Map([
    ["cell", place.cell],
    ["file", place.file],
    ["before", shown(writtenOf(finding, language))],
    ["after", readable(finding, language)],
  ])
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => values.get(name) ?? "")
  const said = EMPTY[language].reduce((text, [of, is]) => text.replace(of, is), filled(where))
  return { what, where: said, how: filled(how) }
}

/** What the file had: where it met a bound, which one; where it is no list, what it is. */
function writtenOf({ code, before }: Finding, language: Language): string {
  if (code === "FILE_FOREIGN") return foreignWords(before, language)
  return code === "FILE_TOO_MUCH" ? limitWords(before, language) : before
}

/** Of a cell or a heading that says nothing that is said; the only sheet of a csv has no name. */
const EMPTY: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  id: [
    ['berisi ""', "kosong"],
    ['berjudul ""', "tanpa judul"],
    ['kolom "!', 'kolom "'],
  ],
  en: [
    ['holds ""', "is empty"],
    ['headed ""', "without a heading"],
    ['column "!', 'column "'],
  ],
}

/** What a cell was read as: dates and money as people write them. */
function readable({ code, after }: Finding, language: Language): string {
  if (code.startsWith("COLUMN") || code === "LIST_ALL_ASIDE")
    return after
      .split(" | ")
      .map((field) => fieldWord(field, language))
      .join(code === "LIST_ALL_ASIDE" ? ", " : COLUMN_OR[language])
  if (code.startsWith("INCOME") && /^\d+$/.test(after)) return formatRupiah(rupiah(BigInt(after)))
  const date = parseIso(after)
  return date !== null && language === "id" ? formatDateId(date) : shown(after)
}

const COLUMN_OR: Readonly<Record<Language, string>> = { id: " atau ", en: " or " }

/** Longer cell texts are cut: the reader finds the cell by its place. */
const SHOWN_MAX = 60

function shown(text: string): string {
  const line = text.replace(/\s+/g, " ").trim()
  return line.length > SHOWN_MAX ? `${line.slice(0, SHOWN_MAX - 1)}…` : line
}

/** "sel C214": where a field of a row stands in the file as sent, or the row where it has none. */
export function cellPlace(row: number, column: number | undefined, language: Language): string {
  const [cellWord, rowWord] = language === "id" ? ["sel", "baris"] : ["cell", "row"]
  return column === undefined ? `${rowWord} ${row}` : `${cellWord} ${columnLetters(column)}${row}`
}
