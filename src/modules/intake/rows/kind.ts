import type { RawRow } from "../../../platform/spreadsheet/workbook.ts"
import type { Columns } from "../layout/header-labels.ts"
import { isNumbering } from "../layout/header-rows.ts"
import type { Field } from "../layout/field.ts"

/** What a row below a header is; only a `person` is a candidate, the others are counted. */
export type RowKind =
  | "person"
  | "total"
  | "heading"
  | "numbering"
  | "header"
  | "signature"
  | "blank"

const TOTAL =
  /^\s*(sub\s*-?\s*(total|jumlah)|grand\s+total|total|jumlah|jml|rekap(itulasi)?|jumlah\s+dipindahkan|pindahan)\b/i
/** The line that shows how to fill in. */
const EXAMPLE = /^\s*(contoh|cth|misal(nya)?|example|ex)\b[.:]?\s*\d*\s*$/i
const OFFICIAL =
  "mengetahui|menyetujui|lurah\\b|camat\\b|kepala\\b|plt\\.?|a\\.?n\\.?\\s|ketua\\s+rt"
const CLOSING =
  "nip\\b|nip\\.|dibuat|disusun|petugas|operator|ttd|pembina\\b|penata\\b|halaman\\b|hal\\.|dicetak|" +
  "sumber\\s*:|nb\\b|n\\.b\\.|camat\\b|sekretaris\\b|ketua\\b|a/n\\b|diketahui|disetujui|verifikator\\b"
const SIGNATURE = new RegExp(`^\\s*(${OFFICIAL}|${CLOSING}|catatan\\b|\\*|keterangan\\s*:)`, "i")
const PLACE_AND_DATE = /^\s*[a-z .]+,\s*(\d{1,2}|\.{2,}|\s+)?\s*[a-z]+\s+(19|20)\d{2}\s*$/i

/** Fields whose presence shows a person; numbers and remarks stand beside totals too. */
export const PERSONAL: readonly Field[] = [
  "name",
  "name_first",
  "nik",
  "kk",
  "birth_date",
  "birth_place_date",
  "birth_place",
  "sex",
  "address",
  "phone",
  "occupation",
  "income",
  "mother_name",
  "area",
]
const PERSONAL_MIN = 3

/** What a row cannot say of its own kind. */
export interface KindPlace {
  /** Columns whose meaning is open, which hold something of a person all the same. */
  readonly asked?: readonly number[]
  /** A recapitulation began above. */
  readonly isRecap?: boolean
}

export function rowKind(
  row: RawRow,
  columns: Columns,
  { asked = [], isRecap = false }: KindPlace = {},
): RowKind {
  const texts = row.cells.filter((cell) => cell.text.trim() !== "")
  if (texts.length === 0) return "blank"
  if (isNumbering(row)) return "numbering"
  const filled = personalCount(row, columns, asked)
  const first = texts[0]?.text ?? ""
  const hasIdentity = texts.some((cell) => cell.text.replace(/\D/g, "").length >= 12)
  if (!hasIdentity && texts.slice(0, 3).some((cell) => TOTAL.test(cell.text))) return "total"
  if (isRecap && isCountRow(row)) return "total"
  if (texts.slice(0, 2).some((cell) => EXAMPLE.test(cell.text))) return "heading"
  if (filled >= PERSONAL_MIN) return "person"
  if (texts.some((cell) => SIGNATURE.test(cell.text) || PLACE_AND_DATE.test(cell.text)))
    return "signature"
  if (filled >= 2 && hasIdentity) return "person"
  if (filled >= 2 && isRunningNumber(row, columns)) return "person"
  return TOTAL.test(first) ? "total" : "heading"
}

const COUNT = /^(\d{1,4}( ?(orang|org|jiwa|kk|pekerja|peserta))?|-+)$/i

/** "1 | Nelayan | 3": a word with counts behind it, and nothing else. */
export function isCountRow(row: RawRow): boolean {
  const texts = row.cells.map((cell) => cell.text.trim()).filter((text) => text !== "")
  const word = texts.findIndex((text) => !/^\d+\.?$/.test(text))
  const counts = texts.slice(word + 1)
  return word >= 0 && word <= 1 && counts.length > 0 && counts.every((text) => COUNT.test(text))
}

/** Below a total or its title, without a number of its own, a recapitulation may follow. */
export function recapBelow(isRecap: boolean, kind: RowKind, row: RawRow): boolean {
  if (kind === "person" || kind === "header") return false
  return isRecap || (kind === "total" && !row.cells.some((cell) => /\d/.test(cell.text)))
}

function isRunningNumber(row: RawRow, columns: Columns): boolean {
  const column = columns.get("number")
  const cell = row.cells.find((candidate) => candidate.column === column)
  return cell !== undefined && /^\d+\.?$/.test(cell.text.trim())
}

function personalCount(row: RawRow, columns: Columns, asked: readonly number[]): number {
  const filled = new Set(
    row.cells.filter((cell) => cell.text.trim() !== "").map((cell) => cell.column),
  )
  const known = PERSONAL.flatMap((field) => columns.get(field) ?? [])
  return [...known, ...asked].filter((column) => filled.has(column)).length
}
