// A recipe remembers how the lists of one sender are laid out, as a human confirmed it.
import { sha256Hex } from "../../../kernel/id.ts"
import { columnLetters } from "./column-letters.ts"
import type { Finding } from "../findings/finding.ts"
import { foldHeader, type Field } from "./field.ts"

export interface RecipeColumn {
  /** Null for a column that is not read. */
  readonly field: Field | null
  /** As a spreadsheet names it: "C". */
  readonly column: string
  readonly label: string
  /** Where a human must say what the column holds: what fits it. */
  readonly choices?: readonly string[]
}

export interface SheetRecipe {
  /** The sheet's name; "*" stands for any text. */
  readonly name: string
  readonly fingerprint: string
  /** Rows of the header. */
  readonly depth: number
  readonly columns: readonly RecipeColumn[]
}

export interface Recipe {
  /** Id of the sender; "*" is any. */
  readonly sender: string
  readonly sheets: readonly SheetRecipe[]
  /** Who said that the columns mean this; empty where nobody did yet. */
  readonly confirmedBy: string
  readonly version: number
}

export const ANY_SENDER = "*"
const FINGERPRINT_LENGTH = 16

/** What a header says and where: the same for marks, capitals and breaks written otherwise. */
export function fingerprintOf(labels: ReadonlyMap<number, string>): string {
  const said = [...labels]
    .map(([column, label]) => [column, foldHeader(label)] as const)
    .filter(([, label]) => label !== "")
    .sort(([a], [b]) => a - b)
    .map(([column, label]) => `${columnLetters(column)}=${label}`)
  return sha256Hex(said.join("\n")).slice(0, FINGERPRINT_LENGTH)
}

/** A sheet as it was read, as far as a recipe remembers it. */
export interface RememberedSheet {
  readonly name: string
  readonly depth: number
  readonly columns: ReadonlyMap<Field, number>
  readonly labels: ReadonlyMap<number, string>
}

/** A file as it was read, as far as a recipe remembers it, with what is asked about its columns. */
export interface RememberedFile {
  readonly sender: { readonly id: string }
  readonly sheets: readonly RememberedSheet[]
  readonly findings?: readonly Finding[]
}

/** The recipe of a file as it was read; sheets of one layout ("RT 01", "RT 02") are one entry. */
export function recipeOf(
  read: RememberedFile,
  by: { readonly confirmedBy: string; readonly version: number },
): Recipe {
  const unsure = (read.findings ?? []).filter(({ code }) => code === "COLUMN_UNSURE")
  const choices = new Map(unsure.map(({ field, after }) => [field, after.split(" | ")]))
  const entries = read.sheets.map((sheet) => sheetRecipe(sheet, choices))
  const layouts = Map.groupBy(entries, (entry) => JSON.stringify({ ...entry, name: "" }))
  const sheets = [...layouts.values()].flatMap((group) => {
    const [first] = group
    return first === undefined
      ? []
      : [{ ...first, name: commonName(group.map(({ name }) => name)) }]
  })
  return { sender: read.sender.id, sheets, ...by }
}

function sheetRecipe(
  { name, depth, columns, labels }: RememberedSheet,
  choices: ReadonlyMap<string, readonly string[]>,
): SheetRecipe {
  const read = new Set(columns.values())
  const unread = [...labels.keys()].filter((column) => !read.has(column))
  const all: [Field | null, number][] = [
    ...columns,
    ...unread.map((c) => [null, c] as [null, number]),
  ]
  const sorted = all.sort(
    ([a, left], [b, right]) => left - right || ((a ?? "") < (b ?? "") ? -1 : 1),
  )
  return {
    name,
    fingerprint: fingerprintOf(labels),
    depth,
    columns: sorted.map(([field, at]) => {
      const column = columnLetters(at)
      const asked = choices.get(`${name}!${column}`)
      const label = labels.get(at) ?? ""
      return { field, column, label, ...(asked && { choices: asked }) }
    }),
  }
}

/** "RT 01" and "RT 02" are "RT *"; names that begin alike nowhere are any name. */
function commonName(names: readonly string[]): string {
  const [first = ""] = names
  if (names.length === 1) return first
  let length = 0
  while (length < first.length && names.every((name) => name[length] === first[length])) length++
  return `${first.slice(0, length).replace(/[\d\s]+$/, "")}*`
}

export function fitsName(pattern: string, name: string): boolean {
  const parts = pattern.toLowerCase().split("*")
  const [head = "", ...rest] = parts
  const text = name.toLowerCase()
  if (rest.length === 0) return text === head
  if (!text.startsWith(head)) return false
  let from = head.length
  for (const [index, part] of rest.entries()) {
    const isLast = index === rest.length - 1
    const found = isLast ? text.length - part.length : text.indexOf(part, from)
    if (found < from || (isLast && !text.endsWith(part))) return false
    from = found + part.length
  }
  return true
}
