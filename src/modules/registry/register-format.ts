// A known list of another office as data: what marks it, what its columns mean, what it proves.
import { assert } from "../../kernel/assert.ts"
import { foldColumn, isRegisterField, type RegisterField } from "./register-field.ts"

/** What a register answers. */
export const REGISTER_KINDS = [
  ...(["population", "answers", "field_check", "membership", "province", "decile"] as const),
  ...(["recipients", "disability", "female_head", "company", "civil_servant"] as const),
  // Recognised, counted and stored; no criterion asks for them yet.
  ...(["registration", "business_owner", "residents", "social_aid"] as const),
] as const

export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** `seen`: in a public source; `assumed`: by custom, no public evidence. */
export type ColumnEvidence = "seen" | "assumed"

export interface FormatColumn {
  readonly label: string
  /** Null for a column of which nothing is read. */
  readonly field: RegisterField | null
  readonly status: ColumnEvidence
}

export interface RegisterFormat {
  readonly id: string
  readonly kind: RegisterKind
  /** Columns that only this list has, by meaning: each alternative must be there wholly. */
  readonly byColumns: readonly (readonly RegisterField[])[]
  /** The same by the very words of its header, folded. */
  readonly byLabels: readonly (readonly string[])[]
  /** In the file's name or the title; null where words show nothing. */
  readonly words: RegExp | null
  /** The columns alone are not enough. */
  readonly needsWords: boolean
  readonly columns: readonly FormatColumn[]
}

/** A format's file; a fault in it is ours, so that it stops the program at once. */
export function readFormat(value: unknown): RegisterFormat {
  const file = value as Readonly<Record<string, unknown>>
  const id = String(file["id"])
  const kind = REGISTER_KINDS.find((known) => known === file["kind"])
  assert(file["format"] === 1 && kind !== undefined, `format ${id}: kind ${String(file["kind"])}`)
  const signature = file["signature"] as Readonly<Record<string, unknown>>
  const words = signature["words"]
  return {
    id,
    kind,
    byColumns: lists(signature["columns"]).map((fields) =>
      fields.map((field) => {
        assert(isRegisterField(field), `format ${id}: field ${field}`)
        return field
      }),
    ),
    byLabels: lists(signature["labels"] ?? []),
    words: typeof words === "string" ? new RegExp(words) : null,
    needsWords: signature["needsWords"] === true,
    columns: (file["columns"] as readonly unknown[]).map((column) => readColumn(column, id)),
  }
}

function lists(value: unknown): string[][] {
  assert(Array.isArray(value), "a signature is a list of lists")
  return value.map((entry: unknown) => {
    assert(Array.isArray(entry), "a signature is a list of lists")
    return entry.map(String)
  })
}

function readColumn(value: unknown, id: string): FormatColumn {
  const { label, field, status } = value as Readonly<Record<string, unknown>>
  assert(typeof label === "string", `format ${id}: a column has a label`)
  assert(field === null || isRegisterField(field), `format ${id}: column ${label}`)
  assert(status === "seen" || status === "assumed", `format ${id}: status of ${label}`)
  return { label, field, status }
}

/** So many of a header's labels must be a format's own before its meanings count. */
const LABELS_SHARE_MIN = 0.6
const LABELS_MIN = 4

/** The meaning that a known list gives to each of its labels; empty where the header is none's. */
export function formatLabels(
  labels: readonly string[],
  formats: readonly RegisterFormat[],
): ReadonlyMap<string, RegisterField | null> {
  const said = new Set(labels.map(foldColumn).filter((label) => label !== ""))
  let [best, hits]: [RegisterFormat | null, number] = [null, LABELS_MIN - 1]
  for (const format of formats) {
    const own = new Set(format.columns.map(({ label }) => foldColumn(label)))
    const known = [...said].filter((label) => own.has(label)).length
    if (known > hits && known >= LABELS_SHARE_MIN * said.size) [best, hits] = [format, known]
  }
  return new Map((best?.columns ?? []).map(({ label, field }) => [foldColumn(label), field]))
}
