import { localDate, type LocalDate } from "./local-date.ts"

/**
 * The national identity number, 16 digits as text: PPKKCC DDMMYY SSSS. Place and date are those of
 * the first registration and never change, so neither is required to agree with today's biodata.
 */
export type Nik = string & { readonly __kind: "nik" }

export function isNik(text: string): text is Nik {
  return /^\d{16}$/.test(text)
}

/** All digits alike, or serial 0000: never given out, so it identifies nobody. */
export function isPlaceholderNik(nik: string): boolean {
  return /^(\d)\1+$/.test(nik) || nik.endsWith("0000") || nik === "1234567890123456"
}

export interface NikDateParts {
  readonly day: number
  readonly month: number
  readonly yearOfCentury: number
  readonly sex: "L" | "P"
}

/** A woman's NIK adds 40 to the day of birth, so the raw digits are not a date. */
export function nikDateParts(nik: Nik): NikDateParts | null {
  const birthDay = dayOfNik(nik)
  const month = Number(nik.slice(8, 10))
  if (birthDay === null || month < 1 || month > 12) return null
  return { ...birthDay, month, yearOfCentury: Number(nik.slice(10, 12)) }
}

/**
 * The date of birth inside a NIK. The year has two digits: the youngest reading not after `on` is
 * taken unless it makes the person younger than `minimumAge` (a worker is not a small child).
 */
export function birthDateFromNik(nik: Nik, on: LocalDate, minimumAge = 5): LocalDate | null {
  const parts = nikDateParts(nik)
  if (parts === null) return null
  const currentYear = Number(on.slice(0, 4))
  const century = Math.floor(currentYear / 100) * 100
  const candidate = century + parts.yearOfCentury
  const year = candidate > currentYear - minimumAge ? candidate - 100 : candidate
  return localDate(year, parts.month, parts.day)
}

/** The day alone tells the sex, so a month that cannot be does not hide it. */
export function sexFromNik(nik: Nik): "L" | "P" | null {
  return dayOfNik(nik)?.sex ?? null
}

function dayOfNik(nik: Nik): { day: number; sex: "L" | "P" } | null {
  const rawDay = Number(nik.slice(6, 8))
  const sex = rawDay > 40 ? "P" : "L"
  const day = rawDay > 40 ? rawDay - 40 : rawDay
  return day < 1 || day > 31 ? null : { day, sex }
}

/** For lists: region and last four digits stay readable, the birth date does not. */
export function maskNik(nik: string): string {
  return nik.length < 8 ? "*".repeat(nik.length) : `${nik.slice(0, 4)}********${nik.slice(-4)}`
}
