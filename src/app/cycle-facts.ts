import type { LocalDate } from "../kernel/local-date.ts"
import {
  areaOf,
  type IntakeBatch,
  type IntakeRow,
  type IntakeTables,
} from "../modules/intake/index.ts"
import type { Cycle } from "../modules/law/index.ts"
import type { Matching, MatchRow } from "../modules/matching/index.ts"
import {
  answersByRow,
  duplicateFindings,
  registerFindings,
  rowFacts,
  type Person,
  type Registers,
  type RowFacts,
} from "../modules/registry/index.ts"
import type { CycleFolder } from "./cycle.ts"

/** A field check dated before the first list came in belongs to another round. */
export function checkRound(
  folder: CycleFolder,
  cycle: Cycle,
  asOf: LocalDate,
): { from: LocalDate; to: LocalDate } {
  const dates = folder.letters.map((letter) => letter.receivedOn).filter((date) => date !== null)
  const first = dates.sort()[0] ?? (`${cycle.registrationOn.slice(0, 4)}-01-01` as LocalDate)
  return { from: first, to: asOf > cycle.registrationOn ? asOf : cycle.registrationOn }
}

export function candidateFacts(
  batch: IntakeBatch,
  registers: Registers,
  tables: IntakeTables,
): RowFacts[] {
  const byId = new Map(batch.rows.map((row) => [row.rowId, row]))
  const predecessor = new Map<string, IntakeRow>()
  for (const [later, earlier] of batch.predecessor) {
    const row = byId.get(earlier)
    if (row !== undefined) predecessor.set(later, row)
  }
  const sheetsOf = new Map(
    batch.files.map((file) => [file.name, file.sheets.map((sheet) => sheet.name)]),
  )
  const answers = answersByRow(registers.answers, sheetsOf)
  const context = {
    answers,
    predecessor,
    occupations: tables.occupations,
    registers,
    on: tables.on,
    areaOf: (text: string) => areaOf(tables.areas, text),
    left: leftRecipients(batch.rows),
  }
  return batch.rows
    .filter((row) => row.kind === "person" && row.outcome !== "ignored")
    .map((row) => rowFacts(row, context))
}

/** Recipients of whom an office says that they died, moved or work no more, where that still stands. */
function leftRecipients(rows: readonly IntakeRow[]): ReadonlyMap<string, IntakeRow> {
  const left = new Map<string, IntakeRow>()
  for (const row of rows) {
    if (row.outcome !== "ignored" || row.nik === null || left.has(row.nik)) continue
    const has = (code: string, field: string): boolean =>
      row.findings.some((finding) => finding.code === code && finding.field === field)
    const isGone = has("ROW_SUPERSEDED", "row") || has("ROW_UNCHANGED", "row")
    if (has("NOT_PROPOSED", "standing") && !isGone) left.set(row.nik, row)
  }
  return left
}

export function matchRow(facts: RowFacts): MatchRow {
  const { row } = facts
  const orNull = (text: string): string | null => (text === "" ? null : text)
  return {
    key: row.rowId,
    nik: row.nik,
    nikStanding: facts.nikStanding,
    nikReadable: row.nik === null ? row.nikPattern : "",
    kk: row.kk,
    name: facts.name,
    motherName: row.motherName,
    birthDate: facts.birthDate,
    sex: row.sex,
    areaCode: facts.areaCode,
    rt: orNull(row.rt),
    address: orNull(row.address),
    phone: orNull(row.phone),
    sector: facts.sector,
    fileKey: row.file,
    answeredNik: facts.answeredNik,
    counts: !facts.withdrawn,
  }
}

export function clustersOf(candidates: readonly RowFacts[], matching: Matching): RowFacts[][] {
  const clusters: RowFacts[][] = []
  for (const [index, facts] of candidates.entries()) {
    const number = matching.clusterOf[index] ?? 0
    const cluster = (clusters[number] ??= [])
    cluster.push(facts)
  }
  return clusters
}

/** Where rows stand in the order of receipt, and the row on which a person's id hangs. */
export interface Anchors {
  /** Id of the first row that told of these rows' person, so that corrections keep the id. */
  readonly first: (rows: readonly RowFacts[]) => string
  readonly orderOf: (facts: RowFacts) => number
  /** The file of the row that was mended, where it was. */
  readonly fileOf: (facts: RowFacts) => string
}

export function anchorOrder(batch: IntakeBatch): Anchors {
  const fileOrder = new Map(batch.files.map((file, index) => [file.name, index]))
  const byId = new Map(batch.rows.map((row) => [row.rowId, row]))
  const root = batch.firstOf
  const place = ({ row }: RowFacts): IntakeRow => byId.get(root(row.rowId)) ?? row
  const key = (rowId: string): string =>
    `${String(fileOrder.get(byId.get(rowId)?.file ?? "") ?? 0).padStart(6, "0")}|${rowId}`
  return {
    first: (rows) =>
      rows.map((facts) => root(facts.row.rowId)).sort((a, b) => (key(a) < key(b) ? -1 : 1))[0] ??
      "",
    orderOf: (facts) => (fileOrder.get(place(facts).file) ?? 0) * 10_000_000 + place(facts).row,
    fileOf: (facts) => place(facts).file,
  }
}

export function noteFindings(
  clusters: readonly (readonly RowFacts[])[],
  people: readonly Person[],
  { orderOf, fileOf }: Anchors,
): void {
  for (const [index, rows] of clusters.entries()) {
    const person = people[index]
    const duplicates = rows.length > 1 ? duplicateFindings(rows, orderOf, fileOf) : null
    for (const facts of rows) {
      facts.row.findings.push(...(duplicates?.get(facts.row.rowId) ?? []))
      if (person !== undefined) facts.row.findings.push(...registerFindings(facts, person))
    }
  }
}
