import { parseIso, type LocalDate } from "../../kernel/local-date.ts"
import { ok, type Result } from "../../kernel/result.ts"
import type { Language } from "../../modules/intake/index.ts"
import { unusable, type UsageRefusal } from "./usage.ts"

/** Null where it was not given. */
export function yearOf(written: string | undefined): Result<number | null, UsageRefusal> {
  if (written === undefined) return ok(null)
  if (/^20\d\d$/.test(written)) return ok(Number(written))
  return unusable("--year", written, { id: "tahun, misalnya 2027", en: "a year, such as 2027" })
}

export function dateOf(
  flag: string,
  written: string | undefined,
  example: string,
): Result<LocalDate | null, UsageRefusal> {
  if (written === undefined) return ok(null)
  const date = parseIso(written)
  if (date !== null) return ok(date)
  return unusable(flag, written, {
    id: `tanggal tahun-bulan-hari, misalnya ${example}`,
    en: `a date as year-month-day, such as ${example}`,
  })
}

export function languageOf(written: string | undefined): Result<Language, UsageRefusal> {
  if (written === undefined || written === "id") return ok("id")
  if (written === "en") return ok("en")
  return unusable("--lang", written, { id: "id atau en", en: "id or en" })
}
