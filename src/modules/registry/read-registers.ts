import type { LocalDate } from "../../kernel/local-date.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import { readAnswers } from "./answer.ts"
import { readFieldChecks, type FieldCheckRound } from "./field-check.ts"
import { readPopulation } from "./population.ts"
import { lackingColumns } from "./register-need.ts"
import { registerKindOf, type RegisterKind } from "./register-kind.ts"
import { readDeciles, readListed, readMemberships, readRecipients } from "./register-reader.ts"
import { registerTables, type RegisterTable } from "./register-table.ts"
import { nikOf } from "./register-value.ts"
import type { LastYearRecipient, RegisterFile, Registers } from "./registers.ts"

export interface NamedWorkbook {
  readonly name: string
  readonly workbook: Workbook
}

/**
 * Reads every register, answer and field check of a cycle. `checks` are files of which it is known
 * that they are field checks; one among the registers is recognised by its columns.
 */
export function readRegisters(
  registers: readonly NamedWorkbook[],
  checks: readonly NamedWorkbook[],
  round: FieldCheckRound,
): Registers {
  const tables = [
    ...registers.flatMap(({ name, workbook }) =>
      registerTables(workbook, name).map((table) => ({ table, kind: registerKindOf(table) })),
    ),
    ...checks.flatMap(({ name, workbook }) =>
      registerTables(workbook, name).map((table) => ({ table, kind: "field_check" as const })),
    ),
  ]
  const of = (kind: RegisterKind): RegisterTable[] =>
    tables.filter((entry) => entry.kind === kind).map((entry) => entry.table)
  const lines = <T>(kind: RegisterKind, read: (table: RegisterTable) => (T | null)[]): T[] =>
    of(kind).flatMap((table) => read(table).filter((line) => line !== null))
  const listed = (kind: RegisterKind): Set<string> =>
    new Set(lines(kind, readListed).map((line) => line.nik))
  const fieldChecks = readFieldChecks(of("field_check"), round)
  const known = new Set(tables.filter(({ kind }) => kind !== null).map(({ table }) => table.file))
  return {
    received: new Set(tables.flatMap(({ kind, table }) => (tells(kind, table) ? [kind] : []))),
    population: grouped(lines("population", (table) => readPopulation(table, round.to))),
    memberships: grouped(lines("membership", readMemberships)),
    province: listed("province"),
    company: listed("company"),
    civilServants: listed("civil_servant"),
    deciles: grouped(lines("decile", (table) => readDeciles(table, round.to))),
    recipients: oneByNik(lines("recipients", readRecipients)),
    disabled: listed("disability"),
    femaleHeads: listed("female_head"),
    checks: grouped(fieldChecks.checks),
    checkCounts: fieldChecks.unusable,
    answers: lines("answers", (table) => readAnswers(table, round.to)),
    unknownFiles: [...registers, ...checks].map(({ name }) => name).filter((n) => !known.has(n)),
    files: tables.map(({ table, kind }) => fileOf(table, kind, round.to)),
  }
}

/** A list of members that names no payer cannot tell the city's own payment from another's. */
function tells(kind: RegisterKind | null, table: RegisterTable): kind is RegisterKind {
  return kind !== null && (kind !== "membership" || table.columns.has("payer"))
}

function fileOf(table: RegisterTable, kind: RegisterKind | null, on: LocalDate): RegisterFile {
  const { file, records } = table
  const isUnusable = (lines: readonly unknown[]) => lines.filter((line) => line === null).length
  const unusable =
    kind === "answers" ? isUnusable(readAnswers(table, on)) : isUnusable(records.map(nikOf))
  const lacking = kind === null || records.length === 0 ? [] : lackingColumns(kind, table)
  const named = { file, kind: kind ?? ("unknown" as const) }
  return { ...named, records: records.length, unusable, unread: table.unread, lacking }
}

/** By number; a line that another one repeats, as a file that was put in twice does, is one line. */
function grouped<T extends { readonly nik: string }>(entries: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const entry of entries) {
    const group = groups.get(entry.nik)
    if (group === undefined) groups.set(entry.nik, [entry])
    else if (!group.some((other) => JSON.stringify(other) === JSON.stringify(entry)))
      group.push(entry)
  }
  return groups
}

/** Of two lines about one number the same one is taken whatever the order of the files. */
function oneByNik(entries: readonly LastYearRecipient[]): Map<string, LastYearRecipient> {
  const chosen = new Map<string, LastYearRecipient>()
  for (const entry of entries) {
    const other = chosen.get(entry.nik)
    if (other === undefined || JSON.stringify(entry) < JSON.stringify(other))
      chosen.set(entry.nik, entry)
  }
  return chosen
}
