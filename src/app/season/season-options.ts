import { parseArgs } from "node:util"
import { parseIso, type LocalDate } from "../../kernel/local-date.ts"
import { ok, refuse, type Result } from "../../kernel/result.ts"
import { DEFAULT_PACK, type UsageRefusal } from "../run-options.ts"

/** What `payung season open` was asked. */
export interface SeasonOptions {
  readonly year: number
  readonly out: string
  readonly law: string
  /** Null: the day and month of the last registration date in the pack. */
  readonly deadline: LocalDate | null
  readonly json: boolean
}

const FLAGS = {
  year: { type: "string" },
  out: { type: "string" },
  law: { type: "string" },
  deadline: { type: "string" },
  json: { type: "boolean" },
} as const

export function parseSeasonOptions(args: readonly string[]): Result<SeasonOptions, UsageRefusal> {
  const parsed = parseFlags(args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [verb] = positionals
  if (verb !== "open" || positionals.length > 1)
    return usage("season", positionals.join(" "), "season open", "season open")
  const { year = "", out = "", law = DEFAULT_PACK, deadline, json = false } = values
  if (!/^20\d\d$/.test(year))
    return usage("--year", year, "tahun program, misalnya 2027", "a programme year, such as 2027")
  if (out === "")
    return usage(
      "--out",
      "",
      "--out DIR, folder untuk hasil",
      "--out DIR, the folder for the results",
    )
  const day = deadline === undefined ? null : parseIso(deadline)
  if (deadline !== undefined && day === null)
    return usage(
      "--deadline",
      deadline,
      "tanggal, misalnya 2026-11-15",
      "a date, such as 2026-11-15",
    )
  if (day !== null && day >= `${year}-01-01`) {
    return usage(
      "--deadline",
      day,
      `tanggal sebelum 1 Januari ${year}`,
      `a date before 1 January ${year}`,
    )
  }
  return ok({ year: Number(year), out, law, deadline: day, json })
}

function parseFlags(args: readonly string[]) {
  try {
    return ok(parseArgs({ args: [...args], options: FLAGS, allowPositionals: true }))
  } catch (error) {
    const found = error instanceof Error ? error.message : ""
    return usage("flag", found, "lihat ./payung --help", "see ./payung --help")
  }
}

function usage(flag: string, found: string, expectedId: string, expectedEn: string) {
  return refuse<UsageRefusal>({ kind: "usage", flag, found, expectedId, expectedEn })
}
