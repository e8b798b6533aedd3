import { parseIso, type LocalDate } from "../../kernel/local-date.ts"
import { parseMonth, type Month } from "../../kernel/period.ts"
import { rupiah, type Rupiah } from "../../kernel/rupiah.ts"
import type { LawProblem } from "./law-problem.ts"

/**
 * A place in a parsed YAML file. Reading never stops at a mistake: it notes the problem and goes on
 * with a stand-in, so that one run shows all mistakes; a book with problems is never used.
 */
export interface YamlCursor {
  readonly file: string
  readonly key: string
  readonly value: unknown
  readonly problems: LawProblem[]
}

export function note(cursor: YamlCursor, id: string, en: string): void {
  cursor.problems.push({ file: cursor.file, key: cursor.key, id, en })
}

export function at(cursor: YamlCursor, key: string): YamlCursor {
  const path = cursor.key === "" ? key : `${cursor.key}.${key}`
  return { ...cursor, key: path, value: isRecord(cursor.value) ? cursor.value[key] : undefined }
}

export function isPresent(cursor: YamlCursor): boolean {
  return cursor.value !== undefined && cursor.value !== null
}

/** Keys other than these are typing mistakes: a misspelt `to` would silently keep a value open. */
export function onlyKeys(cursor: YamlCursor, allowed: readonly string[]): void {
  if (!isRecord(cursor.value)) {
    note(cursor, "Harus berupa kelompok kunci: nilai.", "Must be a group of keys and values.")
    return
  }
  for (const key of Object.keys(cursor.value)) {
    if (allowed.includes(key)) continue
    const list = allowed.join(", ")
    note(at(cursor, key), `Kunci tidak dikenal. Pakai: ${list}.`, `Unknown key. Use: ${list}.`)
  }
}

/** The elements of a list; an absent list is empty unless it is required. */
export function items(cursor: YamlCursor, required = true): readonly YamlCursor[] {
  if (!isPresent(cursor) && !required) return []
  if (!Array.isArray(cursor.value)) {
    note(cursor, "Harus berupa daftar (- …).", "Must be a list (- …).")
    return []
  }
  return cursor.value.map((value: unknown, index) => ({
    ...cursor,
    key: `${cursor.key}[${index}]`,
    value,
  }))
}

export function text(cursor: YamlCursor): string {
  if (typeof cursor.value === "string" && cursor.value.trim() !== "") return cursor.value
  if (typeof cursor.value === "number") {
    const quoted = "Harus berupa teks: tulis di antara tanda kutip."
    note(cursor, quoted, "Must be text: put it in quotation marks.")
  } else note(cursor, "Wajib diisi dengan teks.", "Required: a text.")
  return ""
}

export function optionalText(cursor: YamlCursor): string | null {
  return isPresent(cursor) ? text(cursor) : null
}

export function textList(cursor: YamlCursor, required = true): readonly string[] {
  return items(cursor, required).map(text)
}

export function textRecord(cursor: YamlCursor): Readonly<Record<string, string>> {
  if (!isPresent(cursor)) return {}
  if (!isRecord(cursor.value)) {
    note(cursor, "Harus berupa kelompok kunci: nilai.", "Must be a group of keys and values.")
    return {}
  }
  return Object.fromEntries(Object.keys(cursor.value).map((key) => [key, text(at(cursor, key))]))
}

export function integer(cursor: YamlCursor, minimum = 0, maximum = 1_000_000): number {
  const { value } = cursor
  const whole = typeof value === "number" && Number.isInteger(value)
  if (whole && value >= minimum && value <= maximum) return value
  const range = `${minimum} … ${maximum}`
  note(cursor, `Harus bilangan bulat ${range}.`, `Must be a whole number ${range}.`)
  return minimum
}

/** The word `none` says "there is no such limit", on purpose; an empty cell would not. */
export function integerOrNone(cursor: YamlCursor, minimum: number, maximum: number): number | null {
  return cursor.value === "none" ? null : integer(cursor, minimum, maximum)
}

export function amount(cursor: YamlCursor): Rupiah {
  return rupiah(integer(cursor, 0, Number.MAX_SAFE_INTEGER))
}

/** "3856694.43" → 385669443. Quoted, because a YAML number could lose its sen. */
export function sen(cursor: YamlCursor): bigint {
  const match = typeof cursor.value === "string" && /^(\d+)(?:\.(\d{2}))?$/.exec(cursor.value)
  if (match) return BigInt(match[1] ?? "0") * 100n + BigInt(match[2] ?? "0")
  const example = '"3856694.43"'
  note(cursor, `Harus rupiah dalam kutip: ${example}.`, `Must be quoted rupiah: ${example}.`)
  return 0n
}

export function date(cursor: YamlCursor): LocalDate {
  const found = typeof cursor.value === "string" ? parseIso(cursor.value) : null
  if (found !== null) return found
  note(cursor, "Harus tanggal YYYY-MM-DD yang ada.", "Must be an existing date, YYYY-MM-DD.")
  return "0001-01-01" as LocalDate
}

export function optionalDate(cursor: YamlCursor): LocalDate | null {
  return isPresent(cursor) ? date(cursor) : null
}

export function month(cursor: YamlCursor): Month {
  const found = typeof cursor.value === "string" ? parseMonth(cursor.value) : null
  if (found !== null) return found
  note(cursor, "Harus bulan YYYY-MM.", "Must be a month, YYYY-MM.")
  return "0001-01" as Month
}

export function oneOf<T extends string>(cursor: YamlCursor, allowed: readonly [T, ...T[]]): T {
  const found = allowed.find((word) => word === cursor.value)
  if (found !== undefined) return found
  const list = allowed.join(", ")
  note(cursor, `Harus salah satu dari: ${list}.`, `Must be one of: ${list}.`)
  return allowed[0]
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}
