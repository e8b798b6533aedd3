/**
 * The trial behind docs/adr/0012: how 100,000 rows of a run get into a guarded table. Prints one line
 * per way and round; the ways are interleaved, the medians and their ratio come last.
 *
 *   node tools/bench/write-path.ts [--rows 100000] [--rounds 5]
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import type pg from "pg"
import { contentId } from "../../src/kernel/id.ts"
import {
  installClaimKey,
  operatorClaim,
  signClaim,
  withClaimOnPool,
} from "../../src/modules/access/index.ts"
import { openDatabase, type Database } from "../../src/platform/db.ts"
import { startServer } from "../../src/platform/embedded-postgres.ts"
import { collectMigrations, migrate } from "../../src/platform/migrate.ts"
import { loadPartition } from "../../src/platform/partition.ts"

const { values } = parseArgs({ options: { rows: { type: "string" }, rounds: { type: "string" } } })
const rowCount = Number(values.rows ?? 100_000)
const rounds = Number(values.rounds ?? 5)
const TENANT = 6471
const COLUMNS = ["tenant_id", "run_id", "row_id", "nik", "name", "cells"] as const
const STATEMENT_ROWS = 1000

type Row = readonly [number, string, string, string, string, string]

function* makeRows(runId: string): Generator<Row> {
  for (let index = 0; index < rowCount; index++) {
    const nik = `6471${String(index).padStart(8, "0")}${9000 + (index % 1000)}`
    const cells = JSON.stringify([
      index,
      nik,
      "NAMA CONTOH",
      "Jl. Contoh No. 1",
      "nelayan",
      "2.500.000",
    ])
    yield [
      TENANT,
      runId,
      contentId(TENANT, "row", runId, String(index)),
      nik,
      `NAMA CONTOH ${index % 997}`,
      cells,
    ]
  }
}

async function insertValues(client: pg.PoolClient, rows: readonly Row[]): Promise<void> {
  for (let from = 0; from < rows.length; from += STATEMENT_ROWS) {
    const part = rows.slice(from, from + STATEMENT_ROWS)
    const tuples = part.map(
      (_, at) =>
        `(${COLUMNS.map((_, column) => `$${at * COLUMNS.length + column + 1}`).join(", ")})`,
    )
    await client.query(
      `insert into trial.plain (${COLUMNS.join(", ")}) values ${tuples.join(", ")}`,
      part.flat(),
    )
  }
}

async function insertUnnest(client: pg.PoolClient, rows: readonly Row[]): Promise<void> {
  const column = (index: number) => rows.map((row) => row[index])
  await client.query(
    `insert into trial.plain (${COLUMNS.join(", ")})
     select * from unnest($1::int[], $2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::jsonb[])`,
    [0, 1, 2, 3, 4, 5].map(column),
  )
}

const SETUP = `
  create schema trial;
  create table trial.row (tenant_id int not null, run_id uuid not null, row_id uuid not null, nik text not null,
    name text not null, cells jsonb not null, primary key (tenant_id, run_id, row_id)) partition by list (run_id);
  create table trial.plain (like trial.row including all);
  select access.guard('trial.row'), access.guard('trial.plain');
  grant usage on schema trial to payung_app, payung_loader;
  grant insert, select on trial.plain to payung_app;
  grant select on trial.row to payung_loader;`

async function setUp(database: Database): Promise<void> {
  const client = await database.migrator.connect()
  await client.query("set role payung_owner")
  await client.query(SETUP)
  client.release(true)
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN
}

const home = mkdtempSync(join(tmpdir(), "payung-bench-"))
const server = await startServer({ home })
const database = await openDatabase({ adminUrl: server.adminUrl, home })
try {
  const checkout = join(dirname(fileURLToPath(import.meta.url)), "../..")
  const migrated = await migrate(database.migrator, collectMigrations(join(checkout, "src")))
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.refusal))
  await setUp(database)
  const key = Buffer.alloc(32, 1)
  await installClaimKey(database.migrator, key)
  const claim = signClaim(key, operatorClaim(TENANT, Math.floor(Date.now() / 1000) + 3600))
  const ways: Record<string, (runId: string) => Promise<void>> = {
    "insert values, 1000 a statement": (id) =>
      withClaimOnPool(database.appPool, claim, (client) => insertValues(client, [...makeRows(id)])),
    "insert unnest, one statement": (id) =>
      withClaimOnPool(database.appPool, claim, (client) => insertUnnest(client, [...makeRows(id)])),
    "copy and attach a partition": (id) =>
      withClaimOnPool(database.loader, claim, async (client) => {
        await loadPartition(client, {
          parent: "trial.row",
          runId: id,
          columns: COLUMNS,
          rows: makeRows(id),
        })
      }),
  }
  const times = new Map<string, number[]>()
  for (let round = 0; round < rounds; round++) {
    for (const [name, write] of Object.entries(ways)) {
      const started = performance.now()
      await write(contentId(TENANT, "trial", name, String(round)))
      const ms = performance.now() - started
      times.set(name, [...(times.get(name) ?? []), ms])
      console.log(`${round + 1} ${name.padEnd(34)} ${ms.toFixed(0)} ms`)
    }
  }
  const best = Math.min(...[...times.values()].map(median))
  for (const [name, list] of times) {
    console.log(
      `median ${name.padEnd(34)} ${median(list).toFixed(0)} ms  ${(median(list) / best).toFixed(1)}x`,
    )
  }
} finally {
  await database.close()
  await server.stop()
  rmSync(home, { recursive: true, force: true })
}
