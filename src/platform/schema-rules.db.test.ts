import { afterAll, beforeAll, expect, test } from "vitest"
import type { Database } from "./testing/index.ts"
import { asOwner, testDatabase } from "./testing/index.ts"

// The rules that keep tenants apart and the schema distributable, asked of the catalogue: a
// migration of any room that breaks one fails here by name.

let database: Database

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

const ownTables = `
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspowner = 'payung_owner'::regrole and c.relkind in ('r', 'p')
    and not c.relispartition`

const hasTenant = `exists (select from pg_attribute a where a.attrelid = c.oid
  and a.attname = 'tenant_id' and a.attnotnull and not a.attisdropped)`

const columnsOf = (table: string, list: string) => `
  (select array_agg(a.attname::text order by listed.place)
   from unnest(${list}) with ordinality listed(number, place)
   join pg_attribute a on a.attrelid = ${table} and a.attnum = listed.number)`

// Tables of the installation itself; everything else belongs to a tenant.
const shared = ["access.claim_key", "platform.migration", "platform.open_partition"]

const rules: readonly [string, string][] = [
  [
    "a table without tenant_id",
    `select c.oid::regclass::text as broken ${ownTables} and not ${hasTenant}`,
  ],
  [
    "a tenant table without forced row security",
    `select c.oid::regclass::text as broken ${ownTables} and ${hasTenant}
       and not (c.relrowsecurity and c.relforcerowsecurity)`,
  ],
  [
    "a tenant table without the guard's policy",
    `select c.oid::regclass::text as broken ${ownTables} and ${hasTenant} and not exists
       (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation')`,
  ],
  [
    "a policy that does not ask for the claim's tenant",
    `select p.tablename || '.' || p.policyname as broken from pg_policies p
     join pg_namespace n on n.nspname = p.schemaname
     where n.nspowner = 'payung_owner'::regrole and p.permissive = 'PERMISSIVE'
       and (coalesce(p.qual, p.with_check) not like '%claim_tenant()%'
         or coalesce(p.with_check, p.qual) not like '%claim_tenant()%')`,
  ],
  [
    "a key that does not begin with tenant_id",
    `select k.conname || ' on ' || c.oid::regclass as broken
     from pg_constraint k join pg_class c on c.oid = k.conrelid
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspowner = 'payung_owner'::regrole and not c.relispartition and ${hasTenant}
       and k.contype in ('p', 'u', 'f')
       and (${columnsOf("k.conrelid", "k.conkey")})[1] <> 'tenant_id'`,
  ],
  [
    "a foreign key that may cross tenants",
    `select k.conname || ' on ' || k.conrelid::regclass as broken
     from pg_constraint k join pg_class c on c.oid = k.confrelid
     join pg_namespace n on n.oid = c.relnamespace
     where n.nspowner = 'payung_owner'::regrole and k.contype = 'f'
       and (${columnsOf("k.confrelid", "k.confkey")})[1] <> 'tenant_id'`,
  ],
  [
    "on delete set null",
    `select conname::text as broken from pg_constraint
     where contype = 'f' and confdeltype in ('n', 'd')`,
  ],
  [
    "a function with the owner's rights and an open search path",
    `select p.oid::regprocedure::text as broken
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspowner = 'payung_owner'::regrole and p.prosecdef
       and not coalesce(array_to_string(p.proconfig, ' '), '') like
         '%search_path=pg_catalog, pg_temp%'`,
  ],
  [
    "a function that everybody may execute",
    `select p.oid::regprocedure::text as broken
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspowner = 'payung_owner'::regrole
       and has_function_privilege('public', p.oid, 'execute')`,
  ],
  [
    "a view with its owner's eyes",
    `select c.oid::regclass::text as broken
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspowner = 'payung_owner'::regrole and c.relkind = 'm'
        or n.nspowner = 'payung_owner'::regrole and c.relkind = 'v'
       and not coalesce('security_invoker=true' = any (c.reloptions), false)`,
  ],
]

async function findBroken(query: string): Promise<string[]> {
  const found = await asOwner(database, query)
  const names = found.rows.map((row: { broken: string }) => row.broken)
  return names.filter((name) => !shared.includes(name)).sort()
}

test.each(rules)("there is no exception to: %s", async (_rule, query) => {
  expect(await findBroken(query)).toEqual([])
})

test("negative control: a schema that breaks every rule is found by each of them", async () => {
  await asOwner(
    database,
    `create schema trial;
     create table trial.shared (id integer primary key);
     create table trial.loose (tenant_id integer not null, id integer primary key,
       other integer references trial.shared (id) on delete set null);
     create policy open on trial.loose for select using (true);
     create view trial.seen as select * from trial.loose;
     create function trial.run() returns integer language sql security definer as 'select 1';
     grant execute on function trial.run() to public`,
  )
  for (const [rule, query] of rules) {
    expect(await findBroken(query), rule).not.toEqual([])
  }
  await asOwner(database, "drop schema trial cascade")
})
