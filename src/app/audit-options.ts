import { ok, type Result } from "../kernel/result.ts"
import { readFlags } from "./command-line/read-flags.ts"
import { usageFault, type UsageRefusal } from "./command-line/usage.ts"
import type { DescribedRefusal } from "./run-refusal.ts"
import { DEFAULT_PACK } from "./run-options.ts"

/** What `payung audit` was asked; "" for what was not given. */
export interface AuditOptions {
  readonly verb: "verify" | "export" | "prove"
  /** A folder, or the number of an entry. */
  readonly target: string
  readonly key: string
  readonly witness: string
  /** The policy pack whose tenant keeps the log. */
  readonly law: string
}

export function parseAuditOptions(args: readonly string[]): Result<AuditOptions, UsageRefusal> {
  const parsed = readFlags("audit", args)
  if (!parsed.ok) return parsed
  const { values, positionals } = parsed.value
  const [verb, target = "", ...more] = positionals
  if (verb !== "verify" && verb !== "export" && verb !== "prove") return usageFault("audit", VERBS)
  if (more.length > 0) return usageFault("audit", surplus(more.join(" ")))
  if (target === "" && verb === "export") return usageFault("DIR", NO_FOLDER)
  if (target === "" && verb === "prove") return usageFault("NOMOR", NO_NUMBER)
  const { key = "", witness = "", law = DEFAULT_PACK } = values
  return ok({ verb, target, key, witness, law })
}

const VERBS = {
  id: "Tindakan belum disebut atau tidak dikenal. Pilih verify, export atau prove. Lihat: ./payung audit --help",
  en: "The action is missing or unknown. Choose verify, export or prove. See: ./payung audit --help",
}
const NO_FOLDER = {
  id: "Folder tujuan belum disebut. Tulis: ./payung audit export DIR",
  en: "The folder to write into is missing. Write: ./payung audit export DIR",
}
const NO_NUMBER = {
  id: "Nomor isian belum disebut. Tulis: ./payung audit prove NOMOR",
  en: "The number of the entry is missing. Write: ./payung audit prove NUMBER",
}
const surplus = (found: string) => ({
  id: `"${found}" berlebih. Sebutkan satu folder atau satu nomor saja.`,
  en: `"${found}" is too much. Name one folder or one number.`,
})

/** A path that tells nothing about the log: it was mistyped, the log is not in doubt. */
export type AuditPathRefusal =
  | { readonly kind: "path_missing"; readonly path: string; readonly isTarget: boolean }
  | { readonly kind: "not_an_export"; readonly path: string }

const EXIT_INPUT = 3
const WITHOUT_FOLDER = [
  ", atau tulis ./payung audit verify tanpa nama folder untuk memeriksa basis data.",
  ", or write ./payung audit verify without a folder to check the database.",
] as const

export function describeAuditPath(refusal: AuditPathRefusal): DescribedRefusal {
  const { path } = refusal
  if (refusal.kind === "path_missing") {
    const [orId, orEn] = refusal.isTarget ? WITHOUT_FOLDER : [".", "."]
    return {
      exitCode: EXIT_INPUT,
      id: `${path} tidak ada, jadi tidak ada yang diperiksa. Periksa ejaannya${orId}`,
      en: `${path} does not exist, so nothing was checked. Check its spelling${orEn}`,
    }
  }
  return {
    exitCode: EXIT_INPUT,
    id: `${path} bukan ekspor jejak audit, jadi tidak ada yang diperiksa. Sebutkan folder hasil ./payung audit export DIR.`,
    en: `${path} is no export of the audit log, so nothing was checked. Name a folder that ./payung audit export DIR wrote.`,
  }
}
