import type pg from "pg"
import { inject } from "vitest"
import type { Database } from "../db.ts"
import { createMigratedDatabase } from "./cluster.ts"
import "./global-setup.ts"

/**
 * A migrated, empty database for one test file. Close it in `afterAll`; it is deleted with
 * the cluster. Nothing here connects as superuser: row security holds in tests too.
 */
export async function testDatabase(): Promise<Database> {
  return await createMigratedDatabase(inject("testClusterDir"))
}

/** Makes what a test needs and no migration has, such as a trial table, as `payung_owner`. */
export async function asOwner(database: Database, statement: string): Promise<pg.QueryResult> {
  const client = await database.migrator.connect()
  try {
    await client.query("begin; set local role payung_owner")
    const result = await client.query(statement)
    await client.query("commit")
    return result
  } finally {
    // A failed statement leaves the transaction open: the connection is not used again.
    client.release(true)
  }
}
