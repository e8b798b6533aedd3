import { sql } from "kysely"
import type pg from "pg"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { contentId } from "../../kernel/id.ts"
import { loadPartition } from "../../platform/partition.ts"
import type { Database } from "../../platform/testing/index.ts"
import { asOwner, testDatabase } from "../../platform/testing/index.ts"
import type { SignedClaim } from "./claim.ts"
import { withClaim, withClaimOnPool } from "./claim.queries.ts"
import { testClaim } from "./testing.ts"

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
    grant usage on schema trial to payung_app, payung_loader;
    create table trial.row (
      tenant_id integer not null, run_id uuid not null, number integer not null, name text,
      primary key (tenant_id, run_id, number)
    ) partition by list (run_id);
    select access.guard('trial.row');
    grant select on trial.row to payung_app, payung_loader;
    create table trial.by_tenant (tenant_id integer not null, run_id uuid not null)
      partition by list (tenant_id);
    create table trial.unguarded (tenant_id integer not null, run_id uuid not null)
      partition by list (run_id);
    create table trial.a_table_whose_name_is_too_long (
      tenant_id integer not null, run_id uuid not null) partition by list (run_id);
    select access.guard('trial.by_tenant');
    select access.guard('trial.a_table_whose_name_is_too_long');`,
  )
})

afterAll(() => database.close())

function runId(name: string): string {
  return contentId(6471, "run", name)
}

function tableOf(id: string): string {
  return `trial.row_p_${id.replaceAll("-", "")}`
}

function asLoader<T>(claim: SignedClaim, work: (client: pg.PoolClient) => Promise<T>) {
  return withClaimOnPool(database.loader, claim, work)
}

function rowsOf(tenant: number, id: string, count: number) {
  return Array.from({ length: count }, (_, index) => [tenant, id, index, `Warga\t${index}`])
}

function load(id: string, count: number) {
  const columns = ["tenant_id", "run_id", "number", "name"]
  return asLoader(balikpapan, (client) =>
    loadPartition(client, {
      parent: "trial.row",
      runId: id,
      columns,
      rows: rowsOf(6471, id, count),
    }),
  )
}

async function countSeen(claim: SignedClaim, id: string): Promise<bigint> {
  return await withClaim(database.app, claim, async (db) => {
    const found = await sql<{ count: bigint }>`
      select count(*) from trial.row where run_id = ${id}`.execute(db)
    return found.rows[0]?.count ?? -1n
  })
}

async function exists(id: string): Promise<boolean> {
  const found = await asOwner(database, `select to_regclass('${tableOf(id)}') as found`)
  return found.rows[0]?.found !== null
}

function open(client: pg.PoolClient, id: string, parent = "trial.row") {
  return client.query("select platform.open_partition($1::regclass, $2)", [parent, id])
}

function close(client: pg.PoolClient, id: string, rows: number) {
  return client.query("select platform.close_partition('trial.row', $1, $2)", [id, rows])
}

function insert(client: pg.PoolClient, id: string, tenant: number) {
  return client.query(`insert into ${tableOf(id)} values ($1, $2, 1, 'Warga')`, [tenant, id])
}

describe("a loaded partition", () => {
  const id = runId("whole")

  test("holds every row, seen by its tenant through the parent", async () => {
    expect(await load(id, 20_000)).toBe(20_000)
    expect(await countSeen(balikpapan, id)).toBe(20_000n)
    expect(await countSeen(samarinda, id)).toBe(0n)
  })

  test("cannot be read or written around the parent", async () => {
    const table = tableOf(id)
    const direct = withClaim(database.app, balikpapan, (db) =>
      sql`select from ${sql.raw(table)}`.execute(db),
    )
    await expect(direct).rejects.toThrow("permission denied")
    for (const statement of [`select from ${table}`, `insert into ${table} default values`]) {
      const attempt = asLoader(balikpapan, (client) => client.query(statement))
      await expect(attempt).rejects.toThrow("permission denied")
    }
  })

  test("has forced row security and the parent's primary key", async () => {
    const found = await asOwner(
      database,
      `select c.relrowsecurity and c.relforcerowsecurity as forced,
         (select count(*) from pg_index i where i.indrelid = c.oid and i.indisprimary) as keys
       from pg_class c where c.oid = '${tableOf(id)}'::regclass`,
    )
    expect(found.rows).toEqual([{ forced: true, keys: 1n }])
  })

  test("cannot be loaded twice", async () => {
    await expect(load(id, 1)).rejects.toMatchObject({ code: "42P07" })
    expect(await countSeen(balikpapan, id)).toBe(20_000n)
  })

  test("may be empty", async () => {
    expect(await load(runId("empty"), 0)).toBe(0)
  })
})

describe("what is refused leaves nothing", () => {
  type Attempt = (client: pg.PoolClient, id: string) => Promise<unknown>
  const cases: [string, RegExp, Attempt][] = [
    [
      "a row of another tenant",
      /violates check/,
      async (client, id) => {
        await open(client, id)
        await insert(client, id, 6472)
      },
    ],
    [
      "a row of another run",
      /violates check/,
      async (client, id) => {
        await open(client, id)
        await client.query(`insert into ${tableOf(id)} values (6471, $1, 1, '')`, [runId("x")])
      },
    ],
    [
      "fewer rows than expected",
      /expected 2 rows, found 1/,
      async (client, id) => {
        await open(client, id)
        await insert(client, id, 6471)
        await close(client, id, 2)
      },
    ],
    [
      "an unknown number of rows",
      /expected <NULL> rows/,
      async (client, id) => {
        await open(client, id)
        await client.query("select platform.close_partition('trial.row', $1, null)", [id])
      },
    ],
    [
      "the same key twice",
      /unique|duplicate/,
      async (client, id) => {
        await open(client, id)
        await insert(client, id, 6471)
        await insert(client, id, 6471)
        await close(client, id, 2)
      },
    ],
    [
      "another claim at the end",
      /no partition .* is open/,
      async (client, id) => {
        await open(client, id)
        await client.query(`set local app.claim = '${samarinda}'`)
        await close(client, id, 0)
      },
    ],
    [
      "no claim",
      /no valid claim/,
      async (client, id) => {
        await client.query("set local app.claim = ''")
        await open(client, id)
      },
    ],
    [
      "a partition that is never closed",
      /not closed/,
      async (client, id) => {
        await open(client, id)
        await insert(client, id, 6471)
      },
    ],
    [
      "closing what was not opened",
      /no partition .* is open/,
      (client, id) => close(client, id, 0),
    ],
    [
      "a parent by another column",
      /not a guarded table/,
      (client, id) => open(client, id, "trial.by_tenant"),
    ],
    [
      "a parent without row security",
      /not a guarded table/,
      (client, id) => open(client, id, "trial.unguarded"),
    ],
    [
      "a name that would be cut",
      /longer than 28/,
      (client, id) => open(client, id, "trial.a_table_whose_name_is_too_long"),
    ],
    [
      "our program's failure half way",
      /stopped/,
      async (client, id) => {
        await open(client, id)
        await insert(client, id, 6471)
        throw new Error("stopped")
      },
    ],
  ]

  test.each(cases)("%s", async (what, message, attempt) => {
    const id = runId(what)
    await expect(asLoader(balikpapan, (client) => attempt(client, id))).rejects.toThrow(message)
    expect(await exists(id)).toBe(false)
    expect(await countSeen(balikpapan, id)).toBe(0n)
  })

  test("a broken connection leaves nothing either", async () => {
    const id = runId("killed")
    const client = await database.loader.connect()
    await client.query(`begin; set local app.claim = '${balikpapan}'`)
    await open(client, id)
    await insert(client, id, 6471)
    client.release(true)
    await expect.poll(() => load(id, 3).catch(() => 0), { timeout: 5_000 }).toBe(3)
  })

  test("negative control: the same steps without a fault succeed", async () => {
    const id = runId("control")
    await asLoader(balikpapan, async (client) => {
      await open(client, id)
      await insert(client, id, 6471)
      await close(client, id, 1)
    })
    expect(await countSeen(balikpapan, id)).toBe(1n)
  })
})
