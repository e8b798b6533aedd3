import pg from "pg"
import type { Credentials } from "../credentials.ts"
import { randomPassword, readCredentials, writeCredentials } from "../credentials.ts"
import { withHomeLock } from "../home-lock.ts"
import { roleUrl } from "./connection.ts"

export type RoleName = "payung_migrator" | "payung_app" | "payung_loader" | "payung_reader"

const loginRoles: readonly RoleName[] = [
  "payung_migrator",
  "payung_app",
  "payung_loader",
  "payung_reader",
]

// Roles belong to the whole server; a lock is known within one database only. So the statements
// below also hold when programs on two databases run them at once.
const lockKey = 7_290_411

/** True when the stored passwords work and this database has been granted to the roles. */
export async function rolesAreReady(adminUrl: string, stored: Credentials): Promise<boolean> {
  const passwords = stored.roles ?? {}
  if (loginRoles.some((role) => !passwords[role])) return false
  const url = roleUrl(adminUrl, "payung_migrator", passwords.payung_migrator ?? "")
  const client = connectable(url)
  try {
    await client.connect()
    const found = await client.query(
      `select has_database_privilege('payung_owner', current_database(), 'create')
          and not has_database_privilege('payung_app', current_database(), 'temporary') as ready`,
    )
    return found.rows[0]?.ready === true
  } catch (error) {
    // A role, its password or its right to connect is missing: make them anew.
    const code = (error as { code?: string }).code ?? ""
    if (["28P01", "28000", "42501", "42704"].includes(code)) return false
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Makes the five roles and grants this database to them, as an administrator. Passwords are kept
 * in the home's `database.json`; lost ones are replaced.
 */
export async function ensureRoles(adminUrl: string, home: string): Promise<void> {
  await withHomeLock(home, async () => {
    const stored = readCredentials(home).roles ?? {}
    const roles = Object.fromEntries(
      loginRoles.map((role) => [role, stored[role] ?? randomPassword()]),
    )
    writeCredentials(home, { roles })
    await asAdministrator(adminUrl, async (client) => {
      await client.query("select pg_advisory_lock($1)", [lockKey])
      await retryCollisions(() => client.query(roleStatements(roles)))
    })
  })
  await grantDatabase(adminUrl)
}

/** What the roles may do with the database that the URL names. It may be repeated. */
export async function grantDatabase(adminUrl: string): Promise<void> {
  await asAdministrator(adminUrl, async (client) => {
    await retryCollisions(() => client.query(databaseStatements))
  })
}

function roleStatements(passwords: Readonly<Record<string, string>>): string {
  const logins = loginRoles.map((role) => {
    const inherit = role === "payung_migrator" ? "noinherit" : "inherit"
    return `
      ${createRole(role)}
      alter role ${role} with login ${inherit} password ${pg.escapeLiteral(passwords[role] ?? "")};
      alter role ${role} set search_path = pg_catalog;`
  })
  return `
    ${createRole("payung_owner")}
    ${logins.join("\n")}
    grant payung_owner to payung_migrator;`
}

/** Attributes such as superuser are never given, and only a superuser may even name them. */
function createRole(role: string): string {
  return `do $$ begin
      create role ${role} nologin;
    exception when duplicate_object or unique_violation then null;
    end $$;`
}

const databaseStatements = `do $$ declare place text := quote_ident(current_database()); begin
    execute 'revoke all on database ' || place || ' from public';
    execute 'revoke all on database ' || place || ' from payung_app, payung_reader';
    execute 'grant connect on database ' || place
      || ' to payung_owner, payung_migrator, payung_app, payung_loader, payung_reader';
    execute 'grant create on database ' || place || ' to payung_owner';
    execute 'grant temporary on database ' || place || ' to payung_loader';
    execute 'revoke all on schema public from public';
  end $$`

/** Two programs that change the same catalogue row at once: the later one tries again. */
async function retryCollisions(work: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work()
      return
    } catch (error) {
      const isCollision = error instanceof Error && /concurrently updated/.test(error.message)
      if (!isCollision || attempt === 20) throw error
    }
  }
}

async function asAdministrator<T>(url: string, work: (client: pg.Client) => Promise<T>) {
  const client = connectable(url)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

function connectable(url: string): pg.Client {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on("error", () => {})
  return client
}
