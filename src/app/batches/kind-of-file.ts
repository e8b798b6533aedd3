import type { BatchKind } from "../../modules/inbox/index.ts"
import type { IntakeFile } from "../../modules/intake/index.ts"
import { hiddenIdOf } from "../../platform/spreadsheet/hidden-id.ts"
import { registerKindOf, registerTables, type RegisterKind } from "../../modules/registry/index.ts"
import { registerNames } from "./reading-words.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"

const LETTERS = /^surat[-_ ]?masuk\b/i

/** Registers whose columns an office may add to its own list of proposals. */
const ADDED_BY_OFFICES: ReadonlySet<RegisterKind> = new Set([
  "decile",
  "disability",
  "female_head",
  "province",
])

/** Their headers have words that no office puts above its candidates. */
const OWN_HEADERS: ReadonlySet<RegisterKind> = new Set(["civil_servant", "business_owner"])

/**
 * Which folder of a cycle a file belongs to, where nobody said. Income is asked in proposals
 * only; else columns that one register has decide, and with an occupation beside them the name.
 */
export function kindOfFile(
  name: string,
  workbook: Workbook,
  asList: Pick<IntakeFile, "sheets">,
): BatchKind {
  if (LETTERS.test(name)) return "surat-masuk"
  if (hiddenIdOf(workbook.sheets)?.startsWith("perbaikan.") === true) return "usulan"
  const tables = registerTables(workbook, name)
  type Table = (typeof tables)[number]
  const kinds = (told: (table: Table) => Table) =>
    tables.map((table) => registerKindOf(told(table))).filter((kind) => kind !== null)
  const unnamed = { file: "", title: "" }
  const returned = kinds((table) => ({ ...table, ...unnamed, columns: new Map() }))
  if (returned.length > 0) return folderOf(returned)
  // The very words of a known list's header: a pension is no income that an office asked for.
  const byLabels = kinds((table) => ({
    ...table,
    ...unnamed,
    columns: new Map(),
    questionId: null,
  }))
  if (byLabels.some((kind) => OWN_HEADERS.has(kind))) return folderOf(byLabels)
  const has = (field: "name" | "income" | "occupation") =>
    asList.sheets.some(({ columns }) => columns.has("name") && columns.has(field))
  if (has("income")) return "usulan"
  const byColumns = kinds((table) => ({ ...table, ...unnamed, questionId: null }))
  const byName = kinds((table) => ({ ...table, columns: new Map(), questionId: null }))
  const isSure = byColumns.some((kind) => !ADDED_BY_OFFICES.has(kind) || byName.includes(kind))
  if (isSure) return folderOf(byColumns)
  if (has("occupation")) return "usulan"
  const left = byColumns.length > 0 ? byColumns : byName
  return left.length > 0 ? folderOf(left) : "usulan"
}

/**
 * What a file among the lists is, where it is what a register holder or an examiner sent. A list that
 * asks for work or income proposes people, whatever else stands in it, and a file's name tells of none.
 */
export function registerOf(
  workbook: Workbook,
  { name, sheets }: Pick<IntakeFile, "name" | "sheets">,
): string | null {
  const kind = kindOfFile(name, workbook, { sheets })
  if (kind === "usulan" || kind === "surat-masuk") return null
  const kinds = registerTables(workbook, "").flatMap((table) => registerKindOf(table) ?? [])
  const isAsking = sheets.some(({ columns }) => columns.has("occupation") || columns.has("income"))
  if (isAsking && !kinds.some((one) => OWN_HEADERS.has(one))) return null
  return kinds.length === 0 ? null : registerNames([...new Set(kinds)].join(", "), "id")
}

function folderOf(kinds: readonly RegisterKind[]): BatchKind {
  return kinds.includes("field_check") ? "verifikasi" : "register"
}
