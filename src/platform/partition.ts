import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type pg from "pg"
import { from as copyFrom } from "pg-copy-streams"
import type { CopyRow } from "./copy-text.ts"
import { encodeCopyRows } from "./copy-text.ts"

export type PartitionLoad = {
  /** Qualified parent, such as `intake.row`; guarded and partitioned by list (run_id). */
  readonly parent: string
  readonly runId: string
  /** The columns of each row, tenant_id and run_id among them. */
  readonly columns: readonly string[]
  readonly rows: Iterable<CopyRow>
}

/** Rows that stand in COPY's text format already, part by part; at the end, how many. */
export type CopyParts = AsyncGenerator<string, number> | Generator<string, number>

/**
 * Loads a run's rows into a partition of their own and attaches it: all of them or, with the
 * transaction rolled back, none. `client` is the loader's, inside `withClaimOnPool`. Returns the
 * number of rows. Throws `duplicate_table` (42P07) when the run is loaded already.
 */
export async function loadPartition(client: pg.PoolClient, load: PartitionLoad): Promise<number> {
  return await loadPartitionText(client, { ...load, parts: encoded(load.rows) })
}

function* encoded(rows: Iterable<CopyRow>): CopyParts {
  const counter = { rows: 0 }
  yield* encodeCopyRows(rows, counter)
  return counter.rows
}

/** The same of rows that somebody else has written as text; a part that fails fails all. */
export async function loadPartitionText(
  client: pg.PoolClient,
  load: Omit<PartitionLoad, "rows"> & { readonly parts: CopyParts },
): Promise<number> {
  const opened = await client.query<{ partition: string }>(
    "select platform.open_partition($1::regclass, $2) as partition",
    [load.parent, load.runId],
  )
  const names = load.columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(", ")
  const counter = { rows: 0 }
  const copy = client.query(copyFrom(`copy ${opened.rows[0]?.partition} (${names}) from stdin`))
  await pipeline(Readable.from(counted(load.parts, counter)), copy)
  await client.query("select platform.close_partition($1::regclass, $2, $3)", [
    load.parent,
    load.runId,
    counter.rows,
  ])
  return counter.rows
}

async function* counted(parts: CopyParts, counter: { rows: number }): AsyncGenerator<string> {
  counter.rows = yield* parts
}
