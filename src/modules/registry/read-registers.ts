import { DigitIndex } from "../../columns/digit-index.ts"
import type { LocalDate } from "../../kernel/local-date.ts"
import type { Workbook } from "../../platform/spreadsheet/workbook.ts"
import { readAnswers } from "./answer.ts"
import { readFieldChecks, type FieldCheckRound } from "./field-check.ts"
import { readPopulation } from "./population.ts"
import { lackingColumns } from "./register-need.ts"
import { registerKindOf, type RegisterKind } from "./register-kind.ts"
import { readDeciles, readListed, readMemberships, readRecipients } from "./register-reader.ts"
import { registerTables, type RegisterTable } from "./register-table.ts"
import { bareNik, nikOf } from "./register-value.ts"
import { isHeldWhole, streamTable, type RegisterStream } from "./stream-register.ts"
import type { LastYearRecipient, RegisterFile, Registers } from "./registers.ts"

export interface NamedWorkbook {
  readonly name: string
  readonly workbook: Workbook
}

/** Registers too large to be held, and whom they are asked about. */
export interface StreamedRegisters {
  readonly streams: readonly RegisterStream[]
  /** The numbers that rows show; those in answers come to them. */
  readonly numbers: Iterable<string | null>
}

const NO_STREAMS: StreamedRegisters = { streams: [], numbers: [] }

/**
 * Reads every register, answer and field check of a cycle. `checks` are files of which it is known
 * that they are field checks; one among the registers is recognised by its columns. Of streamed ones
 * only the lines about the numbers in question are kept.
 */
export function readRegisters(
  registers: readonly NamedWorkbook[],
  checks: readonly NamedWorkbook[],
  round: FieldCheckRound,
  streamed = NO_STREAMS,
): Registers {
  const held = [
    ...registers.flatMap(({ name, workbook }) =>
      registerTables(workbook, name).map((table) => ({ table, kind: registerKindOf(table) })),
    ),
    ...checks.flatMap(({ name, workbook }) =>
      registerTables(workbook, name).map((table) => ({ table, kind: "field_check" as const })),
    ),
  ]
  const tables = [...held, ...streamedTables(streamed, held, round.to)]
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
    unknownFiles: [...registers, ...checks, ...streamed.streams]
      .map(({ name }) => name)
      .filter((name) => !known.has(name)),
    files: tables.map(({ table, kind }) => fileOf(table, kind, round.to)),
  }
}

interface KnownTable {
  readonly table: RegisterTable
  readonly kind: RegisterKind | null
}

/** Streams that are answers themselves are read first: their numbers are asked about too. */
function streamedTables(
  { streams, numbers }: StreamedRegisters,
  held: readonly KnownTable[],
  on: LocalDate,
): KnownTable[] {
  if (streams.length === 0) return []
  const wanted = new DigitIndex()
  for (const number of numbers) if (number !== null) wanted.addText(number)
  const addAnswers = (tables: readonly KnownTable[]): void => {
    for (const { table, kind } of tables)
      for (const answer of kind === "answers" ? readAnswers(table, on) : [])
        if (answer?.field === "nik") wanted.addText(bareNik(answer.value))
  }
  addAnswers(held)
  const read = (stream: RegisterStream): KnownTable[] => {
    const table = streamTable(stream, wanted)
    return table === null ? [] : [{ table, kind: registerKindOf(table) }]
  }
  const whole = streams.filter(isHeldWhole).flatMap(read)
  addAnswers(whole)
  return [...whole, ...streams.filter((stream) => !isHeldWhole(stream)).flatMap(read)]
}

/** A list of members that names no payer cannot tell the city's own payment from another's. */
function tells(kind: RegisterKind | null, table: RegisterTable): kind is RegisterKind {
  return kind !== null && (kind !== "membership" || table.columns.has("payer"))
}

function fileOf(table: RegisterTable, kind: RegisterKind | null, on: LocalDate): RegisterFile {
  const { file, records, passed } = table
  const isUnusable = (lines: readonly unknown[]) => lines.filter((line) => line === null).length
  const kept =
    kind === "answers" ? isUnusable(readAnswers(table, on)) : isUnusable(records.map(nikOf))
  const lines = records.length + passed.records
  const lacking = kind === null || lines === 0 ? [] : lackingColumns(kind, table)
  const named = { file, kind: kind ?? ("unknown" as const) }
  const unusable = kept + passed.unusable
  return { ...named, records: lines, unusable, unread: table.unread, lacking }
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
