import {
  isPackedSlip,
  NO_DIGITS_PACKED,
  packDigits,
  textOfPacked,
} from "../../../columns/packed-digits.ts"
import { roomFor } from "../../../columns/growing.ts"
import { isNik, isPlaceholderNik, nikDateParts } from "../../../kernel/nik.ts"
import type { MatchRow, NikStanding } from "../match-row.ts"
import { AddressTable } from "./address-table.ts"
import { CodeTable } from "./code-table.ts"
import { NameTable } from "./name-table.ts"

/** Words of a row: as many as a line of the processor's cache holds, so that a look at a row is one. */
export const ROW = 16
/** Where they stand. Digits are packed; dates are yymmdd, since a NIK carries no century. */
export const [NIK_HIGH, NIK_LOW, KK_HIGH, KK_LOW, PHONE_HIGH, PHONE_LOW] = [0, 1, 2, 3, 4, 5]
export const [WRITTEN_DATE, NIK_DATE, NAME, MOTHER, ADDRESS] = [6, 7, 8, 9, 10]
/** AREA: kelurahan, and in the upper half the RT. TRAITS: see below. PATTERN: digits of a damaged NIK. */
export const [AREA, TRAITS, PATTERN] = [11, 12, 13]
/** How common the values of the row are on its list; see `noteCommonness`. */
export const COMMON = 14
/** In COMMON: how rare the name is, in whole bits below RARITIES; and flags. */
export const RARITIES = 16
export const [CROWDED_PHONE, HEAPED_WRITTEN] = [16, 32]

/** In TRAITS: the sex; what the register said of the NIK; does the row count; is its NIK of another birth; sector. */
export const [SEX_SHIFT, STANDING_SHIFT, COUNTS_SHIFT, FOREIGN_SHIFT, SECTOR_SHIFT] = [
  0, 2, 4, 5, 8,
]
export const [MAN, WOMAN] = [1, 2]
export const [CONFIRMED, NAME_DIFFERS, NOT_FOUND] = [1, 2, 3]
const STANDINGS: readonly NikStanding[] = ["unasked", "confirmed", "name_differs", "not_found"]

/** Where a word holds no value: 0, but for packed numbers, which are NO_DIGITS_PACKED. */
export const UNKNOWN = 0

/**
 * Rows in the form that blocking rules and comparisons read: numbers, of which 0 is unknown. Positions are
 * the order in which rows were added, which is the order of their keys.
 */
export class MatchTable {
  length = 0
  /** ROW words a row. */
  cells: Uint32Array = new Uint32Array(ROW * 16)
  readonly names = new NameTable()
  readonly mothers = new NameTable()
  readonly addresses = new AddressTable()
  readonly areas = new CodeTable()
  readonly sectors = new CodeTable()
  readonly patterns = new CodeTable()

  /** Adds a row behind those that stand here. */
  add(row: MatchRow): void {
    const at = this.length++ * ROW
    this.cells = roomFor(this.cells, at + ROW)
    const { cells } = this
    const written = row.answeredNik ?? row.nik ?? ""
    const nik = isNik(written) && !isPlaceholderNik(written) ? written : null
    const parts = nik === null ? null : nikDateParts(nik)
    setDigits(cells, at + NIK_HIGH, nik)
    setDigits(cells, at + KK_HIGH, row.kk !== null && isNumber(row.kk) ? row.kk : null)
    setDigits(cells, at + PHONE_HIGH, phoneDigits(row.phone ?? ""))
    cells[at + WRITTEN_DATE] = row.birthDate === null ? UNKNOWN : shortDate(row.birthDate)
    cells[at + NIK_DATE] =
      nik === null || parts === null
        ? UNKNOWN
        : packDigits(nik.slice(10, 12) + nik.slice(8, 10) + String(parts.day).padStart(2, "0"))
    cells[at + NAME] = this.names.numberOf(row.name)
    cells[at + MOTHER] = this.mothers.numberOf(row.motherName)
    cells[at + ADDRESS] = this.addresses.numberOf(row.address ?? "")
    const rt = Number((row.rt ?? "").replace(/\D/g, "").slice(-4))
    cells[at + AREA] = this.areas.numberOf(row.areaCode ?? "") | (rt << 16)
    const isForeign = isOtherBirth(cells[at + WRITTEN_DATE] ?? 0, cells[at + NIK_DATE] ?? 0)
    cells[at + TRAITS] =
      this.traitsOf(row, row.sex ?? parts?.sex ?? null) | (Number(isForeign) << FOREIGN_SHIFT)
    cells[at + PATTERN] = this.patterns.numberOf(nik === null ? readablePattern(row) : "")
  }

