import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import type { Database } from "../../platform/testing/index.ts"
import { asOwner, testDatabase } from "../../platform/testing/index.ts"
import type { SignedClaim } from "./claim.ts"
import { operatorClaim, signClaim } from "./claim.ts"
import { withClaim, withClaimOnPool } from "./claim.queries.ts"
import { testClaim, testClaimKey } from "./testing.ts"

let database: Database
let balikpapan: SignedClaim
let samarinda: SignedClaim

beforeAll(async () => {
  database = await testDatabase()
  balikpapan = await testClaim(database)
  samarinda = await testClaim(database, { tenant: 6472 })
  await asOwner(
    database,
    `
    create schema trial;
    grant usage on schema trial to payung_app, payung_loader, payung_reader;
    create table trial.worker (
      tenant_id integer not null, id integer not null, primary key (tenant_id, id));
    select access.guard('trial.worker');
    grant select, insert, update, delete on trial.worker to payung_app;
    grant select on trial.worker to payung_reader, payung_loader;
    create table trial.open_to_all (id integer);`,
  )
  for (const [claim, tenant] of [
    [balikpapan, 6471],
    [samarinda, 6472],
  ] as const) {
    await withClaim(database.app, claim, (db) =>
      sql`insert into trial.worker values (${tenant}, 1), (${tenant}, 2)`.execute(db),
    )
  }
})

afterAll(() => database.close())

async function tenantsSeen(claim: SignedClaim): Promise<number[]> {
  return await withClaim(database.app, claim, readTenants)
}

async function readTenants(db: Database["app"]): Promise<number[]> {
  const found = await sql<{ tenant_id: number }>`
    select distinct tenant_id from trial.worker order by tenant_id`.execute(db)
  return found.rows.map((row) => row.tenant_id)
}

function altered(change: (text: string) => string): SignedClaim {
  return change(balikpapan) as SignedClaim
}

describe("what a claim opens", () => {
  test("a signed claim sees its tenant only", async () => {
    expect(await tenantsSeen(balikpapan)).toEqual([6471])
    expect(await tenantsSeen(samarinda)).toEqual([6472])
  })

  test("without a claim there are no rows, for every role", async () => {
    expect(await readTenants(database.app)).toEqual([])
    expect(await readTenants(database.reader)).toEqual([])
    const loaded = await database.loader.query("select from trial.worker")
    expect(loaded.rowCount).toBe(0)
  })

  test("a claim ends with its transaction", async () => {
    const client = await database.appPool.connect()
    await client.query(`begin; set local app.claim = '${balikpapan}'`)
    expect((await client.query("select from trial.worker")).rowCount).toBe(2)
    await client.query("commit")
    expect((await client.query("select from trial.worker")).rowCount).toBe(0)
    client.release()
  })

  const operator = operatorClaim(6471, 9_999_999_999)
  test.each<[string, () => SignedClaim]>([
    ["another key", () => signClaim(Buffer.alloc(32, 1), operator)],
    ["an expiry in the past", () => signClaim(testClaimKey, { ...operator, expiryEpochS: 1 })],
    ["another tenant under the same signature", () => altered((t) => t.replace("6471", "6472"))],
    ["a later expiry", () => altered((t) => t.replace("|9999999999|", "|99999999999|"))],
    ["more roles", () => altered((t) => t.replace("|operator|", "|operator,admin|"))],
    ["one changed hex digit", () => altered((t) => t.slice(0, -1) + (t.endsWith("0") ? 1 : 0))],
  ])("%s sees nothing and writes nothing", async (_what, claim) => {
    expect(await tenantsSeen(claim())).toEqual([])
    const write = withClaim(database.app, claim(), (db) =>
      sql`insert into trial.worker values (6471, 9)`.execute(db),
    )
    await expect(write).rejects.toThrow("row-level security")
  })

  test.each(["", "6471", "6471|a|b|c|d|e|9999999999", "|".repeat(7), "x".repeat(100_000)])(
    "a malformed setting sees nothing (%#)",
    async (text) => {
      const client = await database.appPool.connect()
      await client.query("begin")
      await client.query("select set_config('app.claim', $1, true)", [text])
      expect((await client.query("select from trial.worker")).rowCount).toBe(0)
      await client.query("rollback")
      client.release()
    },
  )

  test("a row of another tenant can be neither written nor moved", async () => {
    const insert = withClaim(database.app, balikpapan, (db) =>
      sql`insert into trial.worker values (6472, 3)`.execute(db),
    )
    await expect(insert).rejects.toThrow("row-level security")
    const move = withClaim(database.app, balikpapan, (db) =>
      sql`update trial.worker set tenant_id = 6472 where id = 1`.execute(db),
    )
    await expect(move).rejects.toThrow("row-level security")
    const deleted = await withClaim(database.app, balikpapan, (db) =>
      sql`delete from trial.worker where tenant_id = 6472`.execute(db),
    )
    expect(deleted.numAffectedRows).toBe(0n)
  })

  test("every part can be read back", async () => {
    const claim = await testClaim(database, { areas: ["64.71.01", "64.71.02"], sectors: [] })
    const found = await withClaim(database.app, claim, (db) =>
      sql`select access.claim_tenant() tenant, access.claim_actor() actor,
            access.claim_office() office, access.claim_roles() roles,
            access.claim_areas() areas, access.claim_sectors() sectors`.execute(db),
    )
    expect(found.rows[0]).toEqual({
      tenant: 6471,
      actor: "operator@local",
      office: "local",
      roles: ["operator"],
      areas: ["64.71.01", "64.71.02"],
      sectors: [],
    })
  })
})

describe("what hostile SQL in the application's session cannot do", () => {
  const denied = /permission denied|must be (owner|member|able)|only roles|protected/i
  test.each([
    "select * from access.claim_key",
    "update access.claim_key set inner_block = outer_block",
    "set role payung_owner",
    "set session authorization payung_owner",
    "set row_security = off; select * from trial.worker",
    "create table trial.mine (id integer)",
    "create table public.mine (id integer)",
    "create schema mine",
    "create temporary table mine (id integer)",
    "create role mine",
    "alter role payung_app bypassrls",
    "alter table trial.worker disable row level security",
    "drop policy tenant_isolation on trial.worker",
    "select * from trial.open_to_all",
    "truncate trial.worker",
    "select access.guard('trial.worker')",
    "select platform.open_partition('trial.worker', gen_random_uuid())",
    "insert into platform.open_partition values ('trial.worker', 6471)",
    "select pg_read_file('/etc/passwd')",
    "copy (select 1) to program 'true'",
    "create function mine() returns integer language sql as 'select 1'",
  ])("%s", async (statement) => {
    const attempt = withClaimOnPool(database.appPool, balikpapan, (client) =>
      client.query(statement),
    )
    await expect(attempt).rejects.toThrow(
      statement.includes("row_security") ? /row-level security/ : denied,
    )
  })

  test("security settings of the roles", async () => {
    const found = await database.migrator.query(
      `select rolname from pg_roles
       where rolname like 'payung%'
         and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    )
    expect(found.rows).toEqual([])
  })

  test("the owner is bound by row security too", async () => {
    expect((await asOwner(database, "select from trial.worker")).rowCount).toBe(0)
  })

  test("a table without tenant_id cannot be guarded", async () => {
    const guard = asOwner(database, "select access.guard('trial.open_to_all')")
    await expect(guard).rejects.toThrow("tenant_id integer not null")
  })
})
