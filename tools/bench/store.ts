/**
 * How long a run takes to store, against a bare COPY of the same bytes into the same tables with their keys and
 * constraints. Each round is a run of its own into a new installation, then the COPY of what it stored.
 *
 *   node tools/bench/store.ts FOLDER [--rounds 3]
 */
import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"
import pg from "pg"
import { from as copyFrom, to as copyTo } from "pg-copy-streams"
import { startServer } from "../../src/platform/embedded-postgres.ts"

const { values, positionals } = parseArgs({
  options: { rounds: { type: "string", default: "3" } },
  allowPositionals: true,
})
const [folder] = positionals
if (folder === undefined) throw new Error("which folder? node tools/bench/store.ts FOLDER")
const checkout = join(import.meta.dirname, "../..")

interface Part {
  readonly parent: string
  readonly partition: string
  readonly columns: string
}

/** The tables that the run wrote, each with the columns that are written and not computed. */
async function partsOf(client: pg.Client): Promise<Part[]> {
  const found = await client.query<Part>(
    `select inhparent::regclass::text as parent, inhrelid::regclass::text as partition,
       (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = inhrelid and attnum > 0 and not attisdropped and attgenerated = '') as columns
     from pg_inherits join pg_class c on c.oid = inhrelid where c.relkind = 'r' order by 1`,
  )
  return found.rows
}

async function bytesOf(client: pg.Client, { partition, columns }: Part): Promise<Buffer> {
  const chunks: Buffer[] = []
  const stream = client.query(copyTo(`copy ${partition} (${columns}) to stdout`))
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Milliseconds of one COPY into a new table like the one that the run filled. */
async function copyOnce(client: pg.Client, part: Part, bytes: Buffer): Promise<number> {
  await client.query("drop table if exists bench_copy")
  await client.query(
    `create table bench_copy (like ${part.partition} including defaults including constraints
       including indexes including generated including storage)`,
  )
  const keys = await client.query<{ definition: string }>(
    `select pg_get_constraintdef(oid) as definition from pg_constraint
     where conrelid = $1::regclass and contype = 'f'`,
    [part.partition],
  )
  for (const { definition } of keys.rows)
    await client.query(`alter table bench_copy add ${definition}`)
  const started = performance.now()
  await client.query("begin")
  const copy = client.query(copyFrom(`copy bench_copy (${part.columns}) from stdin`))
  await pipeline(Readable.from([bytes]), copy)
  await client.query("commit")
  return performance.now() - started
}

async function roundOf(cycleFolder: string): Promise<{ store: number; copy: number; mb: number }> {
  const work = mkdtempSync(join(tmpdir(), "payung-bench-store-"))
  const home = join(work, "home")
  const env = { ...process.env, PAYUNG_HOME: home }
  const out = join(work, "out")
  const ran = spawnSync(join(checkout, "payung"), ["run", cycleFolder, "--out", out], { env })
  if (ran.status !== 0) throw new Error(`the run ended with ${ran.status}`)
  const timings = JSON.parse(readFileSync(join(out, "timings.json"), "utf8")) as { store: number }
  const server = await startServer({ home })
  // Whoever owns the tables sees no row without a claim either; the administrator of the trial does.
  const client = new pg.Client({ connectionString: server.adminUrl })
  await client.connect()
  let [copy, mb] = [0, 0]
  try {
    await client.query("create schema bench; set search_path = bench")
    for (const part of await partsOf(client)) {
      const bytes = await bytesOf(client, part)
      if (bytes.length === 0) continue
      const ms = await copyOnce(client, part, bytes)
      console.log(
        `  ${part.parent.padEnd(28)} ${(bytes.length / 2 ** 20).toFixed(1)} MB ${ms.toFixed(0)} ms`,
      )
      copy += ms
      mb += bytes.length / 2 ** 20
    }
  } finally {
    await client.end()
    await server.stop()
    rmSync(server.serverDir, { recursive: true, force: true })
    rmSync(work, { recursive: true, force: true })
  }
  return { store: timings.store, copy, mb }
}

const ratios: number[] = []
for (let round = 0; round < Number(values.rounds); round++) {
  const { store, copy, mb } = await roundOf(folder)
  ratios.push(store / copy)
  console.log(
    `store ${(store / 1000).toFixed(2)} s, COPY of the same ${mb.toFixed(0)} MB ${(copy / 1000).toFixed(2)} s: ${(store / copy).toFixed(2)} times`,
  )
}
const [middle = Number.NaN] = ratios.toSorted((a, b) => a - b).slice(Math.floor(ratios.length / 2))
console.log(`median ${middle.toFixed(2)} times`)
