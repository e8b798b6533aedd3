import { foldText } from "../../kernel/text-fold.ts"
import type { RegisterField } from "./register-field.ts"
import type { RegisterTable } from "./register-table.ts"

/** What a register answers. */
export type RegisterKind =
  | "population"
  | "answers"
  | "field_check"
  | "membership"
  | "province"
  | "decile"
  | "recipients"
  | "disability"
  | "female_head"
  | "company"
  | "civil_servant"

interface Signature {
  readonly kind: RegisterKind
  /** Columns that only this register has: each alternative must be there wholly. */
  readonly columns: readonly (readonly RegisterField[])[]
  readonly words: RegExp
}

const SIGNATURES: readonly Signature[] = [
  { kind: "answers", columns: [["file", "row", "value"]], words: /jawaban|klarifikasi/ },
  {
    kind: "population",
    columns: [
      ["result", "died_on"],
      ["result", "resident_since"],
      ["result", "birth_matches"],
      ["died_on", "moved_on"],
    ],
    words: /dukcapil|padan|siak|kependudukan/,
  },
  {
    kind: "field_check",
    columns: [
      ["result", "checked_on", "officer"],
      ["result", "checked_on", "minutes"],
      ["result", "checked_on", "reason"],
    ],
    words: /verifikasi|cek.?lapangan|kunjungan/,
  },
  { kind: "decile", columns: [["decile"]], words: /desil|dtsen|dtks|p3ke/ },
  { kind: "disability", columns: [["disability"]], words: /disabilitas|difabel/ },
  { kind: "female_head", columns: [["dependants"]], words: /kepala.?keluarga|perempuan|pekka/ },
  {
    kind: "recipients",
    columns: [
      ["kpj", "month_from"],
      ["kpj", "month_to"],
    ],
    words: /penerima.*20\d\d|peserta.*20\d\d|recipients/,
  },
  {
    kind: "membership",
    columns: [
      ["segment", "membership_status"],
      ["payer", "membership_status"],
      ["kpj", "membership_status"],
    ],
    words: /kepesertaan|bpjs|membership/,
  },
  { kind: "province", columns: [["city", "since"]], words: /prov/ },
  { kind: "company", columns: [], words: /csr|perusahaan/ },
  { kind: "civil_servant", columns: [], words: /\b(asn|pns|pppk|taspen|asabri|tni|polri)\b/ },
]

const KINDS: ReadonlySet<string> = new Set(SIGNATURES.map((signature) => signature.kind))

/**
 * Columns decide; where they fit no register alone, the question that we sent, the file's name and
 * at last its title do. Null is a question to a human.
 */
export function registerKindOf(table: RegisterTable): RegisterKind | null {
  const has = (fields: readonly RegisterField[]): boolean =>
    fields.every((field) => table.columns.has(field))
  const named = foldText(table.file).replaceAll("_", " ")
  const byColumns = SIGNATURES.filter((signature) => signature.columns.some(has))
  const agreed = byColumns.find((signature) => signature.words.test(named)) ?? byColumns[0]
  if (agreed !== undefined) return agreed.kind
  const asked = table.questionId?.split(".")[0] ?? ""
  if (isKind(asked)) return asked
  const byName = SIGNATURES.find((signature) => signature.words.test(named))
  const title = foldText(table.title)
  return (byName ?? SIGNATURES.find((signature) => signature.words.test(title)))?.kind ?? null
}

function isKind(text: string): text is RegisterKind {
  return KINDS.has(text)
}
