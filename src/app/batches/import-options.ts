import { parseArgs } from "node:util"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { isBatchKind, type BatchKind } from "../../modules/inbox/index.ts"
import type { Language } from "../../modules/intake/index.ts"
import { DEFAULT_PACK, type UsageRefusal } from "../run-options.ts"

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

const CHECK_FLAGS = {
  as: { type: "string" },
  sender: { type: "string" },
  map: { type: "string" },
  "save-map": { type: "boolean" },
  errors: { type: "string" },
  law: { type: "string" },
  year: { type: "string" },
  json: { type: "boolean" },
  lang: { type: "string" },
} as const

const IMPORT_FLAGS = {
  ...CHECK_FLAGS,
  "dry-run": { type: "boolean" },
  yes: { type: "boolean" },
  list: { type: "boolean" },
  undo: { type: "string" },
} as const

interface Values {
  readonly as?: string | undefined
  readonly sender?: string | undefined
  readonly map?: string | undefined
  readonly "save-map"?: boolean | undefined
  readonly errors?: string | undefined
  readonly law?: string | undefined
  readonly year?: string | undefined
  readonly json?: boolean | undefined
  readonly lang?: string | undefined
  readonly "dry-run"?: boolean | undefined
  readonly yes?: boolean | undefined
  readonly list?: boolean | undefined
  readonly undo?: string | undefined
}

interface Parsed {
  readonly values: Values
  readonly positionals: readonly string[]
}

export function parseCheckOptions(args: readonly string[]): Result<ImportOptions, UsageRefusal> {
  const read = () => parseArgs({ args: [...args], options: CHECK_FLAGS, allowPositionals: true })
  return parse(read, "check")
}

export function parseImportOptions(args: readonly string[]): Result<ImportOptions, UsageRefusal> {
  const read = () => parseArgs({ args: [...args], options: IMPORT_FLAGS, allowPositionals: true })
  return parse(read, "import")
}

function parse(
  read: () => Parsed,
  command: "check" | "import",
): Result<ImportOptions, UsageRefusal> {
  let parsed: Parsed
  try {
    parsed = read()
  } catch (error) {
    const found = error instanceof Error ? error.message : ""
    return usage("flag", found, ["lihat ./payung --help", "see ./payung --help"])
  }
  const { values, positionals } = parsed
  const fault = firstFault(values, positionals, command)
  if (fault !== null) return fault
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
    year: values.year === undefined ? null : Number(values.year),
    json: values.json ?? false,
    language: values.lang === "en" ? "en" : "id",
  })
}

function firstFault(
  values: Values,
  paths: readonly string[],
  command: "check" | "import",
): Result<never, UsageRefusal> | null {
  const { as: kind, year, lang, errors, list, undo } = values
  if (paths.length === 0 && list !== true && undo === undefined) {
    const what = command === "check" ? "berkas atau folder" : "berkas"
    return usage("FILE", "", [`satu ${what} atau lebih`, "one file or more"])
  }
  if (kind !== undefined && !isBatchKind(kind)) {
    const kinds = "usulan, register, verifikasi, surat-masuk"
    return usage("--as", kind, [kinds, kinds])
  }
  if (year !== undefined && !/^20\d\d$/.test(year))
    return usage("--year", year, ["tahun, misalnya 2026", "a year, such as 2026"])
  if (lang !== undefined && lang !== "id" && lang !== "en")
    return usage("--lang", lang, ["id atau en", "id or en"])
  if (errors !== undefined && !/\.xlsx$/i.test(errors))
    return usage("--errors", errors, ["nama berkas .xlsx", "a name ending in .xlsx"])
  if (errors !== undefined && paths.length > 1)
    return usage("--errors", errors, ["hanya untuk satu berkas", "for one file only"])
  return null
}

function usage(
  flag: string,
  found: string,
  [expectedId, expectedEn]: readonly [string, string],
): Result<never, UsageRefusal> {
  return refuse({ kind: "usage", flag, found, expectedId, expectedEn })
}
