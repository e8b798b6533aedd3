/** A question to the catalogue of a migrated database; each row names something `broken`. */
export interface CatalogueRule {
  readonly rule: "tenant-first keys" | "row security"
  readonly what: string
  readonly query: string
  readonly mend: string
}

/** Runs one statement in the migrated database, as a role that may read its catalogue. */
export type Ask = (statement: string) => Promise<readonly Readonly<Record<string, unknown>>[]>

// Everything that no PostgreSQL brings along, whoever owns it.
const ownSchema = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

const ownTables = `
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where ${ownSchema} and c.relkind in ('r', 'p', 'f') and not c.relispartition`

const tableName = "n.nspname || '.' || c.relname"

// Tables of the installation itself; everything else belongs to a tenant.
const shared = `('access.claim_key', 'platform.migration', 'platform.open_partition')`

const hasTenant = `exists (select from pg_attribute a where a.attrelid = c.oid
  and a.attname = 'tenant_id' and a.attnotnull and not a.attisdropped)`

const isColumnTenant = (table: string, number: string) => `exists (select from pg_attribute a
  where a.attrelid = ${table} and a.attnum = ${number} and a.attname = 'tenant_id')`

const keyRules: readonly Omit<CatalogueRule, "rule">[] = [
  {
    what: "a table without tenant_id",
    query: `select ${tableName} as broken ${ownTables}
      and not ${hasTenant} and ${tableName} not in ${shared}`,
    mend: "add tenant_id integer not null, or list the table as shared in tools/tidy/catalogue.ts",
  },
  {
    what: "a key that does not begin with tenant_id",
    query: `select k.conname || ' on ' || ${tableName} as broken
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_namespace n on n.oid = c.relnamespace
      where ${ownSchema} and ${hasTenant} and k.contype in ('p', 'u', 'f', 'x')
        and not ${isColumnTenant("k.conrelid", "k.conkey[1]")}`,
    mend: "put tenant_id first, or two tenants meet in one key",
  },
  {
    what: "a unique index that does not begin with tenant_id",
    query: `select u.relname || ' on ' || ${tableName} as broken
      from pg_index i join pg_class u on u.oid = i.indexrelid
      join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ownSchema} and ${hasTenant} and i.indisunique
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid
          and k.contype in ('p', 'u', 'x'))
        and not ${isColumnTenant("i.indrelid", "i.indkey[0]")}`,
    mend: "put tenant_id first, or a value of one tenant shuts out another's",
  },
  {
    what: "a foreign key that may cross tenants",
    query: `select k.conname || ' on ' || k.conrelid::regclass as broken
      from pg_constraint k join pg_class c on c.oid = k.confrelid
      join pg_namespace n on n.oid = c.relnamespace
      where ${ownSchema} and k.contype = 'f'
        and not ${isColumnTenant("k.confrelid", "k.confkey[1]")}`,
    mend: "refer to a key that begins with tenant_id",
  },
  {
    what: "on delete set null or set default",
    query: `select k.conname || ' on ' || k.conrelid::regclass as broken
      from pg_constraint k join pg_namespace n on n.oid = k.connamespace
      where ${ownSchema} and k.contype = 'f' and k.confdeltype in ('n', 'd')`,
    mend: "it would clear tenant_id too; restrict or cascade",
  },
]

const securityRules: readonly Omit<CatalogueRule, "rule">[] = [
  {
    what: "a tenant table without forced row security",
    query: `select ${tableName} as broken ${ownTables} and ${hasTenant}
      and not (c.relrowsecurity and c.relforcerowsecurity)`,
    mend: "call access.guard('schema.table') in its migration",
  },
  {
    what: "a tenant table without the guard's policy",
    query: `select ${tableName} as broken ${ownTables} and ${hasTenant} and not exists
      (select from pg_policy p where p.polrelid = c.oid and p.polname = 'tenant_isolation')`,
    mend: "call access.guard('schema.table') in its migration",
  },
  {
    what: "a policy that does not ask for the claim's tenant",
    query: `select p.policyname || ' on ' || p.schemaname || '.' || p.tablename as broken
      from pg_policies p join pg_namespace n on n.nspname = p.schemaname
      where ${ownSchema} and p.permissive = 'PERMISSIVE'
        and (coalesce(p.qual, p.with_check) not like '%claim_tenant()%'
          or coalesce(p.with_check, p.qual) not like '%claim_tenant()%')`,
    mend: "compare tenant_id with access.claim_tenant(), or make the policy restrictive",
  },
  {
    what: "a function with the owner's rights and an open search path",
    query: `select p.oid::regprocedure::text as broken
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ownSchema} and p.prosecdef
        and not coalesce(array_to_string(p.proconfig, ' '), '') like
          '%search_path=pg_catalog, pg_temp%'`,
    mend: "set search_path = pg_catalog, pg_temp",
  },
  {
    what: "a function that everybody may execute",
    query: `select p.oid::regprocedure::text as broken
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where ${ownSchema} and has_function_privilege('public', p.oid, 'execute')`,
    mend: "revoke execute from public and grant it by name",
  },
  {
    what: "a view with its owner's eyes",
    query: `select ${tableName} as broken
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where ${ownSchema} and (c.relkind = 'm' or c.relkind = 'v'
        and not coalesce('security_invoker=true' = any (c.reloptions), false))`,
    mend: "create it with (security_invoker = true); a materialized view has no row security",
  },
]

/** The rules that keep tenants apart, in two groups. */
export const catalogueRules: readonly CatalogueRule[] = [
  ...keyRules.map((rule) => ({ rule: "tenant-first keys" as const, ...rule })),
  ...securityRules.map((rule) => ({ rule: "row security" as const, ...rule })),
]

/**
 * All messages about a migrated database and the number of tables they were asked of. A catalogue
 * without tables is a message too: its rules would all hold.
 */
export async function checkCatalogue(ask: Ask): Promise<{ tables: number; messages: string[] }> {
  const counted = await ask(`select count(*)::integer as tables ${ownTables} and ${hasTenant}`)
  const tables = Number(counted[0]?.["tables"] ?? 0)
  if (tables === 0) {
    return { tables, messages: ["catalogue: saw no tenant's table; were migrations applied?"] }
  }
  const messages: string[] = []
  for (const { rule, what, query, mend } of catalogueRules) {
    const names = (await ask(query)).map(({ broken }) => String(broken)).sort()
    messages.push(...names.map((name) => `${rule}: ${name}: ${what}; ${mend}`))
  }
  return { tables, messages }
}
