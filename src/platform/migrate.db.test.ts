import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, expect, test } from "vitest"
import type { Migration } from "./migrate.ts"
import { collectMigrations, hashMigrations, migrate } from "./migrate.ts"
import type { Database } from "./testing/index.ts"
import { asOwner, testDatabase } from "./testing/index.ts"

let database: Database
let project: readonly Migration[]
const sourceDir = mkdtempSync(join(tmpdir(), "payung-migrate-"))
const room = join(sourceDir, "modules", "trial", "migrations")

beforeAll(async () => {
  database = await testDatabase()
  project = collectMigrations(fileURLToPath(new URL("..", import.meta.url)))
})

afterAll(async () => {
  await database.close()
  rmSync(sourceDir, { recursive: true })
})

function write(name: string, text: string): readonly Migration[] {
  mkdirSync(room, { recursive: true })
  writeFileSync(join(room, name), text)
  return [...project, ...collectMigrations(sourceDir)]
}

async function exists(name: string): Promise<boolean> {
  const found = await asOwner(database, `select to_regclass('${name}') as found`)
  return found.rows[0]?.found !== null
}

test("the test database is up to date", async () => {
  expect(await migrate(database.migrator, project)).toEqual({ ok: true, value: [] })
})

test("several programs may migrate at once; each migration runs once", async () => {
  const known = write("9001_trial_table.sql", "create schema trial; create table trial.one ();")
  const runs = await Promise.all([1, 2].map(() => migrate(database.migrator, known)))
  const applied = runs.flatMap((run) => (run.ok ? run.value : []))
  expect(applied).toEqual(["9001_trial_table.sql"])
  const owner = await asOwner(
    database,
    "select pg_get_userbyid(relowner) as owner from pg_class where oid = 'trial.one'::regclass",
  )
  expect(owner.rows).toEqual([{ owner: "payung_owner" }])
})

test("a failing migration names its line and leaves nothing", async () => {
  const text = "create table trial.two ();\n\nselect nothing;\n"
  const known = write("9002_trial_broken.sql", text)
  await expect(migrate(database.migrator, known)).rejects.toThrow(/9002_trial_broken.*line 3/)
  expect(await exists("trial.two")).toBe(false)
  const mended = write("9002_trial_broken.sql", "create table trial.two ();")
  expect(await migrate(database.migrator, mended)).toMatchObject({ ok: true })
  expect(await exists("trial.two")).toBe(true)
})

test("an edited migration is refused, and so is a database newer than the program", async () => {
  const before = hashMigrations(collectMigrations(sourceDir))
  const known = write("9001_trial_table.sql", "create schema trial;")
  expect(hashMigrations(collectMigrations(sourceDir))).not.toBe(before)
  const edited = { ok: false, refusal: { code: "MIGRATION_EDITED", name: "9001_trial_table.sql" } }
  expect(await migrate(database.migrator, known)).toEqual(edited)
  const newer = { ok: false, refusal: { code: "DATABASE_NEWER", name: "9001_trial_table.sql" } }
  expect(await migrate(database.migrator, project)).toEqual(newer)
})

test("new functions are closed to everybody", async () => {
  const found = await database.migrator.query(
    `select p.oid::regprocedure::text as function
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname in ('access', 'platform')
       and has_function_privilege('public', p.oid, 'execute')`,
  )
  expect(found.rows).toEqual([])
})
