import { isNik, isPlaceholderNik, nikDateParts } from "../../kernel/nik.ts"
import { foldText, foldWord } from "../../kernel/text-fold.ts"
import type { MatchRow, NikStanding } from "./match-row.ts"

/** A row in the form that blocking rules and comparisons read; "" is unknown throughout. */
export interface StandardRow {
  readonly key: string
  /** 16 digits that may identify; placeholders are unknown. */
  readonly nik: string
  readonly standing: NikStanding
  /** Digits and "?" where `nik` is unknown. */
  readonly nikPattern: string
  readonly kk: string
  /** Folded words of the name without titles, initials and what follows bin or binti. */
  readonly words: readonly string[]
  /** Folded single letters. */
  readonly initials: readonly string[]
  /** Words in alphabetical order, joined: one text for "Budi Santoso" and "Santoso Budi". */
  readonly sortedName: string
  /** yymmdd as written. */
  readonly writtenDate: string
  /** yymmdd inside the NIK. */
  readonly nikDate: string
  readonly sex: "L" | "P" | ""
  readonly area: string
  readonly rt: string
  readonly address: string
  readonly phone: string
  readonly sector: string
  readonly counts: boolean
}

const TITLES = new Set(["h", "hj", "haji", "hajah", "drs", "dra", "ir", "alm", "almh", "ust"])
const PATRONYMICS = new Set(["bin", "binti", "bt", "bte"])
const ADDRESS_NOISE = new Set([
  "jl",
  "jln",
  "jalan",
  "gg",
  "gang",
  "no",
  "nomor",
  "kel",
  "rt",
  "rw",
])

export function standardize(row: MatchRow): StandardRow {
  const written = row.answeredNik ?? row.nik ?? ""
  const nik = isNik(written) && !isPlaceholderNik(written) ? written : ""
  const nikParts = isNik(nik) ? nikDateParts(nik) : null
  const { words, initials } = splitName(row.name)
  return {
    key: row.key,
    nik,
    standing: row.nikStanding,
    nikPattern: nik === "" ? readablePattern(row) : "",
    kk: row.kk !== null && isNik(row.kk) && !isPlaceholderNik(row.kk) ? row.kk : "",
    words,
    initials,
    sortedName: words.toSorted().join(" "),
    writtenDate: row.birthDate === null ? "" : row.birthDate.replaceAll("-", "").slice(2),
    nikDate: nikParts === null ? "" : nik.slice(10, 12) + nik.slice(8, 10) + two(nikParts.day),
    sex: row.sex ?? nikParts?.sex ?? "",
    area: row.areaCode ?? "",
    rt: (row.rt ?? "").replace(/\D/g, "").replace(/^0+/, ""),
    address: foldAddress(row.address ?? ""),
    phone: foldPhone(row.phone ?? ""),
    sector: row.sector ?? "",
    counts: row.counts,
  }
}

function readablePattern(row: MatchRow): string {
  if (row.answeredNik !== null || row.nik !== null) return ""
  const pattern = row.nikReadable
  const known = pattern.replace(/\D/g, "").length
  if (!/^[\d?]{14,18}$/.test(pattern) || known < 6) return ""
  return isPlaceholderNik(pattern.replaceAll("?", "0").slice(0, 15)) ? "" : pattern
}

/** Titles go, a patronymic ends the name, single letters are initials except a leading M. */
export function splitName(name: string): { words: string[]; initials: string[] } {
  const [words, initials]: [string[], string[]] = [[], []]
  const written = foldText(name)
    .replace(/'/g, "")
    .split(/[^a-z]+/)
    .filter((word) => word !== "")
  for (const [position, word] of written.entries()) {
    if (PATRONYMICS.has(word) && position > 0) break
    if (TITLES.has(word) && written.length > 1) continue
    if (word.length > 1 || (word === "m" && words.length === 0)) words.push(foldWord(word))
    else initials.push(word === "m" ? "m" : foldWord(word).slice(0, 1))
  }
  return { words: words.filter((word) => word !== ""), initials }
}

function foldAddress(address: string): string {
  return foldText(address)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "" && !ADDRESS_NOISE.has(word))
    .map((word) => word.replace(/^0+(?=\d)/, ""))
    .join(" ")
}

/** National form; numbers too short to be one, or of a single repeated digit, are unknown. */
function foldPhone(phone: string): string {
  const digits = phone.replace(/\D/g, "").replace(/^(62|0)+/, "")
  return digits.length < 8 || /^(\d)\1+$/.test(digits) ? "" : digits
}

function two(value: number): string {
  return String(value).padStart(2, "0")
}
