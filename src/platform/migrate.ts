import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type pg from "pg"
import { sha256Hex } from "../kernel/id.ts"
import type { Result } from "../kernel/result.ts"
import { ok, refuse } from "../kernel/result.ts"
import type { Migration, MigrationRefusal } from "./migration-plan.ts"
import { parseMigrationName, planMigrations, sortMigrations } from "./migration-plan.ts"

export type { Migration, MigrationRefusal } from "./migration-plan.ts"
export { describeMigrationRefusal } from "./migration-plan.ts"

const lockKey = 7_290_412

/**
 * Reads `platform/migrations` and `modules/<room>/migrations` below a source directory, in order
 * of number. Throws when a name is malformed or a number is used twice: our own mistake.
 */
export function collectMigrations(sourceDir: string): readonly Migration[] {
  const rooms = join(sourceDir, "modules")
  const places = [{ room: "platform", dir: join(sourceDir, "platform", "migrations") }]
  for (const room of existsSync(rooms) ? readdirSync(rooms).sort() : []) {
    places.push({ room, dir: join(rooms, room, "migrations") })
  }
  return sortMigrations(places.flatMap(({ room, dir }) => readPlace(room, dir)))
}

/** One hash over all migrations: two databases with the same one have the same schema. */
export function hashMigrations(migrations: readonly Migration[]): string {
  return sha256Hex(migrations.map((one) => `${one.name} ${one.sha256}\n`).join(""))
}

/**
 * Applies what is missing, each migration in its own transaction, and returns the names applied.
 * Refuses, changing nothing, when an applied migration was edited or the database holds one
 * that this program does not know. Several programs may call it at once.
 */
export async function migrate(
  migrator: pg.Pool,
  migrations: readonly Migration[],
): Promise<Result<readonly string[], MigrationRefusal>> {
  const client = await migrator.connect()
  try {
    await client.query("select pg_advisory_lock($1::bigint)", [lockKey])
    const plan = planMigrations(migrations, await readApplied(client))
    if (!plan.ok) return refuse(plan.refusal)
    for (const migration of plan.value) await apply(client, migration)
    return ok(plan.value.map((migration) => migration.name))
  } finally {
    // Closing the connection also frees the lock, whatever happened before.
    client.release(true)
  }
}

function readPlace(room: string, dir: string): Migration[] {
  if (!existsSync(dir)) return []
  return readdirSync(dir)
    .sort()
    .map((file) => {
      const text = readFileSync(join(dir, file), "utf8")
      return { ...parseMigrationName(room, file), text, sha256: sha256Hex(text) }
    })
}

async function readApplied(client: pg.PoolClient) {
  await inOwnerTransaction(client, async () => {
    await client.query(`
      create schema if not exists platform;
      create table if not exists platform.migration (
        number integer primary key,
        name text not null unique,
        sha256 text not null,
        applied_at timestamptz not null default now()
      );
      grant usage on schema platform to payung_migrator;
      grant select on platform.migration to payung_migrator;`)
  })
  const found = await client.query<{ number: number; name: string; sha256: string }>(
    "select number, name, sha256 from platform.migration order by number",
  )
  return found.rows
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  const { number, name, sha256, text } = migration
  try {
    await inOwnerTransaction(client, async () => {
      await client.query(
        "insert into platform.migration (number, name, sha256) values ($1, $2, $3)",
        [number, name, sha256],
      )
      await client.query(text)
    })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new Error(`migration ${name} failed: ${why}${lineOf(text, cause)}`, { cause })
  }
}

async function inOwnerTransaction(client: pg.PoolClient, work: () => Promise<void>) {
  await client.query("begin")
  try {
    await client.query("set local role payung_owner; set local client_min_messages = warning")
    await work()
    await client.query("commit")
  } catch (error) {
    await client.query("rollback").catch(() => {})
    throw error
  }
}

function lineOf(text: string, cause: unknown): string {
  const position = Number((cause as { position?: string }).position)
  if (!Number.isInteger(position)) return ""
  return ` (line ${text.slice(0, position).split("\n").length})`
}
