import { afterAll, beforeAll, expect, test } from "vitest"
import type { Database } from "../src/platform/testing/index.ts"
import { testDatabase } from "../src/platform/testing/index.ts"
import { catalogueRules, checkCatalogue } from "./tidy/catalogue.ts"

let database: Database

beforeAll(async () => {
  database = await testDatabase()
})

afterAll(() => database.close())

/** What the rules say after `change`, which is taken back. */
async function checkAfter(change: string) {
  const client = await database.migrator.connect()
  try {
    await client.query("begin; set local role payung_owner")
    await client.query(change)
    return await checkCatalogue(async (statement) => (await client.query(statement)).rows)
  } finally {
    await client.query("rollback")
    client.release(true)
  }
}

// A room in order; each case below plants one mistake into it.
const clean = `
  create schema trial;
  create table trial.person (tenant_id integer not null, id integer not null, parent integer,
    nik text, primary key (tenant_id, id), unique (tenant_id, nik),
    foreign key (tenant_id, parent) references trial.person (tenant_id, id));
  create unique index person_once on trial.person (tenant_id, parent) where parent > 0;
  create index person_nik on trial.person (nik);
  select access.guard('trial.person');
  create view trial.seen with (security_invoker = true) as select * from trial.person;
  create function trial.run() returns integer language sql security definer
    set search_path = pg_catalog, pg_temp as 'select 1';
  revoke execute on function trial.run() from public;`

test("the schema of the migrations, and a room in order beside it, break no rule", async () => {
  const migrated = await checkAfter("select")
  expect(migrated.messages).toEqual([])
  const extended = await checkAfter(clean)
  expect(extended).toEqual({ tables: migrated.tables + 1, messages: [] })
})

const loose = "create table trial.loose (tenant_id integer not null, id integer not null);"

// What is broken, the statement that breaks it, and what the message begins with.
const mistakes: readonly [string, string, string][] = [
  [
    "a table without tenant_id",
    "create table trial.rate (id integer primary key)",
    "tenant-first keys: trial.rate:",
  ],
  [
    "a table without tenant_id",
    `create table trial.rate (tenant_id integer, id integer)`,
    "tenant-first keys: trial.rate:",
  ],
  [
    "a key that does not begin with tenant_id",
    "alter table trial.person add constraint person_by_id unique (id, tenant_id)",
    "tenant-first keys: person_by_id on trial.person:",
  ],
  [
    "a key that does not begin with tenant_id",
    `${loose} select access.guard('trial.loose'); alter table trial.loose add primary key (id)`,
    "tenant-first keys: loose_pkey on trial.loose:",
  ],
  [
    "a key that does not begin with tenant_id",
    `alter table trial.person add constraint person_parent foreign key (parent, tenant_id)
       references trial.person (tenant_id, id)`,
    "tenant-first keys: person_parent on trial.person:",
  ],
  [
    "a unique index that does not begin with tenant_id",
    "create unique index person_nik_once on trial.person (nik)",
    "tenant-first keys: person_nik_once on trial.person:",
  ],
  [
    "a unique index that does not begin with tenant_id",
    "create unique index person_nik_once on trial.person (nik, tenant_id) where id > 0",
    "tenant-first keys: person_nik_once on trial.person:",
  ],
  [
    "a unique index that does not begin with tenant_id",
    "create unique index person_nik_once on trial.person (lower(nik), tenant_id)",
    "tenant-first keys: person_nik_once on trial.person:",
  ],
  [
    "a foreign key that may cross tenants",
    `alter table trial.person add constraint person_of_key
       foreign key (tenant_id) references platform.migration (number)`,
    "tenant-first keys: person_of_key on trial.person:",
  ],
  [
    "on delete set null or set default",
    `alter table trial.person add constraint person_parent foreign key (tenant_id, parent)
       references trial.person (tenant_id, id) on delete set null`,
    "tenant-first keys: person_parent on trial.person:",
  ],
  [
    "a tenant table without forced row security",
    "alter table trial.person no force row level security",
    "row security: trial.person:",
  ],
  [
    "a tenant table without forced row security",
    "alter table trial.person disable row level security",
    "row security: trial.person:",
  ],
  [
    "a tenant table without the guard's policy",
    "alter policy tenant_isolation on trial.person rename to isolation",
    "row security: trial.person:",
  ],
  [
    "a policy that does not ask for the claim's tenant",
    "create policy open on trial.person for select using (true)",
    "row security: open on trial.person:",
  ],
  [
    "a function with the owner's rights and an open search path",
    "alter function trial.run() reset search_path",
    "row security: trial.run():",
  ],
  [
    "a function that everybody may execute",
    "grant execute on function trial.run() to public",
    "row security: trial.run():",
  ],
  [
    "a view with its owner's eyes",
    "alter view trial.seen set (security_invoker = false)",
    "row security: trial.seen:",
  ],
  [
    "a view with its owner's eyes",
    "create materialized view trial.kept as select 1 as one",
    "row security: trial.kept:",
  ],
]

test.each(mistakes)("finds %s, and nothing else: %s", async (what, mistake, beginning) => {
  const { messages } = await checkAfter(`${clean}\n${mistake}`)
  expect(messages).toHaveLength(1)
  expect(messages[0]).toContain(`${beginning} ${what}; `)
})

test("every rule has a mistake that it finds", () => {
  const planted = new Set(mistakes.map(([what]) => what))
  expect(catalogueRules.map(({ what }) => what).filter((what) => !planted.has(what))).toEqual([])
})

test("a catalogue without tables is not called in order", async () => {
  const { tables, messages } = await checkCatalogue(async () => await Promise.resolve([]))
  expect(tables).toBe(0)
  expect(messages).toEqual([expect.stringMatching(/^catalogue: saw no tenant's table/)])
})
