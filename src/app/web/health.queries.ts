import { sql } from "kysely"
import type { Db } from "../../platform/db.ts"

/** Whether the database answers. */
export async function answersQueries(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db)
    return true
  } catch {
    return false
  }
}

/** Input hashes of the runs that the claim's tenant keeps. */
export async function storedInputHashes(db: Db): Promise<string[]> {
  const found = await sql<{ input_hash: string }>`
    select distinct input_hash from intake.run
  `.execute(db)
  return found.rows.map((row) => row.input_hash)
}
