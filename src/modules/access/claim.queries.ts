import { sql } from "kysely"
import type pg from "pg"
import { assert } from "../../kernel/assert.ts"
import type { Db } from "../../platform/db.ts"
import type { SignedClaim } from "./claim.ts"
import { claimKeyBlocks, isSignedClaim } from "./claim.ts"

/** One transaction under a claim: all SQL inside sees and writes this claim's tenant only. */
export async function withClaim<T>(
  db: Db,
  claim: SignedClaim,
  work: (transaction: Db) => Promise<T>,
): Promise<T> {
  const statement = setClaim(claim)
  return await db.transaction().execute(async (transaction) => {
    await sql.raw(statement).execute(transaction)
    return await work(transaction)
  })
}

/** The same on one plain connection, for COPY by the loader. */
export async function withClaimOnPool<T>(
  pool: pg.Pool,
  claim: SignedClaim,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const statement = setClaim(claim)
  const client = await pool.connect()
  let isBroken = false
  try {
    await client.query(`begin; ${statement}`)
    const value = await work(client)
    await client.query("commit")
    return value
  } catch (error) {
    await client.query("rollback").catch(() => {
      isBroken = true
    })
    throw error
  } finally {
    client.release(isBroken)
  }
}

/** Gives the database the key that claims are signed with, and takes any older one away. */
export async function installClaimKey(migrator: pg.Pool, key: Uint8Array): Promise<void> {
  const { inner, outer } = claimKeyBlocks(key)
  const client = await migrator.connect()
  try {
    await client.query("begin; set local role payung_owner")
    await client.query(
      `insert into access.claim_key (inner_block, outer_block) values ($1, $2)
       on conflict (only_row) do update
         set inner_block = excluded.inner_block, outer_block = excluded.outer_block
         where claim_key.inner_block <> excluded.inner_block`,
      [inner, outer],
    )
    await client.query("commit")
  } finally {
    // Closed, not reused: the connection may still hold the owner's role after a failure.
    client.release(true)
  }
}

/** SET takes no parameters; the claim's alphabet holds no quote and no backslash. */
function setClaim(claim: SignedClaim): string {
  assert(isSignedClaim(claim), "not a signed claim")
  return `set local app.claim = '${claim}'`
}
