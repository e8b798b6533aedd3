import type pg from "pg"
import type { DeltaRun } from "../../platform/delta.ts"

export interface DraftToStore {
  readonly persons: number
  readonly costRupiah: bigint
  readonly listHash: string
}

/** A draft decree over a stored list, its annex named by hash. */
export async function storeDraft(
  client: pg.PoolClient,
  run: DeltaRun,
  draft: DraftToStore,
): Promise<void> {
  await client.query(
    `insert into decree.draft (tenant_id, run_id, programme_code, year, persons, cost_rupiah, list_hash)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      run.tenantId,
      run.runId,
      run.programmeCode,
      run.year,
      draft.persons,
      draft.costRupiah,
      draft.listHash,
    ],
  )
}
