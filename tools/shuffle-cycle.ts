import { createHash } from "node:crypto"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseArgs } from "node:util"
import { fieldText, formatCsv, parseCsv } from "./csv-records.ts"
import type { CsvDocument, CsvRecord } from "./csv-records.ts"
import { seededRandom } from "./example-random.ts"

/** Path below the folder → bytes. */
export type Folder = ReadonlyMap<string, Uint8Array>

/**
 * The same cycle with the records of every csv in another order, and the senders' answers pointing
 * to the rows where their people now stand. A run over it must come to the same decisions.
 */
export function shuffleCycle(source: Folder, seed: number): Map<string, Uint8Array> {
  const shuffled = new Map<string, Uint8Array>()
  const moves = new Map<string, ReadonlyMap<number, number>>()
  for (const [path, bytes] of source) {
    if (!path.toLowerCase().endsWith(".csv")) {
      shuffled.set(path, bytes)
      continue
    }
    const { document, moved } = shuffleDocument(parseCsv(bytes), seedFor(bytes, seed))
    shuffled.set(path, formatCsv(document))
    if (path.startsWith("usulan/")) moves.set(path.slice("usulan/".length), moved)
  }
  const proposals = new Set(
    [...source.keys()].filter((p) => p.startsWith("usulan/")).map((p) => p.slice(7)),
  )
  for (const [path, bytes] of shuffled) {
    if (!path.startsWith("register/") || !path.toLowerCase().endsWith(".csv")) continue
    shuffled.set(path, formatCsv(redirectAnswers(parseCsv(bytes), proposals, moves)))
  }
  return shuffled
}

/** By content, so that a byte copy stays a byte copy. */
function seedFor(bytes: Uint8Array, seed: number): number {
  return createHash("sha256").update(`${seed}:`).update(bytes).digest().readUInt32BE(0)
}

export interface Shuffled {
  readonly document: CsvDocument
  /** Number of a record before → after, 1-based; records that stay are left out. */
  readonly moved: ReadonlyMap<number, number>
}

/** Permutes the records about people; headers, totals, signatures and empty lines stay. */
export function shuffleDocument(document: CsvDocument, seed: number): Shuffled {
  const places = peoplePlaces(document)
  const order = seededRandom(seed).shuffle(places)
  const records = [...document.records]
  const moved = new Map<number, number>()
  places.forEach((to, i) => {
    const from = order[i] as number
    const [source, target] = [
      document.records[from] as CsvRecord,
      document.records[to] as CsvRecord,
    ]
    records[to] = { fields: source.fields, newline: target.newline }
    moved.set(from + 1, to + 1)
  })
  return { document: { ...document, records }, moved }
}

/** Indexes of the records that stand for one person each. */
function peoplePlaces(document: CsvDocument): number[] {
  const rows = document.records.map((record) =>
    record.fields.map((field) => fieldText(document, field).trim()),
  )
  const withNik = rows.flatMap((row, i) => (row.some(looksLikeNik) ? [i] : []))
  const usual = median(withNik.map((i) => filledCount(rows[i])))
  if (withNik.length === 0) return plainPlaces(rows)
  const full = (i: number): boolean => filledCount(rows[i]) >= usual * 0.6
  const numbered = (i: number): boolean =>
    /^\d+[.)]?$/.test(rows[i]?.[0] ?? "") && full(i) && !isCounting(rows[i])
  let [first, last] = [withNik[0] as number, withNik.at(-1) as number]
  while (first > 0 && numbered(first - 1)) first -= 1
  while (last + 1 < rows.length && numbered(last + 1)) last += 1
  const header =
    rows.slice(0, first).findLast((row) => filledCount(row) >= 2 && !isCounting(row)) ?? []
  const known = new Set(withNik)
  return rows.flatMap((row, i) => {
    if (i < first || i > last) return []
    const person = known.has(i) || (full(i) && !isCounting(row) && !isRepeated(row, header))
    return person ? [i] : []
  })
}

/** A list without people, such as the letters received: every full line below the first. */
function plainPlaces(rows: readonly (readonly string[])[]): number[] {
  const width = rows[0]?.length ?? 0
  return rows.flatMap((row, i) =>
    i > 0 && row.length === width && filledCount(row) > 1 ? [i] : [],
  )
}

/** 15 to 17 digits, however they are separated; letters may stand for digits. */
function looksLikeNik(field: string): boolean {
  return (
    /^[^\dA-Za-z]*\d[\dOoIlSB .\-\u00a0]{12,24}$/.test(field) &&
    /^.{15,17}$/.test(field.replace(/[^\dOoIlSB]/g, ""))
  )
}

/** The row of column numbers below a header: 1, 2, 3 … */
function isCounting(row: readonly string[] | undefined): boolean {
  return (row ?? []).every((field, i) => field === "" || /^\(?\d{1,2}\)?$/.test(field) || i > 40)
}

function isRepeated(row: readonly string[], header: readonly string[]): boolean {
  const same = row.filter((field, i) => field !== "" && field === header[i]).length
  return same >= 2 && same >= filledCount(row) / 2
}

function filledCount(row: readonly string[] | undefined): number {
  return (row ?? []).filter((field) => field !== "").length
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}

type Moves = ReadonlyMap<string, ReadonlyMap<number, number>>

/** In a list that names proposal files and rows, replaces the numbers of rows that moved. */
function redirectAnswers(
  document: CsvDocument,
  proposals: ReadonlySet<string>,
  moves: Moves,
): CsvDocument {
  const columns = answerColumns(document, proposals)
  if (columns === null) return document
  const records = document.records.map((record) => {
    const moved = moves.get(fieldText(document, record.fields[columns.file]))
    const row = moved?.get(Number(fieldText(document, record.fields[columns.row])))
    if (row === undefined) return record
    return {
      ...record,
      fields: record.fields.map((field, i) => (i === columns.row ? String(row) : field)),
    }
  })
  return { ...document, records }
}

/** The column of file names, and the column that holds nothing but short whole numbers. */
function answerColumns(
  document: CsvDocument,
  proposals: ReadonlySet<string>,
): { file: number; row: number } | null {
  const rows = document.records
    .slice(1)
    .filter((record) => record.fields.some((field) => field !== ""))
  const texts = rows.map((record) => record.fields.map((field) => fieldText(document, field)))
  const columns = Array.from({ length: document.records[0]?.fields.length ?? 0 }, (_, i) => i)
  const file = columns.find(
    (i) => texts.filter((row) => proposals.has(row[i] ?? "")).length > texts.length / 2,
  )
  const row = columns.find(
    (i) => i !== file && texts.length > 0 && texts.every((t) => /^\d{1,6}$/.test(t[i] ?? "")),
  )
  return file === undefined || row === undefined ? null : { file, row }
}

function main(): void {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { seed: { type: "string", default: "1" } },
  })
  const [from, to] = positionals
  if (from === undefined || to === undefined || !/^\d+$/.test(values.seed)) {
    process.stderr.write("usage: node tools/shuffle-cycle.ts SRC DST --seed N\n")
    process.exitCode = 2
    return
  }
  const names = readdirSync(from, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const paths = names
    .map((entry) => join(entry.parentPath, entry.name).slice(join(from, "/").length))
    .sort()
  const source = new Map(
    paths.map((path): [string, Uint8Array] => [path, readFileSync(join(from, path))]),
  )
  for (const [path, bytes] of shuffleCycle(source, Number(values.seed))) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    writeFileSync(join(to, path), bytes)
  }
}

if (import.meta.main) main()
