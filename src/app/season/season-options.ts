import { dateParts, type LocalDate } from "../../kernel/local-date.ts"
import { ok, type Result } from "../../kernel/result.ts"
import type { Language } from "../../modules/intake/index.ts"
import { dateOf, languageOf, yearOf } from "../command-line/flag-value.ts"
import { readFlags } from "../command-line/read-flags.ts"
import { usageFault, unusable, type UsageRefusal } from "../command-line/usage.ts"
import { DEFAULT_PACK, NO_OUT } from "../run-options.ts"

/** What `payung season open` was asked. */
export interface SeasonOptions {
  readonly year: number
  readonly out: string
  readonly law: string
  /** Null: the day and month of the last registration date in the pack. */
  readonly deadline: LocalDate | null
  readonly json: boolean
  readonly language: Language
}

export function parseSeasonOptions(args: readonly string[]): Result<SeasonOptions, UsageRefusal> {
  const parsed = readFlags("season", args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  if (positionals.length === 0) return usageFault("season", NO_VERB)
  if (positionals[0] !== "open" || positionals.length > 1)
    return usageFault("season", unknownVerb(positionals.join(" ")))
  const { out = "", law = DEFAULT_PACK, json = false } = values
  const year = yearOf(values.year)
  if (!year.ok) return year
  if (year.value === null) return usageFault("--year", NO_YEAR)
  if (out === "") return usageFault("--out", NO_OUT)
  const deadline = dateOf("--deadline", values.deadline, exampleIn(year.value - 1))
  if (!deadline.ok) return deadline
  const within = [year.value - 1, year.value]
  if (deadline.value !== null && !within.includes(dateParts(deadline.value).year))
    return unusable("--deadline", deadline.value, {
      id: `tanggal dalam tahun ${within.join(" atau ")}, untuk tahun program ${year.value}`,
      en: `a date in ${within.join(" or ")}, for the programme year ${year.value}`,
    })
  const language = languageOf(values.lang)
  if (!language.ok) return language
  const said = { json, language: language.value }
  return ok({ year: year.value, out, law, deadline: deadline.value, ...said })
}

const exampleIn = (year: number): LocalDate => `${year}-11-15` as LocalDate

const NO_VERB = {
  id: "Tindakan belum disebut. Tulis: ./payung season open --year 2027 --out DIR",
  en: "The action is missing. Write: ./payung season open --year 2027 --out DIR",
}
const unknownVerb = (found: string) => ({
  id: `"season ${found}" tidak dikenal. Tulis: ./payung season open --year 2027 --out DIR`,
  en: `"season ${found}" is unknown. Write: ./payung season open --year 2027 --out DIR`,
})
const NO_YEAR = {
  id: "Tahun program belum disebut. Tambahkan --year, misalnya: --year 2027",
  en: "The programme year is missing. Add --year, for example: --year 2027",
}
