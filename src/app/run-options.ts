import { parseArgs } from "node:util"
import { parseIso, type LocalDate } from "../kernel/local-date.ts"
import { ok, refuse, type Result } from "../kernel/result.ts"
import { rupiah, type Rupiah } from "../kernel/rupiah.ts"

/** What the command line asks; what is absent comes from the pack, never from today. */
export interface RunOptions {
  /** The cycle folder; "" for the inbox. */
  readonly folder: string
  /** Whether the run is computed from the imported files. */
  readonly inbox: boolean
  readonly out: string
  readonly law: string
  readonly year: number | null
  readonly ceiling: Rupiah | null
  readonly months: number | null
  readonly asOf: LocalDate | null
  readonly seed: string | null
  readonly strict: boolean
  readonly json: boolean
}

/** A flag that cannot be used: exit code 2. */
export interface UsageRefusal {
  readonly kind: "usage"
  readonly flag: string
  readonly found: string
  readonly expectedId: string
  readonly expectedEn: string
}

export const DEFAULT_PACK = "64.71-balikpapan"

const FLAGS = {
  inbox: { type: "boolean" },
  out: { type: "string" },
  law: { type: "string" },
  year: { type: "string" },
  ceiling: { type: "string" },
  months: { type: "string" },
  "as-of": { type: "string" },
  seed: { type: "string" },
  strict: { type: "boolean" },
  json: { type: "boolean" },
} as const

export function parseRunOptions(args: readonly string[]): Result<RunOptions, UsageRefusal> {
  const parsed = parseFlags(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const inbox = values.inbox ?? false
  const folder = inbox && positionals.length === 0 ? "" : positionals[0]
  if (folder === undefined || positionals.length > (inbox ? 0 : 1)) {
    return usage(
      "FOLDER",
      positionals.join(" "),
      "satu folder berisi usulan/, atau --inbox tanpa folder",
      "one folder that holds usulan/, or --inbox without a folder",
    )
  }
  if (values.out === undefined || values.out === "") {
    return usage(
      "--out",
      "",
      "--out DIR, folder untuk hasil",
      "--out DIR, the folder for the results",
    )
  }
  const checked = checkedValues(values)
  if (!checked.ok) return checked
  const { out, law = DEFAULT_PACK, seed = null, strict = false, json = false } = values
  return ok({ folder, inbox, out, law, seed, strict, json, ...checked.value })
}

type Values = {
  readonly [K in keyof typeof FLAGS]?: (typeof FLAGS)[K]["type"] extends "string" ? string : boolean
}

function parseFlags(
  args: readonly string[],
): Result<{ values: Values; positionals: string[] }, UsageRefusal> {
  // "--ceiling -5" must reach the check of the ceiling, not be read as a flag of its own.
  const joined = args.reduce<string[]>((list, arg) => {
    const last = list.at(-1)
    if (last !== undefined && /^--(ceiling|months|year)$/.test(last) && /^-\d/.test(arg))
      list[list.length - 1] = `${last}=${arg}`
    else list.push(arg)
    return list
  }, [])
  try {
    return ok(parseArgs({ args: joined, options: FLAGS, allowPositionals: true }))
  } catch (error) {
    const found = error instanceof Error ? error.message : ""
    return usage("flag", found, "lihat ./payung --help", "see ./payung --help")
  }
}

type Checked = Pick<RunOptions, "year" | "ceiling" | "months" | "asOf">

function checkedValues(values: Values): Result<Checked, UsageRefusal> {
  const { year, ceiling, months } = values
  const asOf = values["as-of"]
  if (year !== undefined && !/^20\d\d$/.test(year))
    return usage("--year", year, "tahun, misalnya 2026", "a year, such as 2026")
  if (ceiling !== undefined && !/^[1-9]\d{0,15}$/.test(ceiling)) {
    return usage(
      "--ceiling",
      ceiling,
      "rupiah lebih dari nol, hanya angka: 2000000000",
      "rupiah above zero, digits only: 2000000000",
    )
  }
  if (months !== undefined && !/^([1-9]|1[0-2])$/.test(months))
    return usage("--months", months, "1 sampai 12", "1 to 12")
  const date = asOf === undefined ? null : parseIso(asOf)
  if (asOf !== undefined && date === null)
    return usage("--as-of", asOf, "tanggal, misalnya 2025-11-15", "a date, such as 2025-11-15")
  return ok({
    year: year === undefined ? null : Number(year),
    ceiling: ceiling === undefined ? null : rupiah(BigInt(ceiling)),
    months: months === undefined ? null : Number(months),
    asOf: date,
  })
}

function usage(
  flag: string,
  found: string,
  expectedId: string,
  expectedEn: string,
): Result<never, UsageRefusal> {
  return refuse({ kind: "usage", flag, found, expectedId, expectedEn })
}
