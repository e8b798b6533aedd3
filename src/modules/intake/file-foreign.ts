import type { Finding } from "./findings/finding.ts"
import type { RawSheet } from "../../platform/spreadsheet/workbook.ts"

// What a file is that is no list, told from the detail of its refusal: whoever sent it by mistake
// knows it again by its kind.

/** The detail of text without columns, as `headlessFinding` notes it. */
const PLAIN_TEXT = "plain text"

type Words = Readonly<Record<"id" | "en", string>>

const KINDS: readonly (readonly [pattern: RegExp, Words])[] = [
  [/^plain text/, { id: "teks biasa tanpa kolom", en: "plain text without columns" }],
  [/^(?:RAR|7-Zip|gzip|zip) archive/, { id: "arsip terkompres", en: "a compressed archive" }],
  [/^(?:Windows )?program/, { id: "program", en: "a program" }],
  [/^Word document/, { id: "dokumen Word lama (.doc)", en: "an old Word document (.doc)" }],
  [/^RTF document/, { id: "dokumen RTF", en: "an RTF document" }],
  [/^PowerPoint/, { id: "presentasi", en: "a presentation" }],
  [/^a document of type/, { id: "dokumen OpenDocument lain", en: "another OpenDocument file" }],
  [/^xlsb/, { id: "buku kerja biner (.xlsb)", en: "a binary workbook (.xlsb)" }],
  [/^(?:HTML|web) /, { id: "halaman web tanpa tabel", en: "a web page without a table" }],
  [/^XML/, { id: "dokumen XML", en: "an XML document" }],
]
const OTHER: Words = {
  id: "isi yang tidak dikenal",
  en: "content of no known kind",
}

/** In words. */
export function foreignWords(detail: string, language: "id" | "en"): string {
  return (KINDS.find(([pattern]) => pattern.test(detail))?.[1] ?? OTHER)[language]
}

const LONG_NUMBER = /\d{12}/

/** Half of the lines of a text have one cell, and none a number as long as a NIK: it has no columns. */
export function isProse(sheets: readonly RawSheet[]): boolean {
  const rows = sheets.flatMap((sheet) => sheet.rows)
  if (rows.some(({ cells }) => cells.some(({ text }) => LONG_NUMBER.test(text)))) return false
  return rows.filter(({ cells }) => cells.length <= 1).length * 2 >= rows.length
}

/** Why a file in which nothing heads a list is none. */
export function headlessFinding(sheets: readonly RawSheet[], isText: boolean): Finding {
  if (isInOneCell(sheets)) return { code: "LIST_IN_ONE_CELL", field: "file", before: "", after: "" }
  return isText && isProse(sheets)
    ? { code: "FILE_FOREIGN", field: "file", before: PLAIN_TEXT, after: "" }
    : { code: "FILE_HEADER_UNKNOWN", field: "", before: "", after: "" }
}

/** One line may be a remark. */
const LINES_MIN = 2

/** "1. Budi - 6471… - nelayan", as in a message: rows of one cell in which all of a person stands. */
function isInOneCell(sheets: readonly RawSheet[]): boolean {
  const isLine = (text: string): boolean => /\d{15}/.test(text) && /[a-z]{3}/i.test(text)
  const lines = sheets.flatMap(({ rows }) =>
    rows.filter(({ cells }) => {
      const filled = cells.filter(({ text }) => text.trim() !== "")
      return filled.length === 1 && isLine(filled[0]?.text ?? "")
    }),
  )
  return lines.length >= LINES_MIN
}
