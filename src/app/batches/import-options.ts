import { ok, type Result } from "../../kernel/result.ts"
import { isBatchKind, type BatchKind } from "../../modules/inbox/index.ts"
import type { Language } from "../../modules/intake/index.ts"
import type { FlagValues } from "../command-line/flags.ts"
import { languageOf, yearOf } from "../command-line/flag-value.ts"
import { readFlags } from "../command-line/read-flags.ts"
import { usageFault, unusable, type Told, type UsageRefusal } from "../command-line/usage.ts"
import { DEFAULT_PACK } from "../run-options.ts"

/** What `payung check` and `payung import` are asked. */
export interface ImportOptions {
  readonly paths: readonly string[]
  readonly askedKind: BatchKind | null
  readonly sender: string
  /** A recipe that overrides the remembered ones; its path. */
  readonly map: string | null
  readonly saveMap: boolean
  readonly errors: string | null
  readonly dryRun: boolean
  readonly yes: boolean
  readonly list: boolean
  readonly undo: string | null
  readonly law: string
  readonly year: number | null
  readonly json: boolean
  readonly language: Language
}

export function parseCheckOptions(args: readonly string[]): Result<ImportOptions, UsageRefusal> {
  const parsed = readFlags("check", args)
  return parsed.ok ? optionsOf(parsed.value, NO_FILE_TO_CHECK) : parsed
}

export function parseImportOptions(args: readonly string[]): Result<ImportOptions, UsageRefusal> {
  const parsed = readFlags("import", args)
  return parsed.ok ? optionsOf(parsed.value, NO_FILE_TO_IMPORT) : parsed
}

const NO_FILE_TO_CHECK = {
  id: "Berkas belum disebut. Tulis satu berkas atau folder, atau lebih: ./payung check BERKAS",
  en: "The file is missing. Name one file or folder, or more: ./payung check FILE",
}
const NO_FILE_TO_IMPORT = {
  id: "Berkas belum disebut. Tulis satu berkas atau lebih: ./payung import BERKAS",
  en: "The file is missing. Name one file or more: ./payung import FILE",
}

export const ERRORS_OF_ONE = {
  id: "--errors hanya untuk satu berkas. Jalankan perintah ini sekali untuk setiap berkas.",
  en: "--errors is for one file. Run this command once for every file.",
}

const ALONE = {
  id: "--list dan --undo berdiri sendiri, tanpa nama berkas lain. Nama yang berisi spasi ditulis di antara tanda petik.",
  en: "--list and --undo stand alone, without a file. A name with spaces is written in quotes.",
}

interface Parsed {
  readonly values: FlagValues<"import">
  readonly positionals: readonly string[]
}

function optionsOf(
  { values, positionals }: Parsed,
  noFile: Told,
): Result<ImportOptions, UsageRefusal> {
  const fault = firstFault(values, positionals, noFile)
  if (fault !== null) return fault
  const year = yearOf(values.year)
  if (!year.ok) return year
  const language = languageOf(values.lang)
  if (!language.ok) return language
  const asked = values.as ?? ""
  return ok({
    paths: positionals,
    askedKind: isBatchKind(asked) ? asked : null,
    sender: values.sender ?? "",
    map: values.map ?? null,
    saveMap: values["save-map"] ?? false,
    errors: values.errors ?? null,
    dryRun: values["dry-run"] ?? false,
    yes: values.yes ?? false,
    list: values.list ?? false,
    undo: values.undo ?? null,
    law: values.law ?? DEFAULT_PACK,
    year: year.value,
    json: values.json ?? false,
    language: language.value,
  })
}

function firstFault(
  { as: kind, errors, list, undo }: Parsed["values"],
  paths: readonly string[],
  noFile: Told,
): Result<never, UsageRefusal> | null {
  if (paths.length === 0 && list !== true && undo === undefined) return usageFault("FILE", noFile)
  if (paths.length > 0 && (list === true || undo !== undefined))
    return usageFault(list === true ? "--list" : "--undo", ALONE)
  if (kind !== undefined && !isBatchKind(kind)) {
    const kinds = "usulan, register, verifikasi"
    return unusable("--as", kind, {
      id: `${kinds} atau surat-masuk`,
      en: `${kinds} or surat-masuk`,
    })
  }
  if (errors !== undefined && !/\.xlsx$/i.test(errors))
    return unusable("--errors", errors, {
      id: "nama berkas yang berakhir dengan .xlsx",
      en: "a name that ends in .xlsx",
    })
  if (errors !== undefined && paths.length > 1) return usageFault("--errors", ERRORS_OF_ONE)
  return null
}
