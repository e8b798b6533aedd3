import { randomBytes } from "node:crypto"
import { chmodSync, mkdirSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import pg from "pg"
import { ensureHome } from "../credentials.ts"
import type { Database } from "../db.ts"
import { openPools } from "../db.ts"
import { databaseUrl } from "../db/connection.ts"
import { ensureRoles, grantDatabase } from "../db/roles.ts"
import { startServer, stopServer } from "../embedded-postgres.ts"
import { identifyRunner, isRunning, withHomeLock } from "../home-lock.ts"
import { collectMigrations, describeMigrationRefusal, hashMigrations, migrate } from "../migrate.ts"

const sourceDir = fileURLToPath(new URL("../..", import.meta.url))
// As root the server runs as `nobody`, who may be unable to enter root's TMPDIR.
const base = process.getuid?.() === 0 ? "/tmp" : tmpdir()
const prefix = `payung-test-${process.getuid?.() ?? 0}-`

/** A place for one throw-away cluster that belongs to this run; nothing is started yet. */
export function reserveTestCluster(): string {
  const runner = identifyRunner(process.pid) ?? String(process.pid)
  return join(base, `${prefix}${runner.replace(":", "-")}`)
}

/** Stops and deletes the cluster. Also those of earlier runs that were killed. */
export async function removeTestCluster(dir: string): Promise<void> {
  for (const name of readdirSync(base)) {
    const path = join(base, name)
    const isDead = name.startsWith(prefix) && !isRunning(runnerOf(name))
    if (path !== dir && !isDead) continue
    await stopServer(placesIn(path))
    rmSync(path, { recursive: true, force: true })
  }
}

/** A new database with all migrations applied, on the cluster in `dir`. */
export async function createMigratedDatabase(dir: string): Promise<Database> {
  const { home } = placesIn(dir)
  const adminUrl = await startTestServer(dir)
  const template = await withHomeLock(`${home}/template`, () => ensureTemplate(home, adminUrl))
  const name = `test_${randomBytes(6).toString("hex")}`
  await runAsAdmin(adminUrl, `create database ${name} template ${template} strategy file_copy`)
  const url = databaseUrl(adminUrl, name)
  await grantDatabase(url)
  return openPools({ adminUrl: url, home })
}

async function startTestServer(dir: string): Promise<string> {
  mkdirSync(dir, { recursive: true })
  // The server's account must be able to pass through to its own directory below.
  chmodSync(dir, 0o711)
  const places = placesIn(dir)
  ensureHome(join(places.home, "template"))
  const server = await startServer({ ...places, profile: "testing" })
  await server.leave()
  return server.adminUrl
}

/** Migrated once for each state of the migrations; every test database is a copy of it. */
async function ensureTemplate(home: string, adminUrl: string): Promise<string> {
  const migrations = collectMigrations(sourceDir)
  const template = `template_${hashMigrations(migrations).slice(0, 12)}`
  const wanted = `select from pg_database where datname = '${template}'`
  if ((await runAsAdmin(adminUrl, wanted)).rowCount === 1) return template
  await runAsAdmin(adminUrl, "drop database if exists template_half")
  await runAsAdmin(adminUrl, "create database template_half")
  const url = databaseUrl(adminUrl, "template_half")
  await ensureRoles(url, home)
  const half = openPools({ adminUrl: url, home })
  const migrated = await migrate(half.migrator, migrations)
  await half.close()
  if (!migrated.ok) throw new Error(describeMigrationRefusal(migrated.refusal).en)
  await runAsAdmin(adminUrl, `alter database template_half rename to ${template}`)
  return template
}

async function runAsAdmin(adminUrl: string, statement: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: databaseUrl(adminUrl, "postgres") })
  client.on("error", () => {})
  await client.connect()
  try {
    return await client.query(statement)
  } finally {
    await client.end()
  }
}

function placesIn(dir: string): { home: string; serverDir: string } {
  return { home: join(dir, "home"), serverDir: join(dir, "server") }
}

function runnerOf(name: string): string {
  return name.slice(prefix.length).replace("-", ":")
}
