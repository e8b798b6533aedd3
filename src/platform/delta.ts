import type pg from "pg"
import { sha256Hex } from "../kernel/id.ts"
import type { CopyRow, CopyValue } from "./copy-text.ts"
import { loadPartition } from "./partition.ts"

/** Where a run's rows go: a guarded parent, and the view that shows what stands now. */
export interface DeltaTable {
  readonly parent: string
  readonly current: string
  /** Columns that name a row within a cycle. */
  readonly key: readonly string[]
  /** All columns of content, the key among them; beside them stand the run's own. */
  readonly columns: readonly string[]
}

export interface DeltaRun {
  readonly tenantId: number
  readonly runId: string
  readonly programmeCode: string
  readonly year: number
}

export interface DeltaCounts {
  readonly added: number
  readonly changed: number
  readonly gone: number
}

const OWN_COLUMNS = ["tenant_id", "run_id", "programme_code", "year", "content_hash", "gone"]
const KEY_SEPARATOR = "\u0000"

/**
 * Loads what differs from the state before: new and changed rows, and of rows that no longer stand
 * their last content marked `gone`. Nothing else is written. `client` is the loader's, in the
 * run's transaction. Values are PostgreSQL text; arrays through `arrayText`, JSON as text. Where nothing stands
 * yet, rows are made while the database takes those before them, and none is held.
 */
export async function loadDelta(
  client: pg.PoolClient,
  table: DeltaTable,
  run: DeltaRun,
  rows: Iterable<CopyRow>,
): Promise<DeltaCounts> {
  const before = await currentHashes(client, table, run)
  const counts = { added: 0, changed: 0, gone: 0 }
  const written =
    before.size === 0
      ? firstRows(rows, run, counts)
      : await differences(client, { table, run, rows, before }, counts)
  const first = written.next()
  if (first.done !== true) {
    const columns = [...table.columns, ...OWN_COLUMNS]
    const all = behind(first.value, written)
    await loadPartition(client, { parent: table.parent, runId: run.runId, columns, rows: all })
  }
  return counts
}

type Counting = { -readonly [K in keyof DeltaCounts]: DeltaCounts[K] }

function* firstRows(
  rows: Iterable<CopyRow>,
  run: DeltaRun,
  counts: Counting,
): Generator<CopyRow, void> {
  for (const row of rows) {
    counts.added++
    yield ownedRow(row, run, { hash: contentHash(row), gone: false })
  }
}

function* behind<T>(first: T, rest: Iterable<T>): Generator<T> {
  yield first
  yield* rest
}

function ownedRow(
  row: CopyRow,
  run: DeltaRun,
  { hash, gone }: { readonly hash: string; readonly gone: boolean },
): CopyRow {
  return [...row, run.tenantId, run.runId, run.programmeCode, run.year, hash, gone]
}

interface DeltaState {
  readonly table: DeltaTable
  readonly run: DeltaRun
  readonly rows: Iterable<CopyRow>
  readonly before: ReadonlyMap<string, string>
}

async function differences(
  client: pg.PoolClient,
  { table, run, rows, before }: DeltaState,
  counts: Counting,
): Promise<IterableIterator<CopyRow, void>> {
  const keyAt = table.key.map((column) => table.columns.indexOf(column))
  const written: CopyRow[] = []
  const seen = new Set<string>()
  for (const row of rows) {
    const key = keyAt.map((index) => String(row[index])).join(KEY_SEPARATOR)
    const hash = contentHash(row)
    const known = before.get(key)
    seen.add(key)
    if (known === hash) continue
    if (known === undefined) counts.added++
    else counts.changed++
    written.push(ownedRow(row, run, { hash, gone: false }))
  }
  const gone = [...before.keys()].filter((key) => !seen.has(key))
  counts.gone = gone.length
  for (const row of await lastContents(client, table, run, new Set(gone)))
    written.push(ownedRow(row, run, { hash: contentHash(row), gone: true }))
  return written.values()
}

function contentHash(row: CopyRow): string {
  return sha256Hex(
    JSON.stringify(row.map((value) => (value === null ? null : String(value)))),
  ).slice(0, 32)
}

async function currentHashes(
  client: pg.PoolClient,
  table: DeltaTable,
  run: DeltaRun,
): Promise<Map<string, string>> {
  const key = table.key.map((column) => `${column}::text`).join(`, `)
  const found = await client.query<string[]>({
    text: `select ${key}, content_hash from ${table.current} where programme_code = $1 and year = $2`,
    values: [run.programmeCode, run.year],
    rowMode: "array",
  })
  return new Map(found.rows.map((row) => [row.slice(0, -1).join(KEY_SEPARATOR), row.at(-1) ?? ""]))
}

async function lastContents(
  client: pg.PoolClient,
  table: DeltaTable,
  run: DeltaRun,
  gone: ReadonlySet<string>,
): Promise<CopyValue[][]> {
  if (gone.size === 0) return []
  const columns = table.columns.map((column) => `${column}::text`).join(", ")
  const keyAt = table.key.map((column) => table.columns.indexOf(column))
  const found = await client.query<(string | null)[]>({
    text: `select ${columns} from ${table.current} where programme_code = $1 and year = $2`,
    values: [run.programmeCode, run.year],
    rowMode: "array",
  })
  return found.rows.filter((row) =>
    gone.has(keyAt.map((index) => String(row[index])).join(KEY_SEPARATOR)),
  )
}

/** A text[] as PostgreSQL writes it. */
export function arrayText(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`
}

/** Rows that are made when they are asked for, one by one. */
export function* each<T>(items: Iterable<T>, rowOf: (item: T) => CopyRow): Generator<CopyRow> {
  for (const item of items) yield rowOf(item)
}
