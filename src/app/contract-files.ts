import { sha256Hex } from "../kernel/id.ts"
import { jsonRupiah } from "../kernel/rupiah.ts"
import { sortedCodes, countOutcomes } from "../modules/intake/index.ts"
import { RESEND_COLUMNS, resendLines } from "./correction-text.ts"
import type { CycleResult, CycleTerms } from "./cycle.ts"

/** Hashes of everything that went in, and of who came out how. */
export interface RunHashes {
  readonly inputHash: string
  readonly resultHash: string
}

/** The machine-readable half of a run, by file name below DIR/data. */
export function contractFiles(
  result: CycleResult,
  terms: CycleTerms,
  hashes: RunHashes,
): Map<string, string> {
  const persons = personLinesOf(result)
  const files = new Map<string, string>()
  files.set("files.csv", csv(FILE_COLUMNS, fileLines(result)))
  files.set("rows.csv", csv(ROW_COLUMNS, rowLines(result)))
  files.set("persons.csv", csv(PERSON_COLUMNS, persons))
  files.set("pairs.csv", csv(PAIR_COLUMNS, pairLines(result)))
  files.set("resends.csv", csv(RESEND_COLUMNS, resendLines(result.batch)))
  files.set("summary.json", `${JSON.stringify(summary(result, terms, hashes), null, 2)}\n`)
  return files
}

const FILE_COLUMNS =
  "file,sender,format,sha256,status,of,claimed,read,accepted,repaired,set_aside,ignored,findings"
const ROW_COLUMNS =
  "file,sheet,row,outcome,person_id,nik,name,birth_date,sex,kelurahan_code,sector,income_low_rupiah,income_high_rupiah,phone,findings"
const PERSON_COLUMNS =
  "person_id,nik,name,birth_date,sex,kelurahan_code,sector,decision,reasons,priority_group,rank,selection"
const PAIR_COLUMNS =
  "person_id_a,person_id_b,file_a,sheet_a,row_a,file_b,sheet_b,row_b,score,verdict"

type Field = string | number | bigint | null | undefined

function csv(header: string, lines: readonly (readonly Field[])[]): string {
  return `${[header, ...lines.map((line) => line.map(quote).join(","))].join("\n")}\n`
}

function quote(value: Field): string {
  const text = String(value ?? "")
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function fileLines(result: CycleResult): Field[][] {
  const files = [...result.batch.files].sort((a, b) => (a.name < b.name ? -1 : 1))
  return files.map((file) => {
    const { read, accepted, repaired, set_aside, ignored } = file.counts
    const findings = sortedCodes(file.findings).join(";")
    return [
      file.name,
      file.sender.name,
      file.format,
      file.sha256,
      file.status,
      file.of,
      file.claimed,
      read,
      accepted,
      repaired,
      set_aside,
      ignored,
      findings,
    ]
  })
}

function rowLines(result: CycleResult): Field[][] {
  const rows = [...result.batch.rows].sort((a, b) =>
    a.file === b.file ? 0 : a.file < b.file ? -1 : 1,
  )
  return rows.map((row) => [
    row.file,
    row.sheet,
    row.row,
    row.outcome,
    result.personOf.get(row.rowId),
    row.nik,
    row.name,
    row.birthDate,
    row.sex,
    row.areaCode,
    row.sector,
    row.incomeLow,
    row.incomeHigh,
    row.phone,
    sortedCodes(row.findings).join(";"),
  ])
}

/** A result's lines, which its hash and its file are made of. */
const linesOfResult = new WeakMap<CycleResult, Field[][]>()

function personLinesOf(result: CycleResult): Field[][] {
  const known = linesOfResult.get(result) ?? personLines(result)
  linesOfResult.set(result, known)
  return known
}

function personLines(result: CycleResult): Field[][] {
  const places = new Map(result.selection.places.map((entry) => [entry.person.personId, entry]))
  const people = [...result.people].sort((a, b) => (a.personId < b.personId ? -1 : 1))
  return people.map((person) => {
    const decision = result.decisions.get(person.personId)
    const place = places.get(person.personId)
    return [
      person.personId,
      person.nik,
      person.name,
      person.birthDate,
      person.sex,
      person.areaCode,
      person.sector,
      decision?.outcome,
      decision?.reasons.join(";"),
      place?.group,
      place?.rank,
      place?.place ?? "none",
    ]
  })
}

function pairLines(result: CycleResult): Field[][] {
  const lines = result.matching.pairs.flatMap((pair) => {
    const [a, b] = [result.candidates[pair.a]?.row, result.candidates[pair.b]?.row]
    if (a === undefined || b === undefined || pair.verdict === "different") return []
    const person = (rowId: string): Field => result.personOf.get(rowId)
    return [
      [
        person(a.rowId),
        person(b.rowId),
        a.file,
        a.sheet,
        a.row,
        b.file,
        b.sheet,
        b.row,
        pair.score.toFixed(4),
        pair.verdict,
      ],
    ]
  })
  return lines.sort((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))
}

/** Covers persons, decisions and the list, not row numbers: the same for any order of reading. */
export function resultHash(result: CycleResult, terms: CycleTerms): string {
  const body = {
    persons: personLinesOf(result).map((line) => line.map((value) => String(value ?? ""))),
    ceiling: String(terms.ceiling),
    law: terms.book.version,
  }
  return sha256Hex(JSON.stringify(body))
}

export function summary(
  result: CycleResult,
  terms: CycleTerms,
  { inputHash, resultHash: hash }: RunHashes,
): Record<string, unknown> {
  const counts = countOutcomes(result.batch.rows)
  const clusters = result.people.filter((person) => person.rowIds.length > 1)
  const outcomes = { eligible: 0, ineligible: 0, undecided: 0 }
  for (const decision of result.decisions.values()) outcomes[decision.outcome]++
  const { selection } = result
  return {
    schema: "payung.run/1",
    rows: counts,
    candidates: result.candidates.length,
    persons: result.people.length,
    duplicates: {
      clusters: clusters.length,
      rows: clusters.reduce((sum, person) => sum + person.rowIds.length, 0),
    },
    decisions: outcomes,
    selection: {
      selected: selection.selected,
      reserve: selection.reserve,
      cost_rupiah: jsonRupiah(selection.cost),
      ceiling_rupiah: jsonRupiah(selection.ceiling),
      left_rupiah: jsonRupiah(selection.left),
    },
    findings: findingCounts(result),
    law: { pack: terms.book.pack.code, version: terms.book.version },
    input_hash: inputHash,
    result_hash: hash,
  }
}

/** Rows and files per code. */
export function findingCounts(result: CycleResult): Record<string, number> {
  const counts = new Map<string, number>()
  const marked = [...result.batch.rows, ...result.batch.files]
  for (const { findings } of marked)
    for (const code of sortedCodes(findings)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
