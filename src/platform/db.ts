import { Kysely, PostgresDialect } from "kysely"
import pg from "pg"
import { ensureHome, readCredentials } from "./credentials.ts"
import { columnTypes } from "./db/column-types.ts"
import { asDatabaseError, roleUrl } from "./db/connection.ts"
import type { RoleName } from "./db/roles.ts"
import { ensureRoles, rolesAreReady } from "./db/roles.ts"

export { DatabaseUnreachable, placeOf } from "./db/connection.ts"

/**
 * A database or an open transaction. Rooms write SQL with Kysely's `sql` template and state
 * their row types there. int8 arrives as bigint; numeric, date and timestamp as text;
 * timestamptz as Date.
 */
export type Db = Kysely<unknown>

export type Database = {
  /** What routes and commands use; under row security. */
  readonly app: Db
  readonly appPool: pg.Pool
  /** Loads the rows of a batch by COPY into partitions; under row security. */
  readonly loader: pg.Pool
  /** Reads only; under row security. */
  readonly reader: Db
  /** May become `payung_owner`. For `migrate` and for installing keys, nothing else. */
  readonly migrator: pg.Pool
  readonly close: () => Promise<void>
}

export type DatabaseOptions = {
  readonly adminUrl: string
  /** Where the role passwords are kept (`database.json`). */
  readonly home: string
  /** Told of connections that broke while idle; they are replaced by themselves. */
  readonly onError?: (error: Error) => void
}

/**
 * Makes the roles where they are missing and opens one pool per role. Run `migrate` next.
 * Throws `DatabaseUnreachable` within five seconds.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  ensureHome(options.home)
  const { adminUrl, home } = options
  try {
    if (!(await rolesAreReady(adminUrl, readCredentials(home)))) await ensureRoles(adminUrl, home)
  } catch (error) {
    throw asDatabaseError(error, adminUrl)
  }
  return openPools(options)
}

/** The pools of a database whose roles exist already. */
export function openPools(options: DatabaseOptions): Database {
  const pools = {
    app: openPool(options, "payung_app", 10),
    loader: openPool(options, "payung_loader", 4),
    reader: openPool(options, "payung_reader", 4),
    migrator: openPool(options, "payung_migrator", 2),
  }
  return {
    app: overPool(pools.app),
    appPool: pools.app,
    loader: pools.loader,
    reader: overPool(pools.reader),
    migrator: pools.migrator,
    close: async () => {
      await Promise.all(Object.values(pools).map((pool) => pool.end()))
    },
  }
}

function openPool(options: DatabaseOptions, role: RoleName, max: number): pg.Pool {
  const password = readCredentials(options.home).roles?.[role] ?? ""
  const pool = new pg.Pool({
    connectionString: roleUrl(options.adminUrl, role, password),
    application_name: role,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
    max,
    types: columnTypes,
  })
  // Without both listeners a server restart ends our program.
  const onError = options.onError ?? (() => {})
  pool.on("error", onError)
  pool.on("connect", (client) => client.on("error", onError))
  return pool
}

function overPool(pool: pg.Pool): Db {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
}
