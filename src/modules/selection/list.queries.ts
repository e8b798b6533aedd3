import type pg from "pg"
import { each, loadDelta, type DeltaCounts, type DeltaRun } from "../../platform/delta.ts"
import type { SelectionResult } from "./select.ts"

const ENTRY_TABLE = {
  parent: "selection.entry",
  current: "selection.current_entry",
  key: ["funding_line_id", "person_id"],
  columns: [
    "funding_line_id",
    "person_id",
    "nik",
    "priority_group",
    "rank",
    "lottery",
    "place",
    "cost_rupiah",
  ],
}

export interface ListToStore {
  readonly selection: SelectionResult
  readonly fundingLineId: string
  readonly seed: string
}

/** Stores the list; the database refuses one over its ceiling or whose entries do not add up to it. */
export async function storeList(
  client: pg.PoolClient,
  run: DeltaRun,
  list: ListToStore,
): Promise<DeltaCounts> {
  const { selection, fundingLineId } = list
  const rows = each(selection.places, (entry) => [
    fundingLineId,
    entry.person.personId,
    entry.person.nik,
    entry.group,
    entry.rank,
    entry.lottery,
    entry.place,
    entry.cost,
  ])
  const counts = await loadDelta(client, ENTRY_TABLE, run, rows)
  await client.query(
    `insert into selection.list (tenant_id, run_id, programme_code, year, funding_line_id, seed,
       selected, reserve, cost_rupiah, ceiling_rupiah)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      run.tenantId,
      run.runId,
      run.programmeCode,
      run.year,
      fundingLineId,
      list.seed,
      selection.selected,
      selection.reserve,
      selection.cost,
      selection.ceiling,
    ],
  )
  return counts
}
