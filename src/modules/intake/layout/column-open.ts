// Fields of people that wait until a human has said what a column means.
import type { Field } from "./field.ts"
import type { Finding, FindingCode } from "../findings/finding.ts"
import type { Columns } from "./header-labels.ts"

/** What decides about a person: never chosen silently between two readings. */
export const MATTERS: ReadonlySet<Field> = new Set<Field>([
  ...(["nik", "name", "birth_date", "birth_place_date"] as const),
  ...(["area", "income", "occupation"] as const),
])

/** Columns that answer for another one. */
const ANSWERED_BY: Partial<Readonly<Record<Field, readonly Field[]>>> = {
  name: ["name_first"],
  birth_date: ["birth_place_date", "birth_day"],
  birth_place_date: ["birth_date", "birth_day"],
}

/** What waits for an answer: the columns that are asked, and the fields that no column says yet. */
export interface OpenColumns {
  readonly fields: ReadonlySet<Field>
  readonly columns: readonly number[]
}

export const NOTHING_OPEN: OpenColumns = { fields: new Set(), columns: [] }

interface AskedColumns {
  readonly columns: Columns
  readonly unsure: readonly { readonly column: number; readonly readings: readonly string[] }[]
}

export function openColumns(header: AskedColumns | undefined): OpenColumns {
  if (header === undefined || header.unsure.length === 0) return NOTHING_OPEN
  const { columns, unsure } = header
  const asked = new Set(unsure.flatMap(({ readings }) => readings))
  const isAnswered = (field: Field): boolean =>
    [field, ...(ANSWERED_BY[field] ?? [])].some((known) => columns.has(known))
  return {
    fields: new Set([...MATTERS].filter((field) => asked.has(field) && !isAnswered(field))),
    columns: unsure.map(({ column }) => column),
  }
}

/** What is noted of a field without a column; while its column is asked, that says too much. */
export const ABSENT: Partial<Readonly<Record<Field, FindingCode>>> = {
  nik: "NIK_EMPTY",
  name: "NAME_EMPTY",
  area: "KELURAHAN_UNKNOWN",
  occupation: "JOB_UNKNOWN",
  income: "INCOME_MISSING",
}
export const ABSENT_FIELDS = Object.keys(ABSENT) as (keyof typeof ABSENT)[]

/** A row is held by the question about the column, and is not asked about its own cell as well. */
export function holdForColumns(findings: Finding[], open: ReadonlySet<Field>): void {
  if (open.size === 0) return
  const absent = new Set([...open].map((field) => ABSENT[field]))
  const kept = findings.filter(({ code }) => !absent.has(code))
  const held = [...open].map((field): Finding => {
    return { code: "COLUMN_OPEN", field, before: "", after: "" }
  })
  findings.splice(0, findings.length, ...kept, ...held)
}