  /** All that a row says, as one text. */
  contentOf(position: number): string {
    return this.cells.subarray(position * ROW, position * ROW + COMMON).join()
  }

  /** The digits of a NIK, "?" where one is not readable; "" where there are none. */
  digitsAt(at: number): string {
    const high = this.cells[at + NIK_HIGH] ?? NO_DIGITS_PACKED
    if (high === NO_DIGITS_PACKED) return this.patterns.texts[this.cells[at + PATTERN] ?? 0] ?? ""
    return textOfPacked(high) + textOfPacked(this.cells[at + NIK_LOW] ?? 0)
  }

  private traitsOf(row: MatchRow, sex: "L" | "P" | null): number {
    return (
      ((sex === null ? UNKNOWN : sex === "L" ? MAN : WOMAN) << SEX_SHIFT) |
      (STANDINGS.indexOf(row.nikStanding) << STANDING_SHIFT) |
      ((row.counts ? 1 : 0) << COUNTS_SHIFT) |
      (this.sectors.numberOf(row.sector ?? "") << SECTOR_SHIFT)
    )
  }
}

/** Rows in the order of their keys. */
export function matchTable(rows: Iterable<MatchRow>): MatchTable {
  const table = new MatchTable()
  for (const row of rows) table.add(row)
  return table
}

function isNumber(digits: string): boolean {
  return isNik(digits) && !isPlaceholderNik(digits)
}

/** Sixteen digits, or fewer with zeros before them. */
function setDigits(cells: Uint32Array, at: number, digits: string | null): void {
  const whole = digits?.padStart(16, "0")
  cells[at] = whole === undefined ? NO_DIGITS_PACKED : packDigits(whole.slice(0, 8))
  cells[at + 1] = whole === undefined ? NO_DIGITS_PACKED : packDigits(whole.slice(8))
}

/** More than a slip of the pen, a default day or exchanged day and month. */
function isOtherBirth(written: number, inNik: number): boolean {
  if (written === UNKNOWN || inNik === UNKNOWN) return false
  const isOtherYear = (written ^ inNik) >>> 16 !== 0
  const isOtherDay = ((written ^ inNik) & 0xffff) !== 0
  return isOtherYear && isOtherDay && !isPackedSlip(written, inNik)
}

function shortDate(date: string): number {
  return packDigits(date.slice(2, 4) + date.slice(5, 7) + date.slice(8))
}

function readablePattern(row: MatchRow): string {
  if (row.answeredNik !== null || row.nik !== null) return ""
  const pattern = row.nikReadable
  const known = pattern.replace(/\D/g, "").length
  if (!/^[\d?]{14,18}$/.test(pattern) || known < 6) return ""
  return isPlaceholderNik(pattern.replaceAll("?", "0").slice(0, 15)) ? "" : pattern
}

/** National form; numbers too short to be one, or of a single repeated digit, are unknown. */
function phoneDigits(phone: string): string | null {
  const digits = phone.replace(/\D/g, "").replace(/^(62|0)+/, "")
  const isUnknown = digits.length < 8 || digits.length > 16 || /^(\d)\1+$/.test(digits)
  return isUnknown ? null : digits
}
