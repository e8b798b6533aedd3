import type { LocalDate } from "../../kernel/local-date.ts"
import { ok, type Result } from "../../kernel/result.ts"
import type { Language } from "../../modules/intake/index.ts"
import { isAuditText } from "../../modules/audit/index.ts"
import { PARTNER_KINDS, type Partner } from "../../modules/overlap/index.ts"
import { dateOf, languageOf, yearOf } from "../command-line/flag-value.ts"
import type { FlagValues } from "../command-line/flags.ts"
import { readFlags } from "../command-line/read-flags.ts"
import { unusable, usageFault, type Told, type UsageRefusal } from "../command-line/usage.ts"
import { DEFAULT_PACK } from "../run-options.ts"

/** What `payung overlap` was asked to do. */
export type OverlapTask =
  | { readonly verb: "partner"; readonly partner: Omit<Partner, "partnerId"> }
  | { readonly verb: "partners" }
  | { readonly verb: "sessions" }
  | {
      readonly verb: "offer"
      readonly partner: string
      readonly list: string
      readonly out: string
    }
  | {
      readonly verb: "answer"
      readonly offer: string
      readonly partner: string
      readonly list: string
      readonly out: string
    }
  | { readonly verb: "finish"; readonly answer: string; readonly out: string }
  | { readonly verb: "cancel"; readonly session: string }

export interface OverlapOptions {
  readonly task: OverlapTask
  readonly year: number | null
  readonly law: string
  readonly json: boolean
  readonly language: Language
}

type Values = FlagValues<"overlap">
type Read<T> = Result<T, UsageRefusal>

export function parseOverlapOptions(args: readonly string[]): Read<OverlapOptions> {
  const parsed = readFlags("overlap", args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const task = taskOf(positionals, values)
  if (!task.ok) return task
  const year = yearOf(values.year)
  if (!year.ok) return year
  const language = languageOf(values.lang)
  if (!language.ok) return language
  const { law = DEFAULT_PACK, json = false } = values
  return ok({ task: task.value, year: year.value, law, json, language: language.value })
}

/** Verbs that name something behind them, and what. */
const NAMED: Readonly<Record<string, Told>> = {
  partner: { id: "nama pembayar lain", en: "the name of the other payer" },
  answer: { id: "berkas tawaran", en: "the offer's file" },
  finish: { id: "berkas jawaban", en: "the answer's file" },
  cancel: { id: "nomor pertukaran", en: "the number of the exchange" },
}

function taskOf(positionals: readonly string[], values: Values): Read<OverlapTask> {
  const [verb = "", name = "", ...more] = positionals
  const missing = NAMED[verb]
  if (more.length > 0 || (missing === undefined && name !== "")) return usageFault("overlap", VERBS)
  if (missing !== undefined && name.trim() === "")
    return usageFault(verb, {
      id: `${verb} memerlukan ${missing.id}. Lihat: ./payung overlap --help`,
      en: `${verb} needs ${missing.en}. See: ./payung overlap --help`,
    })
  switch (verb) {
    case "partners":
    case "sessions":
      return ok({ verb })
    case "cancel":
      return SESSION.test(name) ? ok({ verb, session: name }) : unusable("cancel", name, A_SESSION)
    case "partner":
      return partnerTask(name, values)
    case "offer":
      return given(values, ["partner", "list", "out"], ([partner, list, out]) =>
        ok({ verb, partner, list, out }),
      )
    case "answer":
      return given(values, ["partner", "list", "out"], ([partner, list, out]) =>
        ok({ verb, offer: name, partner, list, out }),
      )
    case "finish":
      return given(values, ["out"], ([out]) => ok({ verb, answer: name, out }))
    default:
      return usageFault("overlap", VERBS)
  }
}

type Flag = Exclude<keyof Values, "json">
type Texts<F extends readonly Flag[]> = { readonly [K in keyof F]: string }

/** What a task cannot do without. */
function given<const F extends readonly Flag[], T>(
  values: Values,
  flags: F,
  then: (texts: Texts<F>) => Read<T>,
): Read<T> {
  for (const flag of flags)
    if ((values[flag] ?? "").trim() === "")
      return usageFault(`--${flag}`, {
        id: `--${flag} belum disebut. Lihat: ./payung overlap --help`,
        en: `--${flag} is missing. See: ./payung overlap --help`,
      })
  return then(flags.map((flag) => (values[flag] ?? "").trim()) as unknown as Texts<F>)
}

function partnerTask(name: string, values: Values): Read<OverlapTask> {
  const needed = ["kind", "basis", "from", "to", "ask", "answer"] as const
  return given(values, needed, ([kindText, basis, from, to, ask, answer]) => {
    const kind = PARTNER_KINDS.find((known) => known === kindText)
    if (kind === undefined)
      return unusable("--kind", kindText, {
        id: "province atau company",
        en: "province or company",
      })
    for (const [what, text] of [
      ["partner", name],
      ["--basis", basis],
    ] as const)
      if (!isAuditText(text)) return unusable(what, text, A_LINE)
    const validFrom = dateOf("--from", from, "2026-01-01" as LocalDate)
    if (!validFrom.ok) return validFrom
    const validTo = dateOf("--to", to, "2026-12-31" as LocalDate)
    if (!validTo.ok) return validTo
    if (validFrom.value === null || validTo.value === null || validTo.value < validFrom.value)
      return unusable("--to", to, { id: "hari sesudah --from", en: "a day after --from" })
    for (const [flag, text] of [
      ["--ask", ask],
      ["--answer", answer],
    ] as const)
      if (!/^\d{1,9}$/.test(text)) return unusable(flag, text, A_COUNT)
    const agreed = { validFrom: validFrom.value, validTo: validTo.value }
    const limits = { askLimit: Number(ask), answerLimit: Number(answer) }
    return ok({ verb: "partner", partner: { name, kind, basis, ...agreed, ...limits } })
  })
}

const SESSION = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const A_SESSION = {
  id: "nomor dari ./payung overlap sessions",
  en: "a number from ./payung overlap sessions",
}
/** It stands in the log and in the files that go to the other side. */
const A_LINE = {
  id: "satu baris teks, paling banyak 200 huruf",
  en: "one line of text, at most 200 letters",
}
const A_COUNT = { id: "jumlah NIK setahun, misalnya 20000", en: "NIK a year, such as 20000" }
const VERBS = {
  id: "Tindakan belum disebut atau tidak dikenal. Pilih partner, partners, offer, answer, finish, cancel atau sessions. Lihat: ./payung overlap --help",
  en: "The action is missing or unknown. Choose partner, partners, offer, answer, finish, cancel or sessions. See: ./payung overlap --help",
}
