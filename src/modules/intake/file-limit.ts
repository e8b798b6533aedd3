// Which bound a file met, told from the detail of its refusal: a file that is only too much is not
// damaged, and is mended otherwise.
export type FileLimit =
  | "size"
  | "memory_time"
  | "sheets"
  | "cells"
  | "columns"
  | "rows"
  | "others"
  | "headers"
  | "text"
  | "pages"
  | "entries"
  | "inflated"
  | "structure"

const LIMITS: readonly (readonly [FileLimit, RegExp])[] = [
  ["size", /^larger than \d+ MB$/],
  ["memory_time", /^too complex to read|^limit of memory or time$/],
  ["sheets", /too many sheets/],
  ["cells", /too many cells|too many shared strings|too much text/],
  ["columns", /too many (?:fields|column definitions)/],
  ["rows", /too many rows|a row outside the sheet/],
  ["text", /too long|longer than that of any list|more than a megabyte/],
  ["pages", /more than \d+ pages/],
  ["entries", /\d+ entries in the archive/],
  ["inflated", /inflates beyond/],
  ["structure", /too many (?:elements|attributes|cell formats)|nested too deeply/],
]

/** The bound that a detail names; null where the file is damaged. */
export function limitOf(detail: string): FileLimit | null {
  return LIMITS.find(([, pattern]) => pattern.test(detail))?.[0] ?? null
}

const WORDS: Readonly<Record<FileLimit, Readonly<Record<"id" | "en", string>>>> = {
  size: { id: "berkas lebih besar daripada 256 MB", en: "the file is larger than 256 MB" },
  memory_time: {
    id: "membacanya memerlukan memori atau waktu melebihi batas",
    en: "reading it takes more memory or time than is allowed",
  },
  sheets: { id: "terlalu banyak lembar", en: "too many sheets" },
  cells: { id: "terlalu banyak sel atau teks", en: "too many cells or texts" },
  columns: { id: "terlalu banyak kolom", en: "too many columns" },
  rows: { id: "terlalu banyak baris", en: "too many rows" },
  others: { id: "hampir semua barisnya bukan orang", en: "hardly any of its rows is a person" },
  headers: {
    id: "judul kolomnya diulang terlalu sering",
    en: "its header is repeated too often",
  },
  text: { id: "isi satu sel atau baris terlalu panjang", en: "a cell or row is too long" },
  pages: { id: "terlalu banyak halaman", en: "too many pages" },
  entries: { id: "terlalu banyak bagian di dalam berkas", en: "too many parts within the file" },
  inflated: {
    id: "isinya mengembang melebihi batas saat dibuka",
    en: "its content grows beyond the bound when it is opened",
  },
  structure: { id: "susunannya terlalu rumit", en: "its structure is too complex" },
}

/** In words; a text that names no bound stays as it is. */
export function limitWords(limit: string, language: "id" | "en"): string {
  return isLimit(limit) ? WORDS[limit][language] : limit
}

function isLimit(limit: string): limit is FileLimit {
  return Object.hasOwn(WORDS, limit)
}
