import type { LocalDate } from "../../kernel/local-date.ts"
import type { Nik } from "../../kernel/nik.ts"
import { foldText } from "../../kernel/text-fold.ts"
import { columnFor } from "./register-need.ts"
import type { RegisterRecord, RegisterTable } from "./register-table.ts"
import { dateOf, nikOf, yesNo } from "./register-value.ts"

export type PopulationResult =
  | "found"
  | "not_found"
  | "name_differs"
  | "birth_differs"
  | "deceased"
  | "moved"
  | "unclear"

/** The population office's answer about one NIK as it was asked. */
export interface PopulationAnswer {
  readonly nik: Nik
  readonly askedName: string
  readonly askedBirthDate: LocalDate | null
  readonly result: PopulationResult
  /** 0–100, of the name as asked with the name in the register. */
  readonly nameSimilarity: number | null
  readonly birthMatches: boolean | null
  readonly diedOn: LocalDate | null
  readonly movedOn: LocalDate | null
  readonly residentSince: LocalDate | null
  /** Code or name of the kelurahan, as the office writes it. */
  readonly area: string
}

/** A line without result and without any date is a question that nobody has answered yet. */
export function readPopulation(table: RegisterTable, on: LocalDate): (PopulationAnswer | null)[] {
  const [resultColumn, sinceColumn] = [
    columnFor("population", table, "result"),
    columnFor("population", table, "resident_since"),
  ]
  return table.records.flatMap((record) => {
    const dates = {
      diedOn: dateOf(record, "died_on", on),
      movedOn: dateOf(record, "moved_on", on),
      residentSince: dateOf(record, sinceColumn, on),
    }
    const result = resultOf(record.text(resultColumn), dates)
    if (result === null) return []
    const nik = nikOf(record)
    if (nik === null) return [null]
    const answer = {
      nik,
      askedName: record.text("name"),
      askedBirthDate: dateOf(record, "birth_date", on),
      result,
      nameSimilarity: similarityOf(record),
      birthMatches: result === "birth_differs" ? false : yesNo(record.text("birth_matches")),
      area: record.text("area"),
    }
    return [{ ...answer, ...dates }]
  })
}

type PopulationDates = Pick<PopulationAnswer, "diedOn" | "movedOn" | "residentSince">

function resultOf(text: string, dates: PopulationDates): PopulationResult | null {
  if (text !== "") return populationResult(text)
  if (dates.diedOn !== null) return "deceased"
  if (dates.movedOn !== null) return "moved"
  return dates.residentSince === null ? null : "found"
}

/** Written in percent or as a fraction of one. */
function similarityOf(record: RegisterRecord): number | null {
  const text = record.text("name_similarity").replace("%", "").replace(",", ".").trim()
  if (!/^\d+(\.\d+)?$/.test(text)) return null
  const similarity = Number(text)
  return similarity <= 1 ? similarity * 100 : similarity
}

const NOT = "\\b(?:tidak|tdk|tak|belum|blm|bukan|not)\\b"
const DIFFERS = "(?:tidak|tdk|tak|beda|berbeda|differs?|different|salah|mismatch)"
const BIRTH = "(?:lahir|dob|birth|ttl)"

/** First fit wins: what is graver stands first. */
const RESULTS: readonly (readonly [PopulationResult, RegExp])[] = [
  ["deceased", /\b(meninggal|wafat|mati|deceased|dead|died|alm|almarhum|almarhumah)\b/],
  ["moved", /\b(pindah|keluar|moved)\b/],
  ["birth_differs", new RegExp(`${BIRTH}.*\\b${DIFFERS}\\b|\\b${DIFFERS}\\b.*${BIRTH}`)],
  ["name_differs", new RegExp(`(?:nama|name).*\\b${DIFFERS}\\b|\\b${DIFFERS}\\b.*(?:nama|name)`)],
  [
    "not_found",
    /\b(tidak|tdk|tak|blm|belum) ?(di|ter)? ?(temu|ada|daftar|padan|valid|ketemu|kenal|rekam)/,
  ],
  ["not_found", /\bnot (found|exist|matched|known|registered|valid)|\bno (match|record)\b/],
  ["not_found", /\b(nihil|invalid|unknown|unmatched|kosong)\b/],
  [
    "found",
    /\b(sesuai|padan|cocok|ya|y|ok|found|valid|ditemukan|aktif|active|hidup|ada|terdaftar)\b/,
  ],
  ["found", /\b(match\w*|alive|exists)\b/],
]
const NEGATION = new RegExp(`${NOT}|^(?:t|n|no|ts)$`)
const NOT_DEAD_OR_MOVED = new RegExp(`${NOT} (?:meninggal|wafat|mati|pindah|keluar)`, "g")

/** The result in the register holder's own words. */
export function populationResult(text: string): PopulationResult {
  const plain = foldText(text).replace(/[_/]/g, " ").replace(NOT_DEAD_OR_MOVED, "hidup")
  const result = RESULTS.find(([, pattern]) => pattern.test(plain))?.[0] ?? "unclear"
  return result === "found" && NEGATION.test(plain) ? "unclear" : result
}

export function isKnownPerson(answer: PopulationAnswer): boolean {
  return answer.result !== "not_found" && answer.result !== "unclear"
}
