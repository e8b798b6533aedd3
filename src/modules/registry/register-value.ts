import { localDate, type LocalDate } from "../../kernel/local-date.ts"
import { isNik, isPlaceholderNik, type Nik } from "../../kernel/nik.ts"
import { foldText } from "../../kernel/text-fold.ts"
import { readCalendarDate } from "../intake/index.ts"
import type { RegisterField } from "./register-field.ts"
import type { RegisterRecord } from "./register-table.ts"

/** The characters of a NIK without the marks that people put between and before its digits. */
export function bareNik(text: string): string {
  return text.replace(/[\s\u00a0.'’`"-]/g, "")
}

/** A NIK in a register counts only as 16 digits of text; a damaged one identifies nobody. */
export function nikOf(record: RegisterRecord): Nik | null {
  if (record.isNumberCell("nik")) return null
  const text = bareNik(record.text("nik"))
  return isNik(text) && !isPlaceholderNik(text) ? text : null
}

/** A date in a register: day before month, two-digit years of this century. */
export function dateOf(
  record: RegisterRecord,
  field: RegisterField,
  on: LocalDate,
): LocalDate | null {
  const text = record.text(field)
  if (text === "") return null
  if (record.isDateCell(field) && /^\d+(\.\d+)?$/.test(text))
    return readCalendarDate(text, { kind: "date", date1904: record.date1904, on, nik: null }).date
  const short = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})$/.exec(text)
  if (short) return localDate(2000 + Number(short[3]), Number(short[2]), Number(short[1]))
  return readCalendarDate(text, { kind: "text", date1904: false, on, nik: null }).date
}

const YES = /^(y|ya|yes|sesuai|cocok|benar|true|1|padan|sama|ada|terdaftar|dibayar|v|match\w*)$/
const NO = /^(t|tidak|tdk|bukan|belum|not|no|n|false|0|beda|berbeda|x)\b/

/** Y/T as registers write it; null where it says neither. */
export function yesNo(text: string): boolean | null {
  const plain = foldText(text)
  if (YES.test(plain)) return true
  return plain === "-" || NO.test(plain) ? false : null
}

const INACTIVE = /\bnon|tidak|tdk|berhenti|keluar|inactive|expired|habis|belum|lapsed|stop/
const ACTIVE = /aktif|active|terdaftar|enrolled|^(y|ya|yes|1)$/

/** Whether a status says that cover is running; null where it says neither. */
export function isActiveStatus(text: string): boolean | null {
  const plain = foldText(text)
  if (INACTIVE.test(plain)) return false
  return ACTIVE.test(plain) ? true : null
}

/** The segment of people whose employer pays. */
export function isWageEarner(segment: string): boolean {
  return /^(pu|ppu|penerima upah|wage earner)$/.test(foldText(segment))
}
