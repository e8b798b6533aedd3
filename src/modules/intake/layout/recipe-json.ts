// A recipe as JSON: what a human edits, mails and keeps, so every fault is told with its place.
import { ok, refuse, type Result } from "../../../kernel/result.ts"
import { columnNumber } from "./column-letters.ts"
import { isField } from "./field-words.ts"
import type { Recipe, RecipeColumn, SheetRecipe } from "./recipe.ts"

/** What is wrong, where in the document, and how to mend it. */
export interface RecipeRefusal {
  readonly kind: "recipe"
  readonly where: string
  readonly id: string
  readonly en: string
}

const SHEETS_MAX = 500
const COLUMNS_MAX = 500
const DEPTH_MAX = 3

/** In two languages: what the place must hold. */
type Needed = readonly [id: string, en: string]

class Fault extends Error {
  readonly refusal: RecipeRefusal
  constructor(where: string, [id, en]: Needed) {
    super(en)
    this.refusal = { kind: "recipe", where, id: `${where}: ${id}`, en: `${where}: ${en}` }
  }
}

export function printRecipe(recipe: Recipe): string {
  const { sender, version, confirmedBy, sheets } = recipe
  return `${JSON.stringify({ recipe: 1, sender, version, confirmedBy, sheets }, null, 2)}\n`
}

/** Reads what `printRecipe` writes, edited by hand; anything else is refused with its place. */
export function parseRecipe(json: string): Result<Recipe, RecipeRefusal> {
  try {
    return ok(readRecipe(JSON.parse(json)))
  } catch (error) {
    if (error instanceof Fault) return refuse(error.refusal)
    return refuse(new Fault("$", ["isinya bukan JSON", "its content is no JSON"]).refusal)
  }
}

function readRecipe(value: unknown): Recipe {
  const root = object(value, "$")
  if (root["recipe"] !== 1)
    throw new Fault("$.recipe", ['harus 1 ("recipe": 1)', 'must be 1 ("recipe": 1)'])
  const sheets = list(root["sheets"], "$.sheets", SHEETS_MAX).map(readSheet)
  if (sheets.length === 0)
    throw new Fault("$.sheets", ["berisi sedikitnya satu lembar", "holds at least one sheet"])
  return {
    sender: text(root["sender"], "$.sender", 1),
    sheets,
    confirmedBy: text(root["confirmedBy"] ?? "", "$.confirmedBy", 0),
    version: whole(root["version"] ?? 1, "$.version", [1, 1_000_000]),
  }
}

function readSheet(value: unknown, index: number): SheetRecipe {
  const where = `$.sheets[${index}]`
  const sheet = object(value, where)
  const fingerprint = text(sheet["fingerprint"], `${where}.fingerprint`, 1)
  if (!/^[0-9a-f]{16}$/.test(fingerprint))
    throw new Fault(`${where}.fingerprint`, ["16 angka heksadesimal", "16 hexadecimal digits"])
  const columns = list(sheet["columns"], `${where}.columns`, COLUMNS_MAX).map((column, number) =>
    readColumn(column, `${where}.columns[${number}]`),
  )
  const fields = columns.flatMap(({ field }) => (field === null ? [] : [field]))
  const twice = fields.find((field, number) => fields.indexOf(field) !== number)
  if (twice !== undefined)
    throw new Fault(`${where}.columns`, [
      `"${twice}" dipakai dua kali; sisakan satu, yang lain null`,
      `"${twice}" stands twice; leave one and write null for the other`,
    ])
  const letters = columns.map(({ column }) => column.toUpperCase())
  const again = letters.find((letter, number) => letters.indexOf(letter) !== number)
  if (again !== undefined)
    throw new Fault(`${where}.columns`, [
      `kolom "${again}" ditulis dua kali; satu kolom memuat satu isian`,
      `column "${again}" stands twice; one column holds one field`,
    ])
  return {
    name: text(sheet["name"], `${where}.name`, 0),
    fingerprint,
    depth: whole(sheet["depth"], `${where}.depth`, [0, DEPTH_MAX]),
    columns,
  }
}

function readColumn(value: unknown, where: string): RecipeColumn {
  const entry = object(value, where)
  const field = entry["field"]
  if (field !== null && !isField(field))
    throw new Fault(`${where}.field`, [
      `${JSON.stringify(field)} bukan nama isian; pilih misalnya nik, name, birth_date, atau null`,
      `${JSON.stringify(field)} is no field; choose for instance nik, name, birth_date, or null`,
    ])
  const column = text(entry["column"], `${where}.column`, 1)
  if (columnNumber(column) === null)
    throw new Fault(`${where}.column`, ['huruf kolom, misalnya "C"', 'a column\'s letter, as "C"'])
  return { field, column, label: text(entry["label"] ?? "", `${where}.label`, 0) }
}

function object(value: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new Fault(where, ["harus objek { … }", "must be an object { … }"])
  return value as Record<string, unknown>
}

function list(value: unknown, where: string, most: number): readonly unknown[] {
  if (!Array.isArray(value)) throw new Fault(where, ["harus daftar [ … ]", "must be a list [ … ]"])
  if (value.length > most)
    throw new Fault(where, [`paling banyak ${most} isian`, `at most ${most} entries`])
  return value
}

function text(value: unknown, where: string, least: number): string {
  if (typeof value !== "string" || value.length < least || value.length > 500)
    throw new Fault(where, [
      "harus teks (paling banyak 500 huruf)",
      "must be text (500 letters at most)",
    ])
  return value
}

function whole(value: unknown, where: string, [least, most]: readonly [number, number]): number {
  if (typeof value !== "number" || !Number.isInteger(value) || value < least || value > most)
    throw new Fault(where, [
      `bilangan bulat ${least} sampai ${most}`,
      `a whole number ${least} to ${most}`,
    ])
  return value
}
