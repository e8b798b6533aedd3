import type { LocalDate } from "../../kernel/local-date.ts"
import { isNik, type Nik } from "../../kernel/nik.ts"
import { rupiah } from "../../kernel/rupiah.ts"
import type { RawSheet, Workbook } from "../../platform/spreadsheet/workbook.ts"
import type { IntakeRow } from "../intake/index.ts"
import type { Person } from "./person.ts"
import type { PopulationFacts } from "./population-facts.ts"
import type { PopulationAnswer } from "./population.ts"
import { readRegisters } from "./read-registers.ts"
import { registerTables, type RegisterTable } from "./register-table.ts"
import type { Registers } from "./registers.ts"
import type { Income, RowFacts } from "./row-facts.ts"

export function day(text: string): LocalDate {
  return text as LocalDate
}

/** 6471 05, born 17 August 1980, a man, serial 9000 and up. */
export function nikNumber(serial: number, born = "170880"): Nik {
  const text = `647105${born}${9000 + serial}`
  if (!isNik(text)) throw new Error(`not a NIK: ${text}`)
  return text
}

/** A sheet of text cells; "|" parts the columns, a line is a row. */
export function textWorkbook(lines: readonly string[], name = ""): Workbook {
  const rows = lines.map((line, index) => ({
    number: index + 1,
    hidden: false,
    cells: line.split("|").map((text, column) => ({
      column,
      text,
      kind: "text" as const,
      formula: false,
      struck: false,
    })),
  }))
  const filled = rows.map((row) => ({
    ...row,
    cells: row.cells.filter((cell) => cell.text !== ""),
  }))
  const empty = { hidden: false, date1904: false, merges: [], hiddenColumns: [] }
  const sheet: RawSheet = { name, ...empty, rows: filled }
  return { format: "xlsx", sheets: [sheet] }
}

export function textTable(file: string, lines: readonly string[]): RegisterTable {
  const [table] = registerTables(textWorkbook(lines), file)
  if (table === undefined) throw new Error(`no header in ${file}`)
  return table
}

export const ROUND = { from: day("2025-09-01"), to: day("2025-11-15") }

export function registersWith(changes: Partial<Registers> = {}): Registers {
  return { ...readRegisters([], [], ROUND), ...changes }
}

export function answerOf(nik: Nik, changes: Partial<PopulationAnswer> = {}): PopulationAnswer {
  return {
    nik,
    askedName: "ASEP SURYANA",
    askedBirthDate: null,
    result: "found",
    nameSimilarity: 100,
    birthMatches: true,
    diedOn: null,
    movedOn: null,
    residentSince: day("2010-01-01"),
    area: "",
    ...changes,
  }
}

export function incomeOf(low: number, high: number | null = low): Income {
  return { low: rupiah(low), high: high === null ? null : rupiah(high), source: "row" }
}

export function rowWith(changes: Partial<IntakeRow> = {}): IntakeRow {
  return {
    rowId: `${changes.file ?? "a.xlsx"} ${changes.row ?? 1}`,
    ...{ file: "a.xlsx", sheet: "Data", row: 1, kind: "person", hidden: false, struck: false },
    ...{ nik: nikNumber(1), nikPattern: "", kk: null, name: "ASEP SURYANA", alias: "" },
    ...{
      birthPlace: "",
      birthDate: day("1980-08-17"),
      dateShape: "",
      birthField: "birth_date",
      birthWritten: "",
      sex: "L",
    },
    ...{ areaCode: "64.71.01.1001", address: "", rt: "", rw: "", motherName: "" },
    ...{ occupation: "nelayan", sector: "nelayan", informal: "informal", employer: false },
    ...{ incomeLow: rupiah(2_000_000), incomeHigh: rupiah(2_000_000), phone: "", remarks: "" },
    ...{ cells: [], findings: [], outcome: "accepted" },
    ...changes,
  }
}

export function factsWith(changes: Partial<RowFacts> = {}): RowFacts {
  const row = changes.row ?? rowWith()
  return {
    row,
    nik: row.nik,
    answeredNik: null,
    nikStanding: "confirmed",
    name: row.name,
    birthDate: row.birthDate,
    areaCode: row.areaCode,
    income: incomeOf(2_000_000),
    sector: row.sector,
    informal: "yes",
    employer: row.employer,
    withdrawn: row.struck,
    disputedBy: null,
    answered: new Set(),
    useless: new Map(),
    ...changes,
  }
}

export function populationWith(changes: Partial<PopulationFacts> = {}): PopulationFacts {
  return {
    ...{ found: true, deceased: false, diedOn: null, moved: false, movedOn: null },
    ...{ residentSince: day("2010-01-01"), birthMatches: true, confirmedBirthDate: null, area: "" },
    ...changes,
  }
}

/** Somebody whom every criterion of the usual pack lets pass. */
export function personWith(changes: Partial<Person> = {}): Person {
  return {
    ...{ personId: "p1", rowIds: ["r1"], nik: nikNumber(1), nikStanding: "confirmed" },
    ...{ name: "ASEP SURYANA", birthDate: day("1980-08-17"), birthSource: "population" },
    ...{ sex: "L", areaCode: "64.71.01.1001", address: "", rt: "", phone: "", birthPlace: "" },
    ...{ motherName: "", onlyStruck: false, population: populationWith() },
    ...{ income: incomeOf(2_000_000), sector: "nelayan", informal: "yes", employer: false },
    ...{ check: null, checkContradicted: false, memberships: [], paidByProvince: false },
    ...{ paidByCompany: false, civilServant: false, decile: 3, disabled: false },
    ...{ femaleHead: false, recipientLastYear: false, conflicts: [] },
    ...changes,
  }
}
