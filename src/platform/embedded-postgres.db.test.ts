import { execFile } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { sql } from "kysely"
import pg from "pg"
import { afterAll, afterEach, expect, test } from "vitest"
import { readCredentials } from "./credentials.ts"
import { openDatabase } from "./db.ts"
import { startServer, stopServer } from "./embedded-postgres.ts"
import { findPostmaster } from "./embedded-postgres/postmaster.ts"
import { prepareLayout } from "./embedded-postgres/layout.ts"
import { collectMigrations, migrate } from "./migrate.ts"

const dir = mkdtempSync(join(tmpdir(), "payung-server-"))
chmodSync(dir, 0o711)
const home = join(dir, "home")
const place = { home, serverDir: join(dir, "server") }
const module = new URL("./embedded-postgres.ts", import.meta.url).href

afterEach(() => stopServer(place))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Another program that starts the server, does `then` with it and ends. */
async function otherProgram(then: string): Promise<string> {
  const script = `
    const { startServer } = await import(${JSON.stringify(module)})
    const server = await startServer(${JSON.stringify(place)})
    ${then}`
  const args = ["--input-type=module", "-e", script]
  const ended = await promisify(execFile)(process.execPath, args).catch((error: unknown) => error)
  return (ended as { stdout: string }).stdout.trim()
}

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on("error", () => {})
  await client.connect()
  const found = await client.query(text)
  await client.end()
  return found.rows
}

function runningPid(): number | null {
  return findPostmaster(prepareLayout(place.home, place.serverDir))?.pid ?? null
}

test("starts on the loopback only, with a password, for its owner's eyes only", async () => {
  const server = await startServer(place)
  expect(server.startedHere).toBe(true)
  const [row] = await query(
    server.adminUrl,
    `select current_setting('listen_addresses') as address,
       current_setting('unix_socket_directories') as sockets,
       current_setting('data_checksums') as checksums, current_setting('jit') as jit,
       current_setting('fsync') as fsync,
       (select datlocale from pg_database where datname = 'payung') as locale`,
  )
  expect(row).toEqual({
    address: "127.0.0.1",
    sockets: "",
    checksums: "on",
    jit: "off",
    fsync: "on",
    locale: "C.UTF-8",
  })
  const stranger = server.adminUrl.replace(/:[^:@]+@/, ":wrong@")
  await expect(query(stranger, "select 1")).rejects.toMatchObject({ code: "28P01" })
  expect(statSync(join(home, "database.json")).mode & 0o777).toBe(0o600)
  expect(statSync(home).mode & 0o777).toBe(0o700)
  await server.stop()
  expect(runningPid()).toBe(null)
})

test("programs that start at once share one server; the last one out stops it", async () => {
  const script = `
    console.log(server.startedHere, new URL(server.adminUrl).port)
    await server.stop()`
  const own = startServer(place)
  const others = Promise.all([otherProgram(script), otherProgram(script)])
  const server = await own
  const lines = [`${server.startedHere} ${new URL(server.adminUrl).port}`, ...(await others)]
  expect(lines.filter((line) => line.startsWith("true"))).toHaveLength(1)
  expect(new Set(lines.map((line) => line.split(" ")[1])).size).toBe(1)
  expect(runningPid()).not.toBe(null)
  await server.stop()
  expect(runningPid()).toBe(null)
})

test("a program killed by -9 holds neither the lock nor the server", async () => {
  await otherProgram(`process.kill(process.pid, "SIGKILL")`)
  expect(runningPid()).not.toBe(null)
  writeFileSync(join(home, "lock"), "999999999:1")
  const server = await startServer(place)
  expect(server.startedHere).toBe(false)
  await server.stop()
  expect(runningPid()).toBe(null)
})

test("a server killed by -9 comes back with what was committed, on the same port", async () => {
  const first = await startServer(place)
  await query(first.adminUrl, "create table kept as select generate_series(1, 1000) as id")
  process.kill(runningPid() ?? 0, "SIGKILL")
  const second = await startServer(place)
  expect(second.startedHere).toBe(true)
  expect(second.adminUrl).toBe(first.adminUrl)
  expect(await query(second.adminUrl, "select count(*)::integer from kept")).toEqual([
    { count: 1000 },
  ])
  await second.stop()
})

test("a server left running stays after its last user", async () => {
  const server = await startServer(place)
  await server.leave()
  await otherProgram("await server.stop()")
  expect(runningPid()).not.toBe(null)
  expect(await stopServer(place)).toBe(true)
  expect(await stopServer(place)).toBe(false)
})

test.each([true, false])("a lost database.json is replaced (server running: %s)", async (runs) => {
  const before = await startServer(place)
  if (!runs) await before.stop()
  rmSync(join(home, "database.json"))
  const server = await startServer(place)
  expect(await query(server.adminUrl, "select 1 as one")).toEqual([{ one: 1 }])
})

test("roles whose passwords were lost are given new ones, by two programs at once", async () => {
  const { adminUrl } = await startServer(place)
  const first = await openDatabase({ adminUrl, home })
  await first.close()
  const { server, roles } = readCredentials(home)
  writeFileSync(join(home, "database.json"), JSON.stringify({ server }), { mode: 0o600 })
  const opened = await Promise.all([1, 2].map(() => openDatabase({ adminUrl, home })))
  for (const one of opened) {
    const found = await sql<{ role: string }>`select current_user as role`.execute(one.app)
    expect(found.rows).toEqual([{ role: "payung_app" }])
    await one.close()
  }
  expect(readCredentials(home).roles?.payung_app).not.toBe(roles?.payung_app)
})

test("an administrator who is no superuser is enough", async () => {
  const { adminUrl } = await startServer(place)
  await query(adminUrl, "create role city login createrole password 'kota'")
  await query(adminUrl, "create database city owner city")
  const cityUrl = adminUrl.replace(/postgres:[^:@]+@/, "city:kota@").replace("/payung", "/city")
  // Roles that the superuser made are not this administrator's to change: begin without them.
  await query(
    adminUrl,
    `drop owned by payung_owner, payung_migrator, payung_app, payung_loader, payung_reader;
     drop role payung_owner, payung_migrator, payung_app, payung_loader, payung_reader`,
  )
  const opened = await openDatabase({ adminUrl: cityUrl, home: join(dir, "city") })
  const migrations = collectMigrations(new URL("..", import.meta.url).pathname)
  expect(await migrate(opened.migrator, migrations)).toMatchObject({ ok: true })
  await opened.close()
})
