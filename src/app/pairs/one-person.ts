import type { LocalDate } from "../../kernel/local-date.ts"
import { maskNik } from "../../kernel/nik.ts"
import { readTyped } from "../../modules/intake/index.ts"
import {
  explainPair,
  matchOne,
  type MatchRow,
  type OneMatch,
} from "../../modules/matching/index.ts"

/** Somebody as typed at a counter; fields that are not known are left out. */
export interface OnePerson {
  readonly name: string
  readonly nik: string
  readonly kk: string
  readonly birthDate: string
  readonly sex: string
  readonly areaCode: string
  readonly phone: string
}

/** A person of the registry, as far as it is compared. */
interface Known {
  readonly personId: string
  readonly name: string
  readonly birthDate: string | null
  readonly sex: "L" | "P" | null
  readonly areaCode: string | null
  readonly nik: string | null
  readonly kk: string | null
  readonly phone: string | null
}

const NOTHING: MatchRow = {
  ...{ key: "", nik: null, nikStanding: "unasked", nikReadable: "", kk: null, name: "" },
  ...{ motherName: "", birthDate: null, sex: null, areaCode: null, rt: null, address: null },
  ...{ phone: null, sector: null, fileKey: "", answeredNik: null, counts: true },
}

/** What was typed, read as a row of a list is. */
export function typedRow(typed: OnePerson, on: LocalDate): MatchRow {
  const { nik, nikPattern, kk, name, birthDate, sex, phone } = readTyped(typed, on)
  const areaCode = typed.areaCode === "" ? null : typed.areaCode
  const readable = nik === null ? nikPattern : ""
  return { ...NOTHING, nik, nikReadable: readable, kk, name, birthDate, sex, phone, areaCode }
}

/** Numbers by which somebody is looked up. */
export function numbersOf(row: MatchRow): string[] {
  return [row.nik, row.kk, row.phone].filter(
    (number) => number !== null && number !== "",
  ) as string[]
}

/** Those who may be the person, the most likely first, with the reasons in words. */
export function likelyPersons(
  row: MatchRow,
  known: readonly Known[],
  of: { readonly counts: Parameters<typeof matchOne>[2]; readonly language: "id" | "en" },
) {
  const rows = known.map((person): MatchRow => {
    const { personId, nik, kk, name, sex, areaCode, phone } = person
    const birthDate = person.birthDate as LocalDate | null
    return { ...NOTHING, key: personId, nik, kk, name, sex, areaCode, phone, birthDate }
  })
  return matchOne(row, rows, of.counts)
    .filter(({ verdict }) => verdict !== "apart")
    .map((match) => document(match, known[match.b], of.language))
}

function document(match: OneMatch, person: Known | undefined, language: "id" | "en") {
  return {
    person: person?.personId,
    name: person?.name,
    birth_date: person?.birthDate ?? null,
    nik: maskNik(person?.nik ?? ""),
    kelurahan_code: person?.areaCode ?? null,
    probability: Number(match.score.toFixed(4)),
    verdict: match.verdict,
    because: explainPair(match, language).map(({ words, weight }) => ({
      words,
      bits: Number(weight.toFixed(2)),
    })),
  }
}
