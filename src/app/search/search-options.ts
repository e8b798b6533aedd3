import { ok, refuse, type Result } from "../../kernel/result.ts"
import { isAuditText } from "../../modules/audit/index.ts"
import type { Language } from "../../modules/intake/index.ts"
import { readQuery, type SearchRefusal } from "../../modules/registry/index.ts"
import { languageOf, yearOf } from "../command-line/flag-value.ts"
import { readFlags } from "../command-line/read-flags.ts"
import { unusable, usageFault, type UsageRefusal } from "../command-line/usage.ts"
import { DEFAULT_PACK } from "../run-options.ts"

/** What `payung search` was asked. */
export interface SearchOptions {
  readonly text: string
  readonly purpose: string
  readonly year: number | null
  readonly limit: number
  readonly law: string
  readonly json: boolean
  readonly language: Language
}

export const LIMIT_USUAL = 20
export const LIMIT_MAX = 100
export const PURPOSE_USUAL = "search for a person"

export function parseSearchOptions(
  args: readonly string[],
): Result<SearchOptions, UsageRefusal | SearchRefusal> {
  const parsed = readFlags("search", args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const { law = DEFAULT_PACK, json = false, purpose = PURPOSE_USUAL } = values
  // Without quotation marks a name comes as several words.
  const text = positionals.join(" ")
  if (positionals.length === 0) return usageFault("search", NO_WORDS)
  const query = readQuery(text)
  if (!query.ok) return refuse(query.refusal)
  const limit = limitOf(values.limit ?? "")
  if (limit === null) return unusable("--limit", values.limit ?? "", NUMBER_OF_PERSONS)
  if (purpose.trim() === "" || !isAuditText(purpose.trim()))
    return unusable("--purpose", purpose, ONE_SENTENCE)
  const year = yearOf(values.year)
  if (!year.ok) return year
  const language = languageOf(values.lang)
  if (!language.ok) return language
  const said = { json, language: language.value, year: year.value }
  return ok({ text, limit, law, purpose: purpose.trim(), ...said })
}

/** Null where it is no number of persons to show. */
export function limitOf(written: string): number | null {
  if (written === "") return LIMIT_USUAL
  const limit = /^[1-9]\d{0,2}$/.test(written) ? Number(written) : 0
  return limit >= 1 && limit <= LIMIT_MAX ? limit : null
}

const NO_WORDS = {
  id: 'Nama atau nomor yang dicari belum ditulis. Tulis, misalnya: ./payung search "siti nurjanah"',
  en: 'The name or number to search for is missing. Write, for example: ./payung search "siti nurjanah"',
}
const NUMBER_OF_PERSONS = {
  id: `jumlah orang, 1 sampai ${LIMIT_MAX}`,
  en: `a number of persons, 1 to ${LIMIT_MAX}`,
}
const ONE_SENTENCE = {
  id: "satu kalimat paling banyak 200 huruf",
  en: "one sentence of at most 200 characters",
}
