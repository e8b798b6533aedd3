import { cellText } from "./example-grid.ts"
import type { Cell } from "./example-grid.ts"
import type { Field, ListSpec } from "./example-lists.ts"
import type { Person } from "./example-people.ts"
import type { Random } from "./example-random.ts"
import { writeDate, writeIncome } from "./example-styles.ts"
import {
  EMPLOYER_JOBS,
  KELURAHAN,
  NOT_INFORMAL_JOBS,
  OFFICIALS,
  SECTORS,
} from "./example-vocabulary.ts"

/** [low, high] rupiah a month; equal where exact. */
export type IncomeRead = readonly [number, number]

/** What a careful reader can take from the row alone. */
export interface RowReading {
  nik: string | null
  name: string
  birthDate: string | null
  income: IncomeRead | null
  sector: string | null
}

/** One row of one list about one person, with the codes its mess deserves. */
export interface Entry {
  readonly person: Person
  readonly cells: Partial<Record<Field, Cell>>
  readonly codes: Set<string>
  /** Parts of the row that a mess has already touched. */
  readonly touched: Set<string>
  readonly read: RowReading
  readonly kelurahanCode: string
  employer: boolean
  hidden: boolean
  struck: boolean
  shifted: boolean
  /** Where the row stands in the file, set by the layout. */
  at: { sheet: string; row: number }
}

/** The row as this sender writes it when nothing goes wrong. */
export function cleanEntry(person: Person, spec: ListSpec, random: Random): Entry {
  const entry: Entry = {
    person,
    codes: new Set(),
    touched: new Set(),
    cells: {},
    kelurahanCode: KELURAHAN[spec.kelurahan ?? person.kelurahan] as string,
    read: {
      nik: person.nik,
      name: person.name,
      birthDate: person.birthDate,
      income: [person.income, person.income],
      sector: person.sector,
    },
    employer: person.obstacle === "employer_row",
    hidden: false,
    struck: false,
    shifted: false,
    at: { sheet: "", row: 0 },
  }
  const written = writtenCells(entry, spec, random)
  for (const [field] of spec.columns) entry.cells[field] = written[field]
  if (spec.incomeStyle === "range") setRange(entry)
  if (spec.dateStyle === "dash2") entry.codes.add("DOB_2DIGIT")
  return entry
}

/** What the sender writes about the person in each field, whether the list has it or not. */
function writtenCells(entry: Entry, spec: ListSpec, random: Random): Record<Field, Cell> {
  const { person, codes } = entry
  return {
    no: null,
    spare: null,
    note: null,
    code: `${spec.kelurahan === null ? spec.sender.slice(0, 1) : "K"}-${random.int(100, 999)}`,
    nik: writeNik(person.nik, spec, codes),
    kk: person.kk,
    name: writeName(person.name, spec),
    birth: writeDate(person.birthDate, spec.dateStyle),
    ttl: `${person.place}, ${cellText(writeDate(person.birthDate, spec.dateStyle))}`,
    place: person.place,
    sex: spec.sexWords[person.sex === "L" ? 0 : 1],
    address: person.address,
    rt: spec.mergedRt ? `RT ${person.rt}` : String(person.rt).padStart(2, "0"),
    kelurahan: spec.kelurahan ?? person.kelurahan,
    job: writeJob(entry, spec, random),
    income: writeIncome(person.income, spec.incomeStyle, spec.form.kind === "csv"),
    phone: writePhone(person.phone, spec),
    mother: random.pick(OFFICIALS).toUpperCase(),
  }
}

/** An income written as whole millions around the true one. */
export function setRange(entry: Entry): void {
  const low = Math.floor(entry.person.income / 1_000_000) * 1_000_000
  entry.read.income = [low, low + 1_000_000]
  entry.codes.add("INCOME_RANGE")
}

/** Writes the birth date wherever the list has it: in its own column or behind the place. */
export function putBirth(entry: Entry, cell: Cell): void {
  const written = cellText(cell)
  const { place } = entry.person
  if (entry.cells.ttl === undefined) entry.cells.birth = cell
  else entry.cells.ttl = written === "" ? place : `${place}, ${written}`
}

export function writeName(name: string, spec: ListSpec): string {
  if (spec.nameStyle === "upper") return name
  return name
    .toLowerCase()
    .replace(
      /(^|[ (.])(\p{L})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
}

function writeNik(nik: string, spec: ListSpec, codes: Set<string>): string {
  if (spec.nikStyle === "apostrophe") {
    codes.add("NIK_APOSTROPHE")
    return `'${nik}`
  }
  if (spec.nikStyle !== "grouped") return nik
  codes.add("NIK_SPACES")
  return nik.replace(/(\d{4})(?=\d)/g, "$1 ")
}

function writePhone(phone: string, spec: ListSpec): string {
  if (spec.phoneStyle === "plus") return `+62${phone.slice(1)}`
  if (spec.phoneStyle === "dashes")
    return `${phone.slice(0, 4)}-${phone.slice(4, 8)}-${phone.slice(8)}`
  return phone
}

/** The same words for the same person in every list: what he is, he is in all of them. */
function writeJob(entry: Entry, spec: ListSpec, random: Random): Cell {
  const { person, codes, read } = entry
  const column = spec.columns.some(([field]) => field === "job")
  if (!column) {
    read.sector = spec.sectors[0] ?? null
    entry.employer = false
    return null
  }
  const turn = Number(person.id.slice(1))
  if (person.sector === null) {
    codes.add("JOB_NOT_INFORMAL")
    return NOT_INFORMAL_JOBS[turn % NOT_INFORMAL_JOBS.length] as string
  }
  if (entry.employer) return EMPLOYER_JOBS[turn % EMPLOYER_JOBS.length] as string
  const words = SECTORS[person.sector] as {
    plain: readonly string[]
    abbreviated: readonly string[]
  }
  if (!random.chance(0.22)) return random.pick(words.plain)
  codes.add("JOB_ABBREV")
  return random.pick(words.abbreviated)
}
