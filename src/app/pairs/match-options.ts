import { ok, type Result } from "../../kernel/result.ts"
import { SAID, type PairPage, type Said } from "../../modules/matching/index.ts"
import { readFlags } from "../command-line/read-flags.ts"
import { unusable, usageFault, type UsageRefusal } from "../command-line/usage.ts"
import { DEFAULT_PACK } from "../run-options.ts"
import { rowsOfPair } from "./pair-document.ts"

/** What `payung match` was asked to do. */
export type MatchTask =
  | { readonly verb: "pairs"; readonly state: PairPage["state"]; readonly limit: number }
  | { readonly verb: "explain"; readonly rows: readonly [string, string] }
  | {
      readonly verb: "verdict"
      readonly rows: readonly [string, string]
      readonly said: Said
      readonly reason: string
      readonly againstRegister: boolean
    }
  | { readonly verb: "labels"; readonly out: string }
  | { readonly verb: "train"; readonly out: string }

export interface MatchOptions {
  readonly task: MatchTask
  readonly year: number | null
  readonly law: string
  readonly json: boolean
  readonly language: "id" | "en"
}

const LIMIT_USUAL = 20
const LIMIT_MAX = 200
const STATES = ["open", "asked", "decided"] as const

export function parseMatchOptions(args: readonly string[]): Result<MatchOptions, UsageRefusal> {
  const parsed = readFlags("match", args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const task = taskOf(positionals, values)
  if (!task.ok) return task
  const year = values.year === undefined ? null : Number(values.year)
  if (year !== null && !/^20\d\d$/.test(values.year ?? ""))
    return unusable("--year", values.year ?? "", {
      id: "tahun, misalnya 2026",
      en: "a year, such as 2026",
    })
  return ok({
    task: task.value,
    year,
    law: values.law ?? DEFAULT_PACK,
    json: values.json === true,
    language: values.lang === "en" ? "en" : "id",
  })
}

type Values = Parameters<typeof pairsTask>[0] & {
  readonly reason?: string | undefined
  readonly out?: string | undefined
  readonly "against-register"?: boolean | undefined
}

function taskOf(positionals: readonly string[], values: Values): Result<MatchTask, UsageRefusal> {
  const [verb = "", id = "", word = "", ...more] = positionals
  if (more.length > 0) return usageFault("match", VERBS)
  if (verb === "pairs" && id === "") return pairsTask(values)
  if ((verb === "labels" || verb === "train") && id === "")
    return values.out === undefined ? usageFault("--out", NO_OUT) : ok({ verb, out: values.out })
  const rows = rowsOfPair(id)
  if (verb !== "explain" && verb !== "verdict") return usageFault("match", VERBS)
  if (rows === null) return usageFault("PASANGAN", NO_PAIR)
  if (verb === "explain") return word === "" ? ok({ verb, rows }) : usageFault("match", VERBS)
  const said = SAID.find((known) => known === word.replace("-", "_"))
  if (said === undefined) return usageFault("KEPUTUSAN", NO_WORD)
  const { reason = "", "against-register": against = false } = values
  if (reason.trim() === "") return usageFault("--reason", NO_REASON)
  return ok({ verb, rows, said, reason, againstRegister: against })
}

function pairsTask(values: {
  readonly state?: string | undefined
  readonly limit?: string | undefined
}): Result<MatchTask, UsageRefusal> {
  const state = STATES.find((known) => known === (values.state ?? "open"))
  if (state === undefined)
    return unusable("--state", values.state ?? "", {
      id: "open, asked atau decided",
      en: "open, asked or decided",
    })
  const limit = Number(values.limit ?? LIMIT_USUAL)
  if (!Number.isInteger(limit) || limit < 1 || limit > LIMIT_MAX)
    return unusable("--limit", values.limit ?? "", {
      id: `bilangan 1 sampai ${LIMIT_MAX}`,
      en: `a number from 1 to ${LIMIT_MAX}`,
    })
  return ok({ verb: "pairs", state, limit })
}

const VERBS = {
  id: "Tindakan belum disebut atau tidak dikenal. Pilih pairs, explain, verdict, labels atau train. Lihat: ./payung match --help",
  en: "The action is missing or unknown. Choose pairs, explain, verdict, labels or train. See: ./payung match --help",
}
const NO_OUT = {
  id: "Berkas tujuan belum disebut. Tambahkan --out BERKAS.",
  en: "The file to write is missing. Add --out FILE.",
}
const NO_PAIR = {
  id: "Nomor pasangan belum disebut atau bukan nomor pasangan. Salin dari ./payung match pairs.",
  en: "The number of the pair is missing or no such number. Copy it from ./payung match pairs.",
}
const NO_WORD = {
  id: "Keputusan belum disebut atau tidak dikenal. Pilih same, different, ask-kelurahan atau withdrawn.",
  en: "The verdict is missing or unknown. Choose same, different, ask-kelurahan or withdrawn.",
}
const NO_REASON = {
  id: 'Alasan belum ditulis. Tambahkan --reason "dari mana Anda tahu".',
  en: 'The reason is missing. Add --reason "how you know".',
}
