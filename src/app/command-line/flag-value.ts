import { dateParts, parseTyped, type LocalDate } from "../../kernel/local-date.ts"
import { ok, type Result } from "../../kernel/result.ts"
import type { Language } from "../../modules/intake/index.ts"
import { unusable, type UsageRefusal } from "./usage.ts"

/** Null where it was not given. */
export function yearOf(written: string | undefined): Result<number | null, UsageRefusal> {
  if (written === undefined) return ok(null)
  if (/^20\d\d$/.test(written)) return ok(Number(written))
  return unusable("--year", written, { id: "tahun, misalnya 2027", en: "a year, such as 2027" })
}

/** `example` is a date that would do. */
export function dateOf(
  flag: string,
  written: string | undefined,
  example: LocalDate,
): Result<LocalDate | null, UsageRefusal> {
  if (written === undefined) return ok(null)
  const date = parseTyped(written.trim())
  if (date !== null) return ok(date)
  const typed = typedDate(example)
  return unusable(flag, written, {
    id: `tanggal hari-bulan-tahun atau tahun-bulan-hari, misalnya ${typed} atau ${example}`,
    en: `a date as day-month-year or year-month-day, such as ${typed} or ${example}`,
  })
}

/** As Indonesia types a date. */
export function typedDate(date: LocalDate): string {
  const { year, month, day } = dateParts(date)
  return [day, month].map((part) => String(part).padStart(2, "0")).join("-") + `-${year}`
}

export function languageOf(written: string | undefined): Result<Language, UsageRefusal> {
  if (written === undefined || written === "id") return ok("id")
  if (written === "en") return ok("en")
  return unusable("--lang", written, { id: "id atau en", en: "id or en" })
}
