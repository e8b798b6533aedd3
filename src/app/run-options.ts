import type { LocalDate } from "../kernel/local-date.ts"
import { ok, type Result } from "../kernel/result.ts"
import { rupiah, type Rupiah } from "../kernel/rupiah.ts"
import type { Language } from "../modules/intake/index.ts"
import type { FlagValues } from "./command-line/flags.ts"
import { dateOf, languageOf, yearOf } from "./command-line/flag-value.ts"
import { readFlags } from "./command-line/read-flags.ts"
import { usageFault, unusable, type UsageRefusal } from "./command-line/usage.ts"

/** What the command line asks; what is absent comes from the pack, never from today. */
export interface RunOptions {
  /** The cycle folder; "" for the inbox. */
  readonly folder: string
  /** Whether the run is computed from the imported files. */
  readonly inbox: boolean
  /** Nothing is stored: neither the next run nor the next season knows of it. */
  readonly dryRun: boolean
  readonly out: string
  readonly law: string
  readonly year: number | null
  readonly ceiling: Rupiah | null
  readonly months: number | null
  readonly asOf: LocalDate | null
  readonly seed: string | null
  readonly strict: boolean
  readonly json: boolean
  readonly language: Language
}

export const DEFAULT_PACK = "64.71-balikpapan"

export function parseRunOptions(args: readonly string[]): Result<RunOptions, UsageRefusal> {
  const parsed = readFlags("run", args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const inbox = values.inbox ?? false
  const folder = inbox && positionals.length === 0 ? "" : positionals[0]
  if (folder === undefined) return usageFault("FOLDER", NO_FOLDER)
  if (positionals.length > (inbox ? 0 : 1))
    return unusable("FOLDER", positionals.join(" "), ONE_FOLDER)
  if (values.out === undefined || values.out === "") return usageFault("--out", NO_OUT)
  const checked = checkedValues(values)
  if (!checked.ok) return checked
  const language = languageOf(values.lang)
  if (!language.ok) return language
  const { out, law = DEFAULT_PACK, seed = null, strict = false, json = false } = values
  const said = { strict, json, language: language.value }
  const dryRun = values["dry-run"] ?? false
  return ok({ folder, inbox, dryRun, out, law, seed, ...said, ...checked.value })
}

const NO_FOLDER = {
  id: "Folder siklus belum disebut. Tulis foldernya, misalnya: ./payung run example/balikpapan-2026 --out hasil",
  en: "The cycle folder is missing. Name it, for example: ./payung run example/balikpapan-2026 --out hasil",
}
const ONE_FOLDER = {
  id: "satu folder yang berisi usulan/, atau --inbox tanpa folder",
  en: "one folder that holds usulan/, or --inbox without a folder",
}
export const NO_OUT = {
  id: "Folder hasil belum disebut. Tambahkan --out DIR, misalnya: --out hasil",
  en: "The folder for the results is missing. Add --out DIR, for example: --out hasil",
}

type Checked = Pick<RunOptions, "year" | "ceiling" | "months" | "asOf">

function checkedValues(values: FlagValues<"run">): Result<Checked, UsageRefusal> {
  const { ceiling, months } = values
  const year = yearOf(values.year)
  if (!year.ok) return year
  if (ceiling !== undefined && !/^[1-9]\d{0,15}$/.test(ceiling))
    return unusable("--ceiling", ceiling, {
      id: "rupiah lebih dari nol, hanya angka, misalnya 2000000000",
      en: "rupiah above zero, digits only, such as 2000000000",
    })
  if (months !== undefined && !/^([1-9]|1[0-2])$/.test(months))
    return unusable("--months", months, { id: "angka 1 sampai 12", en: "a number from 1 to 12" })
  const asOf = dateOf("--as-of", values["as-of"], "2025-11-15" as LocalDate)
  if (!asOf.ok) return asOf
  return ok({
    year: year.value,
    ceiling: ceiling === undefined ? null : rupiah(BigInt(ceiling)),
    months: months === undefined ? null : Number(months),
    asOf: asOf.value,
  })
}
